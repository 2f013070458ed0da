"""Each of its parts becomes a question of another service."""

from __future__ import annotations

from macros.exports.questions import told_as


def test_each_part_becomes_a_question() -> None:
    told = told_as("put-in-order")
    assert told.asks.replace("{}", "Kit's hat") == "When does “Kit's hat” come?"
    assert told.part == "step"
    assert told.numbered
