"""A symbol stands for one thing, and one thing has one symbol."""

from __future__ import annotations

import pytest

from macros.models.symbol import Symbols
from tests.models.telling import made, told

REGISTER = """\
symbols:
  - id: key
    means: a password
    alt: A key.
    group: screens
  - id: padlock
    means: keeping something private
    alt: A padlock.
    group: screens
"""


def test_a_register_gives_each_symbol_by_its_id() -> None:
    assert {name: symbol.means for name, symbol in made(Symbols, REGISTER).by_id().items()} == {
        "key": "a password",
        "padlock": "keeping something private",
    }


def test_a_symbol_that_is_given_a_second_meaning_is_told_at_the_second() -> None:
    assert told(Symbols, REGISTER.replace("id: padlock", "id: key")) == [
        "6:9: “key” is in the register twice. A symbol stands for one thing: keep one row."
    ]


@pytest.mark.parametrize("same", ["a password", "A Password.", "a  password"])
def test_two_symbols_of_one_meaning_are_told_at_the_second(same: str) -> None:
    (said,) = told(Symbols, REGISTER.replace("keeping something private", same))
    assert said.startswith("7:12: “key” stands for “")
    assert said.endswith("” as well. One thing has one symbol: use that, or say what differs.")


@pytest.mark.parametrize("field", ["means", "alt", "group"])
def test_a_symbol_without_its_meaning_its_words_or_its_group_is_told(field: str) -> None:
    lines = [line for line in REGISTER.split("\n")[:5] if f"{field}:" not in line]
    (said,) = told(Symbols, "\n".join(lines) + "\n")
    assert f"“{field}” is missing here." in said


def test_words_that_are_no_sentence_are_told() -> None:
    assert told(Symbols, REGISTER.replace("A padlock.", "A padlock")) == [
        "8:10: End “A padlock” with a full stop, so that it is read aloud as a sentence."
    ]
