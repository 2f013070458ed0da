"""On a phone the header of adults' pages is one line; the site's name is in the menu, and said to those who listen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PAGES = ("parents/index.html", "policy/index.html", "staff/dsl.html")
# Where the middle of each thing in the header lies that can be seen, and how far the last reaches.
LINE = """() => {
  const shown = [...document.querySelectorAll(".head > *")].map((one) => one.getBoundingClientRect())
    .filter((box) => box.width > 20 && box.height > 20);
  return { middles: shown.map((box) => Math.round(box.top + box.height / 2)),
           right: Math.max(...shown.map((box) => box.right)), bottom: Math.max(...shown.map((box) => box.bottom)) };
}"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 360, 390, 480, 700])
def test_the_header_is_one_line_on_a_phone(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(path)
    line = page.evaluate(LINE)
    assert len(line["middles"]) >= 4
    assert max(line["middles"]) - min(line["middles"]) <= 2, line
    assert line["right"] <= width
    assert line["bottom"] <= 70


@pytest.mark.parametrize("width", [360, 700])
def test_the_name_of_the_site_is_in_the_menu_of_a_phone(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(PAGES[0])
    name = page.locator(".menu__name")
    expect(name).not_to_be_visible()
    page.locator(".masthead").get_by_text("Menu").click()
    expect(name).to_be_visible()
    expect(page.get_by_role("link", name=name.inner_text())).to_have_count(1)


def test_a_wide_screen_shows_the_name_in_the_header_alone(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(PAGES[0])
    box = page.locator(".head__name").bounding_box()
    assert box
    assert box["width"] > 200
    expect(page.locator(".menu__name")).not_to_be_visible()
