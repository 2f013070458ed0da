"""Tells which facts will have gone too long without being checked by a given day, and which days have not come.

A fact says itself when it was last checked: by “checked” in a data file or at the top of a page, by “looked_up” for a
help route, or by “seen” for an address. So a new data file needs nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from macros.design.rendering import long_date
from macros.models.base import LONGEST_UNCHECKED
from macros.problems import ContentError, Problem, did_you_mean
from macros.source import Document, Step, files_in, read_front_matter, read_text, read_yaml

DATES = ("checked", "looked_up", "seen")
# Of what was done once and is not done again and again: a translation was read, a number rung, the policy reviewed.
DONE = ("checked_on", "on", "policy_reviewed")
# Where one machine has tomorrow already, another has today.
AHEAD = timedelta(days=1)
NAMES = ("name", "title", "id", "address")


class NoDayError(Exception):
    """The day was not given, or is none; the text says what to write."""


class NotMarkedError(Exception):
    """Nothing was marked as looked up; the text says why."""


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
        One sentence for each: what was checked longest ago first, what never was last. These are not mistakes: each is
        something to check again.

    Raises:
        ContentError: a file cannot be read, or has something else than a day where the day of a check stands.
    """
    found: list[tuple[date, Problem]] = []
    problems: list[Problem] = []
    for document in _documents(root, problems):
        try:
            found.extend(_in_document(document, day))
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    return [problem for _, problem in sorted(found)]


def find_future(root: Path, today: date) -> list[Problem]:
    """Find every day of a check that has not come: mistyped, it would vouch for a fact for years.

    The check of the content does not ask this, nor does a build: both are to give the same on every day.

    Args:
        root: the project's folder.
        today: the day on which that is asked.

    Returns:
        One sentence for each; nothing of a file that cannot be read, or of what is no day, as the check tells those.
    """
    return [problem for document in _documents(root, []) for problem in _not_yet(document, today)]


def _not_yet(document: Document, today: date) -> Iterator[Problem]:
    names: dict[tuple[Step, ...], str] = {}
    for loc, holder in _holders(document.data, ()):
        own = next((str(holder[name]) for name in NAMES if holder.get(name)), None)
        above = next((names[loc[:end]] for end in range(len(loc), -1, -1) if loc[:end] in names), document.path)
        names[loc] = own or above
        for name in (*DATES, *DONE):
            try:
                then = date.fromisoformat(str(holder.get(name)))
            except ValueError:
                continue
            if then - today > AHEAD:
                sentence = (
                    f"“{names[loc]}” has {long_date(then)} as the day of a check, and that day has not come. "
                    "Write the day on which somebody checked it."
                )
                yield document.problem(sentence, (*loc, name))


def mark(root: Path, fact: str, on: date) -> list[str]:
    """Write down that somebody has looked a fact up again.

    Args:
        root: the project's folder.
        fact: its id, name, title or address as the list has it, or the file of a page.
        on: the day on which that was.

    Returns:
        The places that were changed, each a file and a line.

    Raises:
        NotMarkedError: there is no such fact, more than one, or one that was looked up later already.
        ContentError: a file cannot be read, or has something else than a day where the fact's day stands.
    """
    problems: list[Problem] = []
    found = [place for document in _documents(root, problems) for place in _dated(document, fact)]
    if problems:
        raise ContentError(problems)
    if not found:
        known = [name for document in _documents(root, []) for name in _names(document)]
        raise NotMarkedError(f"There is no fact “{fact}” with the day of a check.{did_you_mean(fact, known)}")
    if len({(document.path, holder) for document, holder, _, _ in found}) > 1:
        places = ", ".join(f"{document.path}:{document.position(loc).line}" for document, _, loc, _ in found)
        raise NotMarkedError(f"“{fact}” stands in more than one place: {places}. Change the day there by hand.")
    later = [then for document, _, loc, then in found if _day_at(document, loc, then) > on]
    if later:
        raise NotMarkedError(f"“{fact}” was looked up later already: {later[0]}. Was the day mistyped?")
    document = found[0][0]
    lines = read_text(root, document.path).split("\n")
    for _, _, loc, then in found:
        line, column = document.position(loc)
        at = lines[line - 1].index(then, column - 1)
        lines[line - 1] = f"{lines[line - 1][:at]}{on.isoformat()}{lines[line - 1][at + len(then) :]}"
    (root / document.path).write_text("\n".join(lines), encoding="utf-8")
    return [f"{document.path}:{document.position(loc).line}" for _, _, loc, _ in found]


def _dated(document: Document, fact: str) -> Iterator[tuple[Document, tuple[Step, ...], tuple[Step, ...], str]]:
    """Give each day of a check of a fact: the file, the ways to the fact and to the day, and that as it is typed."""
    for loc, holder in _holders(document.data, ()):
        if fact == document.path or fact in [str(holder[name]) for name in NAMES if holder.get(name)]:
            for inner, within in _holders(holder, loc):
                own = inner == loc or not any(within.get(name) for name in NAMES)
                days = [name for name in DATES if own and within.get(name)]
                yield from ((document, loc, (*inner, name), str(within[name])) for name in days)
            if fact == document.path:
                return


def _names(document: Document) -> Iterator[str]:
    for _, holder in _holders(document.data, ()):
        if any(holder.get(name) for name in DATES):
            yield from (str(holder[name]) for name in NAMES if holder.get(name))


def _documents(root: Path, problems: list[Problem]) -> Iterator[Document]:
    """Read every file whose facts may have a day; what cannot be read is added to the problems."""
    for path, page in _files(root):
        try:
            yield read_front_matter(root, path) if page else read_yaml(root, path)
        except ContentError as error:
            problems.extend(error.problems)


def _files(root: Path) -> Iterator[tuple[str, bool]]:
    """Name every file whose facts may have a date, and whether it is a page."""
    yield "school.yml", False
    for ending, page in ((".yml", False), (".md", True)):
        yield from ((path, page) for path in files_in(root, "docs", ending))


def _in_document(document: Document, day: date) -> Iterator[tuple[date, Problem]]:
    for loc, holder in _holders(document.data, ()):
        what = f"“{next((str(holder[name]) for name in NAMES if holder.get(name)), document.path)}”"
        for name in DATES:
            if name in holder:
                then = _day_at(document, (*loc, name), holder[name])
                age = (day - then).days
                if age > LONGEST_UNCHECKED:
                    by_then = f"By {long_date(day)} that is {age} days ago."
                    sentence = f"{what} was last {name.replace('_', ' ')} on {long_date(then)}. {by_then}"
                    yield then, document.problem(sentence, (*loc, name))
        if "address" in holder and "seen" not in holder:
            yield date.max, document.problem(f"{what} has not been opened by anybody yet.", (*loc, "address"))


def _day_at(document: Document, loc: tuple[Step, ...], typed: Any) -> date:
    """Read the day of a check.

    Raises:
        ContentError: it is none.
    """
    try:
        return date.fromisoformat(str(typed))
    except ValueError:
        said = "The day is missing here: write one" if typed is None else f"“{typed}” must be a date"
        raise ContentError([document.problem(f"{said} such as 2026-11-22.", loc)]) from None


def _holders(value: Any, loc: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], dict[str, Any]]]:
    """Give every set of names that stands anywhere in a value, with the way to it."""
    if isinstance(value, dict):
        yield loc, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield from _holders(inner, (*loc, step))
