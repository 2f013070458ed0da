"""The examples of every component: the tests render each one, and the page “How it looks” shows all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from macros.design.contrast import ColourReport, Pair
from macros.design.rendering import COMPONENTS, component
from macros.models.app import Apps
from macros.models.checklist import Checklist
from macros.models.fact import Fact
from macros.models.help_route import HelpRoute, NightStep, Worry
from macros.models.lesson import Part, ScreenRow
from macros.models.phase import Phase
from macros.models.policy import Clause, Policy
from macros.models.policy_date import policy_date
from macros.models.quiz import Quiz
from macros.models.school import School
from macros.models.school_question import SchoolQuestion
from macros.models.translation import Translation
from macros.source import read_yaml
from macros.source.conversation import read_message
from macros.views.checklists import checklist_of
from macros.views.conversations import chat_lines
from macros.views.curriculum import Count
from macros.views.families import (
    Starter,
    StarterGroup,
    app_table_of,
    help_at_night_of,
    help_by_worry_of,
    looked_up_of,
)
from macros.views.plain_words import PlainLine, PlainSection
from macros.views.policy_map import Age, Lesson, Link, Place
from macros.views.quizzes import shown_questions

ROOT = COMPONENTS.parent.parent
NO_POLICY = Policy(title="Policy", approval=(), sections=())
CLOSED = ("longest", "hostile")  # long, and seldom looked at
# Components that are given their values as they are written.
AS_WRITTEN = frozenset(
    {
        "linked-policies", "offline", "poster", "privacy-facts", "scan-code", "social-story", "taught-strands",
        "to-copy",
    }
)  # fmt: skip
NAME_LEVEL = 3  # of the heading that names an example

TAG = re.compile(r"<[a-z][^>]*>")
HEADING = re.compile(r"<h([1-6])\b")
ID = re.compile(r' id="([^"]+)"')
# What names an id, a group of radio buttons, or a place in the browser's memory.
NAMING = re.compile(r' (?P<attribute>id|for|name|aria-labelledby|aria-describedby|data-list)="(?P<names>[^"]+)"')
WITHIN_PAGE = re.compile(r' href="#(?P<name>[^"]*)"')


@dataclass(frozen=True)
class Example:
    """One example.

    Attributes:
        component: what it is an example of.
        name: which state it shows.
        values: as they are written.
    """

    component: str
    name: str
    values: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.component}: {self.name}"

    @property
    def anchor(self) -> str:
        """The id of the example on a page that shows it."""
        return f"{self.component}-" + re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")


def names() -> list[str]:
    """Name every component."""
    return sorted(folder.name for folder in COMPONENTS.iterdir() if (folder / "template.html").exists())


def examples_of(name: str) -> list[Example]:
    """Read the examples of one component; a file may say that they are like those of another.

    Args:
        name: the component's.

    Returns:
        None, where it has no file of examples.

    Raises:
        ContentError: the file cannot be read.
    """
    path = (COMPONENTS / name / "examples.yml").relative_to(ROOT).as_posix()
    if not (ROOT / path).exists():
        return []
    data = read_yaml(ROOT, path).data
    if isinstance(data, dict):
        return [Example(name, example.name, example.values) for example in examples_of(data["like"])]
    return [Example(name, example["name"], example["values"]) for example in data]


def every_example() -> Iterator[Example]:
    """Give every example of every component.

    Raises:
        ContentError: a file cannot be read.
    """
    for name in names():
        yield from examples_of(name)


def show_examples(name: str, environment: Environment, ask: str) -> Markup:
    """Show every example of a component, so that all of them can stand on one page.

    Args:
        name: of the component.
        environment: where it is rendered. Its `link` gives "#" for a page that an example only makes up.
        ask: what a page says of a fact that is not known.

    Raises:
        ContentError: the file of the examples cannot be read.
    """
    shown = Markup("\n").join(_shown(example, environment, ask) for example in examples_of(name))
    return Markup('<div class="examples" data-style="look">\n{}\n</div>').format(shown)


def _shown(example: Example, environment: Environment, ask: str) -> Markup:
    html = Markup(set_apart(str(component(environment, example.component, **values_of(example, ask))), example.anchor))
    frame = '<div class="example{4}" id="{0}">\n<h{1} class="example__name">{2}</h{1}>\n{3}\n</div>'
    if example.name.startswith(CLOSED):
        frame = '<details class="example{4}" id="{0}">\n<summary>{2}</summary>\n{3}\n</details>'
    title = example.name[:1].upper() + example.name[1:]
    return Markup(frame).format(example.anchor, NAME_LEVEL, title, html, _phase(example))


def _phase(example: Example) -> str:
    """Give the class by which a page of one age has its ground, where an example says of which age it is."""
    phase = example.values.get("phase")
    identity = phase["id"] if isinstance(phase, dict) else phase
    return f" phase-{identity}" if identity else ""


def set_apart(html: str, anchor: str) -> str:
    """Set a rendered component apart from all others on its page.

    Its ids, and all that names them, begin with the anchor. Its headings keep their looks, and stand below the
    heading of the example for those who hear the page. A link to what is not in it leads back to the example.

    Args:
        html: a component that was rendered; every value in it is escaped, so a tag ends at its first ">".
        anchor: the id of the example.
    """
    own = set(ID.findall(html))
    lower = NAME_LEVEL + 1 - min((int(level) for level in HEADING.findall(html)), default=NAME_LEVEL + 1)

    def named(match: re.Match[str]) -> str:
        names = " ".join(f"{anchor}-{name}" for name in match["names"].split(" "))
        return f' {match["attribute"]}="{names}"'

    def led(match: re.Match[str]) -> str:
        name = f"{anchor}-{match['name']}" if match["name"] in own else anchor
        return f' href="#{name}"'

    def lowered(match: re.Match[str]) -> str:
        return f'{match[0]} aria-level="{int(match[1]) + lower}"' if lower else match[0]

    return TAG.sub(lambda tag: HEADING.sub(lowered, WITHIN_PAGE.sub(led, NAMING.sub(named, tag[0]))), html)


def values_of(example: Example, ask: str) -> dict[str, Any]:
    """Make what a component is given, through the same models and views as on a page of the site.

    Args:
        example: with its values as they are written.
        ask: what a page says of a fact that is not known.

    Raises:
        AssertionError: nobody has said here how the values of this component are made.
    """
    values = example.values
    match example.component:
        case "quiz" | "quiz-paper" | "quiz-answers":
            quiz = Quiz.model_validate(values["quiz"])
            again = values.get("again", {})
            asked = Quiz.model_validate({**values["quiz"], "questions": again["questions"]}).questions if again else ()
            return {
                "id": values["id"],
                "quiz": quiz,
                "questions": shown_questions(
                    quiz,
                    [(again["title"], question) for question in asked],
                    tapped=example.component == "quiz" and values.get("ears", False),
                ),
                "adults": values.get("adults", False),
                "promise": values.get("promise"),
                "friend": values.get("friend"),
                "ears": values.get("ears", False),
                "cards": values.get("cards", False),
                "begins": False,
                "lessons": values.get("lessons"),
                "after": values.get("after"),
            }
        case "promise":
            return {"id": "promise", "phase": Phase.model_validate(values["phase"])}
        case "checklist":
            authored = Checklist.model_validate(values["checklist"]) if "checklist" in values else None
            policy = Policy.model_validate(values["policy"]) if "policy" in values else NO_POLICY
            return {"id": values["id"], "list": checklist_of(values["id"], authored, policy)}
        case "clause" | "clause-in-short":
            return {**values, "clause": Clause.model_validate(values["clause"])}
        case "colours":
            return {"colours": [_colour(colour) for colour in values["colours"]]}
        case "gallery":
            return {"pictures": [(picture["name"], picture.get("words", "")) for picture in values["pictures"]]}
        case "help-routes":
            routes = [HelpRoute.model_validate(route) for route in values["routes"]]
            return {
                "routes": routes,
                "school": School.model_validate(values["school"]),
                "approved": "March 2022",
                "done": looked_up_of(routes),
                "reader": values.get("reader", "parents"),
            }
        case "help-at-night":
            named = [HelpRoute.model_validate(route) for route in values["routes"]]
            return {"steps": help_at_night_of([NightStep.model_validate(step) for step in values["steps"]], named)}
        case "help-without-phoning":
            return {"routes": [HelpRoute.model_validate(route) for route in values["routes"]]}
        case "looked-up":
            return {"done": looked_up_of([HelpRoute.model_validate(route) for route in values["routes"]])}
        case "help-by-worry":
            listed = [HelpRoute.model_validate(route) for route in values["routes"]]
            worries = help_by_worry_of([Worry.model_validate(worry) for worry in values["worries"]], listed)
            return {"worries": worries, "school": School.model_validate(values["school"])}
        case "other-languages":
            return {"translations": [Translation.model_validate(one) for one in values["translations"]]}
        case "policy-views":
            return {"readers": [(reader["id"], reader["name"]) for reader in values["readers"]]}
        case "plain-words":
            return {"sections": list(map(_plain_section, values["sections"])), "heading": values["heading"]}
        case "plain-pictures":
            return {"lines": [_plain_line(line) for line in values["lines"]]}
        case "policy-map":
            places = [_place(place) for place in values["places"]]
            section = SimpleNamespace(**values["section"])
            return {"section": section, "places": places, "taught": any(place.ages for place in places)}
        case "contact":
            return {**values, "school": School.model_validate(values["school"])}
        case "current" | "sourced":
            return {"fact": Fact.model_validate(values["fact"])}
        case "school-answers":
            return {
                "questions": [SchoolQuestion.model_validate(question) for question in values["questions"]],
                "school": School.model_validate(values["school"]),
            }
        case "review-date":
            return {"reviewed": None} | {
                name: words if name == "reviewed" else policy_date(words) for name, words in values.items()
            }
        case "chat":
            messages = [message for message in map(read_message, values["lines"]) if message]
            part = Part(kind="chat", title=values["title"], picture=values.get("device"), text="-", messages=messages)
            return {"title": part.title, "lines": list(chat_lines(part))}
        case "screen":
            return {**values, "rows": [ScreenRow.model_validate(row) for row in values["rows"]]}
        case name if name in AS_WRITTEN:
            return dict(values)
        case "key-words":
            return {"words": [Part(kind="word", **word) for word in values["words"]]}
        case "taught-statements":
            return {"counts": [_count(count) for count in values["counts"]]}
        case "lesson-cards" | "lesson-titles":
            entries = [SimpleNamespace(id=entry["id"], lesson=SimpleNamespace(**entry)) for entry in values["entries"]]
            return {"phase": values["phase"], "entries": entries}
        case "app-table":
            facts = {one["id"]: Fact.model_validate(one) for one in values.get("facts", ())}
            return {"table": app_table_of(Apps.model_validate({"apps": values["apps"]}).apps, facts)}
        case "talk-starters":
            groups = [
                StarterGroup(group["title"], tuple(Starter(**starter) for starter in group["starters"]))
                for group in values["groups"]
            ]
            return {"phase": values["phase"], "groups": groups}
        case "lessons-about":
            ages = [
                SimpleNamespace(
                    phase=SimpleNamespace(**age["phase"]),
                    lessons=[
                        SimpleNamespace(id=entry["id"], lesson=SimpleNamespace(**entry)) for entry in age["lessons"]
                    ],
                )
                for age in values["ages"]
            ]
            return {"strand": values["strand"], "title": values["title"], "ages": ages}
    raise AssertionError(f"Say in {Path(__file__).name} how the values of “{example.component}” are made.")


def _colour(colour: dict[str, Any]) -> ColourReport:
    pairs = tuple(
        Pair(pair["under"], tuple(float(figure) for figure in pair["figures"]), float(pair["least"]))
        for pair in colour.get("pairs", ())
    )
    return ColourReport(colour["name"], tuple(colour["values"]), pairs)


def _count(count: dict[str, Any]) -> Count:
    return Count(count["name"], int(count["stated"]), int(count["whole"]), int(count["part"]), asked=0)


def _plain_section(one: dict[str, Any]) -> PlainSection:
    return PlainSection(one["id"], one["number"], one["title"], tuple(_plain_line(line) for line in one["lines"]))


def _plain_line(line: dict[str, Any]) -> PlainLine:
    parts = tuple(_plain_line(part) for part in line.get("parts", ()))
    return PlainLine(line["id"], line["reference"], line["text"], line.get("picture"), parts)


def _place(place: dict[str, Any]) -> Place:
    def links(name: str) -> tuple[Link, ...]:
        return tuple(Link(**link) for link in place.get(name, ()))

    ages = tuple(
        Age(
            age["title"],
            tuple(
                Lesson(Link(one["words"], one["target"]), bool(one["teaches"]), int(one["questions"]), one["quiz"])
                for one in age["lessons"]
            ),
        )
        for age in place.get("ages", ())
    )
    clause = Clause.model_validate(place["clause"])
    about = tuple(place.get("about", ()))
    return Place(clause, place["words"], place["readers"], ages, links("pages"), links("lists"), about)
