"""One of the things to do is chosen."""

from __future__ import annotations

from macros.exports.questions import told_as


def test_it_is_asked_as_a_whole() -> None:
    told = told_as("what-would-you-do")
    assert (told.asks, told.part, told.left_out) == ("", "", "")
    assert not told.several
