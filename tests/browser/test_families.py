"""On a phone the first screen of a worry holds what to do now; a leaflet is two sides of one sheet."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

PHONE = {"width": 360, "height": 640}
BELOW = """() => [document.querySelector(".minute"), ...document.querySelectorAll(".minute a")]
  .filter((one) => one.getBoundingClientRect().bottom > innerHeight)
  .map((one) => `“${one.innerText.slice(0, 30)}” ends at ${Math.round(one.getBoundingClientRect().bottom)} px`)"""
A4 = (595, 842)


def sides(pdf: bytes) -> list[tuple[int, int]]:
    """Give the size of every page of a PDF, in points."""
    return [
        (round(float(box[1])), round(float(box[2])))
        for box in re.finditer(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    ]


def test_what_to_do_now_and_whom_to_call_are_in_the_first_screen_of_a_phone(page: Page, paths: list[str]) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    found = []
    for path in (path for path in paths if path.startswith("parents/worries/")):
        page.goto(path)
        found += [f"{path}: {fault}" for fault in page.evaluate(BELOW)]
    assert not found, "These do not fit the first screen of a phone. Use fewer words:\n" + "\n".join(found)


def test_a_box_that_is_too_long_is_found(page: Page) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    page.goto("parents/worries/unkind.html")
    page.evaluate("() => { document.querySelector('.minute').style.minHeight = '600px'; }")
    assert page.evaluate(BELOW)


# How far the words of each card lie over its symbol, in pixels.
OVER = """() => [...document.querySelectorAll(".choices li")].filter((card) => {
  const symbol = card.querySelector(".card-symbol").getBoundingClientRect(), words = document.createRange();
  words.setStartAfter(card.querySelector(".card-symbol"));
  words.setEndAfter(card.lastChild);
  return [...words.getClientRects()].some((box) => box.width > 1 && box.left < symbol.right && box.right > symbol.left);
}).map((card) => card.textContent.trim())"""


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_words_of_a_card_stand_beside_its_symbol(page: Page, width: int, direction: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("parents/index.html")
    page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
    assert page.locator(".choices li").count() >= 28
    assert page.evaluate(OVER) == []
    page.emulate_media(media="print")
    assert page.evaluate(OVER) == []
    page.evaluate("() => { document.querySelector('.choices li').style.padding = '0'; }")
    assert len(page.evaluate(OVER)) == 1


def test_the_leaflet_is_two_sides_of_a_sheet_on_its_side(page: Page) -> None:
    page.goto("parents/print/leaflet.html")
    assert sides(page.pdf(format="A4", prefer_css_page_size=True)) == [(A4[1], A4[0])] * 2


def test_no_panel_of_the_leaflet_is_cut_off(page: Page) -> None:
    page.goto("parents/print/leaflet.html")
    page.emulate_media(media="print")
    cut = "(panels) => panels.filter((one) => one.scrollHeight > one.clientHeight + 1).length"
    assert page.locator(".sheet__panel").evaluate_all(cut) == 0


def test_the_leaflet_is_as_wide_as_the_sheet(page: Page) -> None:
    page.set_viewport_size({"width": 1123, "height": 794})  # A4 on its side, in CSS pixels
    page.goto("parents/print/leaflet.html")
    page.emulate_media(media="print")
    edges = "(panels) => panels.map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.right])"
    places = page.locator(".sheet__panel").evaluate_all(edges)
    assert [round(min(left for left, _ in places)), round(max(right for _, right in places))] == [0, 1123]


def test_paper_shows_the_words_for_home_of_every_lesson(page: Page) -> None:
    page.goto("parents/ages/7-9.html")
    page.emulate_media(media="print")
    hidden = "(words) => words.filter((one) => one.getBoundingClientRect().height === 0).length"
    assert page.locator(".starters p").evaluate_all(hidden) == 0


def test_there_is_room_to_write_on_an_adults_page(page: Page) -> None:
    page.goto("parents/family-agreement.html")
    for lines in page.locator(".lines").all():
        box = lines.bounding_box()
        assert box is not None
        assert box["height"] >= 36
