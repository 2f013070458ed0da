"""Each page for adults keeps to a budget of phone screens, by its kind: nobody scrolls thirty of them at ten at night.

A screen is 360 by 800 pixels. The budgets are what the pages reach, with half a screen to spare; what a kind
should come down to, as readers of the site asked for it, stands beside it. Nobody raises a budget to let a page grow:
shorten the page, or split it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Page

SCREEN = {"width": 360, "height": 800}
WHERE = re.compile(r"(?:parents|help|staff|teachers|policy|about)/(?!look/).*|index\.html")
LARGE = "-large.html"
SPARE = 2  # screens: letters of another machine may take a little more or less


@dataclass(frozen=True)
class Kind:
    """Pages of one kind.

    Attributes:
        pages: their addresses.
        budget: how many screens each of them may be long.
        target: how many it should be some day; None where the budget will do.
    """

    pages: str
    budget: float
    target: float | None = None


# The first that fits an address counts.
KINDS = {
    "the front door": Kind(r"index\.html", 2),
    "help": Kind(r"help/index\.html", 20, 12),
    "help for children": Kind(r"help/(?:children|when/child)\.html", 7),
    "other help": Kind(r"help/.*", 11.5, 8),
    "a worry": Kind(r"parents/worries/.*", 11, 8),
    "an age, or setting up": Kind(r"parents/(?:ages|set-up)/.*", 10.5, 8),
    "a short guide": Kind(r"parents/(?:index|three-minutes|mobile-phones)\.html", 7.5),
    "the table of apps": Kind(r"parents/apps-and-games\.html", 17, 15),
    "a long guide": Kind(r"parents/[a-z-]+\.html", 17, 10),
    "a sheet to print": Kind(r"parents/print/.*", 14.5),
    "the DSL's page": Kind(r"staff/dsl\.html", 10),
    "a long page for staff": Kind(r"staff/(?:all-staff|governors|numbers|official-account)\.html", 20.5, 12),
    "a page for staff": Kind(r"staff/.*", 12.5),
    "a year, or the curriculum map": Kind(r"teachers/(?:[a-z0-9-]+/index|map)\.html", 21.5, 15),
    "a page for teachers": Kind(r"teachers/.*", 14.5),
    "the policy": Kind(r"policy/index\.html", 27),
    "the policy in plain words": Kind(r"policy/plain/.*", 23, 15),
    "the map of the policy": Kind(r"policy/map\.html", 4),
    "for reviewers": Kind(r"policy/review\.html", 31, 15),
    "how to write": Kind(r"about/writing-.*", 47),
    "all pages from A to Z": Kind(r"about/a-z\.html", 83.5),
    # What an accessibility statement must say, and in which parts, is the law's.
    "the accessibility statement": Kind(r"about/accessibility\.html", 7.5),
    "for the school office": Kind(r"about/school-website\.html", 7.5, 5),
    "the office's year": Kind(r"about/the-year\.html", 6.5),
    "about this site": Kind(r"about/.*", 5),
}


def kind_of(path: str) -> str | None:
    return next((name for name, kind in KINDS.items() if re.fullmatch(kind.pages, path)), None)


def screens(page: Page, path: str) -> float:
    page.goto(path)
    height: float = page.evaluate("() => document.documentElement.scrollHeight")
    return height / SCREEN["height"]


def for_adults(paths: list[str]) -> list[str]:
    return [path for path in paths if WHERE.fullmatch(path) and not path.endswith(LARGE)]


def test_every_page_for_adults_is_of_a_kind_and_every_kind_has_a_page(paths: list[str]) -> None:
    kinds = {path: kind_of(path) for path in for_adults(paths)}
    assert not [path for path, kind in kinds.items() if kind is None]
    assert set(kinds.values()) == set(KINDS)


def test_a_page_keeps_to_the_budget_of_its_kind_and_no_budget_has_room_to_spare(page: Page, paths: list[str]) -> None:
    page.set_viewport_size({"width": SCREEN["width"], "height": SCREEN["height"]})
    longest: dict[str, float] = dict.fromkeys(KINDS, 0)
    found = []
    for path in for_adults(paths):
        name = kind_of(path)
        if name:
            length = screens(page, path)
            longest[name] = max(longest[name], length)
            if length > KINDS[name].budget:
                found.append(f"{path}: {length:.1f} screens; {name} has {KINDS[name].budget:g}. Shorten or split it.")
    for name, length in longest.items():
        if length < KINDS[name].budget - SPARE:
            found.append(f"The longest page of {name} has {length:.1f} screens. Lower its budget.")
    assert not found, "\n".join(found)


def test_what_the_dsl_needs_in_an_emergency_is_on_the_first_two_screens(page: Page) -> None:
    page.set_viewport_size({"width": SCREEN["width"], "height": SCREEN["height"]})
    page.goto("staff/dsl.html")
    for needed in (
        page.locator("main a[href='tel:999']").first,
        page.locator("main a[href='tel:101']").first,
        page.locator("main a[href^='#allegations']").first,
        page.get_by_text("no one looks at it").first,
        page.get_by_role("heading", name="When a concern comes in"),
    ):
        place = needed.bounding_box()
        assert place
        assert place["y"] + place["height"] <= 2 * SCREEN["height"], needed


def test_a_target_is_less_than_the_budget() -> None:
    assert [name for name, kind in KINDS.items() if kind.target and kind.target >= kind.budget] == []
