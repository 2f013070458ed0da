"""A place to turn to for help, when it answers, and the worries for which there is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from macros.models.base import Address, Contact, Day, Email, Finding, Identity, Model, Phone, Reader, Text, Whole, YesNo

EVERY = "every"  # stands for all worries
When = Literal["day-and-night", "day", "not-known"]
DAY_AND_NIGHT = "day-and-night"
NOT_RUNG = "none"
# Whose numbers stand on every learner's page, and where help is offered to a child.
CHILDLINE = "childline"
EMERGENCY = "emergency"
# Where pages turn to while a school does not know its council's numbers.
NSPCC = "nspcc"
POLICE = "police"
# The two local routes of a school's council; pages name them by these ids, whatever the council.
COUNCIL = "council"
COUNCIL_AT_NIGHT = "council-out-of-hours"
# Hours in figures grow old; these three are what a page can go on saying.
SAY_WHEN = (
    "“when” is missing here. Say when this help answers, and never guess: add “when: day-and-night”, “when: day” or "
    "“when: not-known”."
)
SAY_RUNG = (
    "“rung” is missing here. Add “rung: none” until somebody has rung this number, and then "
    "“rung: {on: 2026-11-28, by: Ms Ash (office)}”."
)


class Rung(Model):
    """Who rang a number and heard that it is right; both are empty until somebody has."""

    on: Day | None = None
    """The day."""
    by: Text | None = None
    """The name, or what the person does at the school."""

    def rules(self) -> Iterator[Finding]:
        """A day needs a person, and a person a day."""
        if (self.on is None) != (self.by is None):
            yield (), "Say both who rang and when: “rung: {on: 2026-11-28, by: Ms Ash (office)}”, or “rung: none”."


def _not_rung(given: Any) -> Any:
    return {} if given == NOT_RUNG else given


class Loc(Model):
    """One way to get help without speaking or hearing."""

    how: Text
    """What to do, in a sentence or two."""
    web: Address | None = None
    """The page to open for it."""


class WithoutSpeech(Model):
    """How a place can be reached by those who do not hear or speak on the phone."""

    relay: Phone | None = None
    """What is dialled before the number, by text relay; left out where the number has no such way."""
    ways: tuple[Loc, ...] = ()
    """The other ways."""
    looked_up: Day
    """The day on which these ways were last looked up."""

    def rules(self) -> Iterator[Finding]:
        """There is at least one way."""
        if not self.relay and not self.ways:
            yield (), "There is no way here. Add “relay: 18001” for a number, or “ways” with a line “- how: …”."


class HelpRoute(Model):
    """One way to get help."""

    id: Identity
    """Its name in this project."""
    order: Whole
    """Its place in the list; small numbers come first."""
    name: Text
    """What it is called."""
    also: tuple[Text, ...] = ()
    """What else a sentence may call it, so that the check of the night knows it."""
    proper_name: Text | None = None
    """The part of its name that no translation may change, as it is found by it; none where the name is plain words."""
    readers: tuple[Reader, ...]
    """Whose pages show it."""
    worries: tuple[Identity, ...] = ()
    """The ids of the worries for which it is shown, or "every"; without any it is in the whole list alone."""
    who: Text
    """Whom it is for and what it does, in a sentence."""
    phone: Phone | None = None
    """The number to call."""
    email: Email | None = None
    """The address to write to."""
    web: Address | None = None
    """The page to open."""
    note: Text | None = None
    """What else to know."""
    also_reach: tuple[Contact, ...] = ()
    """The other numbers and addresses that the note names; a number in a note alone is not known."""
    when: When | None = None  # a rule asks for it, so that the message can say what to write
    """When it answers: day and night, in the day, or not known."""
    write_any_time: YesNo = False
    """Whether it can be written to at any time, day or night."""
    looked_up: Day
    """The day on which these facts were last looked up. To look up is not to ring."""
    rung: Annotated[Rung | None, BeforeValidator(_not_rung, json_schema_input_type=Rung | Literal["none"] | None)] = (
        None
    )
    """Who rang the number and when; "none" until somebody has."""
    without_speech: WithoutSpeech
    """How to reach it without speaking or hearing."""

    def rules(self) -> Iterator[Finding]:
        """A route says when it answers, and of a number whether somebody has rung it."""
        if self.when is None:
            yield (), SAY_WHEN
        if self.phone and self.rung is None:
            yield ("phone",), SAY_RUNG
        if self.rung is not None and not self.phone:
            yield ("rung",), "There is no number here that could be rung. Take this line out, or add “phone”."
        if self.without_speech.relay and not self.phone:
            yield ("without_speech", "relay"), "There is no number here to dial after it. Take this line out."
        if self.proper_name and self.proper_name not in self.name:
            sentence = (
                f"“{self.proper_name}” does not stand in “{self.name}”. Write the part of the name as it is there."
            )
            yield ("proper_name",), sentence
        if self.write_any_time and not (self.email or self.web):
            yield ("write_any_time",), "There is nothing to write to. Add “email” or “web”, or take this line out."

    @property
    def name_parts(self) -> tuple[str, str, str]:
        """The words of its name before the proper name, that, and the words after it."""
        return self.name.partition(self.proper_name) if self.proper_name else (self.name, "", "")

    def helps_with(self, worry: str) -> bool:
        """Say whether a reader with a worry is shown it."""
        return worry in self.worries or EVERY in self.worries

    @property
    def answers_at_night(self) -> bool:
        """Whether somebody answers at any hour."""
        return self.when == DAY_AND_NIGHT

    @property
    def was_rung(self) -> bool:
        """Whether somebody has rung the number."""
        return self.rung is not None and self.rung.on is not None


class Worry(Model):
    """What a family is worried about."""

    id: Identity
    """Its name in this project; the routes name it."""
    name: Text
    """How a family would say it."""
    page: Text | None = None
    """The page that says what to do, below docs/; left out where there is none."""
    first: Identity | None = None
    """The id of the route that comes next after danger: one for this worry that answers day and night."""


class NightStep(Model):
    """Where to turn when the school is closed, for one kind of worry."""

    case: Text
    """What has happened, as words before a colon."""
    routes: tuple[Identity, ...] = Field(min_length=1)
    """The ids of the help routes to turn to, in their order."""
    instead: tuple[Identity, ...] = ()
    """The ids of national routes for a school that does not know its council's numbers."""


class HelpRoutes(Model):
    """The national routes, for every school, the worries by which they are found, and what to do at night."""

    worries: tuple[Worry, ...] = ()
    """What families can choose on the help page, in its order."""
    at_night: tuple[NightStep, ...] = ()
    """Where to turn when the school is closed, the most urgent first."""
    routes: tuple[HelpRoute, ...]
    """The routes."""

    def rules(self) -> Iterator[Finding]:
        """No two worries have one id, nor the word that stands for all; the numbers of every page are there."""
        seen = {EVERY}
        for number, worry in enumerate(self.worries):
            if worry.id in seen:
                yield ("worries", number, "id"), f"The id “{worry.id}” is taken. Give each worry its own."
            seen.add(worry.id)
            able = [route.id for route in self.routes if _can_be_first(route, worry.id)]
            if worry.first is not None and worry.first not in able:
                sentence = (
                    f"“{worry.first}” is not shown to parents for “{worry.id}”, or doesn't answer day and night. "
                    f"Write one of these, or take this line out: {', '.join(able) or 'there is none'}."
                )
                yield ("worries", number, "first"), sentence
        numbered = {route.id for route in self.routes if route.phone}
        for identity, reason in (
            (EMERGENCY, "Every learner's page gives its number."),
            (CHILDLINE, "Every learner's page gives its number."),
            (POLICE, "Pages give its number where the council's is not known."),
            (NSPCC, "Pages give its number where the council's is not known."),
        ):
            if identity not in numbered:
                yield ("routes",), f"There is no route “{identity}” with a “phone”. {reason}"


def _can_be_first(route: HelpRoute, worry: str) -> bool:
    return "parents" in route.readers and worry in route.worries and route.answers_at_night
