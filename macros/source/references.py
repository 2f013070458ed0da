"""Finds the files that a page names: the pictures that it shows, and what it links to."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

from macros.source.comments import CODE
from macros.source.fences import find_fences

# “](target "title")” of a link or picture, its target in “<…>” or bare with pairs of brackets in it.
INLINE = re.compile(
    r"""\]\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:[^()\n]|\([^()\n]*\))*?))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)"""
)
DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?(?P<target>[^\s<>]+)")
ATTRIBUTE = re.compile(r"""\b(?:src|href)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<plain>[^\s"'>]+))""")


def read_references(text: str, page: str) -> frozenset[str]:
    """Give the files of the site that a page names, those in its code left out.

    Args:
        text: the page's Markdown.
        page: the page, from the site's root.

    Returns:
        Each file, from the site's root.
    """
    lines = text.split("\n")
    fenced, _ = find_fences(lines, deepest=None)
    found = set()
    for number, line in enumerate(lines):
        if number in fenced or not ("](" in line or "]:" in line or "=" in line):
            continue
        shown = CODE.sub("", line)
        for pattern in (INLINE, DEFINITION, ATTRIBUTE):
            for match in pattern.finditer(shown):
                target = next((value for value in match.groups() if value), "")
                found.add(_placed(target, page))
    return frozenset(found - {""})


def _placed(target: str, page: str) -> str:
    """Give a file from the site's root; "" for an address outside the site and for a place on the page itself."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
