"""A type that nobody has told of goes nowhere, and says so."""

from __future__ import annotations

from macros.exports.questions import told_as
from macros.exports.questions.told import Told


def test_what_is_told_of_a_type_is_to_ask_it_as_a_whole_unless_more_is_said() -> None:
    assert Told() == Told(asks="", part="", numbered=False, several=False, left_out="")


def test_a_type_that_is_not_told_of_is_left_out() -> None:
    assert told_as("a-tenth").left_out == "no other service has questions of its type"
