"""Each page to print keeps to its budget of sheets: nobody photocopies seven sheets for each child, or reads them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from macros.content.library import Library
from tests.browser.test_large_print import PAPER, SMALL_LETTERS
from tests.browser.test_worksheets import FOOT, MM, sheets

# Which pages, and on how many sheets of A4 each can be. With a place in its address a page prints that part alone.
STORY, ANSWERS = 1, 4
BUDGETS = {
    r"learners/.*-(?:poster|promise)\.html": 1,
    r"learners/.*-check-paper\.html": 2,
    r"learners/(?:early-years|years-1-2)-words\.html": 2,
    r"learners/years-(?:3-4|5-6)-words\.html": 3,
    r"parents/print/(?:leaflet|newsletter)\.html": 2,
    r"parents/print/words-[a-z-]*(?<!-large)\.html": 6,
    r"parents/family-agreement\.html#(?:ages-4-to-7|ages-7-to-9|ages-9-to-11|bedtime-and-meals-plan)": 1,
    r"parents/family-agreement\.html": 4,
    r"policy/index\.html": 6,
    r"policy/map\.html": 13,
    r"staff/governors\.html": 9,
    r"teachers/map\.html": 24,
}
AGREEMENT = "parents/family-agreement.html"
CHOSEN = ("ages-4-to-7", "ages-7-to-9", "ages-9-to-11", "bedtime-and-meals-plan")

# What a child does, the quiz, and the two together. The quizzes of Years 5 and 6 that have a story take three sheets.
WORKSHEETS = {"early-years": (1, 1, 2), "years-1-2": (1, 2, 3), "years-3-4": (1, 2, 3), "years-5-6": (2, 3, 4)}
POINTS = {"early-years": 14, "years-1-2": 14, "years-3-4": 12, "years-5-6": 12}  # of the letters that a child reads

LEAST = 12  # words: a sheet that has fewer is thrown away
SMALL_PRINT = "paper-foot"  # whose sheet it is, and Childline
TO_THE_FOOT = (
    """(foot) => foot.getBoundingClientRect().top - foot.previousElementSibling.getBoundingClientRect().bottom"""
)


def printed(page: Page, address: str) -> list[str]:
    page.goto("about:blank")  # else a place in the address would not be gone to
    page.goto(address)
    return [" ".join(words.split()) for words in sheets(page.pdf(prefer_css_page_size=True))]


def of_lessons(paths: list[str], name: str, phase: str = "") -> list[str]:
    found = [path for path in paths if path.startswith(f"lessons/{phase}") and path.endswith(f"/{name}.html")]
    assert found
    return found


@pytest.mark.parametrize("pages", BUDGETS)
def test_a_page_keeps_to_its_budget_and_no_sheet_holds_the_foot_alone(
    page: Page, paths: list[str], library: Library, pages: str
) -> None:
    margin = rf"Sheet \d+ of \d+|Online safety at {library.school.name}"
    addresses = [*paths, *(f"{AGREEMENT}#{place}" for place in CHOSEN)]
    found = [address for address in addresses if re.fullmatch(pages, address)]
    assert found
    for address in found:
        told = printed(page, address)
        assert len(told) <= BUDGETS[pages], f"{address} takes {len(told)} sheets."
        for number, words in enumerate(told, start=1):
            held = re.sub(margin, "", words.partition(FOOT)[0])
            assert len(held.split()) > 20, f"{address}, sheet {number} holds next to nothing: {words!r}"


@pytest.mark.parametrize("folder", ["about", "parents", "parents/print", "help", "staff"])
def test_a_last_sheet_holds_more_than_the_foot_and_a_line(
    page: Page, paths: list[str], library: Library, folder: str
) -> None:
    foot = rf"Online safety at {library.school.name}(?: – \S+)?|{library.school.name}: online safety\..*"
    found = [path for path in paths if re.fullmatch(rf"{folder}/[\w-]+\.html", path)]
    assert found
    for path in found:
        *before, last = printed(page, path)
        held = re.sub(foot, "", last).split()
        assert not before or len(held) >= LEAST, f"{path}, sheet {len(before) + 1} holds {len(held)} words: {last!r}"


@pytest.mark.parametrize("phase", WORKSHEETS)
def test_a_worksheet_keeps_to_its_budget_and_each_sheet_says_whose_it_is(
    page: Page, paths: list[str], phase: str
) -> None:
    for path in of_lessons(paths, "worksheet", phase):
        told = printed(page, path)
        title = page.locator("h1").inner_text()
        quiz = next(number for number, words in enumerate(told) if words.partition("Quiz ")[2].startswith("Before"))
        activity, asked, whole = WORKSHEETS[phase]
        assert len(told) <= whole, f"{path} takes {len(told)} sheets."
        assert quiz <= activity, f"{path}: what is to be done takes {quiz} sheets."
        assert len(told) - quiz <= asked, f"{path}: the quiz takes {len(told) - quiz} sheets."
        assert re.search("Name.*Date", told[0]), path
        assert "After My sign" in told[quiz], path
        for number, words in enumerate(told, start=1):
            assert f"Sheet {number} of {len(told)}" in words, f"{path}, sheet {number}"
            assert title.split("–")[0] in words, f"{path}, sheet {number}"


@pytest.mark.parametrize("phase", WORKSHEETS)
def test_a_worksheet_can_be_read_by_a_child_and_its_last_line_is_clear_of_the_foot(
    page: Page, paths: list[str], phase: str
) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER["width"], "height": PAPER["height"]})
    for path in of_lessons(paths, "worksheet", phase):
        page.goto(path)
        small = [one for one in page.evaluate(SMALL_LETTERS, POINTS[phase]) if SMALL_PRINT not in one]
        assert not small, f"{path}: {small}"
        assert page.locator(".worksheet > .paper-foot").evaluate(TO_THE_FOOT) > 4 * MM, path


def test_the_key_stands_first_and_has_the_first_sheet_of_the_answers_to_itself(page: Page, paths: list[str]) -> None:
    for path in of_lessons(paths, "answers"):
        told = printed(page, path)
        assert len(told) <= ANSWERS, f"{path} takes {len(told)} sheets."
        assert "Right answer" in told[0], path
        assert "Choice Answer Why" not in told[0], path
        assert re.match(r"(?:.* – answer sheet Sheet 2 of \d )?1\. ", told[1]), f"{path}: {told[1][:60]}"
        questions = page.locator(".answers__question")
        assert page.locator(".answers__key tbody tr").count() == questions.count()


def test_a_story_is_one_sheet_with_no_words_of_the_screen(page: Page, paths: list[str]) -> None:
    for path in of_lessons(paths, "story"):
        told = printed(page, path)
        assert len(told) == STORY, f"{path} takes {len(told)} sheets."
        assert "Childline" in told[0]
        assert "Worksheet to print" not in told[0]


@pytest.mark.parametrize("place", CHOSEN[:3])
def test_the_sheet_of_an_age_holds_that_age_the_grown_ups_and_room_for_names_alone(page: Page, place: str) -> None:
    (words,) = printed(page, f"{AGREEMENT}#{place}")
    age = place.replace("-", " ").removeprefix("ages ")
    assert re.findall(r"Our family: ages (\d+ to \d+)", words) == [age]
    for part in (
        "The grown-ups promise",
        "When someone forgets, we will",
        "Who can we tell?",
        "Our names and the date",
    ):
        assert part in words
    for other in ("In one minute", "To print it,", "Screens go off"):
        assert other not in words
    assert "Screens go off" in " ".join(printed(page, AGREEMENT)), "Without a choice it all prints"
