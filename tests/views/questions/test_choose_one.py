"""One choice is good, and each has its reason."""

from __future__ import annotations

from tests.views.questions.showing import PLAIN, shown


def test_the_correct_choice_alone_is_right_and_each_says_why() -> None:
    question, written = shown("choose-one"), PLAIN["choose-one"]["choices"]
    (part,) = question.parts
    assert [option.key for option in part.options] == ["yes" if choice.get("correct") else "no" for choice in written]
    assert [question.reasons[option.say].words for option in part.options] == [each["feedback"] for each in written]
