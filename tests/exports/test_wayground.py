"""Wayground's sheet: its columns, its two types, and the reason for the right answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.content.library import Library
from macros.exports.items import plain_quiz
from macros.exports.wayground import wayground
from macros.models.quiz import Quiz
from tests.exports.hostile import HOSTILE
from tests.exports.reading import cells, rows


def test_the_header_is_that_of_the_template(examples: Quiz) -> None:
    found = cells(wayground(plain_quiz(examples)).content)
    assert [found[f"{letter}1"] for letter in "ABCDEFGHIJK"] == [
        "Question Text",
        "Question Type",
        "Option 1",
        "Option 2",
        "Option 3",
        "Option 4",
        "Option 5",
        "Correct Answer",
        "Time in seconds",
        "Image Link",
        "Answer explanation",
    ]


def test_a_row_has_its_question_answers_key_and_reason(only: Callable[..., Quiz]) -> None:
    (row,) = rows(wayground(plain_quiz(only("choose-one"))).content, 2)
    assert row == {
        "A": "Kit needs a password. Which is the strongest?",
        "B": "Multiple Choice",
        "C": "kitfox2026",
        "D": "lamp river cactus",
        "E": "p@ssw0rd!",
        "F": "I’m not sure",
        "H": 2,
        "I": 300,
        "K": "It's long, and it gives nothing about Kit away.",
    }


def test_where_several_are_chosen_there_are_boxes_and_all_reasons_for_good_choices(only: Callable[..., Quiz]) -> None:
    (row,) = rows(wayground(plain_quiz(only("choose-many"))).content, 2)
    assert (row["B"], row["H"]) == ("Checkbox", "1,3")
    assert row["K"] == "Now Kit chooses who sees her drawings. A drawing app doesn't need to know where Kit is."


def test_where_one_is_chosen_one_is_right(examples: Quiz, library: Library) -> None:
    for quiz in (examples, *(entry.quiz for entry in library.lessons.values())):
        export = wayground(plain_quiz(quiz))
        found = rows(export.content, 2)
        assert len(found) == export.questions
        for row in found:
            assert row["B"] == "Checkbox" or isinstance(row["H"], int)
            options = [letter for letter in "CDEFG" if letter in row]
            assert all(1 <= int(number) <= len(options) for number in str(row["H"]).split(","))


def test_six_choices_are_too_many_and_it_is_told(only: Callable[..., Quiz]) -> None:
    choices = [
        {"text": f"C{n}", "feedback": "F", **({"correct": "yes", "missed": "M"} if n == 1 else {})} for n in range(6)
    ]
    export = wayground(plain_quiz(only("choose-many", choices=choices)))
    assert export.questions == 0
    assert export.notes[0].endswith("is left out: it has 6 answers, and there is room for 5.")


def test_two_safest_choices_are_left_out_as_one_alone_can_be_right(only: Callable[..., Quiz]) -> None:
    choices = [{"text": text, "grade": "safest" if text != "C" else "risky", "feedback": "F"} for text in "ABC"]
    export = wayground(plain_quiz(only("what-would-you-do", choices=choices)))
    assert export.questions == 0
    assert export.notes[0].endswith("more than one of its answers is right, and only one can be chosen.")


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_is_a_text(filled: Callable[[str], Quiz], text: str) -> None:
    item = plain_quiz(filled(text)).questions[0].items[0]
    row = rows(wayground(plain_quiz(filled(text))).content, 2)[0]
    assert (row["A"], row["C"], row["K"]) == (item.text, item.answers[0].text, item.good[0].why)


def test_the_same_quiz_gives_the_same_file(examples: Quiz) -> None:
    assert wayground(plain_quiz(examples)) == wayground(plain_quiz(examples.model_copy()))
