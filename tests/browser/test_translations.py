"""Help in another language fits the screen in its own direction, with its title in view and its numbers in order."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_right_to_left import FAULTS, REVERSED, SIZES

LANGUAGES = ("arabic", "polish", "romanian", "ukrainian")


@pytest.mark.parametrize(("width", "height", "phone"), SIZES)
def test_a_page_in_another_language_fits_the_screen_and_shows_its_title(
    browser: Browser, base_url: str, width: int, height: int, phone: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, is_mobile=phone, has_touch=phone)
    page = context.new_page()
    found = []
    for language in LANGUAGES:
        page.goto(f"{base_url}help/in-{language}.html")
        found += [f"{language} {fault}" for fault in page.evaluate(FAULTS)]
        title = page.locator("h1").bounding_box()
        assert title
        if title["y"] + title["height"] > height:
            found.append(f"{language}: the title is below the first screen")
    context.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_to_call_keeps_its_order(page: Page, language: str) -> None:
    page.goto(f"help/in-{language}.html")
    assert page.locator("main a[href^='tel:']").count() == 16
    assert page.evaluate(REVERSED) == []


def test_arabic_begins_at_the_right_and_english_at_the_left(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("help/in-arabic.html")
    sides = page.evaluate("""() => ["h1", "main ol li", "#in-english", ".translation__english ol li"].map((name) =>
      getComputedStyle(document.querySelector(name)).direction)""")
    assert sides == ["rtl", "rtl", "ltr", "ltr"]
