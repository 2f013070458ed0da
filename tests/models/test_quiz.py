"""A quiz holds questions of known types, each with an id of its own."""

from __future__ import annotations

import pytest

from macros.models.questions import ChooseOne
from macros.models.quiz import Quiz
from tests.models.telling import made, told

QUIZ = """title: Practice
can_do: You can do it.
at_home: Say it at home.
questions:
  - id: one
    type: choose-one
    text: Which?
    hint: Look.
    choices:
      - {text: No, feedback: Because.}
      - {text: 12:30, correct: yes, feedback: It is.}
"""


def test_a_quiz_is_read_and_its_words_stay_words() -> None:
    question = made(Quiz, QUIZ).questions[0]
    assert isinstance(question, ChooseOne)
    choices = question.choices
    assert [choice.text for choice in choices] == ["No", "12:30"]
    assert [choice.correct for choice in choices] == [False, True]


def test_an_unknown_type_of_question_is_told_with_the_nearest() -> None:
    assert told(Quiz, QUIZ.replace("choose-one", "chose-one")) == [
        "5:5: “chose-one” is not a known type of question. Did you mean “choose-one”?"
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "“type” is empty. Say what kind of question this is: “type: choose-one”."),
        ("[choose-one]", "“type” must be one word: “type: choose-one”."),
    ],
)
def test_a_type_that_is_no_word_is_told(typed: str, said: str) -> None:
    assert told(Quiz, QUIZ.replace("type: choose-one", f"type: {typed}")) == [f"5:5: {said}"]


def test_a_question_without_a_type_is_told() -> None:
    assert told(Quiz, QUIZ.replace("    type: choose-one\n", "")) == [
        "5:5: “type” is missing here. Add a line “type: choose-one”."
    ]


def test_two_questions_with_one_id_are_told() -> None:
    second = QUIZ[QUIZ.index("  - id") :]
    assert told(Quiz, QUIZ + second) == ["12:9: The id “one” is used for a question above. Give each its own."]


def test_a_quiz_without_questions_is_refused() -> None:
    assert told(Quiz, QUIZ[: QUIZ.index("\n  - id")] + " []\n") == ["4:12: “questions” needs at least 1 and has 0."]


def test_a_misspelt_name_within_a_question_names_the_nearest() -> None:
    assert told(Quiz, QUIZ.replace("feedback: Because", "feedbak: Because")) == [
        "10:9: “feedback” is missing here. Add a line “feedback: …”.",
        "10:20: “feedbak” is not a name that is known here. Did you mean “feedback”?",
    ]
