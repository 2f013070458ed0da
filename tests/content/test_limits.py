"""A limit that a check holds is the one that the pages for authors name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from macros.checks.branding import LARGEST_CREST
from macros.checks.published_files import LARGEST_PICTURE
from macros.checks.quiz_quality import LIMITS
from macros.models.app import App
from macros.models.base import Model
from macros.models.clause_use import MOST_YOUNG_WORDS
from macros.models.lesson import LONGEST_DSL_NOTE, Lesson
from macros.models.phase import Phase
from macros.models.questions import AnyQuestion
from macros.models.quiz import Quiz
from macros.source.calls import LONGEST_LINE

ROOT = Path(__file__).parents[2]
LESSONS, QUIZZES, FACTS, PAGES, PICTURES, WORDS = (
    f"docs/about/writing-{what}.md" for what in ("lessons", "quizzes", "facts", "pages", "pictures", "words")
)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ROW = re.compile(r"^\| `(?P<name>[a-z_]+)` \| (?P<rest>.*) \|$", re.MULTILINE)
HEADINGS = {"match": "Match pairs", "what-would-you-do": "What would you do?"}
QUESTIONS = {get_args(model.model_fields["type"].annotation)[0]: model for model in get_args(get_args(AnyQuestion)[0])}


def figures(text: str) -> set[int]:
    """Give every number of a text, in digits or in words."""
    digits = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)}
    return digits | {NUMBERS.index(word) for word in re.findall(r"[a-z]+", text.lower()) if word in NUMBERS}


def limits(field: Any) -> set[int]:
    """Give how many a list may have, or what a number may be; that a list is not empty is no limit."""
    if field.annotation is not int and get_origin(field.annotation) is not tuple:
        return set()
    names = ("min_length", "max_length", "ge", "le")
    found = {getattr(limit, name, None) for limit in field.metadata for name in names}
    return {int(number) for number in found if number is not None and number > 1}


def section(path: str, heading: str) -> str:
    text = (ROOT / path).read_text(encoding="utf-8")
    found = re.split(rf"^#+ {re.escape(heading)}$", text, maxsplit=1, flags=re.MULTILINE)
    assert len(found) == 2, heading
    return re.split(r"^#{1,4} ", found[1], maxsplit=1, flags=re.MULTILINE)[0]


TABLES: list[tuple[str, str, type[Model]]] = [
    (LESSONS, "The top of a lesson", Lesson),
    (FACTS, "An app or a game", App),
    (FACTS, "The four ages", Phase),
    (QUIZZES, "A whole quiz", Quiz),
    *((QUIZZES, HEADINGS.get(kind) or kind.replace("-", " ").capitalize(), model) for kind, model in QUESTIONS.items()),
]


@pytest.mark.parametrize(("path", "heading", "model"), TABLES, ids=lambda value: getattr(value, "__name__", None))
def test_a_table_of_fields_says_how_many(path: str, heading: str, model: type[Model]) -> None:
    rows = dict(ROW.findall(section(path, heading)))
    # How many choices a question has is told by age: see below.
    limited = {name: limits(field) for name, field in model.model_fields.items() if name in rows and name != "choices"}
    missing = {name: numbers - figures(rows[name]) for name, numbers in limited.items()}
    assert not any(missing.values()), missing


@pytest.mark.parametrize(
    ("heading", "most"), [("Choose one", "one"), ("Choose many", "many"), ("What would you do?", "one")]
)
def test_how_many_choices_there_are_is_told_by_age(heading: str, most: str) -> None:
    young, older = dict(ROW.findall(section(QUIZZES, heading)))["choices"].split("up to Year 2", 1)
    assert {getattr(LIMITS[phase], most) for phase in ("early-years", "years-1-2")} == {max(figures(young))}
    assert {getattr(LIMITS[phase], most) for phase in ("years-3-4", "years-5-6")} == {max(figures(older) - {11})}


def test_how_long_a_label_is_is_told_by_age() -> None:
    rows = [line.split("|") for line in section(WORDS, "Reading limits").split("\n") if line.startswith("| ")]
    labels = {cells[1].strip(): max(figures(cells[5])) for cells in rows if "label" in cells[5]}
    assert labels == {"Early years": LIMITS["early-years"].label, "Years 1 and 2": LIMITS["years-1-2"].label}


@pytest.mark.parametrize(
    ("path", "heading", "words", "limit"),
    [
        (LESSONS, "The top of a lesson", r"`dsl` .* At most (\d+) words", LONGEST_DSL_NOTE),
        (FACTS, "What a clause means", r"`young` .* at most (\d+)\.", MOST_YOUNG_WORDS),
        (FACTS, "The school's colours and crest", r"crest is .* at most (\d+) kB", LARGEST_CREST // 1024),
        (PICTURES, "What can lie beside a page", r"Save a picture .* at most (\d+) kB", LARGEST_PICTURE // 1000),
        (PAGES, "Signs with a meaning", r"A line has at most ([\d,]+) characters", LONGEST_LINE),
    ],
)
def test_a_sentence_names_the_limit(path: str, heading: str, words: str, limit: int) -> None:
    found = re.search(words, section(path, heading))
    assert found
    assert figures(found[1]) == {limit}


def test_a_limit_that_the_guide_does_not_name_is_found() -> None:
    assert figures("2 to 4, at most six of 2,000") == {2, 4, 6, 2000}
    assert limits(Lesson.model_fields["social_story"]) == {5, 10}
    assert limits(Quiz.model_fields["questions"]) == {60}
