"""Lessons to carry away: what is written, what is left alone, and what is refused, with its place."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.commands.packs import NoLessonError, write_packs
from macros.content.loader import read_library
from macros.problems import ContentError

LESSON = "lessons/years-3-4/three-word-locks/lesson.md"
SENTENCE = "Next morning, the duck was wearing an enormous hat with cherries on it."


@pytest.fixture
def lesson(project: Path) -> str:
    if not (project / LESSON).exists():
        pytest.fail(f"The thinned content has no {LESSON}.")
    return "three-word-locks"


def test_what_has_not_changed_is_left_alone(lesson: str, project: Path, change: Callable[[str, str, str], int]) -> None:
    out = project / "out"
    assert write_packs(read_library(project), out, [lesson], width=30) == (1, 0)
    assert write_packs(read_library(project), out, [lesson], width=30) == (0, 1)
    change(LESSON, SENTENCE, "Next day, the duck was wearing a hat.")
    assert write_packs(read_library(project), out, [lesson], width=30) == (1, 0)
    (out / f"{lesson}.pptx").unlink()
    assert write_packs(read_library(project), out, [lesson], width=30) == (1, 0)


def test_a_zip_has_slides_quiz_and_licence(lesson: str, project: Path) -> None:
    write_packs(read_library(project), project / "out", [lesson], width=30)
    with zipfile.ZipFile(project / "out" / f"{lesson}.zip") as found:
        names = found.namelist()
        assert b"CC BY 4.0" in found.read("LICENCE.txt")
        assert found.read(f"{lesson}.pptx") == (project / "out" / f"{lesson}.pptx").read_bytes()
    assert f"quiz/{lesson}-kahoot.xlsx" in names


def test_words_that_fit_on_no_slide_are_told_with_their_place(
    lesson: str, project: Path, change: Callable[[str, str, str], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    # A phone holds fewer words than a slide, so the check of a page's length would tell first.
    monkeypatch.setattr("macros.content.checking.check_spread_length", lambda *_: [])
    line = change(LESSON, SENTENCE, "The duck had a hat on. " * 45)
    with pytest.raises(ContentError) as found:
        write_packs(read_library(project), project / "out", [lesson], width=30)
    (problem,) = found.value.problems
    assert (problem.path, problem.line, problem.column) == (LESSON, line, 1)
    assert "lines too many: there is room for" in problem.sentence


def test_a_lesson_that_is_not_there_is_named(lesson: str, project: Path) -> None:
    with pytest.raises(NoLessonError, match="Did you mean “three-word-locks”"):
        write_packs(read_library(project), project / "out", ["three-word-lock"])


def test_the_command_says_what_it_wrote(lesson: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "packs", "--out", str(project / "out"), lesson]) == 0
    assert capsys.readouterr().out.startswith("Written: 1 lesson in ")
    assert main(["--root", str(project), "packs", "--out", str(project / "out"), "no-such"]) == 1
