"""The table of apps can be searched and sorted; without a script it is plain and whole; an old row says so."""

from __future__ import annotations

import gzip
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.content.library import Library
from macros.finish.scripts import lighter
from macros.models.base import LONGEST_UNCHECKED

PATH = "parents/apps-and-games.html"
ROWS = "[data-part=app]"
MOST = 10
LARGEST = 1229  # bytes: 1.2 kB


def shown(page: Page) -> list[str]:
    """Name the apps that are shown, in their order."""
    return [str(row.get_attribute("id")) for row in page.locator(ROWS).all() if row.is_visible()]


def test_without_a_script_every_app_is_there_and_no_tool_is_offered(
    browser: Browser, base_url: str, library: Library
) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(PATH)
    assert len(shown(page)) == len(library.apps)
    expect(page.locator("[data-part=tools]")).to_be_hidden()
    for app in library.apps:
        expect(page.locator(f"#app-{app.id}")).to_contain_text(f"Also called: {', '.join(app.also)}")
    context.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("robux", ["app-roblox"]),
        ("  V-BUCKS ", ["app-fortnite"]),
        ("telegram", ["app-telegram"]),
        ("insta", ["app-built-in-chatbots", "app-instagram", "app-threads"]),
        ("zzz", []),
    ],
)
def test_a_word_finds_its_apps_and_the_number_is_said(
    page: Page, library: Library, typed: str, found: list[str]
) -> None:
    page.goto(PATH)
    page.get_by_label("Find an app or a game").fill(typed)
    assert shown(page) == found
    said = f"{len(found)} of {len(library.apps)} shown" if found else "Nothing found. Try a shorter word."
    expect(page.get_by_role("status")).to_contain_text(said)
    page.get_by_label("Find an app or a game").fill("")
    assert len(shown(page)) == MOST


def test_those_that_are_asked_for_most_stand_first_and_the_rest_wait(page: Page, library: Library) -> None:
    page.goto(PATH)
    most = [f"app-{app.id}" for app in library.apps if app.asked_most]
    assert sorted(shown(page)) == sorted(most)
    assert len(most) == MOST
    expect(page.get_by_role("status")).to_contain_text(f"{MOST} of {len(library.apps)} shown")
    assert page.locator("[data-part=link]:visible").count() == len(library.apps)
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == len(library.apps)
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()


@pytest.mark.parametrize("way", ["name", "address"])
def test_a_link_to_one_that_waits_shows_it(page: Page, way: str) -> None:
    if way == "address":
        page.goto(f"{PATH}#app-alexa")
    else:
        page.goto(PATH)
        assert "app-alexa" not in shown(page)
        page.get_by_role("link", name="Alexa", exact=False).first.click()
    expect(page.locator("#app-alexa")).to_be_in_viewport()


def test_paper_has_every_app(page: Page, library: Library) -> None:
    page.goto(PATH)
    page.emulate_media(media="print")
    assert len(shown(page)) == len(library.apps)


def test_the_table_is_sorted_by_age_kind_and_name(page: Page, library: Library) -> None:
    page.goto(PATH)
    page.get_by_role("button", name="Show all").click()
    by_name = shown(page)
    ages = {f"app-{app.id}": app.from_age for app in library.apps}
    kinds = {f"app-{app.id}": app.kind for app in library.apps}
    sort = page.get_by_label("Sort by")
    sort.select_option("age")
    assert [ages[name] for name in shown(page)] == sorted(ages.values())
    sort.select_option("kind")
    changes = [kinds[name] for name in shown(page)]
    assert len([1 for one, other in pairwise(changes) if one != other]) == len(set(changes)) - 1
    sort.select_option("name")
    assert shown(page) == by_name


def test_a_cell_without_words_is_left_out_of_a_card_and_kept_in_the_table(page: Page, library: Library) -> None:
    app = next(app for app in library.apps if app.under_16 == "not known")
    cell = page.locator(f"#app-{app.id} td[data-label='Under-16 plans']")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{PATH}#app-{app.id}")
    expect(page.locator(f"#app-{app.id}")).to_be_visible()
    expect(cell).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 740})
    assert cell.evaluate("(cell) => getComputedStyle(cell).display") == "table-cell"


@pytest.mark.parametrize(("later", "old"), [(LONGEST_UNCHECKED, False), (LONGEST_UNCHECKED + 1, True)])
def test_a_row_says_by_itself_that_it_is_old(page: Page, library: Library, later: int, old: bool) -> None:
    app = library.apps[0]
    page.clock.set_fixed_time(f"{app.checked + timedelta(days=later)}T00:00:00Z")
    page.goto(PATH)
    said = page.locator(f"#app-{app.id} [data-part=old]")
    expect(said).to_have_text(f"That is more than {LONGEST_UNCHECKED} days ago. Check in the app." if old else "")


def test_on_a_phone_each_app_is_a_card_with_a_name_for_every_value(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(PATH)
    row = page.locator(f"{ROWS}:visible").first
    assert row.evaluate("(row) => getComputedStyle(row).display") == "block"
    labels = "(row) => [...row.cells].slice(1).map((cell) => getComputedStyle(cell, '::before').content.length > 2)"
    assert row.evaluate(labels) == [True] * 6


def test_the_script_is_small(root: Path) -> None:
    script = lighter((root / "macros/components/app-table/app-table.js").read_text(encoding="utf-8"))
    assert len(gzip.compress(script.encode(), 9, mtime=0)) <= LARGEST
