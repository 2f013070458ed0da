"""Tells what school.yml must hold before the site is published, and what it may hold besides.

A parent who reads the site at night is helped by the names and numbers of the school, so a site without them is not
ready, though nothing on it is false: every page says where else to look.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.models.translation import ENGLISH, FOLDER, Translation
from macros.problems import ContentError, Problem
from macros.source import Document, files_in, read_yaml

SCHOOL = "school.yml"
SAMPLES = "# All words here are samples."  # how the line begins that a new lesson and a new quiz have at their top
NEEDED = (
    ("site_address", "the address at which this site will be published"),
    ("office.phone", "the phone number of the school office"),
    ("safeguarding.lead", "the name of today's designated safeguarding lead (DSL)"),
    ("safeguarding.deputies", "the names of the DSL's deputies"),
)
YES = ("yes", "true")
WELCOME = (
    "office.email",
    "headteacher.name",
    "chair_of_governors.name",
    "lado.phone",
    "council.children_phone",
    "council.out_of_hours_phone",
    "phone_rules",
    "teaches_this_scheme_since",
    "half_terms",
)


def not_ready(root: Path) -> list[Problem]:
    """Find all for which the site is not to be published: facts that it lacks, and samples in a lesson's place.

    Args:
        root: the project's folder.

    Returns:
        One sentence for each fact that is empty, and for each lesson and quiz of samples, by line and column; none for
        a file that cannot be read, as the check of the content tells that.
    """
    document = _school(root)
    empty = [
        document.problem(f"Not ready to publish: “{loc}” is empty. Write {what}.", loc.split("."))
        for loc, what in NEEDED
        if document and _is_empty(document, loc) and not _is_said_elsewhere(document, loc)
    ]
    return [*empty, *_samples(root)]


def _samples(root: Path) -> Iterator[Problem]:
    """Find the lessons and quizzes whose words are still those of their template: it says so in a line of its own."""
    for path in (*files_in(root, "lessons", "lesson.md"), *files_in(root, "quizzes", ".yml")):
        text = (root / path).read_text(encoding="utf-8", errors="replace")
        if SAMPLES in text:
            line = text[: text.index(SAMPLES)].count("\n") + 1
            sentence = "Not ready to publish: the words here are samples. Change them all, and then take this line out."
            yield Problem(path, line, 1, sentence)


def also_empty(root: Path) -> list[str]:
    """Name the other facts that are empty. A site may be published without them."""
    document = _school(root)
    return [loc for loc in WELCOME if document and _is_empty(document, loc)]


def unchecked_translations(root: Path) -> list[str]:
    """Name the languages of the translations that nobody who speaks them has checked; the English is none.

    Args:
        root: the project's folder, whose content is known to be right.
    """
    read = (Translation.model_validate(read_yaml(root, path).data) for path in files_in(root, FOLDER, ".yml"))
    return [one.in_english for one in read if one.language != ENGLISH and not one.is_checked]


def _school(root: Path) -> Document | None:
    try:
        return read_yaml(root, SCHOOL)
    except ContentError:
        return None


def _is_empty(document: Document, loc: str) -> bool:
    return not _value(document, loc)


def _value(document: Document, loc: str) -> Any:
    value = document.data
    for step in loc.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _is_said_elsewhere(document: Document, loc: str) -> bool:
    """Tell whether another fact says the same: the offices of several sites, or a headteacher who is the lead."""
    if loc == "safeguarding.lead":
        is_head = _value(document, "safeguarding.lead_is_headteacher") in YES
        return is_head and not _is_empty(document, "headteacher.name")
    return loc == "office.phone" and not _is_empty(document, "sites")
