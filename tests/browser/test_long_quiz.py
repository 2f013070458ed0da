"""Of a quiz with many questions only those near the screen are drawn, and all can be reached, answered and printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.bench.answering import with_many_questions
from tests.bench.kinds import WITH_QUIZ
from tests.browser.test_axe import violations

MANY = 50
AT_ONCE = 12
DRAWN = """(forms) => forms.map((form) =>
  form.querySelector(".quiz__check").checkVisibility({ contentVisibilityAuto: true }))"""


@pytest.fixture
def long(page: Page, site: Path) -> Page:
    """A page with fifty questions."""
    html = with_many_questions((site / WITH_QUIZ).read_text(encoding="utf-8"), MANY)
    page.route(f"**/{WITH_QUIZ}", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(WITH_QUIZ)
    expect(questions(page)).to_have_count(MANY)
    return page


def questions(page: Page) -> Locator:
    return page.locator('form[data-part="question"]')


def drawn(page: Page) -> list[bool]:
    """Say of each question whether it is drawn."""
    shown: list[bool] = questions(page).evaluate_all(DRAWN)
    return shown


def test_a_short_quiz_is_drawn_whole_and_of_a_long_one_what_is_near(long: Page) -> None:
    assert drawn(long) == [True] * AT_ONCE + [False] * (MANY - AT_ONCE)


def test_a_question_far_down_is_drawn_when_it_comes_near_and_can_be_answered(long: Page) -> None:
    last = questions(long).last
    last.locator("label").first.click()
    last.locator(".quiz__check").click()
    expect(last.locator(".quiz__verdict")).to_be_visible()
    assert drawn(long)[-1]
    assert not drawn(long)[20]


def test_a_link_and_the_focus_lead_to_a_question_far_down(long: Page) -> None:
    name = questions(long).nth(39).get_attribute("aria-labelledby")
    long.evaluate("(name) => { location.hash = name; }", name)
    expect(long.locator(f'[id="{name}"]')).to_be_in_viewport()
    field = questions(long).nth(24).locator("input, select").first
    field.focus()
    expect(field).to_be_in_viewport()


def test_paper_has_every_question(long: Page) -> None:
    long.emulate_media(media="print")
    assert questions(long).evaluate_all(
        "(forms) => forms.every((form) => getComputedStyle(form).contentVisibility === 'visible')"
    )
    for each in (AT_ONCE, MANY - 1):
        expect(questions(long).nth(each).locator("legend").first).to_be_visible()


def test_a_long_quiz_is_accessible(long: Page) -> None:
    found = violations(long, "a long quiz")
    assert not [each for each in found if "landmark-unique" not in each]  # the page has some questions more than once
