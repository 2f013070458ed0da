"""A browser that translates a page into Arabic or Urdu turns it: it still fits the screen, and its title is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.assets import style_sheets

SIZES = [(320, 640, True), (390, 844, True), (1280, 800, False)]
TURN = "() => { document.documentElement.dir = 'rtl'; document.documentElement.lang = 'ar'; }"

# The page is no wider than the screen on either side, and its main heading lies where the reader first looks.
FAULTS = """() => {
  const found = [];
  for (const far of [-99999, 99999]) {
    scrollTo(far, 0);
    if (Math.abs(scrollX) > 1) found.push(`scrolls sideways by ${Math.round(scrollX)} px`);
  }
  scrollTo(0, 0);
  const wide = document.documentElement.scrollWidth;
  if (wide > document.documentElement.clientWidth) found.push(`is ${wide} px wide`);
  const { left, right } = document.querySelector("h1").getBoundingClientRect();
  const { width, offsetLeft } = visualViewport;
  if (left < offsetLeft - 1 || right > offsetLeft + width + 1) found.push(`has its title from ${left} to ${right} px`);
  return found;
}"""

# An offset to the left or right by which something is put out of sight: turned round, it makes the page that wide.
OFFSET = re.compile(r"(?:^|[{;\s])((?:margin-)?(?:left|right)|text-indent)\s*:\s*(-\d{2,}|-9)", re.MULTILINE)


@pytest.mark.parametrize(("width", "height", "phone"), SIZES)
def test_a_page_that_is_turned_fits_the_screen_and_shows_its_title(
    browser: Browser, base_url: str, every_part: list[str], width: int, height: int, phone: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, is_mobile=phone, has_touch=phone)
    page = context.new_page()
    found = []
    for path in every_part:
        page.goto(base_url + path)
        page.evaluate(TURN)
        found += [f"{path} {fault}" for fault in page.evaluate(FAULTS)]
    context.close()
    assert not found, "\n".join(found)


# The page's words in Arabic, and then each number to call whose figures stand in another order, or on two lines.
TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replace(/[A-Za-z]+/g, "اتصل");
}"""
REVERSED = """() => [...document.querySelectorAll("main a[href^='tel:']")].flatMap((link) => {
  const node = [...link.childNodes].find((one) => /\\d/.test(one.data));
  const number = /\\d[\\d\\s]*/.exec(node.data);
  const boxes = [...number[0]].map((figure, at) => {
    const range = document.createRange();
    range.setStart(node, number.index + at);
    range.setEnd(node, number.index + at + 1);
    return range.getBoundingClientRect();
  }).filter((box) => box.width);
  const after = (box, other) => box.left >= other.left && box.top === other.top;
  return boxes.some((box, at) => at && !after(box, boxes[at - 1])) ? [number[0]] : [];
})"""


@pytest.mark.parametrize(
    "path", ["index.html", "help/index.html", "help/children.html", "parents/worries/unkind.html", "404.html"]
)
def test_a_number_to_call_keeps_its_order_and_its_line(page: Page, path: str) -> None:
    page.goto(path)
    page.evaluate(TURN)
    page.evaluate(TRANSLATE)
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.locator("a[href^='tel:0']").count()
    assert page.evaluate(REVERSED) == []
    # With plain spaces, which is how people write them, this test finds them.
    page.locator("a[href^='tel:0']").evaluate_all(
        "(links) => links.forEach((link) => { link.textContent = link.textContent.replace(/\\s/g, ' '); })"
    )
    assert page.evaluate(REVERSED)


def test_what_is_out_of_sight_to_the_left_would_be_found(page: Page) -> None:
    page.goto("help/index.html")
    page.evaluate(TURN)
    assert page.evaluate(FAULTS) == []
    page.locator(".skip").evaluate("(link) => { link.style.cssText = 'top: 0; left: -999px'; }")
    assert len(page.evaluate(FAULTS)) > 1


def test_no_style_sheet_puts_anything_out_of_sight_sideways(root: Path) -> None:
    found = [
        f"{file.relative_to(root)}: {offset[0].strip()}"
        for file in style_sheets(root)
        for offset in OFFSET.finditer(file.read_text(encoding="utf-8"))
    ]
    assert not found, "Hide it by “top” or by clipping (class “unseen”):\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("style", "is_found"), [("left: -999rem", True), ("margin-left:-99px", True), ("top: -9rem", False)]
)
def test_such_an_offset_is_seen(style: str, is_found: bool) -> None:
    assert bool(OFFSET.search(f".skip {{ {style}; }}")) == is_found
