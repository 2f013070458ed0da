"""Finds the links and pictures of a Markdown text, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.problems import Problem
from macros.source.markdown_lines import Line

# Brackets within brackets, and words that began on the line before, are all read: what counts is “](”.
TARGET = re.compile(r"\]\(")
PICTURE = re.compile(r"!\[[^\[\]]*$")
TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")
ADDRESS = re.compile(r"<(?P<target>https://[^\s<>]+)>")


@dataclass(frozen=True)
class Link:
    """A link or a picture of a page.

    Attributes:
        target: where it leads, as it was typed.
        line: the line of the file.
        column: where the target begins in it.
        picture: whether it shows a picture.
    """

    target: str
    line: int
    column: int
    picture: bool = False


def read_links(lines: Sequence[Line], path: str) -> tuple[list[Link], list[Problem]]:
    """Find the links of a text.

    Args:
        lines: the text's lines.
        path: its file, for problems.

    Returns:
        The links and pictures in order, and a problem for each that has no end.
    """
    links: list[Link] = []
    problems: list[Problem] = []
    for line in lines:
        for place, target in _targets(line.text):
            if target is None:
                sentence = "The address of this link has no end on its line. Close it with “)”."
                problems.append(Problem(path, line.number, place + 1, sentence))
            else:
                picture = bool(PICTURE.search(line.text, 0, place - 2))
                links.append(Link(target, line.number, place + 1, picture))
        for found in ADDRESS.finditer(line.text):
            links.append(Link(found["target"], line.number, found.start("target") + 1))
    return links, problems


def _targets(text: str) -> Iterator[tuple[int, str | None]]:
    """Give the place and the target of each link of a line; None where it has no end."""
    for found in TARGET.finditer(text):
        begin = found.end()
        end = _closing(text, begin)
        if end is None:
            yield begin, None
            continue
        inside = TITLE.sub("", text[begin:end])
        target = inside.strip()
        yield begin + len(inside) - len(inside.lstrip()), target.removeprefix("<").removesuffix(">")


def _closing(text: str, begin: int) -> int | None:
    """Find the bracket that closes an address; one within it may hold others."""
    depth = 0
    for place in range(begin, len(text)):
        if text[place] == "(":
            depth += 1
        elif text[place] == ")":
            if depth == 0:
                return place
            depth -= 1
    return None
