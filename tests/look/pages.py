"""The pages that are looked at, each in the state that is to be seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.lessons import first_with, of_age

QUIZ = of_age("years-3-4") + "/index.html"


@dataclass(frozen=True)
class Look:
    """A page to look at.

    Attributes:
        name: of its pictures.
        title: what it is.
        path: from the site's root.
        prepare: what is done on it first.
        whole: whether the picture shows the whole page, not only the screen.
        printed: whether its print is looked at too.
    """

    name: str
    title: str
    path: str
    prepare: Callable[[Page], None] | None = None
    whole: bool = True
    printed: bool = True


def answer_half(page: Page) -> None:
    """Answer the first question well and the second not yet."""
    forms = page.locator('form[data-part="question"]:has([data-part="check"])')
    for place, key in ((0, "yes"), (1, "no")):
        form = forms.nth(place)
        chosen = form.locator(f'[data-part="input"][data-key="{key}"]').first
        page.locator(f'label[for="{chosen.get_attribute("id")}"]').click()
        form.locator('[data-part="check"]').click()
    page.evaluate("() => scrollTo(0, 0)")


def open_whiteboard(page: Page) -> None:
    """Open the whiteboard, and go one step on."""
    page.locator('[data-part="whiteboard"]').click()
    dialog = page.locator("dialog[open]")
    expect(dialog).to_be_visible()
    page.keyboard.press("PageDown")


def open_board(page: Page) -> None:
    """Open the class board."""
    page.locator('button[data-part="board"]').first.click()
    expect(page.locator("dialog[open]")).to_be_visible()


def open_display(page: Page) -> None:
    """Open the display panel."""
    page.locator('[data-part="display"] summary').click()


def open_menu(page: Page) -> None:
    """Open the menu where there is a button for it."""
    button = page.locator(".head__menu")
    if button.is_visible():
        button.click()


LOOKS = (
    Look("front-door", "Front door", "index.html"),
    Look("front-door-display", "Front door, display panel open", "index.html", open_display, False, False),
    Look("learners", "Learners' index", "learners/index.html"),
    Look("phase", "Phase page", "learners/years-3-4.html"),
    Look("lesson-early-years", "Lesson, early years", of_age("early-years") + "/index.html"),
    Look("lesson-in-scenes", "Lesson told in scenes", first_with('{{ scene("', "early-years") + "/index.html"),
    Look("pictures", "Every scene", "about/look/scenes.html"),
    Look("lesson-years-1-2", "Lesson, years 1 and 2", of_age("years-1-2") + "/index.html"),
    Look("lesson-years-3-4", "Lesson, years 3 and 4", QUIZ),
    Look("lesson-years-5-6", "Lesson, years 5 and 6", of_age("years-5-6") + "/index.html"),
    Look("quiz-half-done", "Quiz, half done", QUIZ, answer_half),
    Look("whiteboard", "Whiteboard, open", QUIZ, open_whiteboard, False, False),
    Look("class-board", "Class board, open", QUIZ, open_board, False, False),
    Look("worksheet", "Worksheet", of_age("years-3-4") + "/worksheet.html"),
    Look("plan", "Teacher's plan", of_age("years-3-4") + "/teach.html"),
    Look("teachers", "Teachers' start page", "teachers/index.html"),
    Look("parents", "Parents' front page", "parents/index.html"),
    Look("parents-menu", "Parents' front page, menu open", "parents/index.html", open_menu, False, False),
    Look("guide", "Parents' guide", "parents/passwords-privacy-location.html"),
    Look("help", "Help", "help/index.html"),
    Look("help-children", "Help for children", "help/children.html"),
    Look("policy", "Policy", "policy/index.html"),
    Look("staff", "Staff", "staff/index.html"),
    Look("about", "About", "about/index.html"),
    Look("how-it-looks", "How it looks", "about/look/index.html"),
    Look("parts-for-adults", "Parts of adults' pages", "about/look/adults.html"),
    Look("parts-of-the-policy", "Parts of the policy's pages", "about/look/policy.html"),
    Look("parts-for-learners", "Parts of learners' pages", "about/look/learners.html"),
    Look("quizzes", "Quizzes", "about/look/quiz.html"),
    Look("parts-on-paper", "Parts on paper", "about/look/paper.html"),
    Look("symbols-of-people", "Symbols of people", "about/look/symbols.html"),
    Look("symbols-of-things", "Symbols of things", "about/look/symbols-things.html"),
)
