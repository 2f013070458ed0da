"""Kahoot's sheet: everything in its place, nothing over its limits, nothing cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.content.library import Library
from macros.exports.fitting import length
from macros.exports.items import plain_quiz
from macros.exports.kahoot import kahoot
from macros.models.quiz import Quiz
from tests.exports.hostile import HOSTILE
from tests.exports.reading import cells, rows


def test_the_title_the_header_and_the_first_question_are_in_their_places(examples: Quiz) -> None:
    found = cells(kahoot(plain_quiz(examples)).content)
    assert found["B2"] == "Examples"
    assert [found[f"{letter}8"] for letter in "BCDEFGH"] == [
        "Question - max 120 characters",
        "Answer 1 - max 75 characters",
        "Answer 2 - max 75 characters",
        "Answer 3 - max 75 characters",
        "Answer 4 - max 75 characters",
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one",
    ]
    assert [found[f"{letter}9"] for letter in "ABCDEFGH"] == [
        1,
        "Kit needs a password. Which is the strongest?",
        "kitfox2026",
        "lamp river cactus",
        "p@ssw0rd!",
        "I’m not sure",
        240,
        2,
    ]
    assert {int(place[1:]) for place in found} & set(range(3, 8)) == set()


def test_several_right_answers_are_numbers_with_commas(only: Callable[..., Quiz]) -> None:
    (row,) = rows(kahoot(plain_quiz(only("choose-many"))).content, 9)
    assert row["H"] == "1,3"


def test_no_row_of_a_real_quiz_is_over_a_limit_and_each_has_its_answer(library: Library) -> None:
    for entry in library.lessons.values():
        export = kahoot(plain_quiz(entry.quiz))
        found = rows(export.content, 9)
        assert len(found) == export.questions
        for row in found:
            answers = [row[letter] for letter in "CDEF" if letter in row]
            assert length(str(row["B"])) <= 120
            assert 2 <= len(answers) <= 4
            assert all(length(str(answer)) <= 75 for answer in answers)
            assert row["G"] == 240
            assert all(1 <= int(number) <= len(answers) for number in str(row["H"]).split(","))


@pytest.mark.parametrize(("extra", "fits"), [(0, True), (1, False)])
def test_a_question_of_120_characters_fits_and_one_more_is_left_out(
    only: Callable[..., Quiz], extra: int, fits: bool
) -> None:
    text = ("word " * 24)[:-1] + "?" + "." * extra
    assert len(text) == 120 + extra
    export = kahoot(plain_quiz(only("choose-one", text=text)))
    assert [row["B"] for row in rows(export.content, 9)] == ([text] if fits else [])
    assert export.questions == fits
    assert ("left out: its text has more than 120 characters." in " ".join(export.notes)) != fits


@pytest.mark.parametrize(("long", "fits"), [(75, True), (76, False)])
def test_an_answer_of_75_characters_fits_and_one_more_takes_its_question_out(
    only: Callable[..., Quiz], long: int, fits: bool
) -> None:
    answer = ("word " * 20)[: long - 1] + "!"
    choices = [{"text": answer, "feedback": "F"}, {"text": "B", "correct": "yes", "feedback": "F"}]
    export = kahoot(plain_quiz(only("choose-one", choices=choices)))
    assert [row["C"] for row in rows(export.content, 9)] == ([answer] if fits else [])
    assert fits or export.notes[0].endswith("is left out: one of its answers has more than 75 characters.")


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_is_a_text(filled: Callable[[str], Quiz], text: str) -> None:
    quiz = plain_quiz(filled(text))
    export = kahoot(quiz)
    assert cells(export.content)["B2"] == quiz.title
    assert rows(export.content, 9)[0]["B"] == quiz.questions[0].text
    assert rows(export.content, 9)[0]["C"] == quiz.questions[0].items[0].answers[0].text


def test_the_same_quiz_gives_the_same_file(examples: Quiz, filled: Callable[[str], Quiz]) -> None:
    assert kahoot(plain_quiz(examples)) == kahoot(plain_quiz(examples.model_copy()))
    assert kahoot(plain_quiz(examples)) != kahoot(plain_quiz(filled("a")))
