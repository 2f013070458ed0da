"""The map names every lesson under its strand, its statements and its points of the policy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.content.library import Library
from macros.models.framework import Code
from macros.views.curriculum import Taught, map_page


@pytest.fixture(scope="module")
def taught(library: Library) -> list[Taught]:
    return [Taught(entry.id, phase, entry.lesson) for phase in library.phases for entry in library.of_phase(phase.id)]


def section(page: str, name: str) -> str:
    return page.split(f"## {name}\n", 1)[1].split("\n## ", 1)[0]


def test_every_lesson_is_under_its_strand(library: Library, taught: list[Taught]) -> None:
    strands = section(map_page(library.phases, taught, library.frameworks, library.policy), "By strand and age")
    for each in taught:
        of_strand = strands.split(f"### {library.frameworks.strand_name(each.lesson.strand)}\n")[-1].split("\n### ")[0]
        if each.lesson.strand != "all-strands":
            assert f"{each.link} | {each.lesson.outcome}" in of_strand


def test_every_statement_names_the_lessons_that_meet_it(library: Library, taught: list[Taught]) -> None:
    rows = section(map_page(library.phases, taught, library.frameworks, library.policy), "By curriculum statement")
    for code in library.frameworks.codes:
        (row,) = [line for line in rows.split("\n") if line.startswith(f"| **{code.code}** ")]
        whole, _, part = row.partition("*In part:*")
        for each in taught:
            assert (each.link in whole) == (code.code in each.lesson.codes)
            assert (each.link in part) == (code.code in each.lesson.codes_in_part)


def test_a_statement_taught_in_part_alone_is_not_counted_as_taught(library: Library, taught: list[Taught]) -> None:
    codes = [Code(code=code, curriculum="RSHE 2025", text="-") for code in ("WHOLE", "BOTH", "PART", "NONE")]
    frameworks = library.frameworks.model_copy(update={"codes": tuple(codes)})
    lesson = taught[0].lesson.model_copy(update={"codes": ("WHOLE", "BOTH"), "codes_in_part": ("PART",)})
    other = taught[1].lesson.model_copy(update={"codes": ("WHOLE",), "codes_in_part": ("BOTH",)})
    one, two = replace(taught[0], lesson=lesson), replace(taught[1], lesson=other)
    rows = section(map_page(library.phases, [one, two], frameworks, library.policy), "By curriculum statement")
    assert "Of 4 statements, 2 are taught whole in at least one lesson, 1 in part, and 1 not yet." in rows
    first, second = f"{one.link} ({one.phase.title})", f"{two.link} ({two.phase.title})"
    for code, said in (
        ("WHOLE", f"{first}, {second}"),
        ("BOTH", f"{first}; *In part:* {second}"),
        ("PART", f"*In part:* {first}"),
        ("NONE", "Not taught here yet"),
    ):
        assert f"| **{code}** (RSHE 2025) - | {said} |" in rows


def test_what_no_lesson_teaches_whole_is_not_shown_as_met(library: Library, taught: list[Taught]) -> None:
    # Read against the guidance by an independent reader, statement by statement, in November 2026.
    rows = section(map_page(library.phases, taught, library.frameworks, library.policy), "By curriculum statement")
    for code in ("OSA-1", "OSA-3", "WO-2", "WO-5", "WO-9", "WO-10", "NC2d"):
        (row,) = [line for line in rows.split("\n") if line.startswith(f"| **{code}** ")]
        assert row.split(" | ")[-1].startswith("*In part:*"), code


def test_every_point_that_is_taught_names_its_lessons(library: Library, taught: list[Taught]) -> None:
    rows = section(map_page(library.phases, taught, library.frameworks, library.policy), "By point of the policy")
    for identity, clause in library.policy.clauses.items():
        found = [line for line in rows.split("\n") if f"(../policy/index.md#{identity})" in line]
        lessons = [each for each in taught if identity in each.lesson.clauses]
        assert len(found) == (1 if lessons else 0), clause.reference
        assert all(each.link in found[0] for each in lessons)
