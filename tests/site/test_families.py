"""Pages for families begin with what to do now, and end with the lessons."""

from __future__ import annotations

from tests.site.page import Page, elements, text, with_class

WORRIES = "parents/worries/"


def worries(pages: dict[str, Page]) -> list[Page]:
    return [page for path, page in pages.items() if path.startswith(WORRIES)]


def test_there_is_a_page_for_each_of_twelve_worries(pages: dict[str, Page]) -> None:
    assert len(worries(pages)) == 12


def test_a_worry_begins_with_what_to_do_now(pages: dict[str, Page]) -> None:
    for page in worries(pages):
        (article,) = page.all("article")
        parts = [each for each in elements(article) if each.tag in ("h1", "div", "nav")]
        assert [each.tag for each in parts[:3]] == ["h1", "div", "nav"], page.path
        assert text(parts[1]).startswith("Do this now"), page.path


def test_a_worry_ends_with_lessons_for_every_age(pages: dict[str, Page]) -> None:
    for page in worries(pages):
        lists = with_class(page.tree, "about__ages")
        assert lists, f"{page.path} has no lessons about it."
        for ages in lists:
            assert len([each for each in elements(ages) if each.tag == "li"]) == 4, page.path


def test_each_age_has_what_every_lesson_says_to_families(pages: dict[str, Page]) -> None:
    ages = [page for path, page in pages.items() if path.startswith("parents/ages/")]
    assert len(ages) == 4
    for page in ages:
        assert len(with_class(page.tree, "starters__lesson")) >= 9, page.path


def test_a_page_to_print_has_a_panel_for_each_part(pages: dict[str, Page]) -> None:
    for path, count in (("leaflet", 6), ("words-for-help", 17), ("words-three-minutes", 16)):
        page = pages[f"parents/print/{path}.html"]
        panels = with_class(page.tree, "sheet__panel")
        assert len(panels) == len(list(page.all("h2"))), path
        if path == "leaflet":
            assert len(panels) == count
