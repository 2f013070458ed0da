"""What is meant for the wall or the fridge is one sheet of A4, with everything on it."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2
import pytest
from playwright.sync_api import Page

from macros.content.library import PHASES
from macros.views import addresses
from tests.browser.test_worksheets import sheets

POSTERS = [f"learners/{phase}-poster.html" for phase in PHASES]
PROMISES = [addresses.learners(phase, "promise") for phase in PHASES]
WORDS = ".poster, h1"
FILLED = 0.65  # of the height of a sheet: a poster is read from across the room


@pytest.mark.parametrize("path", [*POSTERS, *PROMISES])
def test_it_is_one_sheet(page: Page, path: str) -> None:
    page.goto(path)
    # A4 as the page asks for it, and the same paper where a browser heeds no page's wishes.
    margin = dict.fromkeys(("top", "right", "bottom", "left"), "16mm")
    for pdf in (page.pdf(prefer_css_page_size=True), page.pdf(format="A4", margin=margin)):  # type: ignore[arg-type]
        found = sheets(pdf)
        assert len(found) == 1, [words[:40] for words in found]


@pytest.mark.parametrize("path", POSTERS)
def test_a_poster_has_its_title_its_words_and_the_schools_name_on_it(page: Page, path: str) -> None:
    page.goto(path)
    said = " ".join([*page.locator(WORDS).all_inner_texts(), page.locator(".paper-foot").inner_text()])
    (printed,) = sheets(page.pdf(prefer_css_page_size=True))
    # The text of a print may break a word at its apostrophe.
    assert len(said.split()) > 30
    assert sorted(re.findall(r"\w+", printed)) == sorted(re.findall(r"\w+", said))


@pytest.mark.parametrize("path", POSTERS)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_poster_fills_its_sheet_in_light_colours_that_a_printer_keeps(page: Page, path: str, colours: str) -> None:
    page.goto(path)
    page.evaluate("(colours) => { document.documentElement.dataset.colours = colours; }", colours)
    image = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))[0].render(scale=0.5)
    column = image.width // 8 * image.n_channels  # within the box, beside all that stands in it
    starts = range(column, image.height * image.stride, image.stride)
    pixels = Counter(bytes(image.buffer[start : start + 3]) for start in starts)
    (colour, count), *_ = [each for each in pixels.most_common() if min(each[0]) < 255]
    assert count > FILLED * image.height, "It is smaller than its sheet"
    assert max(colour) - min(colour) > 20, "It is printed in grey"
    assert min(colour) > 120, "Black letters do not stand out on it"
