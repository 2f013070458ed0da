"""The whiteboard: one step at a time, large, by keys and clicker, with nothing on it that is for adults."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, expect

from macros.content.library import Library
from tests.browser.focus import press
from tests.browser.quizzes import learners_page
from tests.browser.test_axe import violations
from tests.browser.test_quiet import KEPT
from tests.lessons import first_with, of_age

LESSON = of_age("years-3-4") + "/index.html"
LONG = 30  # letters: a shorter line may fairly stand on both
BIG: ViewportSize = {"width": 1920, "height": 1080}
SMALL_LETTERS = """() => [...document.querySelectorAll('.white__stage *')]
  .filter((one) => one.checkVisibility())
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 40).map((one) => one.textContent.trim())"""


def opened(page: Page, path: str = LESSON) -> None:
    page.set_viewport_size(BIG)
    page.goto(path)
    page.get_by_role("button", name="Whiteboard").click()
    expect(page.locator(".white__stage h1")).to_be_visible()


def place(page: Page) -> tuple[int, int]:
    words = re.fullmatch(r"(\d+) of (\d+)", page.locator(".white__place").inner_text())
    assert words
    return int(words[1]), int(words[2])


def to_the_end(page: Page) -> list[str]:
    """Go on to the last step with a clicker's key; give the words of each step."""
    shown = [page.locator(".white__stage").inner_text()]
    at, last = place(page)
    for _ in range(200):  # a long step takes several presses
        if at == last:
            return shown
        press(page, "PageDown")
        if place(page)[0] != at:
            at = place(page)[0]
            shown.append(page.locator(".white__stage").inner_text())
    raise AssertionError("The last step was not reached.")


def test_every_step_comes_once_in_order_and_nothing_for_adults_is_there(page: Page, library: Library) -> None:
    entry = library.lessons[LESSON.split("/")[2]]
    opened(page)
    tree = page.locator("dialog.white").inner_html()
    shown = to_the_end(page)
    titles = [step.title for step in entry.lesson.steps]
    first_lines = [words.split("\n")[0].strip() for words in shown]
    assert [line for line in first_lines if line in titles] == titles
    everything = " ".join([tree, *shown])
    for step in entry.lesson.steps:
        for part in step.parts:
            lines = part.text.split("\n") if part.kind in ("teacher", "home", "worksheet") else []
            assert not [line for line in lines if len(line) > LONG and line.strip()[:LONG] in everything]
    assert "For teachers" not in everything


def test_keys_go_on_and_back_and_escape_returns_to_the_page(page: Page) -> None:
    opened(page)
    for number, key in enumerate(("ArrowRight", "PageDown"), start=2):
        press(page, key)
        assert place(page)[0] == number
    for number, key in ((2, "ArrowLeft"), (1, "PageUp")):
        press(page, key)
        assert place(page)[0] == number
    page.get_by_role("button", name="Next", exact=True).click()
    assert place(page)[0] == 2
    page.get_by_role("button", name="Close").click()
    expect(page.locator("dialog.white")).to_have_count(0)
    expect(page.get_by_role("button", name="Whiteboard")).to_be_focused()


def test_two_presses_open_one_whiteboard(page: Page) -> None:
    page.set_viewport_size(BIG)
    page.goto(LESSON)
    page.get_by_role("button", name="Whiteboard").evaluate("(button) => { button.click(); button.click(); }")
    expect(page.locator(".white__stage h1")).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.locator("dialog.white")).to_have_count(1)


def test_letters_are_large_enough_for_the_back_row(page: Page) -> None:
    opened(page)
    at, last = place(page)
    while at < last:
        assert not page.evaluate(SMALL_LETTERS)
        page.get_by_role("button", name="Next", exact=True).click()
        at = max(at, place(page)[0])


def test_a_long_step_is_scrolled_to_its_end_before_the_next(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 340})
    page.goto(LESSON)
    page.get_by_role("button", name="Whiteboard").click()
    expect(page.locator(".white__stage h1")).to_be_visible()
    far = "() => { const s = document.querySelector('.white__stage'); return s.scrollHeight - s.clientHeight; }"
    top = "() => document.querySelector('.white__stage').scrollTop"
    for _ in range(40):  # on to a step that is taller than the screen
        if page.evaluate(far) > 60 and page.evaluate(top) == 0:
            break
        press(page, "ArrowRight")
    at = place(page)[0]
    assert page.evaluate(far) > 60
    press(page, "ArrowRight")
    assert place(page)[0] == at
    assert page.evaluate(top) > 0
    while place(page)[0] == at:
        below = page.evaluate(far) - page.evaluate(top)
        press(page, "ArrowRight")
    assert below <= 4  # nothing of the step was left unseen


def test_the_quiz_goes_to_the_class_board(page: Page) -> None:
    opened(page)
    while not page.get_by_role("button", name="Start the quiz on the class board").count():
        press(page, "PageDown")
    page.get_by_role("button", name="Start the quiz on the class board").click()
    expect(page.locator("dialog.board__dialog")).to_be_visible()
    expect(page.locator("dialog.white")).to_have_count(0)


SLOW_TO_LEAVE = """() => {
  const leave = document.exitFullscreen.bind(document);
  document.exitFullscreen = () => new Promise((done) => { setTimeout(() => done(leave()), 300); });
}"""


def test_a_full_screen_that_ends_late_does_not_take_the_class_board_with_it(page: Page) -> None:
    opened(page)
    page.wait_for_function("() => document.fullscreenElement")
    page.evaluate(SLOW_TO_LEAVE)
    start = page.get_by_role("button", name="Start the quiz on the class board")
    while not start.count():
        press(page, "PageDown")
    start.click()
    page.wait_for_function("() => !document.querySelector('.white')")
    page.wait_for_function("() => (document.fullscreenElement || document.body).closest('.board__dialog')")
    page.wait_for_timeout(400)  # longer than the whiteboard takes to leave
    expect(page.locator("dialog.board__dialog")).to_be_visible()


def test_the_whiteboard_is_accessible_and_keeps_nothing(page: Page) -> None:
    opened(page)
    press(page, "ArrowRight")
    assert not violations(page, "whiteboard")
    assert page.evaluate(KEPT) == [0, 0, 0]


def test_every_lesson_has_a_whiteboard(page: Page, library: Library) -> None:
    page.set_viewport_size(BIG)
    for entry in library.lessons.values():
        page.goto(learners_page(entry))
        page.get_by_role("button", name="Whiteboard").click()
        expect(page.locator(".white__stage h1")).to_be_visible()
        # Each page of the book but the one for home; a title without an outcome stands on the first of them.
        outcome = page.locator("main > .outcome").count()
        assert place(page) == (1, page.locator(".spread").count() - 1 + outcome)
        page.keyboard.press("Escape")


def test_a_laptop_enlarged_four_times_has_it(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(LESSON)
    page.get_by_role("button", name="Whiteboard").click()
    expect(page.locator(".white__stage h1")).to_be_visible()
    last = place(page)[1]
    assert len(to_the_end(page)) == last
    assert page.evaluate("() => document.querySelector('dialog').scrollWidth <= innerWidth")


def test_a_telephone_has_no_button_for_it(browser: Browser, base_url: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(base_url + LESSON)
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("button", name="Whiteboard")).to_have_count(0)
    context.close()


def test_a_short_step_has_larger_letters_and_never_so_large_that_it_scrolls(page: Page) -> None:
    opened(page)
    stage = page.locator(".white__stage")
    sizes = []
    last = place(page)[1]
    for number in range(last):
        while place(page)[0] <= number:
            press(page, "PageDown")
        size = float(stage.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)"))
        fits = stage.evaluate("(one) => one.scrollHeight <= one.clientHeight")
        assert fits, f"Step {number + 1} scrolls with letters of {size} px"
        sizes.append(size)
    assert max(sizes) > 65
    assert min(sizes) >= 40
    stage.evaluate("(one) => { one.style.fontSize = '9em'; dispatchEvent(new Event('resize')); }")
    assert float(stage.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")) == sizes[-1]


CUT = """() => [...document.querySelectorAll(".white__stage, .white__stage .chat, .white__stage .mock")]
  .filter((one) => one.scrollHeight > one.clientHeight + 1)
  .map((one) => `${one.className}: ${one.innerText.slice(0, 40)}`)"""


def test_a_small_projector_cuts_no_chat_and_scrolls_no_step(page: Page, root: Path) -> None:
    lessons = (root / "lessons/years-5-6").glob("*/lesson.md")
    lesson = max(lessons, key=lambda path: path.read_text(encoding="utf-8").count("!!! chat")).parent
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"lessons/years-5-6/{lesson.name}/index.html")
    page.get_by_role("button", name="Whiteboard").click()
    expect(page.locator(".white__stage h1")).to_be_visible()
    at, last = place(page)
    chats = 0
    while at < last:
        chats += page.locator(".white__stage .chat").count()
        assert not page.evaluate(CUT), f"Step {at}"
        page.get_by_role("button", name="Next", exact=True).click()
        at = place(page)[0]
    assert chats > 1


def test_each_picture_of_the_story_has_the_screen_to_itself(page: Page) -> None:
    opened(page, first_with('{{ scene("', "early-years") + "/index.html")
    told = page.locator("main .scene__file").evaluate_all("(all) => all.map((one) => one.alt)")
    assert len(told) > 5
    seen = []
    at, last = place(page)
    while True:
        shown = page.locator(".white__stage .scene__file")
        assert shown.count() <= 1
        seen += [shown.get_attribute("alt")] if shown.count() else []
        before = at
        for _ in range(6):  # a step that is taller than the screen is read to its end first
            if at == before and at < last:
                page.keyboard.press("PageDown")
                at, last = place(page)
        if at == before:
            break
    assert seen == told
