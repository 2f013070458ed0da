"""The front door: one door to a row, or all three; each word within its door; help in sight on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

DOORS = """() => [...document.querySelectorAll(".doors__link")].map((door) => {
  const own = door.getBoundingClientRect(), words = document.createRange();
  words.selectNodeContents(door.querySelector("span"));
  const said = words.getBoundingClientRect();
  return { top: Math.round(own.top), within: said.left >= own.left && said.right <= own.right };
})"""


@pytest.mark.parametrize("width", [320, 360, 600, 740, 768, 900, 1024, 1280, 1920])
def test_there_is_one_door_to_a_row_or_three_and_each_holds_its_words(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("index.html")
    doors = page.evaluate(DOORS)
    assert len(doors) == 3
    assert len({door["top"] for door in doors}) in (1, 3), doors
    assert all(door["within"] for door in doors), doors


def test_a_phone_shows_the_doors_and_help_before_it_scrolls(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("index.html")
    help_box = page.locator(".tell").bounding_box()
    assert help_box
    assert help_box["y"] + help_box["height"] <= 740
