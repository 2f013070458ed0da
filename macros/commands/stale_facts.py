"""Tells which facts will have gone too long without being checked by a given day.

A fact says itself when it was last checked: by “checked” in a data file or at the top of a page, by “looked_up” for a
help route, or by “seen” for an address. So a new data file needs nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from macros.design.rendering import long_date
from macros.models.base import LONGEST_UNCHECKED
from macros.problems import ContentError, Problem
from macros.source import Document, Step, files_in, read_front_matter, read_yaml

DATES = ("checked", "looked_up", "seen")
NAMES = ("name", "title", "id", "address")


class NoDayError(Exception):
    """The day was not given, or is none; the text says what to write."""


def read_day(text: str) -> date:
    """Read the day for which the facts are wanted.

    Raises:
        NoDayError: it is not a day. Today never stands in for it, so that the same words always give the same list.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        said = f"“{text}” is not a day. " if text else ""
        raise NoDayError(f"{said}Say by which day: python -m macros check --stale 2027-06-01.") from None


def find_stale(root: Path, day: date) -> list[Problem]:
    """Find every fact that was last checked more than 180 days before a day.

    Args:
        root: the project's folder.
        day: the day.

    Returns:
        One sentence for each, by file and line. These are not mistakes: each is something to check again.

    Raises:
        ContentError: a file cannot be read, or has something else than a day where the day of a check stands.
    """
    found: list[Problem] = []
    problems: list[Problem] = []
    for path, page in _files(root):
        try:
            document = read_front_matter(root, path) if page else read_yaml(root, path)
            found.extend(_in_document(document, day))
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    return sorted(found)


def _files(root: Path) -> Iterator[tuple[str, bool]]:
    """Name every file whose facts may have a date, and whether it is a page."""
    yield "school.yml", False
    for ending, page in ((".yml", False), (".md", True)):
        yield from ((path, page) for path in files_in(root, "docs", ending))


def _in_document(document: Document, day: date) -> Iterator[Problem]:
    for loc, holder in _holders(document.data, ()):
        what = f"“{next((str(holder[name]) for name in NAMES if holder.get(name)), document.path)}”"
        for name in DATES:
            if name in holder:
                try:
                    then = date.fromisoformat(str(holder[name]))
                except ValueError:
                    sentence = f"“{holder[name]}” must be a date such as 2026-11-22."
                    raise ContentError([document.problem(sentence, (*loc, name))]) from None
                age = (day - then).days
                if age > LONGEST_UNCHECKED:
                    by_then = f"By {long_date(day)} that is {age} days ago."
                    sentence = f"{what} was last {name.replace('_', ' ')} on {long_date(then)}. {by_then}"
                    yield document.problem(sentence, (*loc, name))
        if "address" in holder and "seen" not in holder:
            yield document.problem(f"{what} has not been opened by anybody yet.", (*loc, "address"))


def _holders(value: Any, loc: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], dict[str, Any]]]:
    """Give every set of names that stands anywhere in a value, with the way to it."""
    if isinstance(value, dict):
        yield loc, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield from _holders(inner, (*loc, step))
