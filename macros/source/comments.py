"""Finds notes that an author hides from readers and that are published all the same."""

from __future__ import annotations

import re

from macros.problems import Problem
from macros.source.fences import find_fences

CODE = re.compile(r"(?<![\\`])(?P<marks>`+)(?!`).*?(?<!`)(?P=marks)(?!`)")
# HTML Standard 13.2.5.6: “<!” and “<?” begin a comment, whatever stands in it, unless they begin a doctype.
NOTE = re.compile(r"<[!?]")
SENTENCE = (
    "A note in “<!-- … -->” is not shown, but anybody can read it in the page’s source. Take it out; a note for "
    "authors may stand at the top of the file between the lines “---”, on a line that begins with “#”."
)


def read_comments(text: str, path: str) -> list[Problem]:
    """Find each HTML comment of a page; one that is shown as code is left alone.

    Args:
        text: the page's Markdown.
        path: its file, for problems.
    """
    lines = text.split("\n")
    fenced, _ = find_fences(lines, deepest=None)
    return [
        Problem(path, number + 1, note.start() + 1, SENTENCE)
        for number, line in enumerate(lines)
        if number not in fenced and "<" in line
        for note in NOTE.finditer(CODE.sub(lambda code: " " * len(code[0]), line))
    ]
