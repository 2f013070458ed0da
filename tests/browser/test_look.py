"""On the pages “How it looks” every example works by itself, and its longest words stay within it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.quizzes import come_near, is_there
from tests.browser.test_small_screens import OPEN

PAGES = tuple(f"about/look/{name}.html" for name in ("index", "adults", "policy", "learners", "quiz", "paper"))

# What is for those who hear the page has no place in it.
STICKS_OUT = """() => [...document.querySelectorAll(".example *")]
  .filter((one) => one.checkVisibility() && getComputedStyle(one).clipPath === "none")
  .map((one) => [one, one.closest(".example"), one.getBoundingClientRect()])
  .filter(([, frame, box]) => box.width && box.right > frame.getBoundingClientRect().right + 1)
  .map(([one, frame]) => `${frame.id}: <${one.localName} class="${one.getAttribute("class") || ""}">`)"""


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_sticks_out_of_its_example(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = []
    for path in PAGES:
        page.goto(path)
        page.evaluate(OPEN)
        if page.locator(".quiz").count():
            come_near(page)
        found += page.evaluate(STICKS_OUT)
    assert not found, f"{len(found)} stick out:\n" + "\n".join(found[:9])


def test_what_sticks_out_is_found(page: Page) -> None:
    page.goto("about/look/learners.html")
    page.evaluate("() => { document.querySelector('#lesson-cards-plain .cards').style.width = '200%'; }")
    found = page.evaluate(STICKS_OUT)
    assert found[0] == 'lesson-cards-plain: <ul class="cards">'


def test_a_quiz_is_live_and_leaves_the_others_alone(page: Page) -> None:
    page.goto("about/look/quiz.html")
    example = page.locator("#quiz-choose-one")
    is_there(example.locator(".quiz"))
    example.get_by_text("Gran", exact=True).click()
    example.get_by_role("button", name="Check").click()
    expect(example.locator("[data-part=result]")).to_contain_text("Yes!")
    expect(example.locator("[data-part=result]")).to_contain_text("Gran looks after Kit.")
    said = page.locator("[data-part=result]").evaluate_all(
        "(all) => all.filter((one) => one.textContent.trim()).length"
    )
    assert said == 1
