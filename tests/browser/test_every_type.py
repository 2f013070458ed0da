"""Every type of question, as its example on the page for authors: by keyboard, kindly marked, and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.content.library import Library
from macros.views.quizzes import shown_questions
from tests.browser.focus import press
from tests.browser.quizzes import answer, come_near, form, not_yet, right, verdict, ways_to_the_end
from tests.browser.test_quiz_by_keyboard import do_by_keyboard, tab_to
from tests.site.page import plain

PAGE = "about/writing-quizzes.html"
TYPES = (
    "choose-one", "choose-many", "sort", "put-in-order", "match", "fill-the-gap", "true-or-false", "what-would-you-do",
)  # fmt: skip


@pytest.fixture
def examples(library: Library) -> Any:
    """The examples as if they were the quiz of a lesson: the tests of lessons can then be used for them."""
    return SimpleNamespace(id="example", quiz=library.examples)


def question_of(examples: Any, kind: str) -> Any:
    return next(question for question in examples.quiz.questions if question.type == kind)


def stand_before(page: Page, examples: Any, kind: str) -> None:
    """Put the focus on the last thing before a question: the page is long, and Tab is what is tried, not patience."""
    page.goto(PAGE)
    come_near(page)
    form(page, examples, question_of(examples, kind)).evaluate(
        """form => {
          const stops = [...document.querySelectorAll("a[href], button, summary, input, select")];
          const seen = stops.filter((stop) => stop.checkVisibility());
          seen[seen.findIndex((stop) => form.contains(stop)) - 1].focus();
        }"""
    )


def test_every_type_has_an_example(examples: Any) -> None:
    assert sorted(question.type for question in examples.quiz.questions) == sorted((*TYPES, "story"))


@pytest.mark.parametrize("kind", TYPES)
def test_a_question_is_done_by_keyboard_alone(page: Page, examples: Any, kind: str) -> None:
    stand_before(page, examples, kind)
    do_by_keyboard(page, examples, question_of(examples, kind))


@pytest.mark.parametrize("kind", TYPES)
def test_an_answer_that_is_not_yet_right_gets_its_reasons_and_another_try(page: Page, examples: Any, kind: str) -> None:
    page.goto(PAGE)
    question = question_of(examples, kind)
    shown = next(shown for shown in shown_questions(examples.quiz) if shown.id == question.id)
    where = answer(page, examples, question, not_yet(examples, question))
    assert verdict(where) == "Not yet."
    said = where.locator(".quiz__reasons").inner_text()
    given = [reason for reason in shown.reasons if plain(reason.words) in " ".join(said.split())]
    assert len(given) >= len(shown.parts)
    expect(where.locator("[data-mark=again]").first).to_be_visible()
    where = answer(page, examples, question, right(examples, question))
    assert verdict(where) == "Yes!"
    expect(where.locator("[data-mark=again]")).to_have_count(0)


@pytest.mark.parametrize("kind", TYPES)
def test_not_sure_is_always_there(page: Page, examples: Any, kind: str) -> None:
    page.goto(PAGE)
    where = form(page, examples, question_of(examples, kind))
    parts = where.locator("[data-part=item]").count() or 1
    expect(where.locator("[data-unsure]")).to_have_count(parts)


def test_okay_and_safest_are_both_good(page: Page, examples: Any) -> None:
    page.goto(PAGE)
    question = question_of(examples, "what-would-you-do")
    for number, choice in enumerate(question.choices, start=1):
        where = answer(page, examples, question, [f"example-{question.id}-{number}"])
        assert verdict(where) == ("Not yet." if choice.grade == "risky" else "Yes!")


def test_a_story_is_walked_by_keyboard_to_its_end_and_back(page: Page, examples: Any) -> None:
    page.goto(PAGE)
    come_near(page, "[data-module=story]")
    story = page.locator("[data-module=story]")
    scenes = story.locator("[data-part=scene]")
    expect(scenes.locator("visible=true").locator("xpath=self::*[@data-part='scene']")).to_have_count(1)
    for _ in range(len(question_of(examples, "story").scenes)):
        ways = story.locator("[data-part=way]:visible")
        if ways.count() == 0:
            break
        ways.first.focus()
        now = press(page, "Enter")
        assert now.id.startswith("example-story-scene-"), f"The focus is on {now}, not on the next scene"
    expect(story.locator(".story__end:visible")).to_have_count(1)
    story.locator("[data-part=first]").focus()
    assert press(page, "Enter").id == "example-story-scene-1"


def test_a_story_goes_back_scene_by_scene_and_there_is_no_way_back_from_the_first(page: Page, examples: Any) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(PAGE)
    come_near(page, "[data-module=story]")
    story = page.locator("[data-module=story]")
    back, again = story.locator("[data-part=back]"), story.locator("[data-part=first]")
    shown = story.locator("[data-part=scene]:visible")
    expect(back).to_be_hidden()
    expect(again).to_be_hidden()
    walked = [shown.get_attribute("id")]
    for way in ways_to_the_end(question_of(examples, "story")):
        story.locator("[data-part=way]:visible").nth(way).click()
        walked.append(shown.get_attribute("id"))
        expect(back).to_be_visible()
    assert len(walked) > 2, "The example is too short to walk back"
    for identity in reversed(walked[:-1]):
        back.click()
        expect(shown).to_have_attribute("id", str(identity))
    expect(back).to_be_hidden()
    expect(again).to_be_hidden()
    assert faults == []


@pytest.fixture
def still(browser: Browser, base_url: str) -> Iterator[Page]:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_a_script_a_story_is_all_there_with_numbers_to_go_to(still: Page, examples: Any) -> None:
    still.goto(PAGE)
    scenes = still.locator("[data-module=story] [data-part=scene]")
    expect(scenes).to_have_count(len(question_of(examples, "story").scenes))
    for scene in scenes.all():
        expect(scene).to_be_visible()
    expect(still.locator("[data-part=number]").first).to_be_visible()


def test_a_list_is_reached_by_tab_and_its_hint_stays_away_until_it_is_tried(page: Page, examples: Any) -> None:
    stand_before(page, examples, "match")
    question = question_of(examples, "match")
    tab_to(page, f"example-{question.id}-1")
    expect(form(page, examples, question).locator(".quiz__hint")).to_be_hidden()
