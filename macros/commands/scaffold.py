"""Begins a new lesson or quiz from the templates, so that nobody starts from an empty file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from macros.models.base import LONGEST_ID, SLUG
from macros.models.phase import YEARS, PhaseId
from macros.problems import did_you_mean

TEMPLATES = Path(__file__).parents[1] / "templates"
QUESTIONS = TEMPLATES / "questions"
PHASES: tuple[str, ...] = get_args(PhaseId)

# Part E2 of the project's collected facts: how long a lesson is, and how many questions its quiz has, at each age.
MINUTES = MappingProxyType({"early-years": 15, "years-1-2": 25, "years-3-4": 30, "years-5-6": 40})
OTHER_STEPS = 8  # minutes of the template's steps besides the activity
AROUND_WORK = 2  # minutes of the activity in which nobody works: the words are read, and the class moves and settles
FIRST_QUIZ = MappingProxyType({
    "early-years": ("choose-one", "sort", "true-or-false"),
    "years-1-2": ("choose-one", "sort", "match", "what-would-you-do"),
    "years-3-4": ("choose-one", "choose-many", "sort", "put-in-order", "what-would-you-do"),
    "years-5-6": ("choose-one", "choose-many", "sort", "put-in-order", "match", "what-would-you-do"),
})  # fmt: skip


class NotBegunError(Exception):
    """Nothing was written; the text says why."""


def types() -> list[str]:
    """Name the types of question that have a template."""
    return sorted(file.stem for file in QUESTIONS.glob("*.yml"))


def new_quiz(root: Path, place: str, kinds: Sequence[str] = ()) -> str:
    """Write a new quiz.

    Args:
        root: the project's folder.
        place: where: "<phase>/<id>".
        kinds: the types of its questions, in order; "choose-one" where none is named.

    Returns:
        The file that was written, from the root.

    Raises:
        NotBegunError: the place or a type is not right, or the file is there already.
    """
    phase, identity = _place(place)
    for kind in kinds:
        if kind not in types():
            raise NotBegunError(f"There is no type of question “{kind}”.{did_you_mean(kind, types())}")
    return _write(root, f"quizzes/{phase}/{identity}.yml", _quiz(identity, kinds or ["choose-one"]))


def new_lesson(root: Path, place: str) -> list[str]:
    """Write a new lesson and its quiz; a quiz that is there already is kept as it is.

    Args:
        root: the project's folder.
        place: where: "<phase>/<id>".

    Returns:
        The files that were written, from the root.

    Raises:
        NotBegunError: the place is not right, or there is such a lesson already.
    """
    phase, identity = _place(place)
    for other in PHASES:
        if other != phase and (root / f"lessons/{other}/{identity}").exists():
            raise NotBegunError(f"There is a lesson “{identity}” in {other}. Choose another id.")
    text = (
        (TEMPLATES / "lesson.md")
        .read_text(encoding="utf-8")
        .replace("<id>", identity)
        .replace("<title>", _title(identity))
        .replace("<minutes>", str(MINUTES[phase]))
        .replace("<year>", YEARS[phase][0])
        .replace("<activity>", str(MINUTES[phase] - OTHER_STEPS))
        .replace("<work>", str(MINUTES[phase] - OTHER_STEPS - AROUND_WORK))
    )
    written = [_write(root, f"lessons/{phase}/{identity}/lesson.md", text)]
    if not (root / f"quizzes/{phase}/{identity}.yml").exists():
        written.append(new_quiz(root, place, FIRST_QUIZ[phase]))
    return written


def _place(place: str) -> tuple[str, str]:
    phase, slash, identity = place.strip("/").partition("/")
    if not slash:
        raise NotBegunError(f"“{place}” is no place. Write the phase, “/” and the id: years-3-4/kind-words.")
    if phase not in PHASES:
        raise NotBegunError(f"There is no phase “{phase}”.{did_you_mean(phase, PHASES)}")
    if not re.fullmatch(SLUG, identity) or len(identity) > LONGEST_ID:
        meant = "-".join(re.findall("[a-z0-9]+", identity.lower().removesuffix(".yml").replace("'", "")))
        hint = f" Did you mean “{meant[:LONGEST_ID].strip('-')}”?" if meant else ""
        raise NotBegunError(
            f"“{identity}” is no id: small letters, digits and hyphens, at most {LONGEST_ID}, as in “kind-words”.{hint}"
        )
    return phase, identity


def _quiz(identity: str, kinds: Sequence[str]) -> str:
    questions = []
    for number, kind in enumerate(kinds):
        before = list(kinds[:number]).count(kind)
        name = f"{kind}-{before + 1}" if before else kind
        questions.append((QUESTIONS / f"{kind}.yml").read_text(encoding="utf-8").replace("<question>", name))
    head = (TEMPLATES / "quiz.yml").read_text(encoding="utf-8").replace("<title>", _title(identity))
    return head + "\n".join(questions)


def _title(identity: str) -> str:
    return identity.replace("-", " ").capitalize()


def _write(root: Path, path: str, text: str) -> str:
    file = root / path
    if file.exists() or file.is_symlink():
        raise NotBegunError(f"{path} is there already, and is kept as it is. Choose another id, or change that file.")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return path
