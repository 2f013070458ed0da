"""The letters that a page is really drawn with: those for beginning readers, from the first view on."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from macros.content.library import Entry
from tests.browser.pressing import until
from tests.browser.quizzes import learners_page, lesson_file

OURS = "School Reader"
ADULTS = ("parents/index.html", "help/index.html", "policy/index.html")
LATE = "/assets/fonts/"
WEIGHTS = 2


def drawn(page: Page, name: str = "h1") -> set[str]:
    """Name the families with which an element is drawn, whatever its style asks for."""
    page.evaluate("() => new Promise((done) => setTimeout(done, 300))")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": name})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    session.detach()
    return {font["familyName"] for font in fonts}


def choose_plain(page: Page) -> None:
    page.locator('[data-part="display"] summary').click()
    page.locator('input[name="letters"][value="plain"]').check()


def come_in_time(page: Page, address: str) -> None:
    """Open a page whose letters come before its style sheets, without which nothing is painted: a busy machine may
    be later than a browser waits for them."""
    held: list[Route] = []
    letters: list[str] = []
    page.on("requestfinished", lambda request: letters.append(request.url) if LATE in request.url else None)
    page.route("**/*.css", lambda route: route.continue_() if len(letters) == WEIGHTS else held.append(route))
    page.goto(address, wait_until="commit")
    assert until(page, lambda: len(letters) == WEIGHTS)
    for route in held:
        route.continue_()
    page.wait_for_load_state()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_a_learners_page_has_them_at_the_first_view(page: Page, base_url: str, entry: Entry, script: bool) -> None:
    if not script:
        page.route("**/*.js", lambda route: route.abort())
    come_in_time(page, base_url + learners_page(entry))
    assert drawn(page) == {OURS}
    assert drawn(page, ".spread__words p") == {OURS}


def test_letters_that_come_late_change_nothing_that_is_being_read(page: Page, base_url: str, entry: Entry) -> None:
    held: list[Route] = []
    page.route(f"**{LATE}*", lambda route: held.append(route))  # noqa: PLW0108
    page.goto(base_url + learners_page(entry), wait_until="commit")
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length > 0")
    for route in held:
        route.continue_()
    assert held
    assert OURS not in drawn(page)


@pytest.mark.parametrize("path", ADULTS)
def test_an_adults_page_asks_for_none_until_they_are_chosen(page: Page, base_url: str, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if LATE in request.url else None)
    page.goto(base_url + path)
    assert OURS not in drawn(page)
    assert not asked
    choose_plain(page)
    assert until(page, lambda: drawn(page) == {OURS})


def test_the_plainer_letters_of_a_learners_page_are_others(page: Page, base_url: str, entry: Entry) -> None:
    page.goto(base_url + learners_page(entry))
    choose_plain(page)
    assert OURS not in drawn(page)


def test_a_page_on_a_disk_has_them_too(page: Page, site: Path, entry: Entry) -> None:
    page.goto((site / lesson_file(entry)).as_uri())
    assert until(page, lambda: drawn(page) == {OURS})
