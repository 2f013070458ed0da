"""Every type of question becomes plain questions with answers; the right ones and the reasons stay with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from macros.exports.items import Asked, plain_quiz
from macros.exports.questions import TOLD
from macros.models.questions import AnyQuestion
from macros.models.quiz import Quiz


def asked(quiz: Quiz, kind: str) -> Asked:
    return next(question for question in plain_quiz(quiz).questions if question.kind == kind)


def test_every_type_is_known(examples: Quiz) -> None:
    types = {get_args(model.model_fields["type"].annotation)[0] for model in get_args(get_args(AnyQuestion)[0])}
    assert types == set(TOLD) == {question.kind for question in plain_quiz(examples).questions}


@pytest.mark.parametrize(
    ("kind", "items", "good"),
    [
        ("choose-one", 1, 1),
        ("choose-many", 1, 2),
        ("sort", 2, 1),
        ("put-in-order", 3, 1),
        ("match", 3, 1),
        ("fill-the-gap", 2, 1),
        ("true-or-false", 1, 1),
        ("what-would-you-do", 1, 1),
    ],
)
def test_a_type_gives_its_items_with_their_right_answers_and_reasons(
    examples: Quiz, kind: str, items: int, good: int
) -> None:
    found = asked(examples, kind)
    assert len(found.items) == items
    for item in found.items:
        assert len(item.good) == good
        assert item.others
        assert item.text.startswith(found.text)
        assert bool(item.part) == (items > 1)
        assert item.part.replace("___", "……") in item.text
        assert all(answer.why for answer in item.answers)


def test_a_story_has_nothing_to_ask(examples: Quiz) -> None:
    assert asked(examples, "story").items == ()


def test_a_thing_belongs_to_its_group(examples: Quiz) -> None:
    item = asked(examples, "sort").items[1]
    assert item.part == "The name of Kit's school"
    assert [(answer.text, answer.good) for answer in item.answers] == [("Fine to show", False), ("Keep private", True)]
    assert item.good[0].why == "It shows where Kit is every day."


def test_a_step_has_its_place(examples: Quiz) -> None:
    places = {item.part: item.good[0].text for item in asked(examples, "put-in-order").items}
    assert places == {"Pause": "1st", "Tell a grown-up": "2nd", "Sort it together": "3rd"}


def test_the_fourth_place_is_named_as_people_say_it(only: Callable[..., Quiz]) -> None:
    steps = [{"text": f"S{number}", "feedback": "F", "not_yet": "N"} for number in range(6)]
    texts = {answer.text for answer in asked(only("put-in-order", steps=steps), "put-in-order").items[0].answers}
    assert texts == {"1st", "2nd", "3rd", "4th", "5th", "6th"}


def test_a_gap_stays_a_gap(examples: Quiz) -> None:
    item = asked(examples, "fill-the-gap").items[0]
    assert item.part == "A password is like a ___ for a door."
    assert item.text.endswith("A password is like a …… for a door.")
    assert item.good[0].text == "key"


@pytest.mark.parametrize(("answer", "good"), [("yes", "True"), ("no", "False")])
def test_true_or_false_has_its_answer(only: Callable[..., Quiz], answer: str, good: str) -> None:
    item = asked(only("true-or-false", answer=answer), "true-or-false").items[0]
    assert [each.text for each in item.good] == [good]


def test_what_one_would_do_is_weighed(examples: Quiz) -> None:
    item = asked(examples, "what-would-you-do").items[0]
    assert [(answer.weight, answer.good) for answer in item.answers] == [(100, True), (50, False), (0, False)]


def test_questions_of_earlier_lessons_come_first_and_are_missed_where_they_are_not_given(examples: Quiz) -> None:
    quiz = examples.model_copy(update={"recall": ("earlier/choose-one",)})
    assert plain_quiz(quiz).lacks == 1
    whole = plain_quiz(quiz, [examples.questions[6]])
    assert whole.lacks == 0
    assert [question.kind for question in whole.questions[:2]] == ["true-or-false", "choose-one"]
    assert [question.number for question in whole.questions] == list(range(1, len(examples.questions) + 2))


def test_hidden_characters_are_told_wherever_they_stand(only: Callable[..., Quiz]) -> None:
    assert not asked(only("true-or-false"), "true-or-false").hidden
    for name in ("text", "if_true", "if_false"):
        assert asked(only("true-or-false", **{name: "a\u202eb"}), "true-or-false").hidden


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Fill each gap with a word from the box.", "Fill each gap with a word."),
        ("Fill each gap with words from the word box.", "Fill each gap with words."),
        ("Use the words in the box to finish.", "Use the words to finish."),
        ("Fill each gap from a sandbox.", "Fill each gap from a sandbox."),
    ],
)
def test_no_box_is_spoken_of_where_there_is_none(only: Callable[..., Quiz], text: str, plain: str) -> None:
    (question,) = plain_quiz(only("fill-the-gap", text=text)).questions
    assert question.text == plain
    assert all(item.text.startswith(f"{plain} ") for item in question.items)
    assert plain_quiz(only("choose-one", text=text)).questions[0].text == text


def test_a_question_that_is_asked_again_is_known_as_such(only: Callable[..., Quiz]) -> None:
    quiz = plain_quiz(only("choose-one"), only("true-or-false").questions)
    assert [(question.id, question.before) for question in quiz.questions] == [
        ("true-or-false", True),
        ("choose-one", False),
    ]
