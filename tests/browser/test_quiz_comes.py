"""A quiz's scripts come when the reader is a page or a screen away; nothing is lost if they are late or don't come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.pressing import until
from tests.browser.test_older_browsers import LATE
from tests.browser.test_steady import TOLD, UNAIDED, WATCH
from tests.lessons import first_with

WITH_STORY = first_with("type: story", "years-5-6") + "/index.html"
ADULTS = "parents/passwords-privacy-location.html"
THERE = "() => !document.querySelector('.quiz').dataset.coming"
# A style that a script asked for is for paper until it has come.
STYLED = "() => document.querySelector('link[href$=\"quiz-near.css\"][media=all]')"
PAGES = ".book--turning .spread--now"
MUCH = 300  # px: without care, a style that changes the page so much would move what is pressed


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The names of the scripts that the page has asked for so far."""
    names: list[str] = []
    page.on("request", lambda request: names.append(file(request.url)) if ".js" in request.url else None)
    return names


def file(url: str) -> str:
    """Give the name of a script; what a page loads at first is joined, and named after what is in it."""
    name = url.rpartition("/")[2]
    return "joined.js" if name.startswith("joined.") else name


@pytest.fixture
def held(page: Page) -> Iterator[list[Route]]:
    """The requests for the quiz's script, which wait until they are let go."""
    waiting: list[Route] = []
    page.route("**/quiz.js", lambda route: waiting.append(route))  # noqa: PLW0108
    yield waiting
    page.unroute("**/quiz.js")


def let_go(held: list[Route], page: Page) -> None:
    """Let the quiz's script come."""
    for route in held:
        route.continue_()
    page.unroute("**/quiz.js")


def to_the_page_before_the_quiz(page: Page) -> None:
    """Turn pages until the next has the quiz."""
    before = page.locator(".spread:has(.quiz)").evaluate("(quiz) => quiz.previousElementSibling.id")
    while page.locator(PAGES).get_attribute("id") != before:
        assert page.locator(".spread--now .quiz").count() == 0
        page.get_by_role("button", name="Next page").click()


def first_title(page: Page) -> str:
    """Give the address of the first question."""
    title = page.locator(".quiz form h3").first.get_attribute("id")
    assert title
    return title


def test_a_lesson_that_is_opened_asks_for_no_script_of_its_quiz(page: Page, asked: list[str]) -> None:
    page.set_viewport_size({"width": 412, "height": 823})
    page.goto(WITH_STORY, wait_until="networkidle")
    assert sorted(asked) == ["joined.js"]
    to_the_page_before_the_quiz(page)
    page.wait_for_function(THERE)
    assert sorted(asked) == ["joined.js", "quiz.js", "story.js"]


def test_on_one_page_they_come_before_the_quiz_is_in_sight(page: Page, asked: list[str]) -> None:
    page.goto(WITH_STORY + "#whole", wait_until="networkidle")
    assert "quiz.js" not in asked
    page.evaluate("() => scrollBy(0, document.querySelector('.quiz').getBoundingClientRect().top - 1.5 * innerHeight)")
    page.wait_for_function(THERE)
    assert page.evaluate("() => document.querySelector('.quiz').getBoundingClientRect().top > innerHeight")
    assert asked.count("quiz.js") == asked.count("story.js") == 1


def test_the_address_of_a_question_brings_them(page: Page, asked: list[str]) -> None:
    page.goto(WITH_STORY)
    title = first_title(page)
    page.goto("index.html")
    page.goto(f"{WITH_STORY}#{title}", wait_until="networkidle")
    assert "quiz.js" in asked
    expect(page.locator(f"#{title}")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_who_comes_by_the_address_of_a_question_sees_its_page_from_the_top(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(WITH_STORY)
    titles = page.locator(".quiz__ask").evaluate_all("(all) => all.map((one) => one.id)")
    for title in titles:
        page.goto("index.html")
        page.goto(f"{WITH_STORY}#{title}")
        page.wait_for_function(THERE)
        page.wait_for_function(STYLED)
        page.evaluate(TOLD)
        assert page.evaluate("() => scrollY") == 0, title
        expect(page.locator(f"#{title}")).to_be_in_viewport()


def test_nothing_moves_when_they_come(page: Page, held: list[Route]) -> None:
    page.add_init_script(WATCH)
    page.goto(WITH_STORY)
    title = first_title(page)
    page.goto("index.html")
    # On a slow line the script is asked for before the page is whole, which then waits for it.
    page.goto(f"{WITH_STORY}#{title}", wait_until="domcontentloaded")
    expect(page.locator(f"#{title}")).to_be_visible()
    page.wait_for_function(STYLED)
    page.evaluate(TOLD)
    page.evaluate("() => { window.moved = []; }")
    let_go(held, page)
    page.wait_for_function(THERE)
    page.evaluate(TOLD)
    assert page.evaluate("() => window.moved") == []


@pytest.mark.parametrize("first", [".css", ".js"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [WITH_STORY + "#whole", ADULTS])
def test_what_comes_within_a_press_leaves_the_button_under_the_pointer(
    page: Page, path: str, width: int, first: str
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    held: list[Route] = []
    files = re.compile(r"/(quiz-near\.css|quiz\.js|story\.js)$")
    page.route(files, lambda route: held.append(route))  # noqa: PLW0108
    page.goto(path)
    page.evaluate(UNAIDED)
    # As a reader who jumps there: the style was not asked for before.
    button = page.locator(".quiz [data-part=finish]").first
    button.evaluate("(button) => button.scrollIntoView({ block: 'center' })")
    before = button.bounding_box()
    assert before
    page.mouse.move(before["x"] + 20, before["y"] + before["height"] / 2)
    page.mouse.down()
    height = page.evaluate("() => document.documentElement.scrollHeight")
    near = page.locator(".quiz").first.get_attribute("data-near")
    assert near
    assert until(page, lambda: len(held) == len(near.split()))
    for route in sorted(held, key=lambda route: not route.request.url.endswith(first)):
        with page.expect_response(route.request.url):
            route.continue_()
        page.wait_for_timeout(100)
    page.unroute(files)
    page.wait_for_function(THERE)
    assert abs(page.evaluate("() => document.documentElement.scrollHeight") - height) > MUCH
    after = button.bounding_box()
    assert after
    assert abs(after["y"] - before["y"]) < 2
    page.mouse.up()
    expect(page.locator(".quiz__missing").first).to_be_visible()


def test_an_answer_and_a_press_before_they_come_are_not_lost(page: Page, held: list[Route]) -> None:
    page.goto(WITH_STORY + "#whole")
    form = page.locator(".quiz form").first
    form.scroll_into_view_if_needed()
    expect(form.locator("input").first).to_have_css("position", "absolute")
    form.locator("input").first.check(force=True)
    form.get_by_role("button", name="Check", exact=True).click()
    expect(form.locator(".quiz__result")).to_be_empty()
    let_go(held, page)
    expect(form.locator(".quiz__verdict")).to_be_visible()
    expect(form.locator("input").first).to_be_checked()


@pytest.mark.parametrize("path", [WITH_STORY + "#whole", ADULTS])
def test_if_they_do_not_come_the_answers_are_there_and_it_says_so_and_asks_again(page: Page, path: str) -> None:
    page.route("**/quiz.js", lambda route: route.abort())
    page.goto(path)
    form = page.locator(".quiz form").first
    form.scroll_into_view_if_needed()
    expect(form.get_by_text("Answers and reasons")).to_be_visible()
    expect(page.locator(".quiz__done")).to_be_visible()
    form.locator("input").first.check(force=True)
    button = form.get_by_role("button", name="Check", exact=True)
    said = page.get_by_role("status").filter(has_text=LATE)
    for _ in range(2):
        button.click()
        expect(said).to_be_visible()
    page.unroute("**/quiz.js")
    button.click()
    expect(form.locator(".quiz__verdict")).to_be_visible()
    expect(said).to_have_count(0)
    expect(form.get_by_text("Answers and reasons")).to_be_hidden()
    expect(page.locator(".quiz__done")).to_be_hidden()


def test_what_did_not_come_is_asked_for_again_when_the_reader_comes_back(page: Page) -> None:
    page.route("**/quiz.js", lambda route: route.abort())
    page.goto(WITH_STORY)
    with page.expect_event("requestfailed"):
        to_the_page_before_the_quiz(page)
    page.unroute("**/quiz.js")
    page.get_by_role("button", name="Next page").click()
    expect(page.locator("[data-part=finish]")).not_to_have_attribute("hidden", "")


def test_a_quiz_that_lacks_a_part_takes_no_other_with_it(page: Page, site: Path) -> None:
    path = "about/writing-quizzes.html"
    html = (site / path).read_text(encoding="utf-8")
    assert html.count('data-part="finish"') > 5
    html = html.replace('data-part="finish"', 'data-part="lacking"', 1)
    page.route(f"**/{path}", lambda route: route.fulfill(body=html, content_type="text/html"))
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(path)
    for quiz in (page.locator(".quiz").first, page.locator(".quiz").nth(1)):
        quiz.scroll_into_view_if_needed()
        expect(quiz).not_to_have_attribute("data-coming", "yes")
        quiz.locator("input").first.check(force=True)
        quiz.locator("[data-part=check]").first.click()
    expect(page.locator(".quiz").nth(1).locator(".quiz__verdict")).to_be_visible()
    assert not [fault for fault in faults if "call stack" in fault]
