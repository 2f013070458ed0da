"""Counts whether a page of a lesson fits on a phone, from its words alone.

A phone of 360 × 740 is the smallest that the site is made for. It shows a page below the way to help and above the
buttons that turn it; what is longer must be scrolled, and is then no page of a book. What fits there fits on the board.

The figures below are pixels, as Chromium drew every page of all 36 lessons at that size on 29 November 2026, with
`book.css` and `chat.css` as they were then. They lean to the large side. Before pages were divided, each of the 62 that
were too long was found, and ten of the 392 others as well, none of them by more than two lines; of the 514 pages after
that, all fit and none is told. tests/browser/test_spreads_fit.py draws all of them again, and holds the figures to it.

A quiz is not counted, for it cannot be divided; nor is what a grown-up reads aloud, which waits behind its button.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from types import MappingProxyType

from macros.models.lesson import Lesson, Message, Part, ScreenRow
from macros.problems import Problem
from macros.source import Document
from macros.source.markdown_tree import Block, read_blocks
from macros.views.spreads import Spread, is_long, spreads_of, symbols_and_words

SCREEN = 740
ABOVE = 82  # the way to help, and the lesson's name in small letters
BELOW = 60  # the buttons that turn the page
WIDTH = 320
LETTERS = MappingProxyType({"early-years": 23.0, "years-1-2": 20.0, "years-3-4": 18.0, "years-5-6": 18.0})
OUTCOME_FROM = ("years-3-4", "years-5-6")  # the ages whose first page says what they'll learn
# How wide a letter is, of its height, in the letters of the site; those of a heading are bold.
NARROW, WIDE, OTHER, SPACE, BOLD = 0.35, 0.8, 0.57, 0.28, 1.03
NARROW_LETTERS, WIDE_LETTERS = frozenset(".,:;'!?()[]|-fijlrt"), frozenset("mwMWNQHOUDG%@—")

PICTURES = MappingProxyType({"scene": 225, "cast": 174})
LARGE_CAST = 264  # as the youngest see them
SYMBOL = 90
BESIDE_SYMBOL = 210  # the width of the words there
SWITCH, FIELD = 50, 180  # the width of a switch and of an empty field on a screen


def check_spread_length(document: Document, lesson: Lesson, phase: str) -> Iterator[Problem]:
    """Find the pages of a lesson that are longer than a phone's screen.

    Args:
        document: the file that it was read from.
        lesson: the lesson.
        phase: its phase.
    """
    for number, spread in enumerate(spreads_of(lesson)):
        over = height(lesson, spread, phase, first=not number) - SCREEN
        if spread.shows != "quiz" and over > 0:
            lines = math.ceil(over / (1.45 * LETTERS[phase]))
            sentence = (
                f"This page is about {lines} line{'s' if lines > 1 else ''} too long for a phone. Cut words, or divide "
                "it with a line “---”."
            )
            loc = ("steps", spread.step - 1, "parts", spread.begins[0] - 1)
            line, column = document.position(loc)
            yield Problem(document.path, line + spread.begins[1], column, sentence)


def height(lesson: Lesson, spread: Spread, phase: str, *, first: bool = False) -> float:
    """Give the height of a page on a phone, with what stands above and below it, in pixels.

    Args:
        lesson: the lesson.
        spread: one of its pages.
        phase: the lesson's phase.
        first: whether the lesson's name and outcome stand above it.
    """
    letters = LETTERS[phase]
    total: float = ABOVE + 7 + BELOW
    if first:
        total += 31 * _lines(lesson.title, 240, 26 * BOLD) - 7
        if phase in OUTCOME_FROM:
            total += 21 + 25 * _lines(lesson.outcome, 282, 18 * BOLD)
    if spread.title:
        total += 12 + 29 * _lines(spread.title, 240, 24 * BOLD)
    parts = lesson.steps[spread.step - 1].parts
    if isinstance(spread.picture, int):
        part = parts[spread.picture - 1]
        total += _chat(part.messages) if part.kind == "chat" else _screen(part.rows, part.picture)
    elif spread.shows:
        total += LARGE_CAST if (spread.shows, phase) == ("cast", "early-years") else PICTURES[spread.shows]
    for symbol, words in symbols_and_words(spread.parts):
        beside = symbol is not None and not is_long(words, parts)
        width = BESIDE_SYMBOL if beside else WIDTH
        tall = sum(
            _markdown(one, width, letters) if isinstance(one, str) else _part(parts[one - 1], width, letters)
            for one in words
        )
        total += max(SYMBOL, tall) + 24 if beside else tall + (SYMBOL + 30 if symbol else 0)
    return total


def _lines(text: str, width: float, letters: float) -> int:
    """Count the lines of some words, as a browser breaks them."""
    room = width / letters
    lines, used = 1, 0.0
    for word in text.split():
        long = _width(word)
        if used and used + SPACE + long > room:
            lines, used = lines + 1, 0.0
        used += long + (SPACE if used else 0)
    return lines


def _width(word: str) -> float:
    """Give the width of a word as a share of its letters' height."""
    return sum(NARROW if one in NARROW_LETTERS else WIDE if one in WIDE_LETTERS else OTHER for one in word)


def _markdown(text: str, width: float, letters: float) -> float:
    total, listed = 0.0, False
    for block in read_blocks(text):
        if block.kind == "table":
            total += 20 + _table(block, width, letters)
        elif block.kind == "list":
            total += 0.3 * letters if listed else 12
            for before, item in zip((None, *block.children), block.children, strict=False):
                total += 0.3 * letters if before and before.end < item.line else 0
                total += 1.55 * letters * _lines(_words(item), width - 30, letters)
        else:
            bold = block.inlines[:1] and block.inlines[0].kind == "strong"
            broad = letters * BOLD if bold else letters
            total += 0.3 * letters + 1.45 * letters * _lines(_words(block), width, broad)
        listed = block.kind == "list"
    return total


def _table(table: Block, width: float, letters: float) -> float:
    total = 0.0
    for row in table.children:
        room = width / len(row.children) - 14
        total += 14 + 1.24 * letters * max(_lines(cell.words, room, 0.8 * letters) for cell in row.children)
    return total


def _words(block: Block) -> str:
    return " ".join(one.words for one in block.walk())


def _part(part: Part, width: float, letters: float) -> float:
    if part.kind == "aloud":
        return 70
    words = " ".join(_words(block) for block in read_blocks(part.text))
    lines = _lines(part.title or "", width - 47, letters) + _lines(words, width - 47, letters)
    return 38 + 1.45 * letters * lines


def _chat(messages: Iterable[Message]) -> float:
    total = 75.0
    for message in messages:
        if message.kind == "notice":
            total += 9 + 21.5 * _lines(message.words or "", 280, 13.8)
        elif message.kind == "typing":
            total += 41
        else:
            sticker = 9 if message.kind == "sticker" else 0
            total += 36 + sticker + 21 * _lines(message.words or "", 221, 16.2)
    return total


def _screen(rows: Iterable[ScreenRow], kind: str | None) -> float:
    total = 58.0
    for row in rows:
        label, value = _lines(row.label, 276, 16.2), _lines(row.value or "", 276, 16.2)
        # What a row says stands beside its name if both find room there; a switch and an empty field take more.
        more = SWITCH if row.value in ("on", "off") else 0 if row.value else FIELD
        wide = 16.2 * (_width(row.label) * BOLD + _width(row.value or "")) + 20 + more
        together = kind in ("settings", "sign-up") and wide <= 276
        total += 15 + 25.2 * (label if together else label + value)
    return total
