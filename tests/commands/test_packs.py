"""Lessons to carry away: what is written, what is left alone, and what is refused, with its place."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.commands.packs import NoLessonError, write_packs
from macros.content.carried import carried
from macros.content.loader import read_library
from macros.problems import ContentError
from tests.exports.readers import office_faults

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


def test_a_zip_has_slides_papers_quiz_and_licence(lesson: str, project: Path) -> None:
    write_packs(read_library(project), project / "out", [lesson], width=30)
    with zipfile.ZipFile(project / "out" / f"{lesson}.zip") as found:
        names = found.namelist()
        assert b"CC BY 4.0" in found.read("LICENCE.txt")
        assert found.read(f"{lesson}-slides.pptx") == (project / "out" / f"{lesson}.pptx").read_bytes()
        told = found.read("quiz/READ-ME-FIRST.txt").decode()
        papers = {name: found.read(name) for name in names if name.endswith(".docx") and "/" not in name}
    assert f"quiz/{lesson}-kahoot.xlsx" in names
    assert list(papers) == [f"{lesson}-{name}.docx" for name in ("worksheet", "key", "plan", "story")]
    assert office_faults(papers) == {name: [] for name in papers}
    assert f"Kahoot: {lesson}-kahoot.xlsx" in told
    assert "Ask the DSL before you use one with children" in told


def test_every_year_is_one_zip_and_so_are_the_posters(project: Path) -> None:
    library = read_library(project)
    out = project / "out"
    count = len(library.lessons)
    assert write_packs(library, out, width=30) == (count, 0)
    for phase in library.phases:
        with zipfile.ZipFile(out / f"{phase.id}.zip") as found:
            folders = list(dict.fromkeys(name.partition("/")[0] for name in found.namelist()))
        order = [entry.id for entry in library.of_phase(phase.id)]
        assert folders == [f"{number}-{identity}" for number, identity in enumerate(order, start=1)]
    with zipfile.ZipFile(out / "posters.zip") as found:
        assert found.namelist() == [*(f"poster-{phase.id}.docx" for phase in library.phases), "LICENCE.txt"]
        poster = found.read(found.namelist()[0])
    assert office_faults({"poster.docx": poster}) == {"poster.docx": []}
    before = {file.name: file.read_bytes() for file in out.glob("*.zip")}
    assert write_packs(library, out, width=30) == (0, count)
    assert {file.name: file.read_bytes() for file in out.glob("*.zip")} == before


def test_packs_written_where_a_build_looks_are_of_today(lesson: str, project: Path) -> None:
    library = read_library(project)
    write_packs(library, project / "packs", [lesson], width=30)
    assert set(carried(library)) == {lesson}


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
