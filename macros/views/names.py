"""Leaves the names of helplines as they are in a page that a browser translates."""

from __future__ import annotations

import re
from collections.abc import Iterable

PIECE = re.compile(r"<(?P<end>/?)(?P<element>[a-z][a-z0-9]*)[^>]*>|(?P<words>[^<]+)")
AS_IT_IS = 'translate="no"'


def keep_names(html: str, names: Iterable[str]) -> str:
    """Mark each name in the words of a page, so that a translation leaves it: who rings has to ask for it.

    “Stop It Now” and “Report Remove” are words like any others to a program that translates them.

    Args:
        html: the page's words, well-formed.
        names: the names. What is marked already, and what is in an attribute, is left alone.
    """
    longest_first = sorted(names, key=len, reverse=True)
    name = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(one) for one in longest_first)})(?![\w-])")
    marked, depth = "", 0  # the element that is marked already, and how many of its kind are open within it

    def kept(piece: re.Match[str]) -> str:
        nonlocal marked, depth
        if piece["words"] is not None:
            return piece[0] if marked else name.sub(rf"<span {AS_IT_IS}>\g<0></span>", piece[0])
        if not marked and AS_IT_IS in piece[0]:
            marked, depth = piece["element"], 1
        elif marked == piece["element"]:
            depth += -1 if piece["end"] else 1
            marked = marked if depth else ""
        return piece[0]

    return PIECE.sub(kept, html) if longest_first else html
