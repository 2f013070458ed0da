"""Splits a Markdown page into its front matter and its body."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from macros.problems import ContentError, Problem
from macros.source.document import Document
from macros.source.files import read_text
from macros.source.yaml_text import Loader, parse_yaml


def read_front_matter(root: Path, path: str) -> Document:
    """Read only the front matter of a page.

    Args:
        root: the project's folder.
        path: the file, from the root, with forward slashes.

    Raises:
        ContentError: the page cannot be read, or has no front matter.
    """
    return split_front_matter(read_text(root, path), path)[0]


def split_front_matter(text: str, path: str) -> tuple[Document, str, int]:
    """Read the YAML between the two lines “---” at the top of a page.

    Args:
        text: the whole page.
        path: its file, for problems.

    Returns:
        The front matter, the body, and the line of the file on which the body begins.

    Raises:
        ContentError: there is none, it has no end, or it is not YAML.
    """
    lines = text.split("\n")
    if not text.strip():
        raise ContentError([Problem(path, 1, 1, "This file is empty. Fill it in or delete it.")])
    if lines[0].rstrip() != "---":
        raise ContentError([Problem(path, 1, 1, "The page must begin with a line “---” and its front matter.")])
    end = _end(lines)
    if end:
        front = parse_yaml("\n".join(lines[1:end]), path, first_line=2)
        return front, "\n".join(lines[end + 1 :]), end + 2
    raise ContentError([Problem(path, 1, 1, "The front matter has no end. Close it with a line “---”.")])


def body_of(text: str) -> tuple[str, int]:
    """Give a page without its front matter, whatever stands in that, and the line of the file on which it begins.

    Of a page whose front matter is missing or has no end, which is told, it is not known where the body begins.
    """
    lines = text.split("\n")
    end = _end(lines) if lines[0].rstrip() == "---" else None
    return ("\n".join(lines[end + 1 :]), end + 2) if end else ("", 1)


def _end(lines: Sequence[str]) -> int | None:
    """Find the line that closes the front matter: one after the first heading belongs to the body."""
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return number
        if line.startswith("## "):
            return None
    return None


def read_as_the_host(text: str, path: str, expected: Mapping[str, type]) -> list[Problem]:
    """Find the values of a page's front matter that MkDocs would not read as what they are meant to be.

    It reads plain YAML: a title of figures is a number to it, and a day in quotes is none.

    Args:
        text: the page.
        path: its file.
        expected: for each name, what its value must be.
    """
    try:
        document, _, _ = split_front_matter(text, path)
        values = yaml.load(text.split("\n---", 1)[0], Loader=Loader)
    except (ContentError, yaml.YAMLError, ValueError):  # told by those who read it; ValueError: there is no such day
        return []
    problems = []
    for name, value in (values if isinstance(values, dict) else {}).items():
        wanted = expected.get(name)
        if wanted is None or value is None or type(value) is wanted:
            continue
        if wanted is str:
            sentence = f"“{name}” would be read as something other than words. Put what is after the colon in quotes."
        else:
            sentence = f"“{name}” needs no quotes. Take them out."
        problems.append(document.problem(sentence, (name,)))
    title = re.search(r"^title: *[|>].*$", text.split("\n---", 1)[0], re.MULTILINE)
    if title:
        problems.append(document.problem("The title stands on one line, behind its colon. Write it there.", ("title",)))
    return problems
