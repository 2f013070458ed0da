"""A story goes nowhere."""

from __future__ import annotations

from macros.exports.questions import told_as


def test_a_story_is_left_out_with_the_reason() -> None:
    assert told_as("story").left_out == "it is a story"
