"""The words of every plan are read, and none may be missing."""

from __future__ import annotations

from macros.models.plan_words import PlanWords
from tests.models.telling import made, told

WORDS = (
    "child_tells: {title: If a child tells you, text: Listen., danger: In danger}\n"
    "statements: Each names its step.\nquiz: It's on the slides.\nworksheet: It's on paper.\n"
)


def test_the_words_of_a_plan_are_read() -> None:
    words = made(PlanWords, WORDS)
    assert (words.child_tells.title, words.child_tells.text) == ("If a child tells you", "Listen.")
    assert (words.quiz, words.worksheet) == ("It's on the slides.", "It's on paper.")


def test_what_a_teacher_does_when_a_child_tells_may_not_be_empty() -> None:
    (said,) = told(PlanWords, WORDS.replace("text: Listen.", "text: ''"))
    assert said.startswith("1:")
