"""Finds pictures that a reader who cannot see them would miss."""

from __future__ import annotations

from macros.problems import Problem
from macros.source.markdown_tree import Tree

SENTENCE = "This picture has no alternative text. Say in a few words what it shows: ![a fox with a key](key.svg)."


def read_pictures_without_words(tree: Tree) -> list[Problem]:
    """Find each picture of a page that has no alternative text.

    Args:
        tree: the page.
    """
    return [
        Problem(tree.path, piece.line, piece.column, SENTENCE)
        for _, piece in tree.inlines()
        if piece.kind == "picture" and not piece.words.strip()
    ]
