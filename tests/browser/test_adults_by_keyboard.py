"""On adults' pages search and menu are opened, used and left by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.focus import focus, press

PAGE = "teachers/index.html"
RESULTS = ".md-search-result__link"


@pytest.fixture
def results(page: Page) -> Page:
    """A page on which search has been opened from the keyboard and has found something."""
    page.goto(PAGE)
    page.get_by_label("Search this site").focus()
    page.keyboard.type("password", delay=20)
    expect(page.locator(RESULTS).first).to_be_visible(timeout=30_000)  # the index is large, and the machine may be busy
    return page


def test_tab_goes_from_result_to_result_and_search_stays_open(results: Page) -> None:
    words = results.locator(RESULTS).locator("visible=true")  # others stand in closed lists
    reached: list[str] = []
    for _ in range(12):  # past the cross that empties the field
        now = press(results, "Tab")
        if now.tag == "a":
            reached.append(results.evaluate("() => document.activeElement.href"))
        expect(words.first).to_be_visible()
        if len(reached) == 2:
            break
    assert reached == [words.nth(number).evaluate("link => link.href") for number in range(2)]


def test_shift_and_tab_leads_back_to_the_words_that_were_typed(results: Page) -> None:
    for _ in range(12):
        if press(results, "Tab").tag == "a":
            break
    assert focus(results).tag == "a"
    assert press(results, "Shift+Tab").words == "Search"
    assert press(results, "Shift+Tab").tag == "input"
    assert results.evaluate("() => document.activeElement.value") == "password"
    expect(results.locator(RESULTS).first).to_be_visible()


def test_escape_leaves_search(results: Page) -> None:
    results.keyboard.press("Escape")
    expect(results.locator(RESULTS).first).to_be_hidden()


def test_enter_opens_the_first_result(results: Page) -> None:
    first = results.locator(RESULTS).first.evaluate("link => link.href")
    results.keyboard.press("Enter")
    results.wait_for_url(str(first), wait_until="commit")
