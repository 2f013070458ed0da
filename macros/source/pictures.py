"""Finds pictures that a reader who cannot see them would miss."""

from __future__ import annotations

import re

from macros.problems import Problem

MARKDOWN_PICTURE = re.compile(r"!\[\s*\]\(")


def read_pictures_without_words(text: str, path: str, first_line: int = 1) -> list[Problem]:
    """Find each picture of a page that has no alternative text.

    Args:
        text: the page's Markdown.
        path: its file, for problems.
        first_line: the line of the file on which the text begins.
    """
    return [
        Problem(
            path,
            number,
            match.start() + 1,
            "This picture has no alternative text. Say in a few words what it shows: ![a fox with a key](key.svg).",
        )
        for number, line in enumerate(text.split("\n"), start=first_line)
        for match in MARKDOWN_PICTURE.finditer(line)
    ]
