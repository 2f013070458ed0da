"""Each of its parts becomes a question of another service."""

from __future__ import annotations

from macros.exports.questions import told_as


def test_each_part_becomes_a_question() -> None:
    told = told_as("fill-the-gap")
    assert told.asks.replace("{}", "Kit's hat") == "Kit's hat"
    assert told.part == "sentence"
    assert not told.numbered
