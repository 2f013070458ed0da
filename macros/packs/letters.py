"""How many lines some words take in Arial, so that no slide is overfull on a machine that nobody here has seen."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from types import MappingProxyType

from macros.views.slides import Paragraph, Run

# Thousandths of the size, from Adobe's metrics of Helvetica, whose widths Arial and Liberation Sans share.
_SAME = MappingProxyType(
    {
        191: "'",
        222: "ijl‘’",
        278: " !,./:;I[\\]ft|\u00a0",
        333: "()-`r“”",
        355: '"',
        350: "•",
        389: "*",
        469: "^",
        500: "Jckvxyzs",
        556: "#$0123456789?L_abdeghnopqu£–",
        584: "+<=>~",
        611: "FTZ",
        667: "&ABEKPSVXY",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        889: "%",
        944: "W",
        1000: "…—",
        1015: "@",
    }
)
WIDTHS = MappingProxyType({letter: width for width, letters in _SAME.items() for letter in letters})
OTHER = 1300  # an emoji, or a letter of another script
BOLD = 1.1  # how much wider bold letters are; Helvetica Bold is 6 % wider in running words
CARE = 0.97  # of the width: programs do not all break alike
LEADING = 1.2  # the height of a line, in sizes
BETWEEN = 0.45  # the space between paragraphs, in sizes
POINTS = 72  # in an inch


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Give how wide a line is, in inches.

    Args:
        text: the words.
        size: the size of the letters, in points.
        bold: whether they are bold.
    """
    thousandths = sum(WIDTHS.get(_plain(letter), OTHER) for letter in text)
    return thousandths / 1000 * size / POINTS * (BOLD if bold else 1)


def lines_of(runs: Iterable[Run], size: float, width: float) -> int:
    """Count the lines that words take.

    Args:
        runs: the words.
        size: the size of the letters, in points.
        width: the room, in inches.
    """
    room = width * CARE
    lines, used = 1, 0.0
    space = width_of(" ", size)
    for word in _joined(runs):
        wide = sum(width_of(run.text, size, bold=run.bold) for run in word)
        if used and used + space + wide > room:
            lines, used = lines + 1, 0.0
        if wide > room:
            lines += math.ceil(wide / room) - 1
            wide = room
        used += (space if used else 0) + wide
    return lines


def height_of(paragraphs: Iterable[Paragraph], size: float, width: float) -> float:
    """Give how high some paragraphs are, in inches.

    Args:
        paragraphs: the words.
        size: the size of the letters, in points.
        width: the room, in inches.
    """
    heights = [
        lines_of(one.runs, size, width - (indent_of(size) if one.mark else 0)) * size * LEADING for one in paragraphs
    ]
    return (sum(heights) + BETWEEN * size * max(len(heights) - 1, 0)) / POINTS


def indent_of(size: float) -> float:
    """Give how far the words of an item stand from its mark's place, in inches."""
    return 1.1 * size / POINTS


def _plain(letter: str) -> str:
    return letter if letter in WIDTHS else unicodedata.normalize("NFKD", letter)[:1]


def _joined(runs: Iterable[Run]) -> list[list[Run]]:
    """Cut runs into words; a word may be of several runs."""
    words: list[list[Run]] = [[]]
    for run in runs:
        for number, piece in enumerate(run.text.split(" ")):
            if number:
                words.append([])
            if piece:
                words[-1].append(Run(piece, run.bold, run.italic))
    return [word for word in words if word]
