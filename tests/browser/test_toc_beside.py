"""On a wide screen the table of contents stands beside the page or above it, and never over its words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.bench.kinds import KINDS

OVER = """() => {
  const toc = document.querySelector(".toc__inner");
  if (!toc) return [];
  const box = toc.getBoundingClientRect();
  const words = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, table, summary)")];
  return words.filter((one) => !toc.contains(one) && !one.contains(toc)).filter((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return [...range.getClientRects()].some((line) => line.width && line.height && line.right > box.left + 1
      && line.left < box.right - 1 && line.bottom > box.top + 1 && line.top < box.bottom - 1);
  }).map((one) => one.textContent.trim().slice(0, 60));
}"""


@pytest.mark.parametrize("width", [1000, 1280, 1920])
def test_it_covers_no_words(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    covered = {}
    for kind in KINDS:
        page.goto(kind.path)
        if over := page.evaluate(OVER):
            covered[kind.name] = over
    assert not covered
