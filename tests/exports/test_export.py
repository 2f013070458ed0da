"""What is left out comes first and by name; the same change to several questions is said once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from macros.exports.export import Notes, begun, fault
from macros.exports.items import plain_quiz
from macros.models.quiz import Quiz


def test_what_is_left_out_comes_first_and_changes_are_gathered(examples: Quiz) -> None:
    quiz = plain_quiz(examples)
    notes = Notes(quiz)
    for number in (0, 2, 2, 4):
        notes.changed(quiz.questions[number], "changed")
    notes.changed(quiz.questions[1], "other")
    notes.left_out(quiz.questions[8], "it is a story")
    notes.left_out(quiz.questions[3], "it is long", quiz.questions[3].items[1])
    assert notes.sentences() == (
        "Question 9 (“The odd message. You choose what Kit does.”) is left out: it is a story.",
        "Question 4 (“An odd message pops up. What does Kit do first?”), the part “Pause”, is left out: it is long.",
        "Questions 1, 3 and 5: changed.",
        "Question 2: other.",
    )


def test_questions_of_earlier_lessons_that_are_not_there_are_told(examples: Quiz) -> None:
    assert Notes(plain_quiz(examples)).sentences() == ()
    lacking = replace(plain_quiz(examples), lacks=1)
    assert Notes(lacking).sentences() == (
        "Questions from earlier lessons are left out. They are in the files of those lessons.",
    )


def test_a_long_question_is_named_by_its_first_whole_words() -> None:
    assert begun("a" * 60) == "a" * 60
    assert begun("word " * 13) == "word " * 10 + "word…"
    assert begun("a" * 61) == "a" * 59 + "…"


def test_words_that_are_nothing_but_marks_are_a_fault(only: Callable[..., Quiz]) -> None:
    assert not fault(plain_quiz(only("true-or-false")).questions[0].items[0])
    marks = plain_quiz(only("true-or-false", text="\u202e")).questions[0].items[0]
    assert fault(marks) == "nothing is left of its words without their marks"


def test_answers_that_differ_in_their_marks_alone_are_a_fault(only: Callable[..., Quiz]) -> None:
    choices = [{"text": "*Tell*", "feedback": "F"}, {"text": "Tell", "correct": "yes", "feedback": "F"}]
    item = plain_quiz(only("choose-one", choices=choices)).questions[0].items[0]
    assert fault(item) == "two of its answers are the same without their marks"
