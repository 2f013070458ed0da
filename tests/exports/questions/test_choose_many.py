"""Several of its answers are chosen together."""

from __future__ import annotations

from macros.exports.questions import told_as


def test_it_is_asked_as_a_whole() -> None:
    told = told_as("choose-many")
    assert (told.asks, told.part, told.left_out) == ("", "", "")
    assert told.several
