"""What a quiz says to a learner: a reason of its own for each answer, a hint, and always another try."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from macros.content.library import Entry
from macros.models.questions import ChooseMany, ChooseOne, Sort
from tests.browser.quizzes import (
    answer,
    check,
    choose,
    come_near,
    finish,
    form,
    learners_page,
    marked,
    not_yet,
    right,
    verdict,
)
from tests.site.page import plain

ASKING = "Asking is good. Ask someone, then have another go."
CHOOSE = "Choose an answer first. You can choose “I’m not sure”."
MORE = "There is more to find."


def test_each_single_choice_gives_its_own_reason(page: Page, every_type: str, every_entry: Entry) -> None:
    page.goto(every_type)
    come_near(page)
    for question in marked(every_entry):
        if not isinstance(question, ChooseOne):
            continue
        for number, choice in enumerate(question.choices, start=1):
            where = answer(page, every_entry, question, [f"{every_entry.id}-{question.id}-{number}"])
            assert verdict(where) == ("Yes!" if choice.correct else "Not yet.")
            expect(where.locator(".quiz__reasons li")).to_have_count(1)
            expect(where.locator(".quiz__reasons")).to_contain_text(plain(choice.feedback))


def test_each_of_many_choices_gives_its_own_reason(page: Page, every_type: str, every_entry: Entry) -> None:
    page.goto(every_type)
    come_near(page)
    for question in marked(every_entry):
        if not isinstance(question, ChooseMany):
            continue
        for number, choice in enumerate(question.choices, start=1):
            where = answer(page, every_entry, question, [f"{every_entry.id}-{question.id}-{number}"])
            expect(where.locator(".quiz__reasons")).to_contain_text(plain(choice.feedback))
        where = answer(page, every_entry, question, right(every_entry, question))
        assert verdict(where) == "Yes!"


def test_each_thing_to_sort_gives_its_own_reasons(page: Page, every_type: str, every_entry: Entry) -> None:
    page.goto(every_type)
    come_near(page)
    for question in marked(every_entry):
        if not isinstance(question, Sort):
            continue
        where = answer(page, every_entry, question, not_yet(every_entry, question))
        assert verdict(where) == "Not yet."
        reasons = where.locator(".quiz__reasons li")
        expect(reasons).to_have_count(len(question.items))
        for number, item in enumerate(question.items):
            expect(reasons.nth(number)).to_contain_text(plain(item.text))
            expect(reasons.nth(number)).to_contain_text(plain(item.not_yet))
        where = answer(page, every_entry, question, right(every_entry, question))
        assert verdict(where) == "Yes!"
        for number, item in enumerate(question.items):
            expect(reasons.nth(number)).to_contain_text(plain(item.feedback))


def test_a_hint_comes_after_the_first_not_yet_and_the_answers_after_the_second(
    page: Page, every_type: str, every_entry: Entry
) -> None:
    page.goto(every_type)
    come_near(page)
    for question in marked(every_entry):
        where = form(page, every_entry, question)
        hint, answers = where.locator(".quiz__hint"), where.locator(".quiz__answers")
        expect(hint).to_be_hidden()
        expect(answers).to_be_hidden()
        answer(page, every_entry, question, not_yet(every_entry, question))
        expect(hint).to_be_visible()
        expect(answers).to_be_hidden()
        hint.locator("summary").click()
        expect(hint.locator("p")).to_have_text(plain(question.hint))
        answer(page, every_entry, question, not_yet(every_entry, question))
        expect(answers).to_be_visible()
        answer(page, every_entry, question, right(every_entry, question))
        assert verdict(where) == "Yes!", f"After two tries, “{question.id}” of “{every_entry.id}” cannot be put right"


def test_what_was_missed_is_told_at_the_second_try(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    come_near(page)
    question = next(question for question in entry.quiz.questions if isinstance(question, ChooseMany))
    good = right(entry, question)
    missed = [choice.missed for choice in question.choices if choice.missed]
    where = answer(page, entry, question, good[:1])
    assert verdict(where) == "Not yet."
    expect(where.locator(".quiz__result")).to_contain_text(MORE)
    for said in missed:
        expect(where.locator(".quiz__result")).not_to_contain_text(plain(said))
    answer(page, entry, question, good[:1])
    expect(where.locator(".quiz__result")).not_to_contain_text(MORE)
    for said in missed[1:]:
        expect(where.locator(".quiz__result")).to_contain_text(plain(said))


def test_saying_that_one_is_not_sure_is_met_kindly(page: Page, every_type: str, every_entry: Entry) -> None:
    page.goto(every_type)
    come_near(page)
    for question in marked(every_entry):
        where = form(page, every_entry, question)
        for unsure in where.locator("input[data-unsure]").all():
            choose(page, [str(unsure.get_attribute("id"))])
        for listed in where.locator("select").all():
            listed.select_option("unsure")
        check(where)
        assert verdict(where) == "Not yet."
        expect(where.locator(".quiz__reasons li").first).to_contain_text(ASKING)
        expect(where.locator("[data-mark]")).to_have_count(0)


def test_a_question_without_an_answer_says_so_and_counts_no_try(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    come_near(page)
    for question in marked(entry):
        where = form(page, entry, question)
        for _ in range(3):
            check(where)
            assert verdict(where) == CHOOSE
        expect(where.locator(".quiz__hint")).to_be_hidden()
        expect(where.locator(".quiz__answers")).to_be_hidden()


def test_a_sort_with_one_thing_left_out_says_so(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    come_near(page)
    question = next(question for question in entry.quiz.questions if isinstance(question, Sort))
    where = answer(page, entry, question, right(entry, question)[:-1])
    assert verdict(where) == CHOOSE


def test_another_choice_takes_the_old_result_away(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    come_near(page)
    for question in marked(entry):
        where = answer(page, entry, question, not_yet(entry, question))
        expect(where.locator("[data-mark]").first).to_be_visible()
        choose(page, right(entry, question)[:1])
        expect(where.locator(".quiz__result")).to_be_empty()
        expect(where.locator("[data-mark], .quiz__mark")).to_have_count(0)


def test_what_you_can_do_goes_when_an_answer_is_changed(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    come_near(page)
    for question in marked(entry):
        answer(page, entry, question, right(entry, question))
    done = finish(page)
    expect(done).to_be_visible()
    question = next(question for question in entry.quiz.questions if isinstance(question, ChooseOne))
    choose(page, not_yet(entry, question))
    expect(done).to_be_hidden()
