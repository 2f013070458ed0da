"""What a screen reader is told: headings to jump by, one name for each thing, and no two buttons that sound alike."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from macros.content.library import Library
from tests.browser.pressing import until
from tests.browser.quizzes import answer, as_asked, come_near, learners_page, marked, not_yet
from tests.lessons import first_with, of_age
from tests.site.page import plain

LESSON = of_age("years-3-4").split("/")[2]
STORY = first_with("type: story", "years-3-4").split("/")[2]
# A line of the tree; a name that holds a colon puts the line in quotes of its own.
BUTTON = re.compile(r"""- '?button "((?:[^"\\]|\\.)+)["]""")
# Every kind of page for adults has the menu.
ADULTS = ("parents/index.html", "policy/index.html", of_age("years-3-4") + "/teach.html")


@pytest.mark.parametrize("identity", [LESSON, STORY])
def test_each_question_is_a_heading_and_names_one_group(page: Page, library: Library, identity: str) -> None:
    entry = as_asked(library, identity)
    page.goto(learners_page(entry))
    come_near(page)
    quiz = page.locator(".quiz")
    texts = [plain(question.text) for question in entry.quiz.questions]
    shown = quiz.locator(".quiz__question")
    expect(shown).to_have_count(len(texts))
    for where, question, text in zip(shown.all(), entry.quiz.questions, texts, strict=True):
        (heading,) = where.get_by_role("heading").all()
        expect(heading).to_have_accessible_name(text)
        assert heading.evaluate("(heading) => heading.localName") == "h3"
        role = "region" if question.type == "story" else "group"
        named = page.get_by_role(role, name=text, exact=True)  # type: ignore[arg-type]
        expect(named).to_have_count(1)
    # A landmark for each question would bury those of the page.
    expect(quiz.get_by_role("form")).to_have_count(0)


def names_of_buttons(page: Page) -> list[str]:
    """Give what a screen reader's list of the page's buttons holds."""
    tree = page.locator("body").aria_snapshot()
    return BUTTON.findall(tree)


def test_no_two_buttons_of_a_quiz_sound_alike_at_any_step(page: Page, library: Library) -> None:
    entry = as_asked(library, LESSON)
    page.goto(learners_page(entry))
    come_near(page)
    count = len(marked(entry))
    names = names_of_buttons(page)
    assert [f"Check question {number}" for number in range(1, count + 1)] == [n for n in names if n.startswith("Check")]
    for question in marked(entry):
        for _ in range(2):  # so that the hint and the answers are offered
            answer(page, entry, question, not_yet(entry, question))
    names = names_of_buttons(page)
    assert sum(name.startswith("Check again question") for name in names) == count
    assert len(set(names)) == len(names), sorted(name for name in names if names.count(name) > 1)


def test_what_is_heard_of_a_button_is_not_seen(page: Page, library: Library) -> None:
    page.goto(learners_page(library.lessons[LESSON]))
    come_near(page)
    of = page.locator(".quiz__check .unseen").first
    expect(of).to_have_text(" question 1")
    assert of.evaluate("(of) => of.getBoundingClientRect().width") <= 1


@pytest.mark.parametrize("path", ADULTS)
def test_the_menu_of_a_phone_is_a_button_that_says_whether_it_is_open(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    expect(page.get_by_role("checkbox", name="Menu")).to_have_count(0)
    button = page.get_by_role("button", name="Menu", exact=True)
    menu = page.get_by_role("navigation", name="Menu")
    for key, state in (("Enter", "true"), ("Space", "false"), ("Space", "true"), ("Escape", "false")):
        button.press(key)
        expect(button).to_have_attribute("aria-expanded", state)
        expect(menu).to_be_visible(visible=state == "true")
        expect(button).to_be_focused()


@pytest.mark.parametrize("by_key", [False, True], ids=["pressed", "by the key"])
def test_a_menu_that_was_opened_before_its_script_came_stays_open(page: Page, by_key: bool) -> None:
    held: list[Route] = []
    page.set_viewport_size({"width": 360, "height": 740})
    page.route("**/*.js", lambda route: held.append(route))  # noqa: PLW0108
    page.goto(ADULTS[0], wait_until="commit")
    box = page.get_by_role("checkbox", name="Menu")
    if by_key:
        box.press("Space")
    else:
        page.locator(".head__menu").click()
    menu = page.get_by_role("navigation", name="Menu")
    expect(menu).to_be_visible()
    assert until(page, lambda: bool(held))
    for route in held:
        route.continue_()
    page.unroute("**/*.js")
    button = page.get_by_role("button", name="Menu", exact=True)
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(menu).to_be_visible()
    expect(button).to_be_focused()
    button.press("Enter")
    expect(menu).to_be_hidden()


def test_a_new_word_is_a_term(page: Page) -> None:
    page.goto("learners/years-3-4-words.html")
    words = page.locator(".words__word")
    assert words.count() > 10
    expect(page.locator(".words").get_by_role("term")).to_have_count(words.count())
