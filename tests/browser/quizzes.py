"""Knows where the parts of a quiz are on a learner's page, and which answers are right."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from macros.library import Entry
from macros.models.questions import AnyQuestion, Sort


def learners_page(entry: Entry) -> str:
    """Give the address of a lesson's page from the site's root."""
    return f"lessons/{entry.phase}/{entry.id}/index.html"


def right(entry: Entry, question: AnyQuestion) -> list[str]:
    """Give the ids of the inputs that the quiz's file says are right."""
    name = f"{entry.id}-{question.id}"
    if isinstance(question, Sort):
        groups = [group.id for group in question.groups]
        return [
            f"{name}-{number}-{groups.index(item.group) + 1}" for number, item in enumerate(question.items, start=1)
        ]
    return [f"{name}-{number}" for number, choice in enumerate(question.choices, start=1) if choice.correct]


def not_yet(entry: Entry, question: AnyQuestion) -> list[str]:
    """Give the ids of inputs that make an answer which is not right yet."""
    name = f"{entry.id}-{question.id}"
    if isinstance(question, Sort):
        groups = [group.id for group in question.groups]
        other = [next(n for n, group in enumerate(groups, start=1) if group != item.group) for item in question.items]
        return [f"{name}-{number}-{group}" for number, group in enumerate(other, start=1)]
    return [next(f"{name}-{n}" for n, choice in enumerate(question.choices, start=1) if not choice.correct)]


def form(page: Page, entry: Entry, question: AnyQuestion) -> Locator:
    """Find a question on the page."""
    return page.locator(f'form[aria-labelledby="{entry.id}-{question.id}-title"]')


def choose(page: Page, inputs: list[str]) -> None:
    """Click the labels of some inputs, as a finger does."""
    for name in inputs:
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
