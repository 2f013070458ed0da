"""A song: every note can be drawn, every bar is whole, and every syllable has its note."""

from __future__ import annotations

import pytest

from macros.models.song import Note, Song, sung, syllables
from tests.models.telling import made, told

SONG = """phase: early-years
tune: Up and down
key: G
lines:
  - G2 A B3 | d2 B G2
  - G | G3 D3
verses:
  hello:
    - Wave to ev·ery bird you
    - see to·day.
"""


def test_a_tune_is_read_from_the_letters_that_musicians_write() -> None:
    first, second = made(Song, SONG).notes
    # Steps of the scale above middle C: G is the fifth note of C major, high D the ninth.
    assert first == (Note(4, 2), Note(5, 1), Note(6, 3), None, Note(8, 2), Note(6, 1), Note(4, 2))
    assert second == (Note(4, 1), None, Note(4, 3), Note(1, 3))


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("Ask for help,", ["Ask", "for", "help,"]),
        ("Till some·one lis·tens.", ["Till", "some-", "one", "lis-", "tens."]),
        ("wave bye-bye!", ["wave", "bye-", "bye!"]),
    ],
)
def test_a_line_is_cut_into_what_is_sung_on_one_note(words: str, cut: list[str]) -> None:
    assert list(syllables(words)) == cut


def test_a_line_is_read_without_its_marks() -> None:
    assert sung("Till some·one says bye-bye.") == "Till someone says bye-bye."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "B3 | d2",
            "B3 | h2",
            "5:5: “h2” is not a note: write a letter from A to g and how many quavers it lasts (1 to 3), "
            "as in “G2”, or “|” between bars.",
        ),
        (
            "B3 | d2",
            "B4 | d2",
            "5:5: “B4” is not a note: write a letter from A to g and how many quavers it lasts (1 to 3), "
            "as in “G2”, or “|” between bars.",
        ),
        ("D3", "C3", "6:5: “C3” stands too far from the stave: keep the tune between “D” and “g”."),
        ("G3 D3", "G3 a3", "6:5: “a3” stands too far from the stave: keep the tune between “D” and “g”."),
        ("B3 |", "B2 |", "5:5: This bar has 5 quavers. In 6/8 it has 6."),
        ("G | G3 D3", "G | G3 D2", "6:5: This bar has 5 quavers. In 6/8 it has 6."),
        ("- G | G3", "- G2 | G3", "6:5: This bar has 7 quavers. In 6/8 it has 6."),
        (
            "see to·day",
            "see here to·day",
            "10:7: This line has 4 syllables and its tune has 3 notes. "
            "Change the words, or part a long word with “·”, as in “some·one”.",
        ),
        ("    - see to·day.\n", "", "9:5: The tune has 2 lines and this verse has 1. Make them agree."),
        ("key: G", "key: D", "3:6: “D” is not known as “key”. There is “C”, “G”."),
        (
            "phase: early-years",
            "phase: early-year",
            "1:8: “early-year” is not known as “phase”. Did you mean “early-years”?",
        ),
    ],
)
def test_a_slip_is_told_with_what_to_do(old: str, new: str, said: str) -> None:
    assert old in SONG
    assert told(Song, SONG.replace(old, new)) == [said]
