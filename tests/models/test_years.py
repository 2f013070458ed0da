"""The years that a school teaches: what an office may write, and how they are named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from macros.content.loader import read_library
from macros.models.base import explain
from macros.models.years import Teaches
from macros.problems import ContentError


def teaches(**values: Any) -> Teaches:
    return Teaches.model_validate(values)


def told(**values: Any) -> list[str]:
    try:
        teaches(**values)
    except ValidationError as error:
        return [f"{'/'.join(map(str, loc))}: {sentence}" for loc, sentence, _ in explain(error, Teaches)]
    return []


@pytest.mark.parametrize(
    ("values", "years", "span", "ages"),
    [
        ({}, "R123456", "Reception to Year 6", "4 to 11"),
        ({"first_year": None, "last_year": None}, "R123456", "Reception to Year 6", "4 to 11"),
        ({"last_year": "year-2"}, "R12", "Reception to Year 2", "4 to 7"),
        ({"first_year": "year-3"}, "3456", "Year 3 to Year 6", "7 to 11"),
        ({"last_year": "year-4", "nursery": "yes"}, "R1234", "Nursery to Year 4", "3 to 9"),
        ({"first_year": "year-1", "last_year": "year-1"}, "1", "Year 1", "5 to 6"),
    ],
)
def test_the_years_from_the_first_to_the_last_are_taught(
    values: dict[str, Any], years: str, span: str, ages: str
) -> None:
    found = teaches(**values)
    assert ("".join(found.years), found.span, found.ages) == (years, span, ages)


@pytest.mark.parametrize(
    ("years", "title", "with_nursery"),
    [
        ("R", "Reception", "Nursery and Reception"),
        ("3", "Year 3", "Year 3"),
        ("56", "Years 5 and 6", "Years 5 and 6"),
        ("R1", "Reception and Year 1", "Nursery and Reception and Year 1"),
        ("3456", "Years 3 to 6", "Years 3 to 6"),
    ],
)
def test_years_are_named_as_teachers_do(years: Any, title: str, with_nursery: str) -> None:
    assert teaches().titled(tuple(years)) == title
    assert teaches(nursery="yes").titled(tuple(years)) == with_nursery


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"first_year": "Year 3"}, "first_year: “Year 3” is not known as “first_year”. Did you mean “year-3”?"),
        (
            {"first_year": "year-5", "last_year": "year-2"},
            "last_year: “year-2” comes before “year-5”, so no year would be taught. Give the youngest year as "
            "“first_year” and the oldest as “last_year”.",
        ),
        (
            {"first_year": "year-3", "nursery": "yes"},
            "nursery: A nursery uses the lessons of Reception. Write “first_year: reception”, or “nursery: no”.",
        ),
        (
            {"last_year": "year-2", "mixed_classes": [["year-2", "year-3"]]},
            "mixed_classes/0/1: “year-3” is not taught here: the years are reception to year-2.",
        ),
        (
            {"mixed_classes": [["year-1", "year-3"]]},
            "mixed_classes/0/1: A mixed class is of two years that follow each other, the younger first, and year-3 "
            "does not follow year-1. Write, for example, [year-3, year-4].",
        ),
        (
            {"mixed_classes": [["year-1", "year-2"], ["year-2", "year-3"]]},
            "mixed_classes/1/0: “year-2” is in two mixed classes. Keep one of them.",
        ),
        (
            {"mixed_classes": ["year-1", "year-2"]},
            "mixed_classes: Each class has square brackets of its own, though there is one alone: [[year-1, year-2]].",
        ),
        (
            {"mixed_classes": [["year-1"]]},
            "mixed_classes/0: “mixed_classes” needs at least 2 and has 1.",
        ),
    ],
)
def test_what_is_not_right_is_told(values: dict[str, Any], sentence: str) -> None:
    assert told(**values) == [sentence]


def test_two_years_of_one_class_are_not_the_same() -> None:
    assert [line.partition(":")[0] for line in told(mixed_classes=[["year-1", "year-1"]])] == [
        "mixed_classes/0/1",
        "mixed_classes/0/1",
    ]


def test_a_slip_in_the_years_is_told_with_its_place(project: Path) -> None:
    school = project / "school.yml"
    text = school.read_text(encoding="utf-8").rstrip("\n")
    school.write_text(
        f"{text}\nteaches:\n  first_year: year-7\n  mixed_classes: [[year-1, year-4]]\n", encoding="utf-8"
    )
    line = text.count("\n") + 3
    with pytest.raises(ContentError) as error:
        read_library(project)
    assert [(problem.path, problem.line, problem.column) for problem in error.value.problems] == [
        ("school.yml", line, 15)
    ]
    assert error.value.problems[0].sentence.startswith("“year-7” is not known as “first_year”. Did you mean “year-")
