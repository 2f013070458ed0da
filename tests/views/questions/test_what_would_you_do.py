"""What one could do is the safest, okay or risky."""

from __future__ import annotations

from tests.views.questions.showing import PLAIN, shown


def test_safest_and_okay_may_both_be_chosen_and_risky_may_not() -> None:
    question = shown("what-would-you-do")
    keys = {"safest": "may", "okay": "may", "risky": "no"}
    graded = [keys[choice["grade"]] for choice in PLAIN["what-would-you-do"]["choices"]]
    assert [option.key for option in question.parts[0].options] == graded
