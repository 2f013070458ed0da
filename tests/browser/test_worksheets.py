"""A worksheet on paper is filled: room to draw and write, and no sheet that holds next to nothing."""

from __future__ import annotations

import pypdfium2
from playwright.sync_api import Page

from macros.content.library import Library
from tests.lessons import first_with, of_age

FOOT = "Worried? Tell a grown-up you trust."
MM = 96 / 25.4  # CSS pixels
PAPER = {"width": round(178 * MM), "height": round(265 * MM)}  # A4 without its margins
BOXES = "(boxes) => boxes.map((box) => box.getBoundingClientRect().height)"
LAST = """(sheet) => sheet.getBoundingClientRect().bottom
  - Math.max(...[...sheet.children].map((one) => one.getBoundingClientRect().bottom))"""


def sheets(pdf: bytes) -> list[str]:
    """Give the words of each sheet."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def test_no_sheet_holds_the_foot_alone(page: Page, paths: list[str], library: Library) -> None:
    found = []
    for path in (path for path in paths if path.endswith(("/worksheet.html", "/worksheet-large.html"))):
        page.goto(path)
        for number, words in enumerate(sheets(page.pdf(prefer_css_page_size=True)), start=1):
            before = words.partition(FOOT)[0].partition(library.school.name)[0]
            if not before.strip():
                found.append(f"{path}, sheet {number}: {words[:60]!r}")
    assert not found, "These sheets are empty, or hold the foot alone:\n" + "\n".join(found)


def test_the_boxes_of_one_sheet_fill_it(page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER["width"], "height": PAPER["height"]})
    page.goto(of_age("early-years") + "/worksheet.html")
    heights = page.locator(".worksheet .box").evaluate_all(BOXES)
    assert len(heights) == 2
    assert min(heights) > 50 * MM, f"The boxes are {[round(height / MM) for height in heights]} mm high"
    assert page.locator(".worksheet").evaluate(LAST) < 5 * MM


def test_a_column_to_write_in_is_the_widest(page: Page) -> None:
    page.goto(first_with("| Evidence slip |", "years-3-4") + "/worksheet.html")
    first, second = (
        page.locator(".worksheet tr")
        .nth(1)
        .locator("td")
        .evaluate_all("(cells) => cells.map((cell) => cell.getBoundingClientRect().width)")
    )
    assert second > first
