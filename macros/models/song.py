"""The song of one age: one tune that every lesson sings, with a verse of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from pydantic import Field

from macros.models.base import Finding, Identity, Model, Text
from macros.models.phase import PhaseId

BAR = 6  # quavers: the time is 6/8
TONE = re.compile(r"(?P<name>[A-Ga-g])(?P<quavers>[123]?)")
LETTERS = "CDEFGAB"
LOWEST, HIGHEST = 1, 11  # D below the stave, G above it: neither needs a line of its own


class Note(NamedTuple):
    """One note.

    Attributes:
        step: how many steps of the scale it stands above middle C.
        quavers: how long it is.
    """

    step: int
    quavers: int


# A line of the tune: its notes, with None for each bar line.
TuneLine = tuple[Note | None, ...]


class Song(Model):
    """A tune, and the verse of each lesson that sings it."""

    phase: PhaseId
    """The age whose lessons sing it."""
    tune: Text
    """The name by which people know it."""
    key: Literal["C", "G"]
    """The major key it is written in."""
    lines: tuple[Text, ...] = Field(min_length=1, max_length=8)
    """Its notes, a line of the verse each, in ABC: "G2 B" is a crotchet and a quaver."""
    verses: Mapping[Identity, tuple[Text, ...]]
    """By lesson, the words of each line; "·" parts the syllables of a word that is sung on several notes."""

    def rules(self) -> Iterator[Finding]:
        """Every note can be drawn, every bar is whole, and every syllable has its note."""
        for find in (self._strange_notes, self._uneven_bars, self._uneven_verses):
            found = list(find())
            yield from found
            if found:
                return  # what follows would be told because of it

    def _strange_notes(self) -> Iterator[Finding]:
        for number, line in enumerate(self.lines):
            for sign in line.split():
                tone = TONE.fullmatch(sign)
                if not tone and sign != "|":
                    sentence = (
                        f"“{sign}” is not a note: write a letter from A to g and how many quavers it lasts "
                        "(1 to 3), as in “G2”, or “|” between bars."
                    )
                    yield ("lines", number), sentence
                elif tone and not LOWEST <= _step(tone["name"]) <= HIGHEST:
                    sentence = f"“{sign}” stands too far from the stave: keep the tune between “D” and “g”."
                    yield ("lines", number), sentence

    def _uneven_bars(self) -> Iterator[Finding]:
        filled = 0
        for number, line in enumerate(self.notes):
            for note in line:
                if note:
                    filled += note.quavers
                    continue
                if filled != BAR:
                    yield ("lines", number), _uneven(filled)
                filled = 0
            filled %= BAR  # a line may end within a bar
        if filled:
            yield ("lines", len(self.lines) - 1), _uneven(filled)

    def _uneven_verses(self) -> Iterator[Finding]:
        for lesson, verse in self.verses.items():
            if len(verse) != len(self.lines):
                sentence = f"The tune has {len(self.lines)} lines and this verse has {len(verse)}. Make them agree."
                yield ("verses", lesson), sentence
                continue
            for number, (line, words) in enumerate(zip(self.notes, verse, strict=True)):
                wanted, got = sum(note is not None for note in line), len(syllables(words))
                if wanted != got:
                    sentence = (
                        f"This line has {got} syllables and its tune has {wanted} notes. "
                        "Change the words, or part a long word with “·”, as in “some·one”."
                    )
                    yield ("verses", lesson, number), sentence

    @property
    def notes(self) -> tuple[TuneLine, ...]:
        """The notes of each line."""
        return tuple(tuple(map(_note, line.split())) for line in self.lines)


def syllables(words: str) -> tuple[str, ...]:
    """Cut a line into what is sung on one note each; a hyphen shows where a word goes on."""
    return tuple(re.sub("[·-](?=.)", "- ", words).split())


def sung(words: str) -> str:
    """Give a line as it is read."""
    return words.replace("·", "")


def _uneven(quavers: int) -> str:
    return f"This bar has {quavers} quavers. In 6/8 it has {BAR}."


def _step(name: str) -> int:
    return LETTERS.index(name.upper()) + (7 if name.islower() else 0)


def _note(sign: str) -> Note | None:
    tone = TONE.fullmatch(sign)
    return Note(_step(tone["name"]), int(tone["quavers"] or 1)) if tone else None
