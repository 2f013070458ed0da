"""A promise can be filled in and printed, and the name goes nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

from macros.content.library import PHASES, Library
from macros.views import addresses
from tests.browser.every_type import ICON
from tests.browser.test_quiet import Watch

PAGE = addresses.learners(PHASES[2], "promise")
NAME = "Zebedee"


def box(page: Page) -> Any:
    """Find the line for the name."""
    return page.get_by_label("My first name")


def type_name(page: Page) -> None:
    page.goto(PAGE)
    box(page).fill(NAME)
    expect(box(page)).to_have_value(NAME)


@pytest.mark.parametrize("phase", PHASES)
def test_a_phase_leads_to_its_promise(page: Page, library: Library, phase: str) -> None:
    page.goto(f"learners/{phase}.html")
    page.get_by_role("link", name="Make a promise to print").click()
    expect(page.locator("h1")).to_have_text("My promise")
    lines = [line.replace("’", "'") for line in page.locator(".promise__lines li").all_inner_texts()]
    assert lines == list(library.phase(phase).promise)


def test_the_name_is_in_no_form_and_has_no_name(page: Page) -> None:
    page.goto(PAGE)
    given = box(page).evaluate("(input) => ({ form: input.form, name: input.name, spell: input.spellcheck })")
    assert given == {"form": None, "name": "", "spell": False}
    assert box(page).get_attribute("autocomplete") == "off"


def test_the_name_is_neither_sent_nor_kept(page: Page, base_url: str) -> None:
    watch = Watch(page, base_url)
    page.goto(PAGE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if not request.url.endswith(ICON) else None)
    address = page.url
    box(page).press_sequentially(NAME)
    box(page).press("Enter")
    watch.look_for_anything_kept()
    assert not watch.faults
    assert not asked
    assert page.url == address
    assert NAME not in page.evaluate("() => document.documentElement.outerHTML + JSON.stringify(history.state)")


def test_the_name_is_gone_after_reload_back_and_forward(page: Page) -> None:
    page.goto("index.html")
    type_name(page)
    page.reload()
    expect(box(page)).to_have_value("")
    box(page).fill(NAME)
    page.goto("help/children.html")
    page.go_back()
    expect(box(page)).to_have_value("")
    box(page).fill(NAME)
    page.go_back()
    page.go_forward()
    expect(box(page)).to_have_value("")


def test_a_name_that_was_typed_before_a_slow_page_was_whole_stays(page: Page) -> None:
    type_name(page)
    page.evaluate("() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false })); }")
    expect(box(page)).to_have_value(NAME)


def test_the_name_is_not_in_a_page_out_of_the_browsers_memory(
    browser_type: BrowserType, whole_browser_launch_args: dict[str, Any], base_url: str
) -> None:
    # Playwright switches off the memory that keeps whole pages for "back"; readers' browsers have it.
    browser = browser_type.launch(**whole_browser_launch_args, ignore_default_args=["--disable-back-forward-cache"])
    try:
        page = browser.new_page(base_url=base_url)
        type_name(page)
        page.evaluate("() => { window.sameDocument = true; }")
        page.goto("help/children.html")
        page.go_back(wait_until="commit")  # a page out of the memory is not loaded again
        assert page.evaluate("() => window.sameDocument"), "The page did not come out of the browser's memory"
        expect(box(page)).to_have_value("")
    finally:
        browser.close()


@pytest.mark.parametrize("phase", PHASES)
def test_a_promise_is_one_page_of_paper_and_nothing_but_it(page: Page, library: Library, phase: str) -> None:
    page.goto(addresses.learners(phase, "promise"))
    box(page).fill("W" * 30)
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert len(pages) == 1, f"docs/_data/phases.yml: the promise of {library.phase(phase).title} takes {len(pages)}."
    page.emulate_media(media="print")
    expect(page.locator(".promise__box")).to_be_visible()
    expect(page.locator(".promise__line")).to_be_visible()
    for aid in ("You can type your first name.", "Print it."):
        expect(page.get_by_text(aid)).to_be_hidden()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()


def test_the_button_prints(page: Page) -> None:
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto(PAGE)
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("() => window.printed")


@pytest.fixture
def still_page(browser: Browser, base_url: str) -> Iterator[Page]:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_a_script_there_is_a_line_to_write_on_and_nothing_to_type(still_page: Page) -> None:
    still_page.goto(PAGE)
    expect(still_page.locator(".promise__lines")).to_be_visible()
    expect(still_page.locator(".promise__line")).to_be_visible()
    for needs in still_page.locator(".promise input, .promise button").all():
        expect(needs).to_be_hidden()
    expect(still_page.get_by_text("You can type")).to_be_hidden()
