"""Reads what a page is made of: its title, the places in it that a link can lead to, and the macros called in each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from macros.problems import ContentError
from macros.source.calls import Call, read_calls
from macros.source.fences import find_fences
from macros.source.front_matter import split_front_matter

HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6}) +(?P<text>.+?)(?: +#+)?\s*$")
GIVEN = re.compile(r"\s*\{:? *#(?P<id>[\w-]+)[^}]*\}\s*$")
IDENTITY = re.compile(r"\{:? *#(?P<id>[\w-]+)[^}]*\}|\bid=[\"'](?P<html>[\w-]+)[\"']")
LINK = re.compile(r"!?\[(?P<words>[^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Heading:
    """A heading, and the id by which a link finds it."""

    id: str
    level: int
    text: str
    line: int


@dataclass(frozen=True)
class Outline:
    """What a page is made of.

    Attributes:
        title: the title of its front matter, or "".
        headings: its headings in order.
        ids: every id on it, those of its headings too; not those that its macros make.
        calls: the macros that it calls.
    """

    title: str
    headings: tuple[Heading, ...]
    ids: frozenset[str]
    calls: tuple[Call, ...]

    def heading(self, anchor: str) -> str:
        """Give the words of the heading with an id, or ""."""
        return next((heading.text for heading in self.headings if heading.id == anchor), "")

    def called(self, macro: str, anchor: str = "") -> tuple[str, ...]:
        """Give the ids with which a macro is called on the page, or under one of its headings.

        Args:
            macro: its name.
            anchor: the id of a heading, to look under it alone; without such a heading, the whole page is looked at.

        Returns:
            The first argument of each call; a call without any is left out.
        """
        begin, end = self._lines(anchor)
        return tuple(
            str(call.arguments[0])
            for call in self.calls
            if call.name == macro and call.arguments and begin <= call.line < end
        )

    def _lines(self, anchor: str) -> tuple[float, float]:
        for number, heading in enumerate(self.headings):
            if anchor and heading.id == anchor:
                after = (other.line for other in self.headings[number + 1 :] if other.level <= heading.level)
                return heading.line, next(after, float("inf"))
        return 0, float("inf")


def read_outline(text: str, path: str) -> Outline:
    """Read the outline of a page; what is wrong with the page is told by those who read its words.

    Args:
        text: the page, with or without front matter.
        path: its file.
    """
    try:
        front, body, first_line = split_front_matter(text, path)
        title = str(front.data.get("title") or "") if isinstance(front.data, dict) else ""
    except ContentError:
        title, body, first_line = "", text, 1
    lines = list(_unfenced(body))
    headings = tuple(_headings(lines, first_line))
    written = {match["id"] or match["html"] for line in lines for match in IDENTITY.finditer(line)}
    calls, _ = read_calls(body, path, first_line)
    return Outline(title, headings, frozenset({heading.id for heading in headings} | written), tuple(calls))


def _unfenced(body: str) -> Iterator[str]:
    """Give each line, those of code as empty ones."""
    lines = body.split("\n")
    inside, _ = find_fences(lines, deepest=None)
    return ("" if number in inside else line for number, line in enumerate(lines))


def _headings(lines: list[str], first_line: int) -> Iterator[Heading]:
    used: set[str] = set()
    for number, line in enumerate(lines, start=first_line):
        match = HEADING.match(line)
        if not match:
            continue
        given = GIVEN.search(match["text"])
        words = re.sub(r"[*`]", "", LINK.sub(r"\g<words>", GIVEN.sub("", match["text"])))
        identity = given["id"] if given else _free(slug(words), used)
        used.add(identity)
        yield Heading(identity, len(match["marks"]), words, number)


def slug(words: str) -> str:
    """Make the id that Markdown makes of a heading's words."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _free(identity: str, used: set[str]) -> str:
    number = 0
    free = identity
    while free in used:
        number += 1
        free = f"{identity}_{number}"
    return free
