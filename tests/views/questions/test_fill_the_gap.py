"""A gap has a bank of words."""

from __future__ import annotations

from tests.views.questions.showing import PLAIN, shown


def test_a_gap_is_filled_from_a_bank_that_holds_the_spare_words_too() -> None:
    question = shown("fill-the-gap")
    words = [sentence["answer"] for sentence in PLAIN["fill-the-gap"]["sentences"]]
    assert sorted(question.bank) == sorted([*words, *PLAIN["fill-the-gap"].get("spare_words", [])])
    for part, word in zip(question.parts, words, strict=True):
        assert [option.text for option in part.options if option.key == "yes"] == [word]
        assert "___" not in str(part.text)
