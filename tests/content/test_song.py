"""The lessons with Pip share one old tune, and each sings a verse of its own to it."""

from __future__ import annotations

import re
from pathlib import Path

from macros.content.library import Library

# The tune as it is sung in English playgrounds: the first note of each beat, and where the sharp is.
FIRST_NOTES = [["G", "G", "d", "G"], ["A", "A", "A", "D"], ["G", "G", "d", "G"], ["A", "B", "G", "G"]]
BOLD = re.compile(r"^\*\*(.+)\*\*$", re.MULTILINE)


def test_the_tune_is_the_mulberry_bush(library: Library) -> None:
    assert library.song.tune == "Here we go round the mulberry bush"
    for line, wanted in zip(library.song.lines, FIRST_NOTES, strict=True):
        beat = 0
        found = []
        # A line may begin with the upbeat of its first bar.
        for sign in line.removeprefix("B | ").split():
            if sign == "|":
                continue
            if beat % 3 == 0:
                found.append(sign[0])
            beat += int(sign[1:] or 1)
        assert found == wanted, line
    assert sum(line.count("F") for line in library.song.lines) == 1, "F sharp is sung once"


def test_every_lesson_with_pip_has_a_verse_of_its_own(root: Path, library: Library) -> None:
    lessons = sorted(folder.name for folder in (root / "lessons/early-years").iterdir() if folder.is_dir())
    assert len(lessons) == 9
    assert sorted(library.song.verses) == lessons
    assert len(set(library.song.verses.values())) == 9


def test_the_lesson_shows_the_verse_on_four_lines_one_after_the_other(root: Path, library: Library) -> None:
    for name, verse in library.song.verses.items():
        text = (root / f"lessons/early-years/{name}/lesson.md").read_text(encoding="utf-8")
        shown = BOLD.findall(text)
        first = shown.index(verse[0].replace("·", ""))
        assert shown[first : first + 4] == [line.replace("·", "") for line in verse], name


def test_every_plan_of_a_lesson_with_pip_names_the_tune(root: Path) -> None:
    for plan in (root / "lessons/early-years").glob("*/lesson.md"):
        assert "mulberry bush" in plan.read_text(encoding="utf-8"), plan.parent.name
