"""Chooses the largest letters in which the words fit, and cuts what does not fit into slides that follow."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from macros.packs.letters import LEADING, POINTS, height_of
from macros.views.slides import Grid, Paragraph

CELL = 0.1  # the space in a cell of a table, on each side, in inches
GAP = 0.15  # the space round a table, in inches

T = TypeVar("T")


@dataclass(eq=False)
class Overfull(Exception):  # noqa: N818 - it names what the slide is
    """Words that no slide holds.

    Attributes:
        text: the words, to find them in their file.
        lines: how many lines too many they have.
        room: how many lines there is room for.
    """

    text: str
    lines: int
    room: int


def fitted(
    items: Sequence[T],
    sizes: Sequence[float],
    room: float,
    height: Callable[[Sequence[T], float], float],
    words: Callable[[T], str],
    *,
    whole: bool = False,
) -> tuple[float, list[list[T]]]:
    """Give the size of the letters, and what stands on each slide.

    Args:
        items: what is to be shown, in order.
        sizes: the sizes that may be taken, the largest first.
        room: how high a slide's room is, in inches.
        height: gives how high some of the items are at a size.
        words: gives the words of an item.
        whole: whether all must stand on one slide.

    Raises:
        Overfull: one item alone has too many lines, or all of them where they must stand on one slide.
    """
    for size in sizes:
        if height(items, size) <= room:
            return size, [list(items)]
    size = sizes[-1]
    line = size * LEADING / POINTS
    if whole:
        raise Overfull(words(items[0]), math.ceil((height(items, size) - room) / line), int(room / line))
    for item in items:
        if height([item], size) > room:
            raise Overfull(words(item), math.ceil((height([item], size) - room) / line), int(room / line))
    fewest = len(_filled(items, size, room, height))
    for larger in sizes:
        if all(height([one], larger) <= room for one in items) and len(_filled(items, larger, room, height)) == fewest:
            size = larger
            break
    # As little on the fullest slide as may be: none has a single line left over.
    pages = _filled(items, size, room, height)
    for hundredths in range(95, 40, -5):
        others = _filled(items, size, room * hundredths / 100, height)
        if len(others) > fewest:
            break
        pages = others
    return size, pages


def _filled(
    items: Sequence[T], size: float, room: float, height: Callable[[Sequence[T], float], float]
) -> list[list[T]]:
    """Put one after the other on a slide while there is room, and then on the next."""
    pages: list[list[T]] = [[]]
    for item in items:
        if pages[-1] and height([*pages[-1], item], size) > room:
            pages.append([])
        pages[-1].append(item)
    return pages


def block_height(blocks: Sequence[Paragraph | Grid], size: float, width: float) -> float:
    """Give how high paragraphs and tables are, one below the other, in inches.

    Args:
        blocks: what is shown.
        size: the size of the letters, in points.
        width: the room, in inches.
    """
    total = 0.0
    for group in groups_of(blocks):
        if isinstance(group, Grid):
            total += sum(row_heights(group, size, width)) + GAP
        else:
            total += height_of(group, size, width) + GAP
    return total - GAP if total else 0.0


def groups_of(blocks: Sequence[Paragraph | Grid]) -> list[list[Paragraph] | Grid]:
    """Put paragraphs that follow each other together; a table stands alone."""
    groups: list[list[Paragraph] | Grid] = []
    for block in blocks:
        if isinstance(block, Grid):
            groups.append(block)
        elif groups and isinstance(groups[-1], list):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def columns_of(grid: Grid, width: float) -> list[float]:
    """Give how wide each column of a table is, in inches: by its words, and none too narrow.

    Args:
        grid: the table.
        width: how wide the whole table is, in inches.
    """
    amounts = [max(len(row[place].text) for row in grid.rows) for place in range(len(grid.rows[0]))]
    shares = [max(amount, 12) ** 0.6 for amount in amounts]
    return [width * share / sum(shares) for share in shares]


def row_heights(grid: Grid, size: float, width: float) -> list[float]:
    """Give how high each row of a table is, in inches.

    Args:
        grid: the table.
        size: the size of its letters, in points.
        width: how wide the whole table is, in inches.
    """
    wide = columns_of(grid, width)
    return [
        max(height_of([cell], size, one - 2 * CELL) for cell, one in zip(row, wide, strict=True)) + CELL
        for row in grid.rows
    ]


def words_of(block: Paragraph | Grid) -> str:
    """Give the words of a block, or the first of a table."""
    return block.text if isinstance(block, Paragraph) else block.rows[0][0].text
