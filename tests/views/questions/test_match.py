"""Each thing has the whole bank to choose its match from."""

from __future__ import annotations

from tests.views.questions.showing import PLAIN, shown


def test_a_things_own_match_is_right_and_every_other_is_not() -> None:
    question, written = shown("match"), PLAIN["match"]["pairs"]
    assert sorted(question.bank) == sorted(pair["match"] for pair in written)
    for part, pair in zip(question.parts, written, strict=True):
        assert [option.text for option in part.options if option.key == "yes"] == [pair["match"]]
        assert tuple(option.text for option in part.options) == question.bank
