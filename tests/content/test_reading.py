"""Each file is read once, and what can be read is given though other files are to be mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.cache import RoundCache
from macros.content.reading import Content, place_of, quiz_path
from macros.models.fact import Facts
from macros.models.lesson import Lesson
from macros.models.school import School
from macros.problems import Problem

LESSON = "lessons/years-3-4/three-word-locks/lesson.md"


def test_what_can_be_read_is_given_and_the_rest_is_told(project: Path, change: Callable[[str, str, str], int]) -> None:
    change(LESSON, "minutes: ", "minutes: about ")
    (project / "docs/_data/facts.yml").unlink()
    content = Content(project, RoundCache())
    assert content.one(Facts)[1] is None
    with pytest.raises(LookupError, match=r"docs/_data/facts\.yml"):
        content.the(Facts)
    assert content.the(School)[1].name
    assert content.each(Lesson)[LESSON][1] is None
    assert LESSON not in {path for path, _, _ in content.read_well(Lesson)}
    assert not content.whole
    assert {problem.path for problem in content.problems} == {LESSON, "docs/_data/facts.yml"}


def test_a_file_that_cannot_be_read_is_told_once(project: Path) -> None:
    content = Content(project, RoundCache())
    before = list(content.problems)
    assert content.text("docs/nonesuch.md") is content.text("docs/nonesuch.md") is None
    missing = "This file is missing. Put it back, or take away what names it."
    assert content.problems == [*before, Problem("docs/nonesuch.md", 1, 1, missing)]


def test_a_file_has_its_phase_and_its_lesson() -> None:
    assert place_of(LESSON) == ("years-3-4", "three-word-locks")
    assert place_of("quizzes/years-3-4/a.yml") == ("years-3-4", "a")
    assert quiz_path("adults", "a") == "quizzes/adults/a.yml"
