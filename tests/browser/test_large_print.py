"""Large print: every letter of a worksheet or a family's page has 18 points on paper, and no question is cut in two."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from macros.content.library import Entry, Library
from tests.browser.quizzes import lesson_file

POINTS = 18
PAPER = {"width": 672, "height": 1000}  # A4 without its margins, in CSS pixels

SMALL_LETTERS = """(points) => [...document.querySelectorAll("main *")]
  .filter((one) => one.checkVisibility()
    && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
  .map((one) => [one, parseFloat(getComputedStyle(one).fontSize) * 72 / 96])
  .filter(([, size]) => size < points - 0.1)
  .map(([one, size]) => `<${one.localName} class="${one.className}"> “${one.textContent.trim()}”: ${size} pt`)"""


def large(entry: Entry) -> str:
    return lesson_file(entry).replace("index.html", "worksheet-large.html")


def test_every_letter_on_paper_is_large(page: Page, library: Library) -> None:
    found = []
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER["width"], "height": PAPER["height"]})
    for entry in library.lessons.values():
        page.goto(large(entry))
        found += [f"{large(entry)}: {each}" for each in page.evaluate(SMALL_LETTERS, POINTS)]
    assert not found, "\n".join(found)


def test_the_usual_worksheet_has_smaller_letters(page: Page, entry: Entry) -> None:
    page.emulate_media(media="print")
    page.goto(lesson_file(entry).replace("index.html", "worksheet.html"))
    assert page.evaluate(SMALL_LETTERS, POINTS), "The large print is no larger, or the test above sees nothing"


def test_a_question_is_kept_on_one_page_where_it_fits(page: Page, library: Library) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER["width"], "height": PAPER["height"]})
    for entry in library.lessons.values():
        page.goto(large(entry))
        questions = page.locator(".paper__question")
        expect(questions).to_have_count(len(entry.quiz.questions))
        for question in questions.all():
            scenes = question.locator(".paper__story > li")  # a story is longer than a sheet
            for whole in scenes.all() or [question]:
                assert whole.evaluate("(one) => getComputedStyle(one).breakInside") == "avoid"


@pytest.mark.parametrize("start", ["index.html", "worksheet.html", "teach.html"])
def test_it_is_found_from_the_lesson_the_worksheet_and_the_plan(page: Page, entry: Entry, start: str) -> None:
    page.goto(lesson_file(entry).replace("index.html", start))
    page.get_by_role("link", name="large print").first.click()
    page.wait_for_url(f"**/{large(entry)}")
    page.get_by_role("link", name="The same in letters of the usual size").click()
    expect(page.locator(".paper__question").first).to_be_visible()


FAMILIES = (
    "help/index.html",
    "help/without-phoning.html",
    "parents/three-minutes.html",
    "parents/family-agreement.html",
    "parents/print/leaflet.html",
    "parents/print/words-for-help.html",
)
BODY = "article, main, .sheet"  # the last that a page has is the innermost
OFF_THE_PAPER = "() => document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("path", FAMILIES)
def test_a_page_for_families_is_found_in_large_print_and_back(page: Page, path: str) -> None:
    page.goto(path)
    page.get_by_role("link", name="Large print", exact=True).click()
    page.wait_for_url(f"**/{path.replace('.html', '-large.html')}")
    title = page.locator("h1").inner_text()
    page.get_by_role("link", name="The same in letters of the usual size").click()
    page.wait_for_url(f"**/{path}")
    expect(page.locator("h1")).to_have_text(title)


@pytest.mark.parametrize("path", FAMILIES)
def test_every_letter_of_a_page_for_families_is_large_on_paper_and_none_is_cut_off(page: Page, path: str) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER["width"], "height": PAPER["height"]})
    page.goto(path)
    assert page.evaluate(SMALL_LETTERS, POINTS), "The large print is no larger, or the test below sees nothing"
    words = page.locator(BODY).last.inner_text().split()
    page.goto(path.replace(".html", "-large.html"))
    assert page.evaluate(SMALL_LETTERS, POINTS) == []
    assert page.evaluate(OFF_THE_PAPER) <= 0
    missing = set(words) - set(page.locator("main").inner_text().split())
    assert len(words) > 100
    assert missing <= {"Large", "print"}, "Only the way to the large print is left out"
