"""A lesson is a book: one page at a time, by button, key and swipe, each with its address; whole without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from macros.content.library import Library
from tests.browser.focus import press
from tests.browser.quizzes import answer, come_near, marked, right
from tests.browser.test_axe import violations
from tests.lessons import first_with, of_age

LESSON = first_with('{{ scene("', "early-years") + "/index.html"
PHONE: ViewportSize = {"width": 360, "height": 740}
SEEN = """() => [...document.querySelectorAll('.spread, .quiz__question')].filter((one) => one.checkVisibility())
  .map((one) => one.id || one.querySelector('h3').id)"""
SWIPE = """([from, to]) => {
  const book = document.querySelector('.book');
  const at = (x) => new Touch({identifier: 1, target: book, clientX: x, clientY: 300});
  book.dispatchEvent(new TouchEvent('touchstart', {bubbles: true, touches: [at(from)], changedTouches: [at(from)]}));
  book.dispatchEvent(new TouchEvent('touchend', {bubbles: true, touches: [], changedTouches: [at(to)]}));
}"""


def seen(page: Page) -> list[str]:
    """Name the spreads and questions that are to be seen."""
    found: list[str] = page.evaluate(SEEN)
    return found


def opened(page: Page, place: str = "") -> None:
    page.set_viewport_size(PHONE)
    page.goto(LESSON + place)
    expect(page.get_by_role("navigation", name="Pages")).to_be_visible()


# The first page after the first that has a heading of its own, or has none, counted from 1.
FIRST = """(headed) => [...document.querySelectorAll('.spread')]
  .findIndex((one, at) => at > 0 && Boolean(one.querySelector('h2')) === headed) + 1"""


def test_next_and_back_turn_one_page_and_meet_its_heading(page: Page) -> None:
    opened(page)
    assert seen(page) == ["page-1"]
    headed = page.evaluate(FIRST, True)
    assert headed > 1
    for number in range(2, headed + 1):
        page.get_by_role("button", name="Next page").click()
        assert seen(page) == [f"page-{number}"]
    expect(page.locator(f"#page-{headed} h2")).to_be_focused()
    assert page.url.endswith(f"#page-{headed}")
    count = page.locator(".spread, .quiz__question").count()
    expect(page.locator(".turn__words")).to_have_text(f"Page {headed} of {count}")
    for number in range(headed - 1, 0, -1):
        page.get_by_role("button", name="Back a page").click()
        assert seen(page) == [f"page-{number}"]
    expect(page.get_by_role("button", name="Back a page")).to_be_hidden()


def test_a_page_without_a_heading_is_met_itself(page: Page) -> None:
    opened(page)
    bare = page.evaluate(FIRST, False)
    assert bare > 1
    for _ in range(1, bare):
        page.get_by_role("button", name="Next page").click()
    expect(page.locator(f"#page-{bare} h2")).to_have_count(0)
    expect(page.locator(f"#page-{bare}")).to_be_focused()


def test_keys_and_a_swipe_turn_the_page_and_the_browser_goes_back(page: Page) -> None:
    opened(page)
    press(page, "ArrowRight")
    press(page, "ArrowRight")
    press(page, "ArrowLeft")
    assert seen(page) == ["page-2"]
    page.evaluate(SWIPE, [300, 100])
    assert seen(page) == ["page-3"]
    page.evaluate(SWIPE, [100, 300])
    page.evaluate(SWIPE, [300, 280])  # too little
    assert seen(page) == ["page-2"]
    page.go_back()
    expect(page.locator("#page-3")).to_be_visible()
    assert seen(page) == ["page-3"]


def test_an_address_opens_its_page_and_a_page_turns_no_further_than_its_book(page: Page) -> None:
    opened(page, "#at-home")
    expect(page.get_by_role("heading", name="At home")).to_be_visible()
    assert len(seen(page)) == 1
    last = seen(page)
    page.keyboard.press("ArrowRight")
    assert seen(page) == last


@pytest.mark.parametrize("place", ["#page-3", "#quiz", "#at-home"])
def test_whoever_comes_by_an_address_has_help_in_sight(page: Page, place: str) -> None:
    opened(page, place)
    expect(page.get_by_role("link", name="Get help")).to_be_in_viewport()
    for name in ("Back a page", "Next page"):
        button = page.get_by_role("button", name=name)
        if button.is_visible():
            assert button.evaluate("(one) => one.scrollWidth <= one.clientWidth"), name


def test_the_quiz_asks_one_question_to_a_page_and_says_what_is_left(page: Page, library: Library) -> None:
    entry = library.lessons[of_age("years-1-2").split("/")[2]]
    page.set_viewport_size(PHONE)
    page.goto(f"lessons/years-1-2/{entry.id}/index.html#quiz")
    first = seen(page)
    assert len(first) == 2
    press(page, "ArrowRight")
    assert seen(page) != first
    assert len(seen(page)) == 2
    for _ in range(20):  # to the end of the quiz, past its last question
        if page.get_by_role("button", name="I have finished").is_visible():
            break
        page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="I have finished").click()
    expect(page.get_by_role("heading", name="Not answered yet")).to_be_visible()
    page.locator(".quiz__links a").first.click()
    assert seen(page) == first


COVERED = """() => {
  const bar = document.querySelector('.turn').getBoundingClientRect();
  const choices = [...document.querySelectorAll('.question--now .quiz__choice')];
  return choices.map((one) => one.getBoundingClientRect())
    .filter((one) => one.top < bar.bottom - 1 && one.bottom > bar.top + 1).length;
}"""


def test_on_a_phone_the_bar_covers_no_choice_of_a_question(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 480})
    page.goto(LESSON + "#quiz")
    questions = page.locator(".quiz__question")
    for number in range(questions.count()):
        expect(questions.nth(number)).to_be_visible()
        assert page.evaluate(COVERED) == 0
        page.get_by_role("button", name="Next page").click()
    assert number > 2


def test_all_pages_can_be_shown_at_once_and_one_at_a_time_again(page: Page) -> None:
    opened(page, "#page-3")
    page.get_by_role("button", name="Show all on one page").click()
    assert page.url.endswith("#whole")
    every = {f"page-{number}" for number in range(1, page.locator(".spread").count() + 1)}
    assert len(every) > 8
    assert every <= set(seen(page))
    page.reload()
    assert every <= set(seen(page))
    page.get_by_role("button", name="Show one page at a time").click()
    assert len(seen(page)) == 1


def test_keys_in_a_quiz_stay_the_quizs(page: Page) -> None:
    opened(page, "#quiz")
    come_near(page)
    before = seen(page)
    page.locator(".question--now input").first.focus()
    press(page, "ArrowRight")
    assert seen(page) == before


def test_all_is_there_on_paper_and_without_a_script(page: Page, browser: Browser, base_url: str) -> None:
    opened(page)
    page.emulate_media(media="print")
    spreads = page.locator(".spread").count()
    assert {f"page-{number}" for number in range(1, spreads + 1)} <= set(seen(page))
    quiet = browser.new_context(java_script_enabled=False, base_url=base_url).new_page()
    quiet.goto(LESSON)
    assert quiet.locator(".spread").count() == spreads
    assert all(quiet.locator(".spread").nth(number).is_visible() for number in range(spreads))


@pytest.mark.parametrize("place", ["", "#page-2", "#quiz", "#at-home"])
def test_axe_finds_nothing_on_a_page_of_the_book(page: Page, place: str) -> None:
    opened(page, place)
    assert not violations(page, place)


def test_right_answers_turn_the_friends_face(page: Page, library: Library) -> None:
    entry = library.lessons[of_age("years-1-2").split("/")[2]]
    page.goto(f"lessons/years-1-2/{entry.id}/index.html#whole")
    question = marked(entry)[0]
    answer(page, entry, question, right(entry, question))
    form = page.locator("[data-part=question][data-state=right]")
    expect(form.locator(".quiz__face--proud")).to_have_css("display", "inline")
    expect(form.locator(".quiz__face--calm")).to_have_css("display", "none")
