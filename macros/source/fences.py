"""Finds fenced blocks of code, in which nothing is a heading, a block or a call.

The rules are those of CommonMark 0.31, 4.5: an opening line has three or more backticks or tildes, and after backticks
no further one; the closing line has at least as many of the same and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

OPENING = re.compile(r"^(?P<indent> *)(?P<fence>`{3,}(?=[^`]*$)|~{3,})")


def find_fences(lines: Sequence[str], deepest: int | None = 3) -> tuple[frozenset[int], int | None]:
    """Find the lines that stand in fenced blocks, the fences among them.

    Args:
        lines: the lines of a page.
        deepest: by how many spaces an opening fence may be indented; None for any, where blocks are nested.

    Returns:
        The numbers of those lines, counted from 0; and the number of a fence that is opened and never closed, or None.
    """
    inside: set[int] = set()
    opened, fence = None, ""
    for number, line in enumerate(lines):
        if opened is not None:
            inside.add(number)
            if re.fullmatch(rf" *{re.escape(fence[0])}{{{len(fence)},}}\s*", line):
                opened = None
        elif (found := OPENING.match(line)) and (deepest is None or len(found["indent"]) <= deepest):
            inside.add(number)
            opened, fence = number, found["fence"]
    return frozenset(inside), opened
