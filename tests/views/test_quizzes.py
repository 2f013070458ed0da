"""A question of any type becomes parts, options with keys, and reasons; nothing else is known of types."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from macros.models.questions import AnyQuestion
from macros.models.quiz import Quiz
from macros.views.quizzes import ShownQuestion, shown_questions
from tests.views.questions.showing import shown

TYPES = {get_args(model.model_fields["type"].annotation)[0] for model in get_args(get_args(AnyQuestion)[0])}


@pytest.mark.parametrize("kind", sorted(TYPES - {"story"}))
def test_every_part_can_be_answered_well_and_every_option_says_why(kind: str) -> None:
    question = shown(kind)
    assert question.parts
    for part in question.parts:
        assert any(option.key != "no" for option in part.options)
        assert any(option.key == "no" for option in part.options)
        for option in part.options:
            assert question.reasons[option.say].words
            if option.missed is not None:
                assert option.key == "yes"
                assert question.reasons[option.missed].spare


@pytest.mark.parametrize(
    ("kind", "control", "paper"),
    [
        ("choose-one", "radio", "tick"),
        ("choose-many", "checkbox", "tick"),
        ("sort", "radio", "table"),
        ("put-in-order", "select", "number"),
        ("match", "select", "join"),
        ("fill-the-gap", "select", "write"),
        ("true-or-false", "radio", "tick"),
        ("what-would-you-do", "radio", "tick"),
        ("story", "link", "story"),
    ],
)
def test_a_type_has_its_control_and_its_form_on_paper(kind: str, control: str, paper: str) -> None:
    assert (shown(kind).control, shown(kind).paper) == (control, paper)


@pytest.mark.parametrize(
    ("kind", "right"),
    [
        ("choose-one", [("", ("Gran",))]),
        ("choose-many", [("", ("Only people I know can see me", "Location off"))]),
        ("sort", [("Fine to show", ("A colour",)), ("Keep private", ("A street",))]),
        ("put-in-order", [("1", ("Stop",)), ("2", ("Tell Nan",)), ("3", ("Play on",))]),
        (
            "match",
            [
                ("password", ("it opens an account",)),
                ("location", ("the place where you are",)),
                ("profile", ("a page about you",)),
            ],
        ),
        ("fill-the-gap", [("", ("key", "grown-ups"))]),
        ("true-or-false", [("", ("False",))]),
        (
            "what-would-you-do",
            [
                ("the safest choice", ("Say no kindly, and tell a grown-up",)),
                ("okay, and also tell", ("Say no, and play on",)),
            ],
        ),
        ("story", []),
    ],
)
def test_what_is_right_is_told_in_short(kind: str, right: list[tuple[str, tuple[str, ...]]]) -> None:
    assert list(shown(kind).right) == right


ORDER: dict[str, Any] = {
    "id": "order",
    "type": "put-in-order",
    "text": "What comes first, and what comes next?",
    "hint": "Stop.",
    "steps": [
        {"text": "Pause", "picture": "stop", "feedback": "Good, pause.", "not_yet": "Pause is early."},
        {"text": "Tell", "picture": "tell", "feedback": "Good, tell.", "not_yet": "Tell is in the middle."},
        {"text": "Sort", "picture": "two-friends", "feedback": "Good, sort.", "not_yet": "Sort is late."},
    ],
}
PAIRS: dict[str, Any] = {
    "id": "pairs",
    "type": "match",
    "text": "Where does each one help?",
    "hint": "Look.",
    "pairs": [
        {"text": "Nan", "picture": "robin-nan", "match": "at home", "feedback": "Nan is home.", "not_yet": "Not Nan."},
        {
            "text": "Teacher",
            "picture": "teacher",
            "match": "at school",
            "feedback": "School.",
            "not_yet": "Not.",
        },
    ],
}


def tapped(*questions: dict[str, Any]) -> list[ShownQuestion]:
    quiz = Quiz.model_validate({"title": "A", "can_do": "You can.", "at_home": "Do.", "questions": questions})
    return list(shown_questions(quiz, tapped=True))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        (ORDER, {"First": "Pause", "Second": "Tell", "Third": "Sort"}),
        (PAIRS, {"at home": "Nan", "at school": "Teacher"}),
    ],
)
def test_who_does_not_read_taps_a_picture_for_each_place(question: dict[str, Any], wanted: dict[str, str]) -> None:
    (shown,) = tapped(question)
    assert shown.control == "radio"
    assert shown.pictured
    good = {part.text: option.text for part in shown.parts for option in part.options if option.key == "yes"}
    assert good == wanted
    for part in shown.parts:
        assert {option.text for option in part.options} == set(wanted.values())
        assert len([option for option in part.options if option.key == "yes"]) == 1


def test_the_reason_is_that_of_the_picture_that_was_tapped() -> None:
    (shown,) = tapped(ORDER)
    first = next(part for part in shown.parts if part.text == "First")
    said = {option.text: shown.reasons[option.say].words for option in first.options}
    assert said == {"Pause": "Good, pause.", "Tell": "Tell is in the middle.", "Sort": "Sort is late."}


def test_without_a_picture_for_each_thing_the_numbers_are_tapped() -> None:
    plain = {**ORDER, "steps": [{k: v for k, v in step.items() if k != "picture"} for step in ORDER["steps"]]}
    (shown,) = tapped(plain)
    assert shown.control == "radio"
    assert [option.text for option in shown.parts[0].options] == ["1", "2", "3"]


def test_who_reads_chooses_from_lists_as_before() -> None:
    quiz = Quiz.model_validate({"title": "A", "can_do": "You can.", "at_home": "Do.", "questions": [ORDER, PAIRS]})
    assert [question.control for question in shown_questions(quiz)] == ["select", "select"]
