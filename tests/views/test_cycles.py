"""A class of two year groups has each lesson once in two years."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from macros.content.library import Library
from macros.models.school import School
from macros.views.calendar import cycle_calendar
from macros.views.cycles import MixedClass, mixed_classes, touching

YEAR = re.compile(r"^year: (\w)$", re.MULTILINE)
OF_PHASE = {"R": "early-years", "1": "years-1-2", "2": "years-1-2", "3": "years-3-4"}
SCHOOL = School(name="A School", short_name="A", website="https://a.sch.uk")


def class_of(library: Library, pair: Any) -> MixedClass:
    lessons = {str(phase.id): {one.id: one.lesson for one in library.of_phase(phase.id)} for phase in library.phases}
    (mixed,) = mixed_classes([pair], library.phases, lessons)
    return mixed


@pytest.mark.parametrize(("pair", "folder"), [(("1", "2"), "years-1-2"), (("3", "4"), "years-3-4")])
def test_two_years_of_one_age_share_its_lessons_evenly(
    library: Library, root: Path, pair: tuple[str, str], folder: str
) -> None:
    mixed = class_of(library, pair)
    planned = [[one.id for _, lessons in cycle.halves for one in lessons] for cycle in mixed.cycles]
    files = list(root.glob(f"lessons/{folder}/*/lesson.md"))
    assert {*planned[0], *planned[1]} == {file.parent.name for file in files}
    # Whom to tell is for every year.
    (opening,) = (file.parent.name for file in files if "strand: all-strands" in file.read_text(encoding="utf-8"))
    assert {*planned[0]} & {*planned[1]} == {opening}
    assert [len(names) for names in planned] == [5, 5]
    assert [cycle.year for cycle in mixed.cycles] == ["", ""]
    # Of two lessons of a half term each cycle has one.
    for first, second in zip(mixed.cycles[0].halves, mixed.cycles[1].halves, strict=True):
        assert abs(len(first[1]) - len(second[1])) < 2, first


@pytest.mark.parametrize("pair", [("2", "3"), ("R", "1")])
def test_cycle_a_has_the_lessons_of_the_younger_and_b_those_of_the_older(
    library: Library, root: Path, pair: tuple[str, str]
) -> None:
    mixed = class_of(library, pair)
    for cycle, year in zip(mixed.cycles, pair, strict=True):
        written = {
            file.parent.name
            for file in root.glob("lessons/*/*/lesson.md")
            if YEAR.findall(text := file.read_text(encoding="utf-8"))[0] == year
            or ("strand: all-strands" in text and file.parts[-3] == OF_PHASE[year])
        }
        planned = [one.id for _, lessons in cycle.halves for one in lessons]
        assert set(planned) == written
        assert len(planned) == len(written) == cycle.count > 0


def test_a_class_is_named_and_stands_on_the_page_of_each_of_its_ages(library: Library) -> None:
    mixed = class_of(library, ("2", "3"))
    assert (mixed.id, mixed.title, mixed.phase) == ("2-3", "Years 2 and 3", "years-1-2")
    assert [cycle.letter + ": " + cycle.year for cycle in mixed.cycles] == ["A: Year 2", "B: Year 3"]
    on = [phase.id for phase in library.phases if touching([mixed], phase)]
    assert on == ["years-1-2", "years-3-4"]


def test_the_lessons_keep_their_half_terms(library: Library) -> None:
    mixed = class_of(library, ("3", "4"))
    assert [title for title, _ in mixed.cycles[0].halves] == [half.title for half in library.phases[2].year]
    for number, half in enumerate(library.phases[2].year):
        assert {one.id for cycle in mixed.cycles for one in cycle.halves[number][1]} == set(half.lessons)


def test_a_cycle_has_a_calendar_once_the_half_terms_are_known(library: Library) -> None:
    mixed = class_of(library, ("3", "4"))
    assert cycle_calendar(mixed, mixed.cycles[0], SCHOOL) is None
    known = School.model_validate(SCHOOL.model_dump() | {"half_terms": ["2026-09-03", "2026-11-02"]})
    file = (cycle_calendar(mixed, mixed.cycles[1], known) or b"").decode().replace("\r\n ", "")
    assert "SUMMARY:Online safety\\, Years 3 and 4\\, cycle B: Autumn\\, second half" in file
    assert file.count("BEGIN:VEVENT") == 2
