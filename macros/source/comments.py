"""Finds notes that an author hides from readers and that are published all the same."""

from __future__ import annotations

import re

from macros.problems import Problem
from macros.source.markdown_lines import lines_of
from macros.source.markdown_tree import Tree

# HTML Standard 13.2.5.6: “<!” and “<?” begin a comment, whatever stands in it, unless they begin a doctype.
NOTE = re.compile(r"<[!?]")
SENTENCE = (
    "A note in “<!-- … -->” is not shown, but anybody can read it in the page’s source. Take it out; a note for "
    "authors may stand at the top of the file between the lines “---”, on a line that begins with “#”."
)


def read_comments(tree: Tree) -> list[Problem]:
    """Find each HTML comment of a page; one that is shown as code is left alone.

    Args:
        tree: the page.
    """
    if not NOTE.search(tree.text):
        return []  # as of almost every page
    above = enumerate(tree.text.split("\n")[: tree.first_line - 1], start=1)
    lines, _ = lines_of(tree)
    return [
        Problem(tree.path, number, note.start() + 1, SENTENCE)
        for number, text in (*above, *((line.number, line.text) for line in lines))
        if "<" in text
        for note in NOTE.finditer(text)
    ]
