"""The map names every lesson under its strand, its statements and its points of the policy."""

from __future__ import annotations

import pytest

from macros.library import Library
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
        for each in taught:
            assert (each.link in row) == (code.code in each.lesson.codes)


def test_every_point_that_is_taught_names_its_lessons(library: Library, taught: list[Taught]) -> None:
    rows = section(map_page(library.phases, taught, library.frameworks, library.policy), "By point of the policy")
    for identity, clause in library.policy.clauses.items():
        found = [line for line in rows.split("\n") if f"(../policy/index.md#{identity})" in line]
        lessons = [each for each in taught if identity in each.lesson.clauses]
        assert len(found) == (1 if lessons else 0), clause.reference
        assert all(each.link in found[0] for each in lessons)
