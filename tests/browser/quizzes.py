"""Knows where the parts of a quiz are on a learner's page, and which answers are right."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Locator, Page

from macros.library import Entry
from macros.models.questions import AnyQuestion
from macros.views.quizzes import shown_questions


def learners_page(entry: Entry) -> str:
    """Give the address of a lesson's page from the site's root."""
    return f"lessons/{entry.phase}/{entry.id}/index.html"


def _inputs(entry: Entry, question: AnyQuestion, *, good: bool) -> Iterator[str]:
    shown = next(shown for shown in shown_questions(entry.quiz) if shown.id == question.id)
    name = f"{entry.id}-{question.id}"
    for number, part in enumerate(shown.parts, start=1):
        chosen = [place for place, option in enumerate(part.options, start=1) if (option.key != "no") == good]
        if shown.control == "select":
            yield f"{name}-{number}={chosen[0]}"
        else:
            each = f"{name}-{number}" if part.text else name
            many = shown.control == "checkbox" and good
            yield from (f"{each}-{place}" for place in (chosen if many else chosen[:1]))


def right(entry: Entry, question: AnyQuestion) -> list[str]:
    """Give the ids of the inputs that the quiz's file says are right; of a list, its id, "=" and the value."""
    return list(_inputs(entry, question, good=True))


def not_yet(entry: Entry, question: AnyQuestion) -> list[str]:
    """Give the ids of inputs that make an answer which is not right yet."""
    return list(_inputs(entry, question, good=False))


def form(page: Page, entry: Entry, question: AnyQuestion) -> Locator:
    """Find a question on the page."""
    return page.locator(f'form[aria-labelledby="{entry.id}-{question.id}-title"]')


def choose(page: Page, inputs: list[str]) -> None:
    """Click the labels of some inputs, as a finger does."""
    for name in inputs:
        if "=" in name:
            place, value = name.split("=")
            page.locator(f"#{place}").select_option(value)
        else:
            page.locator(f'label[for="{name}"]').click()


def check(where: Locator) -> None:
    """Press the Check button of a question."""
    where.locator(".quiz__check").click()


def answer(page: Page, entry: Entry, question: AnyQuestion, inputs: list[str]) -> Locator:
    """Clear a question of many answers, choose some, and press Check; give the question."""
    where = form(page, entry, question)
    for box in where.locator("input[type=checkbox]:checked").all():
        box.click()
    choose(page, inputs)
    check(where)
    return where


def verdict(where: Locator) -> str:
    """Give the first line of what the quiz says about an answer."""
    return where.locator(".quiz__verdict").inner_text()
