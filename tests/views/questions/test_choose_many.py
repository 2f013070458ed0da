"""Several choices are good, and one that is missed may say why."""

from __future__ import annotations

from tests.views.questions.showing import PLAIN, shown


def test_every_correct_choice_is_right_and_what_is_missed_says_why() -> None:
    question, written = shown("choose-many"), PLAIN["choose-many"]["choices"]
    (part,) = question.parts
    assert [option.key for option in part.options] == ["yes" if choice.get("correct") else "no" for choice in written]
    missed = [None if option.missed is None else question.reasons[option.missed].words for option in part.options]
    assert missed == [choice.get("missed") for choice in written]
