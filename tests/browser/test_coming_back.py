"""Whoever comes to a quiz finds it clean: after reload, after back and forward, and out of the browser's memory."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserType, Page, expect

from macros.content.library import Entry
from tests.browser.quizzes import answer, check, choose, form, learners_page, not_yet, right, verdict


def use(page: Page, entry: Entry) -> None:
    """Answer all questions, some of them not yet right."""
    page.goto(learners_page(entry))
    first, *others = entry.quiz.questions
    for _ in range(2):
        answer(page, entry, first, not_yet(entry, first))
    for question in others:
        answer(page, entry, question, right(entry, question))
    expect(page.locator(".quiz input:checked").first).to_be_checked()


def expect_clean(page: Page, entry: Entry) -> None:
    """Nothing is chosen and nothing is said; and the quiz works."""
    expect(page.locator(".quiz__check").first).to_be_visible()
    expect(page.locator(".quiz input:checked")).to_have_count(0)
    expect(page.locator(".quiz__verdict, .quiz [data-mark], .quiz [data-state]")).to_have_count(0)
    for hidden in page.locator(".quiz details, .quiz__done").all():
        expect(hidden).to_be_hidden()
    expect(page.locator(".quiz__check").first).to_have_accessible_name("Check question 1")
    question = entry.quiz.questions[0]
    choose(page, right(entry, question))
    check(form(page, entry, question))
    assert verdict(form(page, entry, question)) == "Yes!"


def test_a_reloaded_quiz_is_clean(page: Page, entry: Entry) -> None:
    use(page, entry)
    page.reload()
    expect_clean(page, entry)


def test_a_quiz_is_clean_after_back_and_forward(page: Page, entry: Entry) -> None:
    page.goto("index.html")
    use(page, entry)
    page.goto("help/children.html")
    page.go_back()
    expect_clean(page, entry)
    page.go_back()
    page.go_forward()
    expect_clean(page, entry)


def test_what_was_answered_before_a_slow_page_was_whole_stays(page: Page, entry: Entry) -> None:
    use(page, entry)
    page.evaluate("() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false })); }")
    expect(page.locator(".quiz input:checked").first).to_be_checked()
    expect(page.locator(".quiz__verdict").first).to_be_visible()


def test_a_quiz_out_of_the_browsers_memory_is_clean(
    browser_type: BrowserType, whole_browser_launch_args: dict[str, Any], base_url: str, entry: Entry
) -> None:
    # Playwright switches off the memory that keeps whole pages for "back"; readers' browsers have it.
    browser = browser_type.launch(**whole_browser_launch_args, ignore_default_args=["--disable-back-forward-cache"])
    try:
        page = browser.new_page(base_url=base_url)
        use(page, entry)
        page.evaluate("() => { window.sameDocument = true; }")
        page.goto("help/children.html")
        page.go_back(wait_until="commit")  # a page out of the memory is not loaded again
        assert page.evaluate("() => window.sameDocument"), "The page did not come out of the browser's memory"
        expect_clean(page, entry)
    finally:
        browser.close()
