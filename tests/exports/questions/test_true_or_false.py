"""True or False is chosen."""

from __future__ import annotations

from macros.exports.questions import told_as


def test_it_is_asked_as_a_whole() -> None:
    told = told_as("true-or-false")
    assert (told.asks, told.part, told.left_out) == ("", "", "")
    assert not told.several
