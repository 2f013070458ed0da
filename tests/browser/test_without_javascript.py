"""Every page is whole without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.content.library import Entry, Library
from macros.views.quizzes import shown_questions
from tests.browser.every_type import show
from tests.browser.quizzes import form, learners_page, marked
from tests.site.page import plain


@pytest.fixture
def still_page(browser: Browser, base_url: str) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_every_question_is_there_with_its_choices_hint_and_reasons(
    still_page: Page, every_type_html: str, every_entry: Entry
) -> None:
    show(still_page, every_type_html)
    still_page.goto("lessons/every/type/every-type.html")
    for question in marked(every_entry):
        shown = next(each for each in shown_questions(every_entry.quiz) if each.id == question.id)
        where = form(still_page, every_entry, question)
        expect(where.locator("legend").first).to_contain_text(plain(question.text))
        expect(where.locator("legend").first).to_be_visible()
        for label in where.locator("label").all():
            expect(label).to_be_visible()
        hint, answers = where.locator(".quiz__hint"), where.locator(".quiz__answers")
        for closed in (hint, answers):
            closed.locator("summary").click()
        expect(hint.locator("p")).to_be_visible()
        expect(hint.locator("p")).to_have_text(plain(question.hint))
        said = " ".join(answers.inner_text().split())
        for reason in shown.reasons:
            assert plain(reason.about) in said
            assert plain(reason.words) in said


def test_nothing_is_offered_that_needs_a_script(still_page: Page, library: Library) -> None:
    for entry in library.lessons.values():
        still_page.goto(learners_page(entry))
        assert still_page.locator(".quiz__check").count() == len(marked(entry))
        for button in still_page.locator("button").all():
            expect(button).to_be_hidden()
    still_page.goto("parents/passwords-privacy-location.html")
    assert still_page.locator(".checklist button").count() == 2
    for button in still_page.locator(".checklist button").all():
        expect(button).to_be_hidden()


def test_enter_in_a_choice_goes_nowhere(still_page: Page, entry: Entry) -> None:
    still_page.goto(learners_page(entry))
    before = still_page.url
    went: list[str] = []
    still_page.on("framenavigated", lambda frame: went.append(frame.url))
    for question in entry.quiz.questions:
        where = form(still_page, entry, question)
        if where.locator("input").count() == 0:
            chosen = where.locator("select").first
            chosen.focus()
            still_page.keyboard.press("ArrowDown")
            still_page.keyboard.press("Enter")
            still_page.wait_for_timeout(50)
            expect(chosen).not_to_have_value("")
            still_page.keyboard.press("Escape")  # a list may have opened
            continue
        choice = where.locator("input").first
        choice.focus()
        still_page.keyboard.press("Space")
        still_page.keyboard.press("Enter")
        still_page.wait_for_timeout(50)
        expect(choice).to_be_checked()
    assert still_page.url == before
    assert went == []


def test_a_list_can_be_ticked(still_page: Page) -> None:
    still_page.goto("parents/passwords-privacy-location.html")
    for label in still_page.locator(".checklist__label").all():
        label.click()
    boxes = still_page.locator(".checklist__box").count()
    assert boxes > 0
    expect(still_page.locator(".checklist__box:checked")).to_have_count(boxes)
