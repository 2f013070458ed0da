"""Checks that lessons and quizzes lie where they are looked for, and that each lesson has its quiz."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import get_args

from macros.models.base import SLUG
from macros.models.phase import PhaseId
from macros.models.quiz import ADULTS, Quiz
from macros.problems import Problem, did_you_mean
from macros.source import Document

CHECKLISTS = "docs/_data/checklists/"
PHASES: tuple[str, ...] = get_args(PhaseId)


def check_places(files: Collection[str]) -> Iterator[Problem]:
    """Find a lesson or a quiz in no folder of a phase, a folder that holds no lesson, and a list that no page can call.

    Args:
        files: every file below lessons/ and quizzes/ and of the checklists, from the root.
    """
    for path in files:
        parts = path.split("/")
        if path.startswith(CHECKLISTS):
            if not re.fullmatch(rf"{SLUG}\.yml", parts[-1]):
                sentence = f"The file’s name “{parts[-1]}” must be small letters, digits and hyphens, as “my-list.yml”."
                yield Problem(path, 1, 1, f"{sentence} A page calls the list by it.")
            continue
        if path.startswith("quizzes/"):
            if path.endswith(".yml") and (len(parts) != 3 or parts[1] not in (*PHASES, ADULTS)):
                yield _no_phase(path, "quizzes/<phase>/<id>.yml", parts[1])
            continue  # that a file is no quiz is told by check_published_files
        if path.endswith("lesson.md"):
            if len(parts) != 4 or parts[1] not in PHASES or parts[3] != "lesson.md":
                yield _no_phase(path, "lessons/<phase>/<id>/lesson.md", parts[1])
            elif not re.fullmatch(SLUG, parts[2]):
                sentence = f"The folder’s name “{parts[2]}” must be small letters, digits and hyphens, as “a-b”."
                yield Problem(path, 1, 1, f"{sentence} Its quiz has the same name.")
        if len(parts) == 4 and f"{path.rpartition('/')[0]}/lesson.md" not in files:
            sentence = "This folder has no “lesson.md”. Write one, or move this file to its lesson."
            yield Problem(path, 1, 1, sentence)


def _no_phase(path: str, form: str, name: str) -> Problem:
    hint = "" if name in PHASES else did_you_mean(name, (*PHASES, ADULTS))
    return Problem(path, 1, 1, f"A file of this kind must be {form}, and the phase one of the four.{hint}")


def check_pairs(lessons: Mapping[str, Document], quizzes: Collection[str]) -> Iterator[Problem]:
    """Find a lesson without a quiz, a quiz without a lesson, and two lessons of one id.

    Args:
        lessons: the files of the lessons by their paths, in order of phase.
        quizzes: the paths of the quizzes.
    """
    claimed: dict[str, str] = {}
    for path, document in lessons.items():
        _, phase, identity, _ = path.split("/")
        if identity in claimed:
            sentence = f"The lesson “{identity}” is also at {claimed[identity]}. Rename one folder."
            yield document.problem(sentence)
            continue
        claimed[identity] = path
        quiz = f"quizzes/{phase}/{identity}.yml"
        if quiz not in quizzes:
            yield Problem(path, 1, 1, f"The lesson has no quiz. Write {quiz}.")
    for path in quizzes:
        _, phase, name = path.removesuffix(".yml").split("/")
        if phase != ADULTS and f"lessons/{phase}/{name}/lesson.md" not in lessons:
            ids = [lesson.split("/")[2] for lesson in lessons if lesson.split("/")[1] == phase]
            yield Problem(path, 1, 1, f"This quiz belongs to no lesson.{did_you_mean(name, ids)}")


def check_for_adults(quizzes: Iterable[tuple[str, Document, Quiz]], lessons: Collection[str]) -> Iterator[Problem]:
    """Find a quiz for adults with the id of a lesson, as a page calls both by their ids alone, or that asks again.

    Args:
        quizzes: each of them, with its id and its file.
        lessons: the ids of the lessons.
    """
    for identity, document, quiz in quizzes:
        if identity in lessons:
            yield document.problem(f"“{identity}” is a lesson’s id. Rename this file.")
        if quiz.recall:
            sentence = "A quiz for adults asks nothing again: it belongs to no lesson. Take this line out."
            yield document.problem(sentence, ("recall",))
