"""Finds the links and pictures of a page, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.problems import Problem
from macros.source.markdown_tree import Block

UNENDED = "]("


@dataclass(frozen=True)
class Link:
    """A link or a picture of a page.

    Attributes:
        target: where it leads, as it was typed.
        line: the line of the file.
        column: where the target begins in it.
        picture: whether it shows a picture.
        audience: whom it is for.
    """

    target: str
    line: int
    column: int
    picture: bool = False
    audience: str = "everyone"


def links_of(blocks: Iterable[Block]) -> Iterator[Link]:
    """Give the links and pictures of some blocks, in order; of a picture in a link the picture first."""
    for block in (block for top in blocks for block in top.walk()):
        found = [piece for inline in block.inlines for piece in inline.walk()]
        for piece in sorted(found, key=lambda piece: (piece.target_line, piece.target_column)):
            if piece.kind in ("link", "picture", "address"):
                picture = piece.kind == "picture"
                yield Link(piece.target, piece.target_line, piece.target_column, picture, block.audience)


def read_unended(blocks: Iterable[Block], path: str) -> list[Problem]:
    """Find each link whose address has no end.

    Args:
        blocks: the blocks of a page.
        path: its file, for problems.
    """
    sentence = "The address of this link has no end on its line. Close it with “)”."
    return [
        Problem(path, piece.line, piece.column + piece.text.index(UNENDED) + len(UNENDED), sentence)
        for top in blocks
        for block in top.walk()
        for inline in block.inlines
        for piece in inline.walk()
        if piece.kind == "text" and UNENDED in piece.text
    ]
