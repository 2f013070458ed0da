"""Questions of an earlier lesson come back first: on the screen, the board, read aloud, on paper and on the answers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from macros.content.library import Entry, Library
from tests.browser.quizzes import answer, come_near, finish, form, learners_page, marked, not_yet, right, verdict
from tests.browser.test_axe import violations
from tests.browser.test_board import heading, open_board
from tests.browser.test_read_aloud import BRITISH, come, read_to_the_end
from tests.lessons import of_age
from tests.site.page import plain

_, PHASE, LATER = of_age("years-3-4").split("/")


@pytest.fixture(scope="module")
def later(library: Library) -> Entry:
    """A lesson that asks two questions of others again."""
    return library.lessons[LATER]


@pytest.fixture(scope="module")
def before(root: Path) -> list[tuple[str, str]]:
    """What its quiz asks again, as the files say: the title of the lesson, and the question."""
    found = []
    for name in yaml.safe_load((root / f"quizzes/{PHASE}/{LATER}.yml").read_text(encoding="utf-8"))["recall"]:
        earlier, question = name.split("/")
        quiz = yaml.safe_load((root / f"quizzes/{PHASE}/{earlier}.yml").read_text(encoding="utf-8"))
        text = next(each["text"] for each in quiz["questions"] if each["id"] == question)
        lesson = (root / f"lessons/{PHASE}/{earlier}/lesson.md").read_text(encoding="utf-8")
        found.append((yaml.safe_load(lesson.split("---")[1])["title"], plain(text)))
    assert len(found) == 2
    return found


def test_they_stand_first_and_say_from_where(page: Page, later: Entry, before: list[tuple[str, str]]) -> None:
    page.goto(learners_page(later))
    come_near(page)
    titles = page.locator(".quiz__question .quiz__legend")
    count = len(later.quiz.questions)
    expect(titles).to_have_count(count)
    for number, (title, text) in enumerate(before):
        expect(titles.nth(number)).to_contain_text(f"{number + 1} of {count}")
        expect(titles.nth(number)).to_contain_text(f"From before: {title}")
        expect(titles.nth(number)).to_contain_text(text)
    expect(page.get_by_text("From before")).to_have_count(len(before))


def test_they_are_marked_and_looked_at_again_like_the_others(
    page: Page, later: Entry, before: list[tuple[str, str]]
) -> None:
    page.goto(learners_page(later))
    come_near(page)
    first, *others = marked(later)
    assert verdict(answer(page, later, first, not_yet(later, first))) == "Not yet."
    for each in others:
        assert verdict(answer(page, later, each, right(later, each))) == "Yes!"
    done = finish(page)
    expect(done.locator("[data-part=links]")).to_have_text(f"1. {before[0][1]}")
    assert not violations(page, "with questions from before")


def test_they_are_on_the_board_with_their_origin(page: Page, later: Entry, before: list[tuple[str, str]]) -> None:
    open_board(page, learners_page(later))
    title, text = before[0]
    expect(heading(page)).to_contain_text(f"From before: {title}")
    expect(heading(page)).to_contain_text(text)


def test_they_are_read_aloud_with_their_origin(
    page: Page, base_url: str, later: Entry, before: list[tuple[str, str]]
) -> None:
    come(page, base_url + learners_page(later), BRITISH)
    said = read_to_the_end(form(page, later, later.quiz.questions[0]))
    title, text = before[0]
    assert said[1] == f"From before: {title}"
    assert text.startswith(said[2])


@pytest.mark.parametrize("name", ["worksheet.html", "worksheet-large.html", "answers.html"])
def test_they_are_on_paper_with_their_origin(
    page: Page, later: Entry, before: list[tuple[str, str]], name: str
) -> None:
    page.goto(learners_page(later).replace("index.html", name))
    said = page.locator("main").inner_text()
    texts = [*(text for _, text in before), *(plain(each.text) for each in later.quiz.questions[len(before) :])]
    places = [said.index(f"{number}. {text}") for number, text in enumerate(texts, start=1)]
    assert places == sorted(places)
    for title, _ in before:
        assert said.count(f"From before: {title}") == 1
