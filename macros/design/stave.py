"""Draws a line of a song: the notes on a stave, with a syllable under each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.models.song import BAR, Note, Song, TuneLine, syllables

GAP = 8  # between two lines of the stave
TOP = 20  # of the stave, with room for the clef above it
BOTTOM = TOP + 4 * GAP
WORDS = BOTTOM + 33  # the line that the syllables stand on, under the lowest note
HEIGHT = WORDS + 8
LEAST_WIDTH = 352
LETTER = 15  # the size of the syllables
BEAT = BAR // 2  # quavers that are joined by a beam
STEM = 27
HEAD = 5  # half the width of a note
LOWEST_LINE = 2  # E, in steps above middle C
MIDDLE_LINE = 6  # B: from here on, stems go down
NAMES = "CDEFGAB"
OCTAVE = len(NAMES)
SHARP = 10  # the place of a key's sharp: F, on the highest line

# Drawn from where it winds about the line of G.
CLEF = "M1 5C-3 5-4-2 1-4C7-5 10 3 5 7C0 10-8 7-8 0C-8-9 0-13 3-19C6-25 6-33 2-34C-1-34-2-28-1-22L4 14C5 20-3 22-5 17"


@dataclass(frozen=True)
class Placed:
    """A note with its place in the drawing.

    Attributes:
        note: the note; None for a bar line.
        x: the middle of its head.
        words: its syllable.
    """

    note: Note | None
    x: float
    words: str


def draw_line(song: Song, number: int, words: str | None, ending: bool) -> Markup:
    """Draw one line of a song as SVG that takes the colour of the words around it.

    Args:
        song: the song.
        number: which of its lines, from 0.
        words: the line of a verse; None for lines to write syllables on.
        ending: whether the song ends here.
    """
    line = song.notes[number]
    start = 38.0 + (9 if song.key == "G" else 0) + (18 if number == 0 else 0)
    places, width = place(line, syllables(words) if words is not None else None, start)
    parts = [
        *_stave(width, line, ending),
        *_head(song, number),
        *(part for one in places for part in (_note(one) if one.note else _bar_line(one.x))),
        *_stems(places),
        *_syllables(places, blank=words is None),
    ]
    return Markup('<svg class="song__line" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        round(width), HEIGHT, colour_report(song, number, words), Markup("".join(parts))
    )


def colour_report(song: Song, number: int, words: str | None) -> str:
    """Say the notes of a line in words, each with what is sung on it and how many quavers it lasts.

    Args:
        song: the song.
        number: which of its lines, from 0.
        words: the line of a verse, if it has words.
    """
    notes = [note for note in song.notes[number] if note]
    sung = syllables(words) if words is not None else ("",) * len(notes)
    said = ", ".join(
        f"{syllable.rstrip('-,.:!?')} {_name(note, song.key)} {note.quavers}".strip()
        for syllable, note in zip(sung, notes, strict=True)
    )
    return f"Line {number + 1}, each note with its length in quavers: {said}."


def place(line: TuneLine, sung: Sequence[str] | None, start: float) -> tuple[list[Placed], float]:
    """Give each note of a line its place, wide enough for what is sung on it.

    Args:
        line: the notes, with None for each bar line.
        sung: the syllables, one for each note; None where they are still to be written.
        start: where the first may stand.

    Returns:
        The notes with their places, and the width of the whole line.
    """
    rest = list(sung or ("",) * sum(note is not None for note in line))
    widths: list[float] = []
    words: list[str] = []
    for note in line:
        words.append(rest.pop(0) if note else "")
        widths.append(max(_width(words[-1]) + 8, 16.0 + 5 * note.quavers) if note else 10.0)
    # What is left over is shared out, so that every line is as wide.
    spare = max(0.0, LEAST_WIDTH - start - 6 - sum(widths)) / len(widths)
    places: list[Placed] = []
    x = start
    for note, width, syllable in zip(line, widths, words, strict=True):
        places.append(Placed(note, round(x + (width + spare) / 2, 1), syllable))
        x += width + spare
    return places, max(LEAST_WIDTH, x + 6)


def _width(words: str) -> float:
    narrow = sum(words.count(letter) for letter in "iljtfr'\"!,.:-")
    return LETTER * (0.6 * (len(words) - narrow) + 0.34 * narrow)


def _name(note: Note, key: str) -> str:
    letter = NAMES[note.step % OCTAVE]
    if letter == "F" and key == "G":
        letter = "F sharp"
    return f"high {letter}" if note.step > OCTAVE else f"low {letter}" if note.step < LOWEST_LINE else letter


def _y(step: int) -> float:
    return BOTTOM - (step - LOWEST_LINE) * GAP / 2


def _goes_up(note: Note) -> bool:
    return note.step < MIDDLE_LINE


def _stave(width: float, line: TuneLine, ending: bool) -> Iterator[str]:
    lines = "".join(f"M0 {TOP + gap * GAP}H{width:g}" for gap in range(5))
    yield f'<path d="{lines}" fill="none" stroke="currentColor" stroke-width=".8"/>'
    if ending:
        yield from _bar_line(width - 6)
        yield f'<path d="M{width - 1.5:g} {TOP}V{BOTTOM}" stroke="currentColor" stroke-width="3"/>'
    elif _last_bar(line) == BAR:
        yield from _bar_line(width - 0.5)


def _last_bar(line: TuneLine) -> int:
    filled = 0
    for note in line:
        filled = filled + note.quavers if note else 0
    return filled


def _bar_line(x: float) -> Iterator[str]:
    yield f'<path d="M{x:g} {TOP}V{BOTTOM}" stroke="currentColor"/>'


def _head(song: Song, number: int) -> Iterator[str]:
    yield (
        f'<g transform="translate(14 {_y(4):g})"><path d="{CLEF}" fill="none" stroke="currentColor" '
        'stroke-width="1.8" stroke-linecap="round"/><circle cx="-3.6" cy="16.6" r="2.2" fill="currentColor"/></g>'
    )
    x = 33.0
    if song.key == "G":
        y = _y(SHARP)
        yield (
            f'<path d="M{x - 1.6:g} {y - 8:g}v17m3.4-18.4v17M{x - 4:g} {y - 2:g}l8-2.6m-8 8l8-2.6" '
            'fill="none" stroke="currentColor" stroke-width="1.3"/>'
        )
        x += 9
    if number == 0:
        for figure, y in (("6", TOP + 2 * GAP), ("8", BOTTOM)):
            yield (
                f'<text x="{x + 7:g}" y="{y - 1}" font-size="{2 * GAP + 4}" font-weight="bold" text-anchor="middle" '
                f'fill="currentColor">{figure}</text>'
            )


def _note(one: Placed) -> Iterator[str]:
    assert one.note
    y = _y(one.note.step)
    yield (
        f'<ellipse cx="{one.x:g}" cy="{y:g}" rx="{HEAD}" ry="3.5" transform="rotate(-18 {one.x:g} {y:g})" '
        'fill="currentColor"/>'
    )
    if one.note.quavers == BEAT:
        on_a_line = one.note.step % 2 == LOWEST_LINE % 2
        yield f'<circle cx="{one.x + 9:g}" cy="{y - (GAP / 2 if on_a_line else 0):g}" r="1.5" fill="currentColor"/>'


def _stems(places: Sequence[Placed]) -> Iterator[str]:
    """Draw the stems; quavers that fill a beat are joined by a beam, others have a flag."""
    for group in _groups(places):
        up = _goes_up(min(group, key=lambda one: one[1].step)[1])
        ends = [_y(note.step) - STEM if up else _y(note.step) + STEM for _, note in group]
        end = min(ends) if up else max(ends)
        at = [x + (HEAD - 0.6 if up else 0.6 - HEAD) for x, _ in group]
        for x, (_, note) in zip(at, group, strict=True):
            yield f'<path d="M{x:g} {_y(note.step):g}V{end:g}" stroke="currentColor" stroke-width="1.3"/>'
        if len(group) > 1:
            thick = 4 if up else -4
            yield f'<path d="M{at[0] - 0.6:g} {end:g}H{at[-1] + 0.6:g}v{thick}H{at[0] - 0.6:g}z" fill="currentColor"/>'
        elif group[0][1].quavers == 1:
            bend = 1 if up else -1
            yield (
                f'<path d="M{at[0]:g} {end:g}c0 {6 * bend} 9 {8 * bend} 5 {18 * bend}c2 {-8 * bend}-3 {-9 * bend}-5 '
                f'{-10 * bend}z" fill="currentColor"/>'
            )


def _groups(places: Sequence[Placed]) -> Iterator[list[tuple[float, Note]]]:
    """Give the notes one by one, and together the quavers that fill a beat."""
    waiting: list[tuple[float, Note]] = []
    for one in places:
        if one.note and one.note.quavers == 1:
            waiting.append((one.x, one.note))
            if len(waiting) == BEAT:
                yield waiting
                waiting = []
            continue
        yield from ([each] for each in waiting)
        waiting = []
        if one.note:
            yield [(one.x, one.note)]
    yield from ([each] for each in waiting)


def _syllables(places: Sequence[Placed], *, blank: bool) -> Iterator[str]:
    notes = [one for one in places if one.note]
    for number, one in enumerate(notes):
        if blank:
            yield f'<path d="M{one.x - 10:g} {WORDS + 2}h20" stroke="currentColor" stroke-width=".8"/>'
            continue
        goes_on = one.words.endswith("-") and number + 1 < len(notes)
        words = Markup.escape(one.words[:-1] if goes_on else one.words)
        yield (
            f'<text x="{one.x:g}" y="{WORDS}" font-size="{LETTER}" text-anchor="middle" '
            f'fill="currentColor">{words}</text>'
        )
        if goes_on:
            middle = (one.x + notes[number + 1].x + (_width(one.words[:-1]) - _width(notes[number + 1].words)) / 2) / 2
            yield f'<path d="M{middle - 2.5:g} {WORDS - 4}h5" stroke="currentColor"/>'
