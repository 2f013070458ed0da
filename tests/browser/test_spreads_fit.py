"""Each page of each lesson fits on the smallest phone as it opens, and on the board with letters for the back row."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from macros.checks.spread_length import height
from macros.content.library import Library
from macros.content.loader import read_library
from macros.views.spreads import spreads_of

PHONE = (360, 740)
BOARD = (1920, 1080)
LEAST = 40  # px of letters on the board
READ_WELL = 58  # px, of which the board has 1080: what the back row reads with ease
HEADER = 63  # px of the way to help, at the top of a phone
LINE = 29  # px of a line on a phone

# Each page as "Next" shows it: where it ends, with the buttons that stand on it, for who has turned to it.
ON_A_PHONE = """() => {
  const next = document.querySelector('.turn .button--main');
  const found = [];
  for (;;) {
    const page = document.querySelector('.spread--now'), bar = document.querySelector('.turn');
    if (!page.querySelector('.quiz')) {
      const ends = page.getBoundingClientRect().bottom + scrollY + bar.getBoundingClientRect().height;
      found.push([page.id, Math.round(ends)]);
    }
    if (next.disabled) return found;
    next.click();
  }
}"""

# Each step of the whiteboard: what does not fit on it, and the size of its letters and of the smallest of all.
ON_THE_BOARD = """async () => {
  const pictures = [...document.querySelectorAll('main img')];
  pictures.forEach((one) => { one.loading = 'eager'; });
  await Promise.all(pictures.map((one) => one.decode()));
  document.querySelector('[data-part=whiteboard]').click();
  while (!document.querySelector('.white__stage h1')) await new Promise((done) => setTimeout(done, 20));
  const stage = document.querySelector('.white__stage'), place = document.querySelector('.white__place');
  const next = [...document.querySelectorAll('.white__bar .button--main')].pop();
  const size = (one) => parseFloat(getComputedStyle(one).fontSize);
  const found = [];
  for (;;) {
    const words = [...stage.querySelectorAll('*')].filter((one) => one.checkVisibility())
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
    const cut = Math.max(stage.scrollHeight - stage.clientHeight, stage.scrollWidth - stage.clientWidth);
    found.push([place.textContent, cut, size(stage), Math.min(...words.map(size))]);
    if (next.disabled) return found;
    const before = place.textContent;
    for (let press = 0; press < 20 && place.textContent === before; press += 1) next.click();
  }
}"""


def measured(browser: Browser, base_url: str, site: Path, script: str, width: int, **phone: Any) -> dict[str, Any]:
    """Run a script on the page of every lesson; give what it says by the lesson's id."""
    height = dict((PHONE, BOARD))[width]
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=base_url, **phone)
    page = context.new_page()
    found = {}
    for file in sorted(site.glob("lessons/*/*/index.html")):
        page.goto(file.relative_to(site).as_posix())
        page.evaluate("() => document.fonts.ready.then(() => 0)")
        expect(page.locator(".spread--now")).to_be_visible()
        found[file.parent.name] = page.evaluate(script)
    context.close()
    return found


@pytest.fixture(scope="module")
def phone(browser: Browser, base_url: str, site: Path) -> dict[str, list[tuple[str, int]]]:
    """Where each page ends on a phone, by lesson."""
    return measured(browser, base_url, site, ON_A_PHONE, PHONE[0], has_touch=True, is_mobile=True)


@pytest.fixture(scope="module")
def board(browser: Browser, base_url: str, site: Path) -> dict[str, list[tuple[str, int, float, float]]]:
    """How each step stands on the board, by lesson."""
    return measured(browser, base_url, site, ON_THE_BOARD, BOARD[0])


@pytest.fixture(scope="module")
def lessons(root: Path) -> Library:
    """The content with all its lessons."""
    return read_library(root)


def test_every_page_of_every_lesson_fits_on_a_phone_as_it_opens(
    phone: dict[str, list[tuple[str, int]]], lessons: Library
) -> None:
    assert phone.keys() == lessons.lessons.keys()
    for identity, pages in phone.items():
        shown = [spread.shows for spread in spreads_of(lessons.lessons[identity].lesson)]
        assert len(pages) == len(shown) - shown.count("quiz") + 1, identity  # the last is for home
        # What is for the grown-up at home may need the room of the header, which goes when they read on.
        *learners, (_, home) = pages
        assert not [page for page in learners if page[1] > PHONE[1]], identity
        assert home <= PHONE[1] + HEADER, identity


def test_what_is_counted_from_words_alone_is_no_less_than_what_is_drawn(
    phone: dict[str, list[tuple[str, int]]], lessons: Library
) -> None:
    over = []
    for identity, pages in phone.items():
        entry = lessons.lessons[identity]
        drawn = dict(pages)
        for number, spread in enumerate(spreads_of(entry.lesson), start=1):
            if spread.shows != "quiz":
                counted = height(entry.lesson, spread, entry.phase, first=number == 1)
                over.append(counted - drawn[f"page-{number}"])
    assert min(over) > -LINE
    assert 0 < statistics.mean(over) < LINE


def test_every_page_of_every_lesson_fits_on_the_board_with_letters_for_the_back_row(
    board: dict[str, list[tuple[str, int, float, float]]],
) -> None:
    assert not [(lesson, place) for lesson, steps in board.items() for place, cut, *_ in steps if cut > 0]
    assert not [(lesson, step) for lesson, steps in board.items() for step in steps if step[3] < LEAST]


def test_the_board_has_large_letters_on_nearly_every_page(
    board: dict[str, list[tuple[str, int, float, float]]],
) -> None:
    sizes = [size for steps in board.values() for _, _, size, _ in steps]
    assert sum(size >= READ_WELL for size in sizes) > 0.75 * len(sizes)
