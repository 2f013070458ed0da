"""Which documents are PDFs: each page is there, each name is one file's, and each is offered on a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.library import Library
from macros.views.papers import paper_of_lesson, papers_of_pages


@pytest.fixture(scope="module")
def phases(library: Library) -> list[str]:
    return [phase.id for phase in library.phases]


def test_each_pdf_is_of_a_page_that_is_there_and_offered_on_one_that_is(site: Path, phases: list[str]) -> None:
    for paper in papers_of_pages(phases):
        assert (site / paper.address).is_file(), paper
        assert (site / paper.offered).is_file(), paper


def test_no_two_pdfs_have_one_name_and_none_has_a_lessons(library: Library, phases: list[str]) -> None:
    of_lessons = [
        paper_of_lesson(lesson, which) for lesson in library.lessons for which in ("plan", "worksheet", "key")
    ]
    names = [paper.file for paper in papers_of_pages(phases)] + of_lessons
    assert len(names) == len(set(names)) == 5 + 4 + 36 * 3
    assert all(name.endswith(".pdf") and "/" not in name for name in names)


def test_every_age_has_its_poster(phases: list[str]) -> None:
    posters = {paper.file for paper in papers_of_pages(phases) if paper.kind == "poster"}
    assert posters == {
        "poster-early-years.pdf",
        "poster-years-1-2.pdf",
        "poster-years-3-4.pdf",
        "poster-years-5-6.pdf",
    }
