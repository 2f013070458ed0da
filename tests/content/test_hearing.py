"""A deaf child has all of a lesson: where it goes by ear, its plan says what is seen or felt instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LESSONS = sorted(Path(__file__).parents[2].glob("lessons/*/*/lesson.md"))
# What is read aloud to the class, and what goes by a bell, a tune or a voice.
ALOUD = re.compile(r"^!!! aloud", re.MULTILINE)
BY_EAR = re.compile(r"\b(?:bell|claps?|clapping|music|drum|sing|sung|voices?)\b", re.IGNORECASE)
CALLED = re.compile(r'\bCall "', re.IGNORECASE)
DONE = re.compile(r'^!!! teacher "(?:Do|How|Pairs)"\n(?P<text>(?:(?: {4}.*)?\n)+)', re.MULTILINE)
NEED = re.compile(r"^ {2}- need: (?P<need>.+)\n {4}change: (?P<change>.+)$", re.MULTILINE)


def goes_by_ear(lesson: str) -> bool:
    """Say whether a lesson is read aloud, or whether what its teacher does is to be heard."""
    done = "\n".join(match["text"] for match in DONE.finditer(lesson))
    return any(pattern.search(words) for pattern, words in ((ALOUD, lesson), (BY_EAR, done), (CALLED, done)))


def for_hearing(lesson: str) -> list[str]:
    """Give what a lesson says of hearing among its needs."""
    return [match["change"] for match in NEED.finditer(lesson) if "hearing" in match["need"].lower()]


def test_where_a_lesson_goes_by_ear_its_plan_says_what_a_deaf_child_gets() -> None:
    lessons = {file.parent.name: file.read_text(encoding="utf-8") for file in LESSONS}
    by_ear = {name for name, text in lessons.items() if goes_by_ear(text)}
    assert len(by_ear) >= 18, "Every lesson for the youngest two ages is read aloud"
    without = sorted(name for name in by_ear if not for_hearing(lessons[name]))
    assert not without, f"Say under “adaptations”, with “Hearing” in its need, what is seen instead: {without}"


def test_no_two_lessons_say_the_same_of_hearing() -> None:
    said = [words for file in LESSONS for words in for_hearing(file.read_text(encoding="utf-8"))]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(
    ("text", "by_ear"),
    [
        ("!!! aloud\n    Pip sat.\n", True),
        ('!!! teacher "Do"\n    Ring a bell for each.\n', True),
        ('!!! teacher "Do"\n    Two minutes.\n\n    Call "Freeze".\n', True),
        ('!!! teacher "Do"\n    Two minutes.\n\n!!! teacher "Say"\n    "A voice in a machine."\n', False),
        ("Tam heard a bell.\n", False),
    ],
)
def test_what_goes_by_ear_is_seen(text: str, by_ear: bool) -> None:
    assert goes_by_ear(text) is by_ear
