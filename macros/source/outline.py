"""Reads what a page is made of: its title, the places in it that a link can lead to, and the macros called in each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from macros.source.calls import Call
from macros.source.markdown_tree import Tree

IDENTITY = re.compile(r"\bid=[\"'](?P<id>[\w-]+)[\"']")  # of HTML


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


def read_outline(tree: Tree) -> Outline:
    """Read the outline of a page.

    Args:
        tree: the page.
    """
    headings = tuple(_headings(tree))
    written = {block.id for block in tree.walk()} - {""}
    typed = [block.text for block in tree.walk() if block.kind == "html"]
    typed += [piece.text for _, piece in tree.inlines() if piece.kind == "html"]
    written |= {found["id"] for html in typed for found in IDENTITY.finditer(html)}
    calls = tuple(call for call in tree.calls if call.line >= tree.first_line)
    ids = frozenset({heading.id for heading in headings} | written)
    return Outline(str(tree.meta.get("title") or ""), headings, ids, calls)


def _headings(tree: Tree) -> Iterator[Heading]:
    used: set[str] = set()
    for block in tree.walk():
        if block.kind == "heading":
            identity = block.id or free_id(slug(block.words), used)
            used.add(identity)
            yield Heading(identity, block.level, block.words, block.line)


def slug(words: str) -> str:
    """Make the id that Markdown makes of a heading's words."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def free_id(identity: str, used: Collection[str]) -> str:
    """Give an id that is not used on a page yet, as Markdown makes it: the id, or with a number behind it.

    Args:
        identity: the id that is wanted.
        used: those that the page has.
    """
    number = 0
    free = identity
    while free in used:
        number += 1
        free = f"{identity}_{number}"
    return free
