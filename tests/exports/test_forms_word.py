"""The document for Microsoft Forms: numbers and letters as it reads them, one paragraph each."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from macros.exports.forms_word import forms_word
from macros.exports.items import plain_quiz
from macros.models.quiz import Quiz
from tests.exports import reading
from tests.exports.hostile import HOSTILE


def paragraphs(quiz: Quiz) -> list[str]:
    """Give the paragraphs after the title."""
    title, *others = reading.blocks(forms_word(plain_quiz(quiz)).content)
    assert title == ("h1", plain_quiz(quiz).title)
    assert {tag for tag, _ in others} == {"p"}
    return [words for _, words in others]


def test_a_question_is_numbered_and_its_options_have_letters(only: Callable[..., Quiz]) -> None:
    assert paragraphs(only("choose-one")) == [
        "1. Kit needs a password. Which is the strongest?",
        "A. kitfox2026",
        "B. lamp river cactus",
        "C. p@ssw0rd!",
        "D. I’m not sure",
        "",
    ]


def test_questions_are_numbered_on_and_parted_by_an_empty_line(examples: Quiz) -> None:
    found = "\n".join(paragraphs(examples)).strip().split("\n\n")
    assert len(found) == forms_word(plain_quiz(examples)).questions == 14
    for number, block in enumerate(found, start=1):
        first, *options = block.split("\n")
        assert first.startswith(f"{number}. ")
        assert [option[:3] for option in options] == [f"{letter}. " for letter in "ABCDEFGH"[: len(options)]]
        assert options[-1].endswith("I’m not sure")


def test_that_several_may_be_chosen_is_told_as_the_file_cannot_say_it(only: Callable[..., Quiz]) -> None:
    told = "Question 1: switch on “Multiple answers” in Forms."
    assert told in forms_word(plain_quiz(only("choose-many"))).notes
    assert told not in forms_word(plain_quiz(only("choose-one"))).notes


def test_no_reason_and_no_key_is_in_the_file(examples: Quiz) -> None:
    words = " ".join(paragraphs(examples))
    for item in (item for asked in plain_quiz(examples).questions for item in asked.items):
        assert not [answer.why for answer in item.answers if answer.why in words]
    assert "right answers" in forms_word(plain_quiz(examples)).always


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_is_one_paragraph(filled: Callable[[str], Quiz], text: str) -> None:
    quiz = plain_quiz(filled(text))
    found = paragraphs(filled(text))
    assert len(found) == len(paragraphs(filled("Plain")))
    assert found[0] == f"1. {quiz.questions[0].text}"
    assert found[1] == f"A. {quiz.questions[0].items[0].answers[0].text}"
    assert not [paragraph for paragraph in found if paragraph and not re.match(r"\d+\. |[A-Z]\. ", paragraph)]


def test_the_same_quiz_gives_the_same_file(examples: Quiz) -> None:
    assert forms_word(plain_quiz(examples)) == forms_word(plain_quiz(examples.model_copy()))
