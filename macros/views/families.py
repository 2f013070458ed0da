"""What families are shown: help by worry and at night, the apps, what to talk about at home, lessons about a worry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from macros.models.app import App
from macros.models.base import LONGEST_UNCHECKED
from macros.models.fact import Fact
from macros.models.help_route import EMERGENCY, HelpRoute, NightStep, Worry
from macros.models.lesson import Lesson
from macros.models.phase import Phase

ITEM = re.compile(r"^(?:[-*+]|\d+[.)])\s+")
BLANK = re.compile(r"\n\s*\n")


class Taught(Protocol):
    """A lesson with its id and its phase, as the library gives it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def phase(self) -> str:
        """The id of its phase."""

    @property
    def lesson(self) -> Lesson:
        """What it says."""


@dataclass(frozen=True)
class AppTable:
    """The table of apps.

    Attributes:
        apps: its rows, by name.
        facts: the facts that change, by id; a row may show one.
        days: after how many days a row says that it was checked too long ago.
    """

    apps: tuple[App, ...]
    facts: Mapping[str, Fact]
    days: int = LONGEST_UNCHECKED


@dataclass(frozen=True)
class Starter:
    """What one lesson says to the grown-up at home.

    Attributes:
        id: the lesson's id.
        title: the lesson's name.
        paragraphs: Markdown within a sentence, one text for each paragraph or item of a list.
    """

    id: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class StarterGroup:
    """The lessons of one half term, or of none: those are for any time of the year.

    Attributes:
        title: the half term's name, or None.
        starters: its lessons.
    """

    title: str | None
    starters: tuple[Starter, ...]


@dataclass(frozen=True)
class AgeLessons:
    """The lessons of one phase on one strand."""

    phase: Phase
    lessons: tuple[Taught, ...]


@dataclass(frozen=True)
class WorryHelp:
    """A worry, and where a family that has it can turn.

    Attributes:
        id: its name in this project.
        name: how a family would say it.
        target: the page that says what to do, from the site's root; None where there is none.
        routes: the help routes for it: danger, the one that comes first for it, and the others in their order.
    """

    id: str
    name: str
    target: str | None
    routes: tuple[HelpRoute, ...]


@dataclass(frozen=True)
class NightHelp:
    """Where to turn at night, for one kind of worry.

    Attributes:
        case: what has happened.
        routes: the help routes to turn to.
    """

    case: str
    routes: tuple[HelpRoute, ...]


@dataclass(frozen=True)
class LookedUp:
    """What was done to see that the numbers of some help routes are right.

    Attributes:
        day: the day by which all of them had been looked up.
        numbers: how many of the routes have a number.
        rung: how many of those numbers somebody has rung.
        since: the first day on which one was rung, or None.
    """

    day: date
    numbers: int
    rung: int
    since: date | None


def help_at_night_of(steps: Iterable[NightStep], routes: Iterable[HelpRoute]) -> tuple[NightHelp, ...]:
    """Give where to turn at night, with the help routes that are named.

    Args:
        steps: the steps, the most urgent first.
        routes: all help routes.
    """
    known = {route.id: route for route in routes}
    named = ((step, step.routes if all(one in known for one in step.routes) else step.instead) for step in steps)
    return tuple(NightHelp(step.case, tuple(known[identity] for identity in routes)) for step, routes in named)


def looked_up_of(routes: Iterable[HelpRoute]) -> LookedUp:
    """Say what was done to see that the numbers of some help routes are right.

    Args:
        routes: the routes, at least one.
    """
    listed = list(routes)
    numbered = [route for route in listed if route.phone]
    rung = [route.rung.on for route in numbered if route.rung and route.rung.on]
    return LookedUp(min(route.looked_up for route in listed), len(numbered), len(rung), min(rung, default=None))


def help_by_worry_of(worries: Iterable[Worry], routes: Iterable[HelpRoute]) -> tuple[WorryHelp, ...]:
    """Give for each worry the help routes for it that families are shown.

    Args:
        worries: the worries, in the order in which they are shown.
        routes: all help routes, in theirs.
    """
    shown = [route for route in routes if "parents" in route.readers]
    return tuple(
        WorryHelp(
            worry.id,
            worry.name,
            worry.page and worry.page.removesuffix(".md") + ".html",
            _for_worry(worry, shown),
        )
        for worry in worries
    )


def _for_worry(worry: Worry, shown: Iterable[HelpRoute]) -> tuple[HelpRoute, ...]:
    helping = [route for route in shown if route.helps_with(worry.id)]
    return tuple(sorted(helping, key=lambda route: (route.id != EMERGENCY, route.id != worry.first)))


def app_table_of(apps: Iterable[App], facts: Mapping[str, Fact]) -> AppTable:
    """Put the apps in the order in which the table begins.

    Args:
        apps: the apps.
        facts: the facts that change, by id.
    """
    return AppTable(tuple(sorted(apps, key=lambda app: app.name.casefold())), facts)


def talk_starters_of(phase: Phase, taught: Iterable[Taught]) -> tuple[StarterGroup, ...]:
    """Gather the home parts of a phase's lessons by half term, in the order in which they are taught.

    Args:
        phase: the phase.
        taught: its lessons.
    """
    entries = {entry.id: entry for entry in taught}
    halves = phase.by_half_term(entries)
    return tuple(
        StarterGroup(title, tuple(_starter(entries[name]) for name in names)) for title, names in halves if names
    )


def lessons_of_strand(
    strand: str, phases: Iterable[Phase], of_phase: Mapping[str, Iterable[Taught]]
) -> tuple[AgeLessons, ...]:
    """Find the lessons of a strand, for each age that has one.

    Args:
        strand: the strand's id.
        phases: the phases, in order of age.
        of_phase: the lessons of each phase, by its id.
    """
    found = (
        AgeLessons(phase, tuple(entry for entry in of_phase[phase.id] if entry.lesson.strand == strand))
        for phase in phases
    )
    return tuple(age for age in found if age.lessons)


def _starter(entry: Taught) -> Starter:
    texts = [part.text for step in entry.lesson.steps for part in step.parts if part.kind == "home"]
    return Starter(entry.id, entry.lesson.title, tuple(line for text in texts for line in _paragraphs(text)))


def _paragraphs(text: str) -> Iterable[str]:
    """Split Markdown at its blank lines and list items, and take the marks of lists away."""
    for paragraph in BLANK.split(text.strip()):
        gathered: list[str] = []
        for line in paragraph.split("\n"):
            if ITEM.match(line.strip()) and gathered:
                yield " ".join(gathered)
                gathered = []
            gathered.append(ITEM.sub("", line.strip()))
        yield " ".join(gathered)
