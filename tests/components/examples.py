"""The examples of every component, made through the models, and rendered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from macros.authoring import ASK
from macros.library import Library
from macros.models.app import Apps
from macros.models.checklist import Checklist
from macros.models.help_route import HelpRoute, Worry
from macros.models.lesson import Part
from macros.models.phase import Phase
from macros.models.policy import Clause, Policy
from macros.models.policy_date import policy_date
from macros.models.quiz import Quiz
from macros.models.school import School
from macros.rendering import COMPONENTS, component, components, relative
from macros.source import read_yaml
from macros.views.checklists import checklist_of
from macros.views.families import Starter, StarterGroup, app_table_of, help_by_worry_of
from macros.views.plain_words import PlainLine, PlainSection
from macros.views.policy_map import Age, Lesson, Link, Place
from macros.views.quizzes import shown_questions

PAGE = "parents/index.html"
ROOT = COMPONENTS.parent.parent
NO_POLICY = Policy(title="Policy", approval=(), sections=())


@dataclass(frozen=True)
class Example:
    """One example: its component, its name, and the values as they are written."""

    component: str
    name: str
    values: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.component}: {self.name}"


def names() -> list[str]:
    """Name every component."""
    return sorted(folder.name for folder in COMPONENTS.iterdir() if (folder / "template.html").exists())


def examples_of(name: str) -> list[Example]:
    """Read the examples of one component; a file may say that they are like those of another."""
    path = (COMPONENTS / name / "examples.yml").relative_to(ROOT).as_posix()
    if not (ROOT / path).exists():
        return []
    data = read_yaml(ROOT, path).data
    if isinstance(data, dict):
        return [Example(name, example.name, example.values) for example in examples_of(data["like"])]
    return [Example(name, example["name"], example["values"]) for example in data]


def every_example() -> Iterator[Example]:
    """Give every example of every component."""
    for name in names():
        yield from examples_of(name)


def rendered(example: Example, library: Library) -> str:
    """Render an example as a page would."""
    environment = components(library.pictures)
    environment.globals["link"] = lambda target: relative(target, PAGE)
    return str(component(environment, example.component, **_values(example)))


def _values(example: Example) -> dict[str, Any]:
    values = example.values
    match example.component:
        case "quiz" | "quiz-paper" | "quiz-answers":
            quiz = Quiz.model_validate(values["quiz"])
            again = values.get("again", {})
            asked = Quiz.model_validate({**values["quiz"], "questions": again["questions"]}).questions if again else ()
            return {
                "id": values["id"],
                "quiz": quiz,
                "questions": shown_questions(quiz, [(again["title"], question) for question in asked]),
                "adults": values.get("adults", False),
                "promise": values.get("promise"),
            }
        case "promise":
            return {"phase": Phase.model_validate(values["phase"])}
        case "checklist":
            authored = Checklist.model_validate(values["checklist"]) if "checklist" in values else None
            policy = Policy.model_validate(values["policy"]) if "policy" in values else NO_POLICY
            return {"list": checklist_of(values["id"], authored, policy)}
        case "clause":
            return {"clause": Clause.model_validate(values["clause"])}
        case "help-routes":
            routes = [HelpRoute.model_validate(route) for route in values["routes"]]
            return {"routes": routes, "school": School.model_validate(values["school"]), "ask": ASK}
        case "help-by-worry":
            listed = [HelpRoute.model_validate(route) for route in values["routes"]]
            worries = help_by_worry_of([Worry.model_validate(worry) for worry in values["worries"]], listed)
            return {"worries": worries, "school": School.model_validate(values["school"])}
        case "plain-words":
            sections = [
                PlainSection(one["id"], one["number"], one["title"], tuple(_plain_line(line) for line in one["lines"]))
                for one in values["sections"]
            ]
            return {"sections": sections, "heading": values["heading"]}
        case "plain-pictures":
            return {"lines": [_plain_line(line) for line in values["lines"]]}
        case "policy-map":
            places = [_place(place) for place in values["places"]]
            section = SimpleNamespace(**values["section"])
            return {"section": section, "places": places, "taught": any(place.ages for place in places)}
        case "linked-policies":
            return {"policies": values["policies"], "ask": ASK}
        case "review-date":
            return {name: policy_date(words) for name, words in values.items()}
        case "social-story" | "poster":
            return dict(values)
        case "key-words":
            return {"words": [Part(kind="word", **word) for word in values["words"]]}
        case "lesson-cards":
            entries = [SimpleNamespace(id=entry["id"], lesson=SimpleNamespace(**entry)) for entry in values["entries"]]
            return {"phase": values["phase"], "entries": entries}
        case "app-table":
            return {"table": app_table_of(Apps.model_validate(values).apps)}
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
    return Place(clause, place["words"], place["readers"], ages, links("pages"), links("lists"))


def texts(values: object) -> Iterator[str]:
    """Give every text that stands anywhere in the values."""
    if isinstance(values, str):
        yield values
    elif isinstance(values, dict):
        for value in values.values():
            yield from texts(value)
    elif isinstance(values, list):
        for value in values:
            yield from texts(value)
