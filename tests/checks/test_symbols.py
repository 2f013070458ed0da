"""A symbol stands for one thing: in the register, in its drawing, on pages and among new words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from macros.checks.symbols import check_new_words, check_register, departs
from macros.content.library import Library
from macros.content.loader import read_library
from macros.models.lesson import Lesson
from macros.models.symbol import Symbols
from macros.problems import ContentError
from macros.source import Document, parse_yaml

Change = Callable[[str, str, str], int]
REGISTER = "docs/_data/symbols.yml"
FOLDER = "docs/assets/images/symbols"
LESSON = "lessons/years-3-4/three-word-locks/lesson.md"
TEXT = """\
symbols:
  - {id: key, means: a password, alt: A key., group: screens}
  - {id: padlock, means: keeping something private, alt: A padlock., group: screens}
"""
KEY = '<svg viewBox="0 0 1 1"><path d="M0 0h1" fill="#fff" stroke="currentColor"/></svg>'
PADLOCK = '<svg viewBox="0 0 1 1"><path d="M0 0v1" fill="#fff"/></svg>'


def register() -> tuple[Document, Symbols]:
    document = parse_yaml(TEXT, REGISTER)
    return document, Symbols.model_validate(document.data)


def told(**drawings: str) -> list[str]:
    return [str(problem) for problem in check_register(*register(), drawings, FOLDER)]


def told_by_the_library(project: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_library(project)
    return [str(problem) for problem in caught.value.problems]


def test_a_register_of_what_is_drawn_is_right() -> None:
    assert told(key=KEY, padlock=PADLOCK) == []


def test_a_drawing_without_a_row_is_told_at_the_drawing() -> None:
    assert told(key=KEY, padlock=PADLOCK, lock='<svg viewBox="0 0 1 1"/>') == [
        f"{FOLDER}/lock.svg:1:1: “lock” is not in the register. Say in {REGISTER} which one thing it stands for, and "
        "its “alt”."
    ]


def test_a_row_without_a_drawing_is_told_with_the_nearest() -> None:
    assert told(key=KEY, padlocks=PADLOCK)[1:] == [
        f"{REGISTER}:3:10: There is no drawing “padlock.svg” in {FOLDER}. Did you mean “padlocks”?"
    ]


@pytest.mark.parametrize(
    "same",
    [
        KEY,
        KEY.replace("#fff", "#000"),
        KEY.replace(' fill="#fff"', ""),
        KEY.replace('stroke="currentColor"', "stroke='red'"),
        KEY.replace("><", ">\n  <"),
    ],
    ids=["itself", "another colour", "no colour", "another line", "other spaces"],
)
def test_two_symbols_that_are_one_drawing_are_told_at_the_second(same: str) -> None:
    (said,) = told(key=KEY, padlock=same)
    assert said == (
        f"{REGISTER}:3:10: “padlock” is drawn as “key” is, or differs from it only in its colours, which not everyone "
        "sees. Draw another picture, or keep one of them."
    )


def test_lines_of_another_width_are_another_drawing() -> None:
    assert told(key=KEY, padlock=KEY.replace("<path", '<path stroke-width="4"')) == []


@pytest.mark.parametrize("name", ["symbols/key", "cast/key", "key", "symbols/kay"])
def test_the_words_of_a_symbol_are_those_of_the_register(name: str) -> None:
    assert departs(name, "A key.", register()[1].by_id()) is None


def test_other_words_of_a_symbol_are_told_with_its_own_and_what_it_stands_for() -> None:
    assert departs("symbols/key", "Keep it locked.", register()[1].by_id()) == (
        "The register says of “key”: “A key.” Leave “alt” out, and the page says that. If you mean another thing than "
        "“a password”, choose another symbol."
    )
    assert departs("cast/key", "Keep it locked.", register()[1].by_id()) is None


def words(own_library: Library, **symbols: str) -> tuple[Document, Lesson]:
    """Give a lesson whose only new words have these symbols, with a file that knows no place."""
    lesson = own_library.lessons["three-word-locks"].lesson
    part = next(part for step in lesson.steps for part in step.parts if part.kind == "word")
    parts = tuple(part.model_copy(update={"title": word, "picture": picture}) for word, picture in symbols.items())
    step = lesson.steps[0].model_copy(update={"parts": parts})
    return Document("a.md"), lesson.model_copy(update={"steps": (step,)})


def test_a_symbol_may_stand_for_one_new_word_in_many_lessons(own_library: Library) -> None:
    lessons = [words(own_library, bullying="heart", kind="hug"), words(own_library, Bullying="heart")]
    assert list(check_new_words(lessons)) == []


def test_a_symbol_that_stands_for_two_new_words_is_told(own_library: Library) -> None:
    (said,) = check_new_words([words(own_library, scam="mask"), words(own_library, kind="hug", disinformation="mask")])
    assert said.sentence == (
        "“mask” is the symbol of the new word “scam” at this age, and cannot stand for “disinformation” as well. "
        "Choose another, or draw one."
    )


def test_the_library_tells_each_at_its_place(project: Path, change: Change) -> None:
    means = change(REGISTER, "means: a password", "means: an apple")
    alt = change(LESSON, '{{ picture("symbols/key", alt="A key.") }}', '{{ picture("symbols/key", alt="Locked.") }}')
    word = change(LESSON, '!!! word "profile" name-tag', '!!! word "profile" settings')
    said = told_by_the_library(project)
    assert [line.split(": ")[0] for line in said if REGISTER in line] == [f"{REGISTER}:{means}:12"]
    change(REGISTER, "means: an apple", "means: a password")
    (project / FOLDER / "new.svg").write_text(KEY.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'))
    said = told_by_the_library(project)
    assert [line.split(": “")[0].split(": The")[0] for line in said] == [
        f"{FOLDER}/new.svg:1:1",
        f"{LESSON}:{alt}:1",
        f"{LESSON}:{word}:1",
    ]


def test_an_unknown_symbol_on_a_page_is_told_though_it_has_no_words(project: Path, change: Change) -> None:
    line = change(LESSON, '{{ picture("symbols/key", alt="A key.") }}', '{{ picture("symbols/kye") }}')
    assert told_by_the_library(project) == [
        f"{LESSON}:{line}:1: There is no picture “symbols/kye”. Did you mean “symbols/key”?"
    ]


def test_every_symbol_has_a_row_in_the_order_of_the_alphabet(root: Path, library: Library) -> None:
    rows = yaml.safe_load((root / REGISTER).read_text(encoding="utf-8"))["symbols"]
    drawn = sorted(path.stem for path in (root / FOLDER).glob("*.svg"))
    assert [row["id"] for row in rows] == drawn
    assert {row["id"]: row["means"] for row in rows} == {name: one.means for name, one in library.symbols.items()}


def test_every_drawing_is_in_the_hand_of_the_others(root: Path) -> None:
    named = {f"var(--picture-{name})" for name in ("paper", "soft", "warm", "cool", "leaf")}
    for path in (root / FOLDER).glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert 'viewBox="0 0 96 96"' in text, path.name
        assert 'stroke="currentColor" stroke-width="4"' in text, path.name
        filled = {re.sub(r", #\w+", "", colour) for colour in re.findall(r'fill="([^"]*)"', text)}
        assert filled <= {"none", "currentColor", *named}, path.name
        assert len(text) < 3000, path.name
