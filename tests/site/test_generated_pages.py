"""Every lesson and every phase has all its pages, and the navigation names the plans alone."""

from __future__ import annotations

from macros.content.library import Library
from macros.site.generated_pages import generated


def test_every_lesson_and_phase_has_its_pages(library: Library) -> None:
    paths = {page.path for page in generated(library)}
    for entry in library.lessons.values():
        for name in ("index", "worksheet", "worksheet-large", "story", "answers", "teach"):
            assert f"lessons/{entry.phase}/{entry.id}/{name}.md" in paths
    for phase in library.phases:
        assert f"teachers/{phase.id}/index.md" in paths
        for name in ("words", "poster", "promise", "check", "check-paper"):
            assert f"learners/{phase.id}-{name}.md" in paths
    assert {"teachers/map.md", "policy/map.md", "policy/review.ics"} <= paths


def test_no_page_is_made_twice(library: Library) -> None:
    paths = [page.path for page in generated(library)]
    assert len(paths) == len(set(paths))


def test_the_navigation_names_plans_and_years_and_the_map(library: Library) -> None:
    listed = {page.path.rsplit("/", 1)[1] for page in generated(library) if page.listed}
    assert listed == {"teach.md", "index.md", "map.md"}
    assert not [page.path for page in generated(library) if page.listed and page.path.startswith("learners/")]
