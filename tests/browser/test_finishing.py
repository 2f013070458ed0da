"""The end of a quiz: what is not answered, what you can do now, what to look at again, and once more."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.content.library import Entry, Library
from macros.finish.scripts import lighter
from tests.browser.focus import focus, press
from tests.browser.quizzes import (
    answer,
    check,
    choose,
    come_near,
    do_right,
    finish,
    form,
    learners_page,
    marked,
    not_yet,
    read_story,
    right,
    verdict,
)
from tests.site.page import plain

ADULTS = "parents/passwords-privacy-location.html"


def missing(page: Page) -> Locator:
    """Find the summary of what is not answered."""
    return page.locator(".quiz__missing")


def links(where: Locator) -> list[str]:
    """Give the words of the links of a summary."""
    return [words.strip() for words in where.locator("[data-part=links] a").all_inner_texts()]


def listed(entry: Entry, *numbers: int) -> list[str]:
    """Give the links that lead to some questions, by their numbers."""
    return [f"{number}. {plain(entry.quiz.questions[number - 1].text)}" for number in numbers]


def finish_anyway(page: Page) -> Locator:
    """Finish with questions left out; give the panel at the end."""
    finish(page)
    page.locator("[data-part=anyway]").click()
    return page.locator(".quiz__done")


def test_a_quiz_that_is_done_ends_with_what_you_can_do_now(page: Page, library: Library) -> None:
    for entry in library.lessons.values():
        page.goto(learners_page(entry))
        do_right(page, entry)
        expect(page.locator(".quiz__done")).to_be_hidden()
        done = finish(page)
        expect(done).to_be_visible()
        assert focus(page).words == "What you can do now"
        expect(done.locator(".quiz__can")).to_have_text(plain(entry.quiz.can_do))
        for said in (plain(entry.quiz.at_home), "Worried?", "Tell a grown-up you trust.", "Childline: 0800 1111"):
            expect(done).to_contain_text(said)
        expect(done.locator("[data-part=look]")).to_be_hidden()
        expect(missing(page)).to_be_hidden()
        expect(done.get_by_role("link", name="Make a promise")).to_be_visible()


def test_the_end_tells_no_score_to_a_learner(page: Page, library: Library) -> None:
    for entry in library.lessons.values():
        page.goto(learners_page(entry))
        said = finish_anyway(page).inner_text()
        assert not re.search(r"%|\d+ (?:out )?of \d+|\bscore|\bpoints?\b", said, re.IGNORECASE), said


def test_questions_without_an_answer_are_named_first(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    first, second, *_ = entry.quiz.questions
    count = len(entry.quiz.questions)
    answer(page, entry, first, right(entry, first))
    answer(page, entry, second, not_yet(entry, second))
    finish(page)
    expect(page.locator(".quiz__done")).to_be_hidden()
    expect(missing(page).get_by_role("heading", name="Not answered yet")).to_be_focused()
    assert links(missing(page)) == listed(entry, *range(3, count + 1))


def test_a_link_of_the_summary_leads_to_the_question_and_leaves_the_address(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    address = page.url
    finish(page)
    for number, question in enumerate(entry.quiz.questions):
        missing(page).locator("a").nth(number).focus()
        now = press(page, "Enter")
        where = form(page, entry, question)
        expect(where.locator(":focus")).to_have_count(1)
        assert now.tag in ("input", "select"), f"The link leads to {now}"
        expect(where.locator("legend").first).to_be_in_viewport()
    assert page.url == address


def test_an_answer_that_was_chosen_and_not_checked_is_led_to_its_button(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    question = entry.quiz.questions[0]
    choose(page, right(entry, question))
    finish(page)
    assert links(missing(page))[0] == listed(entry, 1)[0]
    missing(page).locator("a").first.click()
    expect(form(page, entry, question).locator(".quiz__check")).to_be_focused()
    page.keyboard.press("Enter")
    assert verdict(form(page, entry, question)) == "Yes!"
    expect(missing(page)).to_be_hidden()
    finish(page)
    assert links(missing(page)) == listed(entry, *range(2, len(entry.quiz.questions) + 1))


def test_checking_nothing_is_no_answer(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    come_near(page)
    for question in entry.quiz.questions:
        check(form(page, entry, question))
    finish(page)
    assert len(links(missing(page))) == len(entry.quiz.questions)


def test_not_sure_is_an_answer_and_is_to_be_looked_at_again(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    for question in entry.quiz.questions:
        answer(page, entry, question, right(entry, question))
    number, question = next(
        (number, question)
        for number, question in enumerate(entry.quiz.questions, start=1)
        if question.type == "choose-one"
    )
    answer(page, entry, question, [f"{entry.id}-{question.id}-unsure"])
    assert links(finish(page)) == listed(entry, number)


def test_one_may_finish_anyway_and_sees_what_to_look_at_again(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    first, second, *_ = entry.quiz.questions
    answer(page, entry, first, right(entry, first))
    answer(page, entry, second, not_yet(entry, second))
    done = finish_anyway(page)
    assert focus(page).words == "What you can do now"
    expect(missing(page)).to_be_hidden()
    expect(page.locator("[data-part=finish]")).to_be_hidden()
    assert links(done) == listed(entry, *range(2, len(entry.quiz.questions) + 1))
    done.locator("a").first.click()
    expect(form(page, entry, second).locator(":focus")).to_have_count(1)
    lesson = done.get_by_role("link", name="Read the lesson again")
    assert lesson.get_attribute("href") == "#main"


def test_what_is_not_yet_right_is_asked_again_and_nothing_else(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    chosen = entry.quiz.questions[1:3]
    for question in entry.quiz.questions:
        for _ in range(2):  # so that hint and answers are offered
            answer(page, entry, question, (not_yet if question in chosen else right)(entry, question))
    done = finish(page)
    expect(done).to_be_visible()
    page.locator("[data-part=ask]").click()
    expect(done).to_be_hidden()
    shown = page.locator(".quiz__question:visible")
    expect(shown).to_have_count(len(chosen))
    assert not focus(page).lost
    for question in chosen:
        where = form(page, entry, question)
        expect(where.locator(":checked:not([value=''])")).to_have_count(0)
        expect(where.locator("[data-mark], .quiz__mark, .quiz__verdict")).to_have_count(0)
        for closed in where.locator("details").all():
            expect(closed).to_be_hidden()
    finish(page)
    assert links(missing(page)) == listed(entry, 2, 3)
    answer(page, entry, chosen[0], right(entry, chosen[0]))
    answer(page, entry, chosen[1], not_yet(entry, chosen[1]))
    assert links(finish(page)) == listed(entry, 3)
    expect(shown).to_have_count(len(entry.quiz.questions))
    page.locator("[data-part=ask]").click()
    expect(shown).to_have_count(1)
    answer(page, entry, chosen[1], right(entry, chosen[1]))
    finish(page)
    expect(done.locator("[data-part=look]")).to_be_hidden()
    expect(shown).to_have_count(len(entry.quiz.questions))


def test_the_next_person_finds_all_questions_and_no_end(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    first = entry.quiz.questions[0]
    answer(page, entry, first, right(entry, first))
    finish_anyway(page)
    page.locator("[data-part=ask]").click()
    expect(form(page, entry, first)).to_be_hidden()
    page.locator("[data-part=again]").click()
    expect(page.locator(".quiz__question:visible")).to_have_count(len(entry.quiz.questions))
    expect(page.locator(".quiz :checked:not([value=''])")).to_have_count(0)
    expect(page.locator(".quiz [data-state]")).to_have_count(0)
    expect(page.locator(".quiz__done")).to_be_hidden()
    expect(missing(page)).to_be_hidden()


def test_a_page_that_comes_back_has_no_end(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    finish_anyway(page)
    page.goto("help/children.html")
    page.go_back()
    expect(page.locator("[data-part=finish]")).to_be_visible()
    expect(page.locator(".quiz__done")).to_be_hidden()


def test_a_story_is_done_when_an_ending_is_reached(page: Page, every_type: str, every_entry: Any) -> None:
    page.goto(every_type)
    story = every_entry.quiz.questions[-1]
    number = len(every_entry.quiz.questions)
    for question in marked(every_entry):
        answer(page, every_entry, question, right(every_entry, question))
    finish(page)
    assert links(missing(page)) == listed(every_entry, number)
    missing(page).locator("a").click()
    assert focus(page).id == f"every-{story.id}-scene-1"
    page.locator("[data-part=way]:visible").first.click()
    finish(page)
    assert links(missing(page)) == listed(every_entry, number), "The middle of a story is no end"
    page.locator("[data-part=first]").click()
    read_story(page, every_entry, story)
    expect(missing(page)).to_be_hidden()
    done = finish(page)
    expect(done.locator("[data-part=look]")).to_be_hidden()
    # Whoever reads the story again has still reached an end: nothing is taken back.
    page.locator("[data-part=first]").click()
    expect(done).to_be_visible()
    expect(page.locator("[data-part=finish]")).to_be_hidden()
    expect(done.locator("[data-part=look]")).to_be_hidden()


def test_the_next_person_begins_the_story_too(page: Page, every_type: str, every_entry: Any) -> None:
    page.goto(every_type)
    story = every_entry.quiz.questions[-1]
    read_story(page, every_entry, story)
    page.locator("[data-part=again]").click()
    expect(page.locator(f"#every-{story.id}-scene-1")).to_be_visible()
    finish(page)
    assert listed(every_entry, len(every_entry.quiz.questions))[0] in links(missing(page))


def test_a_thing_that_ends_its_own_sentence_gets_no_colon(page: Page, every_type: str, every_entry: Any) -> None:
    page.goto(every_type)
    question = next(question for question in every_entry.quiz.questions if question.type == "fill-the-gap")
    where = answer(page, every_entry, question, right(every_entry, question))
    said = [" ".join(line.split()) for line in where.locator(".quiz__reasons li").all_inner_texts()]
    assert said == ["It is like a ……. Reason gap-a.", "Tell ……. Reason gap-b."]
    sort = next(question for question in every_entry.quiz.questions if question.type == "sort")
    where = answer(page, every_entry, sort, right(every_entry, sort))
    said = [" ".join(line.split()) for line in where.locator(".quiz__reasons li").all_inner_texts()]
    assert said == ["A tree: Reason sort-a.", "A school: Reason sort-b."]


@pytest.fixture
def adults(library: Library) -> Any:
    """The quiz of the page for parents, as if it were a lesson's: the tests of lessons can then be used for it."""
    return SimpleNamespace(id="ten-minutes-tonight", quiz=library.adults["ten-minutes-tonight"])


def test_adults_are_told_how_many_are_right(page: Page, adults: Any) -> None:
    page.goto(ADULTS)
    first, *others = adults.quiz.questions
    answer(page, adults, first, not_yet(adults, first))
    for question in others:
        answer(page, adults, question, right(adults, question))
    done = finish(page)
    count = len(adults.quiz.questions)
    expect(done).to_contain_text(f"You have {count - 1} of {count} right.")
    page.locator("[data-part=ask]").click()
    answer(page, adults, first, right(adults, first))
    finish(page)
    expect(done).to_contain_text(f"You have {count} of {count} right.")
    expect(done.get_by_role("link", name="Get help")).to_be_visible()
    expect(page.get_by_role("button", name="Class board")).to_have_count(0)


def test_the_scripts_and_styles_of_a_quiz_are_light(root: Path) -> None:
    def weight(*names: str) -> int:
        return sum(len(gzip.compress(light(root / name))) for name in names)

    def light(file: Path) -> bytes:
        return lighter(file.read_text(encoding="utf-8")).encode() if file.suffix == ".js" else file.read_bytes()

    assert weight("docs/assets/javascripts/quiz.js", "docs/assets/javascripts/story.js") <= 7_000
    assert weight("docs/assets/stylesheets/quiz.css", "docs/assets/stylesheets/quiz-near.css") <= 4_000
    assert weight("macros/components/promise/promise.js") <= 1_000
