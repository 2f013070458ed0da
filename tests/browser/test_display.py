"""The display panel: the reader's own letters and colours, at once, and kept only when asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.focus import focus
from tests.browser.test_axe import violations
from tests.browser.test_quiet import KEPT
from tests.lessons import of_age

LEARNERS = of_age("years-3-4") + "/index.html#whole"
ADULTS = "parents/index.html"
BOTH = pytest.mark.parametrize("path", [LEARNERS, ADULTS, "help/index.html"])
SIZE = "() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
COLOUR = "() => getComputedStyle(document.body).backgroundColor"


def opened(page: Page, path: str) -> None:
    page.goto(path)
    page.locator('[data-part="display"] summary').click()


@BOTH
def test_larger_letters_come_at_once_and_fit_a_phone(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    opened(page, path)
    before = page.evaluate(SIZE)
    page.get_by_label("Largest", exact=True).check()
    assert page.evaluate(SIZE) == pytest.approx(1.5 * before, rel=0.02)
    page.keyboard.press("Escape")
    assert not page.evaluate(WIDER)


@BOTH
def test_colours_are_the_readers_choice(page: Page, path: str) -> None:
    page.emulate_media(color_scheme="light")
    opened(page, path)
    colours = {page.evaluate(COLOUR)}
    for name in ("Dark", "Calm"):
        page.get_by_label(name, exact=True).check()
        colours.add(page.evaluate(COLOUR))
    assert len(colours) == 3
    page.get_by_label("As on this device").check()
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(COLOUR) in colours


@BOTH
def test_space_and_letters_change(page: Page, path: str) -> None:
    opened(page, path)
    spacing = "() => getComputedStyle(document.querySelector('main p')).letterSpacing"
    letters = "() => getComputedStyle(document.querySelector('main p')).fontFamily"
    before = page.evaluate(letters)
    page.get_by_label("Wide", exact=True).check()
    page.get_by_label("Plainer", exact=True).check()
    assert page.evaluate(spacing) != "normal"
    assert page.evaluate(letters) != before


def test_nothing_is_kept_until_it_is_asked_and_forget_takes_it_back(page: Page) -> None:
    opened(page, LEARNERS)
    page.get_by_label("Dark", exact=True).check()
    assert page.evaluate(KEPT) == [0, 0, 0]
    page.reload()
    assert page.evaluate("() => document.documentElement.dataset.colours") is None

    page.locator('[data-part="display"] summary').click()
    expect(page.get_by_label("As on this device")).to_be_checked()
    page.get_by_label("Dark", exact=True).check()
    page.get_by_role("button", name="Remember on this device").click()
    expect(page.get_by_text("This device will remember.")).to_be_visible()
    page.goto(ADULTS)
    assert page.evaluate("() => document.documentElement.dataset.colours") == "dark"
    page.locator('[data-part="display"] summary').click()
    expect(page.get_by_label("Dark", exact=True)).to_be_checked()

    page.get_by_role("button", name="Forget", exact=True).click()
    assert page.evaluate(KEPT) == [0, 0, 0]
    assert page.evaluate("() => document.documentElement.dataset.colours") is None


@BOTH
def test_it_remembers_its_own_four_choices_and_no_mark_of_an_extension(page: Page, path: str) -> None:
    opened(page, path)
    page.evaluate("() => { document.documentElement.dataset.darkreaderScheme = 'dark'; }")
    page.get_by_label("Wide", exact=True).check()
    page.get_by_role("button", name="Remember on this device").click()
    assert page.evaluate("() => JSON.parse(localStorage.display)") == {"space": "wide"}

    # What an earlier version of this page kept, or something else wrote there, is not put back.
    page.evaluate('() => { localStorage.display = \'{"size": "1", "lang": "x", "darkreaderScheme": "y"}\'; }')
    page.reload()
    # Whether a page is for a frame is read from its address, and is no memory.
    assert page.evaluate("() => ({ ...document.documentElement.dataset })") == {"size": "1", "embed": ""}


@BOTH
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_the_open_panel(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, path)
    assert not violations(page, "panel open")


def test_a_broken_memory_does_no_harm(page: Page) -> None:
    page.goto(LEARNERS)
    page.evaluate("() => localStorage.setItem('display', '{broken')")
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator('[data-part="display"]')).to_be_visible()


def test_the_panel_is_worked_by_keyboard(page: Page) -> None:
    page.goto(LEARNERS)
    page.locator('[data-part="display"] summary').focus()
    page.keyboard.press("Enter")
    expect(page.locator(".display__panel")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("() => document.documentElement.dataset.size") == "1"
    page.keyboard.press("Escape")
    expect(page.locator(".display__panel")).not_to_be_visible()
    assert focus(page).words.startswith("Aa")


def test_without_javascript_there_is_no_panel(browser: object, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(LEARNERS)
    expect(page.locator('[data-part="display"]')).not_to_be_visible()
    context.close()
