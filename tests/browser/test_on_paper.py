"""Paper shows no answer of a quiz, and every number to call."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.content.library import Entry, Library
from tests.bench.kinds import KINDS
from tests.browser.quizzes import answer, learners_page, marked, not_yet, right
from tests.site.page import plain
from tests.site.test_who_sees_what import answers, hints

AIDS = ".quiz__tools, .quiz__answers, .quiz__hint, .quiz__result, .quiz__missing, .quiz__done, .quiz__mark"
OPEN = (
    "() => document.querySelectorAll('details').forEach((details) => { details.hidden = false; details.open = true; })"
)
# Of some elements, the words of those that are to be seen.
SEEN = "(all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.innerText)"


def printed(page: Page) -> str:
    """Give the words of the quiz that paper would show."""
    return " ".join(page.locator(".quiz").inner_text().split())


def test_a_quiz_that_was_answered_is_printed_without_answers(page: Page, every_type: str, every_entry: Entry) -> None:
    page.goto(every_type)
    for question in marked(every_entry)[:-1]:
        for _ in range(2):
            answer(page, every_entry, question, not_yet(every_entry, question))
    answer(page, every_entry, marked(every_entry)[-1], right(every_entry, marked(every_entry)[-1]))
    page.evaluate(OPEN)
    shown = printed(page)
    assert any(said in shown for said in answers(every_entry)), (
        "The screen shows the reasons, or this test sees nothing"
    )
    page.emulate_media(media="print")
    shown = printed(page)
    for question in marked(every_entry):
        assert plain(question.text) in shown
    given_away = [said for said in (*answers(every_entry), *hints(every_entry)) if said in shown]
    assert not given_away, f"Paper shows these: {given_away}"
    seen = page.locator(AIDS).evaluate_all(SEEN)
    assert not seen, f"Paper shows these: {seen}"


def test_a_quiz_without_a_script_is_printed_without_answers(browser: Browser, base_url: str, library: Library) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    for entry in library.lessons.values():
        page.emulate_media(media="screen")
        page.goto(learners_page(entry))
        page.evaluate(OPEN)
        assert page.locator(AIDS).evaluate_all(SEEN), "The screen shows them, or this test sees nothing"
        page.emulate_media(media="print")
        assert page.locator(AIDS).evaluate_all(SEEN) == []
    context.close()


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("index.html", ".tell__who a"),
        ("help/index.html", ".routes__phone a"),
        ("help/children.html", ".routes__phone a"),
        ("staff/numbers.html", ".routes__phone a"),
    ],
)
def test_a_number_to_call_is_printed_in_black(page: Page, path: str, number: str) -> None:
    page.goto(path)
    page.emulate_media(media="print")
    assert page.locator(number).count()
    for each in page.locator(number).all():
        expect(each).to_have_css("color", "rgb(0, 0, 0)")
        expect(each).to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_no_button_is_printed(page: Page, base_url: str) -> None:
    found = {}
    for kind in KINDS:
        page.emulate_media(media="screen")
        page.goto(base_url + kind.path)
        page.emulate_media(media="print")
        buttons = page.locator("button").evaluate_all(SEEN)
        if buttons:
            found[kind.name] = buttons
    assert not found
