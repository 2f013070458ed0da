"""No page is a dead end: each that belongs to a lesson or an age leads back to it, and none leads to itself instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.content.library import Library

LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]*)"')


def links_of(site: Path, path: str) -> list[str]:
    """Give where a page's links lead, without places on it."""
    return LINK.findall((site / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", ["worksheet", "worksheet-large", "story", "answers", "teach"])
def test_each_page_of_a_lesson_leads_to_the_lesson_or_its_plan(site: Path, library: Library, page: str) -> None:
    back = "teach.html" if page == "answers" else "index.html"
    for entry in library.lessons.values():
        links = links_of(site, f"lessons/{entry.phase}/{entry.id}/{page}.html")
        assert back in links, f"{entry.id}/{page}.html does not lead to {back}."
        assert page == "teach" or f"{page}.html" not in links, f"{entry.id}/{page}.html leads to itself."


def test_each_lesson_ends_with_all_lessons_and_all_but_the_last_of_a_year_with_the_next(
    site: Path, library: Library
) -> None:
    for phase in library.phases:
        *order, last = phase.order
        for identity, following in zip(order, [*order[1:], last], strict=True):
            links = links_of(site, f"lessons/{phase.id}/{identity}/index.html")
            assert f"../../../learners/{phase.id}.html" in links
            assert f"../{following}/index.html" in links, f"{identity} does not lead to {following}."


@pytest.mark.parametrize("page", ["words", "poster", "promise", "check", "check-paper"])
def test_each_page_of_an_age_leads_to_its_lessons(site: Path, library: Library, page: str) -> None:
    for phase in library.phases:
        if page.startswith("check") and not phase.check:
            continue
        assert f"{phase.id}.html" in links_of(site, f"learners/{phase.id}-{page}.html")


def test_staff_and_governors_have_a_door(site: Path) -> None:
    links = links_of(site, "teachers/index.html")
    assert {"../staff/index.html", "../staff/governors.html"} <= set(links)
