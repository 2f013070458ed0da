"""The class board: a question fills the screen, a class votes by hands, and nobody is named."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Locator, Page, expect

from macros.content.library import Entry, Library
from macros.content.loader import read_library
from macros.finish.scripts import lighter
from tests.browser.every_type import EVERY_TYPE, ICON, show, shown
from tests.browser.focus import focus, press
from tests.browser.quizzes import as_asked, come_near, learners_page, lesson_file
from tests.browser.test_axe import violations
from tests.browser.test_quiet import KEPT, Watch

WHITEBOARD = {"width": 1920, "height": 1080}
FORWARD = ("ArrowRight", "PageDown", "Space")
BACKWARD = ("ArrowLeft", "PageUp")

PARTS = {"sort": 2, "put-in-order": 3, "match": 3, "fill-the-gap": 2}
STOPS = sum(PARTS.get(question["type"], 1) for question in EVERY_TYPE["questions"])
STORY = EVERY_TYPE["questions"][-1]

# What the page says of each choice of the board's question: its key, and the reason.
PAGES_ANSWERS = """(title) => {
  const clean = (text) => text.replace(/\\s+/g, " ").trim();
  const form = [...document.querySelectorAll('[data-part="question"]')]
    .find((one) => clean(one.querySelector("legend").textContent).endsWith(title.question));
  if (!form) throw new Error(`No question of the page is “${title.question}”`);
  const named = (one) => clean(one.querySelector('[data-part="thing"]').textContent) === title.thing;
  const item = [...form.querySelectorAll('[data-part="item"]')].find(named) || form;
  return [...item.querySelectorAll('[data-part="input"]')].map((input) => ({
    key: "unsure" in input.dataset ? "unsure" : input.dataset.key,
    reason: "say" in input.dataset
      ? form.querySelectorAll(".quiz__answers li > span")[input.dataset.say].textContent : "Asking is good.",
  }));
}"""

TOO_SMALL_TO_READ = """() => [...document.querySelectorAll("dialog *")]
  .filter((one) => one.checkVisibility() && (one.localName === "input"
    || [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())))
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 36)
  .map((one) => `“${one.textContent.trim()}”: ${getComputedStyle(one).fontSize}`)"""

TOO_SMALL_TO_PRESS = """() => [...document.querySelectorAll("dialog button, dialog input")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < 64)
  .map(([one, box]) => `“${one.textContent}”: ${box.width} × ${box.height}`)"""

SIDEWAYS = """() => [...document.querySelectorAll("dialog, dialog *")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => `${one.localName} “${one.textContent.trim().slice(0, 40)}”`)"""


@pytest.fixture
def adults_page(page: Page, site: Path, library: Library) -> str:
    """The address of an adults' page, which has other letters and rules, with a question of every type."""
    html = (site / "teachers/index.html").read_text(encoding="utf-8")
    assert html.count("</article>") == 1
    show(page, html.replace("</article>", shown(library, "../") + "</article>"))
    return "teachers/every-type.html"


def part(page: Page, name: str) -> Locator:
    """Find a part of the open board."""
    return page.locator(f'dialog [data-part="{name}"]')


def heading(page: Page) -> Locator:
    """Find the heading of the board's screen."""
    return page.locator("dialog h2")


def open_board(page: Page, path: str) -> None:
    """Go to a page and press the button of its quiz."""
    page.goto(path)
    page.get_by_role("button", name="Class board").click()
    expect(heading(page)).to_be_focused()


def go_to(page: Page, words: str) -> None:
    """Step on until the board shows some words."""
    for _ in range(3 * STOPS):  # one that is taller than the screen takes several presses
        if words in page.locator("dialog").inner_text():
            return
        page.keyboard.press("PageDown")
    raise AssertionError(f"No screen of the board shows “{words}”")


def choices(page: Page) -> list[str]:
    """Give the words of the choices on the board."""
    return [words.strip() for words in part(page, "words").all_inner_texts()]


def heading_is_seen(page: Page) -> bool:
    """Whether the heading of the screen is not scrolled away."""
    seen: bool = heading(page).evaluate(
        "(one) => one.getBoundingClientRect().bottom > one.parentElement.getBoundingClientRect().top"
    )
    return seen


def vote(page: Page, number: int, times: int) -> None:
    """Tap a choice's + button."""
    for _ in range(times):
        part(page, "more").nth(number).click()


def counts(page: Page) -> list[str]:
    """Give the numbers on the board."""
    found: list[str] = part(page, "votes").evaluate_all("(boxes) => boxes.map((box) => box.value)")
    return found


def widths(page: Page) -> list[str]:
    """Give the lengths of the bars on the board."""
    found: list[str] = part(page, "bar").evaluate_all("(bars) => bars.map((bar) => bar.style.width)")
    return found


def rows(page: Page) -> list[list[str]]:
    """Give the first table of the last screen, without its head."""
    found = page.locator("dialog table").first.locator("tbody tr").all()
    return [[cell.inner_text().strip() for cell in row.locator("th, td").all()] for row in found]


def test_one_press_fills_the_screen_with_a_question(page: Page, every_type: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    open_board(page, every_type)
    expect(heading(page)).to_contain_text("1 of 9")
    expect(heading(page)).to_contain_text("Which password is the strongest?")
    expect(heading(page).locator("svg")).to_have_count(1)
    assert choices(page) == ["kit7", "lamp river cactus", "p@ss", "I’m not sure"]
    assert [words.strip() for words in page.locator("dialog ol li").all_inner_texts()] == ["Think", "Talk", "Vote"]
    box = page.locator("dialog").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 1280, "height": 720}
    assert page.evaluate("() => document.querySelector('dialog').matches(':modal')")
    page.wait_for_function("() => document.fullscreenElement")
    assert page.evaluate("() => document.querySelector('dialog').contains(document.fullscreenElement)")


def test_every_quiz_of_the_site_opens_on_the_board(page: Page, library: Library) -> None:
    for entry in library.lessons.values():
        open_board(page, learners_page(entry))
        expect(heading(page)).to_contain_text(f"1 of {len(entry.quiz.questions)}")


def test_the_keyboard_opens_it_and_stays_in_it(page: Page, every_type: str) -> None:
    page.goto(every_type)
    page.get_by_role("button", name="Class board").focus()
    page.keyboard.press("Enter")
    expect(heading(page)).to_be_focused()
    names = [press(page, "Tab").words for _ in range(4)]
    assert names == ["−", "Votes: kit7", "+", "−"]
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(focus(page).words)
        outside = page.evaluate("() => !document.activeElement.matches('body, dialog *')")
        assert not outside, f"Tab led out of the board, to {focus(page)}"
    assert {"Before", "After", "Close", "Show the reasons", "Clear the counts", "Next"} <= seen


def test_the_end_of_the_full_screen_is_the_end_of_the_board(page: Page, every_type: str) -> None:
    # Firefox and Safari take the first Escape for the full screen alone.
    open_board(page, every_type)
    page.wait_for_function("() => document.fullscreenElement")
    page.evaluate("() => document.exitFullscreen()")
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Class board")).to_be_focused()


def test_escape_closes_it_and_gives_the_focus_back(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Class board")).to_be_focused()
    page.wait_for_function("() => !document.fullscreenElement")
    page.keyboard.press("PageDown")
    expect(page.locator("dialog")).to_have_count(0)


def test_close_closes_it_and_gives_the_focus_back(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    page.get_by_role("button", name="Close").click()
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Class board")).to_be_focused()


@pytest.mark.parametrize("forward", FORWARD)
@pytest.mark.parametrize("backward", BACKWARD)
def test_arrow_and_clicker_keys_step_on_and_back(page: Page, every_type: str, forward: str, backward: str) -> None:
    open_board(page, every_type)
    page.keyboard.press(backward)
    expect(heading(page)).to_contain_text("1 of 9")
    page.keyboard.press(forward)
    expect(heading(page)).to_contain_text("2 of 9")
    expect(heading(page)).to_be_focused()
    page.keyboard.press(forward)
    expect(heading(page)).to_contain_text("3 of 9, part 1 of 2")
    page.keyboard.press(backward)
    expect(heading(page)).to_contain_text("2 of 9")


def test_the_buttons_step_on_and_back(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    expect(part(page, "back")).to_be_hidden()
    part(page, "next").click()
    expect(heading(page)).to_contain_text("2 of 9")
    part(page, "back").click()
    expect(heading(page)).to_contain_text("1 of 9")


def test_space_on_a_button_presses_just_that_button(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    part(page, "more").first.focus()
    page.keyboard.press("Space")
    expect(heading(page)).to_contain_text("1 of 9")
    assert counts(page)[0] == "1"
    page.keyboard.press("PageDown")
    expect(heading(page)).to_contain_text("2 of 9")


def test_keys_are_heard_after_a_touch_beside_a_button(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    page.get_by_text("Talk", exact=True).click()
    page.keyboard.press("PageDown")
    expect(heading(page)).to_contain_text("2 of 9")


def test_keys_in_a_number_and_keys_with_control_do_not_step(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    page.keyboard.press("Control+ArrowRight")
    part(page, "votes").first.click()
    for key in ("ArrowLeft", "ArrowRight", "Space"):
        page.keyboard.press(key)
    expect(heading(page)).to_contain_text("1 of 9")
    assert counts(page)[0] == "0"


def test_a_bar_is_as_long_as_its_share_of_the_largest_count(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    assert widths(page) == ["0%", "0%", "0%", "0%"]
    vote(page, 0, 3)
    assert widths(page)[0] == "100%"
    vote(page, 1, 6)
    assert counts(page) == ["3", "6", "0", "0"]
    assert widths(page) == ["50%", "100%", "0%", "0%"]
    # The number beside a bar says it, and says it once.
    expect(page.locator("dialog").get_by_role("img")).to_have_count(0)
    expect(page.get_by_role("textbox", name="Votes: lamp river cactus")).to_have_value("6")
    page.wait_for_function("() => !document.getAnimations().length")
    half, full = part(page, "bar").evaluate_all("(bars) => bars.slice(0, 2).map((bar) => bar.offsetWidth)")
    assert full > 100
    assert abs(full - 2 * half) <= 2
    page.get_by_role("button", name="One less: lamp river cactus").click()
    assert counts(page)[1] == "5"
    page.get_by_role("button", name="One less: p@ss").click()
    assert counts(page)[2] == "0"


def test_a_count_can_be_typed(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    vote(page, 0, 7)
    page.get_by_role("textbox", name="Votes: kit7").click()
    page.keyboard.type("12")
    vote(page, 1, 3)
    assert counts(page)[:2] == ["12", "3"]
    assert widths(page)[:2] == ["100%", "25%"]
    part(page, "votes").nth(1).fill("many")
    part(page, "votes").nth(0).fill("4000")
    assert counts(page)[:2] == ["999", "0"]


def test_counts_are_cleared_and_put_back(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    vote(page, 0, 2)
    part(page, "clear").click()
    assert counts(page) == ["0", "0", "0", "0"]
    part(page, "clear").click()
    assert counts(page) == ["2", "0", "0", "0"]
    part(page, "set").nth(1).click()
    part(page, "clear").click()
    part(page, "set").nth(0).click()
    assert counts(page)[0] == "2", "Clearing “After” cleared “Before” too"
    go_to(page, "All the votes: Every type")
    part(page, "clear").click()
    assert rows(page)[0] == ["kit7", "0", "0"]
    part(page, "clear").click()
    assert rows(page)[0] == ["kit7", "2", "0"]


def gives_away(page: Page) -> list[str]:
    """Name what the board's tree holds that tells an answer."""
    tree = page.locator("dialog").evaluate("(dialog) => dialog.outerHTML")
    signs = ("data-key", "data-say", "data-mark", "data-missed", "Good choice", "Look again", "✓", "↻")
    return [sign for sign in (*signs, "Reason ", "Other ", "Missed ", "Asking is good") if sign in tree]


def test_the_board_holds_no_answer_before_the_reasons_are_shown(page: Page, every_type: str) -> None:
    page.goto(every_type)
    come_near(page)
    # A quiz that was answered has marks and reasons in the page.
    page.locator("label", has_text="kit7").click()
    page.locator('[data-part="check"]').first.click()
    expect(page.locator(".quiz__mark")).to_have_text("Look again")
    page.get_by_role("button", name="Class board").click()
    for _ in range(STOPS):
        assert not gives_away(page), f"{heading(page).inner_text()}: the board holds {gives_away(page)}"
        page.keyboard.press("PageDown")
    expect(heading(page)).to_have_text("All the votes: Every type")
    assert not gives_away(page)


def test_the_reasons_tell_each_choice_by_word_and_shape(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    told = {"yes": "Good choice ✓", "may": "Good choice ✓", "no": "Look again ↻"}
    for _ in range(STOPS - 1):
        where = heading(page).inner_text()
        part(page, "reveal").click()
        question = heading(page).locator(".board__text").inner_text()
        about = page.locator("dialog .board__about")
        thing = about.inner_text().strip() if about.count() else ""
        answers = page.evaluate(PAGES_ANSWERS, {"question": question, "thing": thing})
        assert len(answers) == part(page, "row").count() > 2
        said: set[str] = set()
        for row, answer in zip(part(page, "row").all(), answers, strict=True):
            shown = " ".join(row.inner_text().split())
            if answer["key"] == "unsure":
                assert not any(mark in shown for mark in told.values()), f"{where}: {shown}"
            else:
                assert told[answer["key"]] in shown, f"{where}: {shown}"
            assert (answer["reason"] in shown) == (answer["reason"] not in said), f"{where}: {shown}"
            said.add(answer["reason"])
        part(page, "reveal").click()
        assert not gives_away(page)
        page.keyboard.press("ArrowRight")
    expect(heading(page)).to_contain_text(STORY["text"])


def test_a_question_of_many_parts_is_asked_one_thing_at_a_time(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    go_to(page, "part 1 of 2")
    expect(page.locator("dialog .board__about")).to_have_text("A tree")
    expect(page.locator("dialog .board__about svg")).to_have_count(1)
    assert choices(page) == ["Fine to show", "Keep private", "I’m not sure"]
    vote(page, 0, 4)
    page.keyboard.press("ArrowRight")
    expect(page.locator("dialog .board__about")).to_have_text("A school")
    assert counts(page) == ["0", "0", "0"]
    page.keyboard.press("ArrowRight")
    assert choices(page) == ["1", "2", "3", "I’m not sure"]
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert counts(page) == ["4", "0", "0"]


def test_a_story_goes_where_the_class_chooses(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    go_to(page, STORY["text"])
    expect(page.locator("dialog .board__about")).to_have_text("A message asks for a password.")
    assert choices(page) == ["Type it in", "Show Gran"]
    expect(part(page, "reveal")).to_be_hidden()
    vote(page, 0, 5)
    page.get_by_role("button", name="Go: Type it in").click()
    expect(heading(page)).to_be_focused()
    assert choices(page) == ["Tell Gran now", "Wait until later"]
    page.get_by_role("button", name="Go: Tell Gran now").click()
    expect(part(page, "main")).to_contain_text("Gran helps.")
    expect(part(page, "main")).to_contain_text("The end.")
    page.keyboard.press("ArrowLeft")
    assert choices(page) == ["Tell Gran now", "Wait until later"]
    part(page, "next").click()
    expect(page.locator("dialog caption").last).to_contain_text("A message asks for a password.")
    assert "The page goes blank." not in part(page, "main").inner_text(), "A scene without votes is in the summary"


def test_before_and_after_are_counted_apart_and_shown_side_by_side(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    before, after = part(page, "set").all()
    expect(before).to_have_attribute("aria-pressed", "true")
    vote(page, 0, 8)
    vote(page, 1, 2)
    part(page, "reveal").click()
    after.click()
    expect(after).to_have_attribute("aria-pressed", "true")
    expect(before).to_have_attribute("aria-pressed", "false")
    assert counts(page) == ["0", "0", "0", "0"]
    assert not gives_away(page), "The reasons of “Before” are shown in “After”"
    vote(page, 1, 10)
    go_to(page, "All the votes: Every type")
    assert rows(page)[:2] == [["kit7", "8", "0"], ["lamp river cactus", "2", "10"]]
    assert rows(page)[2:] == [["p@ss", "0", "0"], ["I’m not sure", "0", "0"]]
    assert widths(page)[:6] == ["80%", "0%", "20%", "100%", "0%", "0%"]
    expect(page.locator("dialog table")).to_have_count(STOPS - 1)
    shapes = part(page, "bar").evaluate_all("(bars) => bars.map((bar) => getComputedStyle(bar).borderTopStyle)")
    assert shapes[0] != shapes[1], "Before and after differ in nothing but their place"
    page.keyboard.press("PageDown")  # the tables are longer than the screen
    expect(heading(page)).to_have_text("All the votes: Every type")
    assert not heading_is_seen(page)
    page.keyboard.press("PageUp")
    expect(heading(page)).to_have_text("All the votes: Every type")
    assert heading_is_seen(page)
    page.keyboard.press("PageUp")
    expect(heading(page)).to_contain_text("9 of 9")


def test_reasons_below_the_edge_are_read_before_the_next_question_comes(page: Page, every_type: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 560})
    open_board(page, every_type)
    part(page, "reveal").click()
    assert not page.evaluate(TOO_SMALL_TO_READ.replace("< 36", "< 28"))
    last = page.locator("dialog .board__reason").last
    edge = part(page, "main").bounding_box()
    assert edge

    def below() -> float:
        box = last.bounding_box()
        assert box
        return box["y"] + box["height"] - edge["y"] - edge["height"]

    assert below() > 0
    presses = 0
    while below() > 0:
        page.keyboard.press("PageDown")
        presses += 1
        expect(heading(page)).to_contain_text("1 of 9")
    assert presses < 5
    page.keyboard.press("PageDown")
    expect(heading(page)).to_contain_text("2 of 9")


def test_paper_gets_all_the_votes_and_nothing_else(page: Page, every_type: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true; };")
    open_board(page, every_type)
    vote(page, 1, 3)
    go_to(page, "All the votes: Every type")
    part(page, "print").click()
    assert page.evaluate("() => window.printed")
    page.emulate_media(media="print")
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('beforeprint')); }")
    words = " ".join(page.locator("body").inner_text().split())
    assert words.startswith("All the votes: Every type 1 of 9 Which password is the strongest?")
    assert words.count("All the votes") == 1
    assert words.count("Choice Before After") == STOPS - 1
    assert "lamp river cactus 3 0" in words
    for other in ("Clear the counts", "Who can I tell?", "Back"):
        assert other not in words
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".board__paper")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert "Who can I tell?" in page.locator("body").inner_text(), "The page itself is no longer printed"


def test_the_board_asks_for_three_files_and_then_nothing(page: Page, base_url: str, entry: Entry) -> None:
    watch = Watch(page, base_url)
    page.goto(learners_page(entry))
    come_near(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.get_by_role("button", name="Class board").click()
    expect(heading(page)).to_be_focused()
    assert sorted(name for name in asked if name != ICON) == ["board.css", "board.js", "full-screen.js"]
    vote(page, 0, 2)
    part(page, "reveal").click()
    go_to(page, "All the votes")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    page.get_by_role("button", name="Class board").click()
    expect(heading(page)).to_be_focused()
    assert sorted(name for name in asked if name != ICON) == ["board.css", "board.js", "full-screen.js"]
    watch.look_for_anything_kept()
    assert not watch.faults, "\n".join(watch.faults)


def test_counts_are_there_after_closing_and_gone_after_a_reload(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    vote(page, 0, 2)
    part(page, "reveal").click()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    page.get_by_role("button", name="Class board").click()
    expect(heading(page)).to_be_focused()
    assert counts(page)[0] == "2"
    page.reload()
    expect(page.locator("dialog")).to_have_count(0)
    page.get_by_role("button", name="Class board").click()
    expect(heading(page)).to_contain_text("1 of 9")
    assert counts(page) == ["0", "0", "0", "0"]
    assert not gives_away(page)
    assert page.evaluate(KEPT) == [0, 0, 0]


def test_counts_are_gone_from_a_page_out_of_the_browsers_memory(
    browser_type: BrowserType, whole_browser_launch_args: dict[str, Any], base_url: str, entry: Entry
) -> None:
    # Playwright switches off the memory that keeps whole pages for "back"; readers' browsers have it.
    browser = browser_type.launch(**whole_browser_launch_args, ignore_default_args=["--disable-back-forward-cache"])
    try:
        page = browser.new_page(base_url=base_url)
        page.set_default_timeout(10_000)
        # A wake lock or a full screen would keep the page out of that memory.
        page.add_init_script("delete Navigator.prototype.wakeLock; delete Element.prototype.requestFullscreen;")
        open_board(page, learners_page(entry))
        vote(page, 0, 3)
        page.evaluate("() => { window.sameDocument = true; }")
        page.goto("help/children.html")
        page.go_back(wait_until="commit")  # a page out of the memory is not loaded again
        assert page.evaluate("() => window.sameDocument"), "The page did not come out of the browser's memory"
        expect(page.locator("dialog")).to_have_count(0)
        page.get_by_role("button", name="Class board").click()
        expect(heading(page)).to_contain_text("1 of")
        assert set(counts(page)) == {"0"}
    finally:
        browser.close()


def test_it_opens_where_full_screen_and_wake_lock_are_refused(page: Page, base_url: str, every_type: str) -> None:
    watch = Watch(page, base_url)
    page.add_init_script(
        "Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'));"
        "Object.defineProperty(navigator, 'wakeLock', { value: { request: () => Promise.reject(new Error('no')) } });"
    )
    open_board(page, every_type)
    page.keyboard.press("PageDown")
    expect(heading(page)).to_contain_text("2 of 9")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Class board")).to_be_focused()
    assert not watch.faults, "\n".join(watch.faults)


def test_the_screen_stays_awake_while_the_board_is_open(page: Page, every_type: str) -> None:
    page.add_init_script(
        "window.locks = { asked: 0, held: 0 };"
        "Object.defineProperty(navigator, 'wakeLock', { value: { request: async (kind) => {"
        " locks.asked += kind === 'screen'; locks.held += 1;"
        " return { release: async () => { locks.held -= 1; } }; } } });"
    )
    hide = "(hidden) => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
    hide += " locks.held = hidden ? 0 : locks.held; document.dispatchEvent(new Event('visibilitychange')); }"
    page.goto(every_type)
    assert page.evaluate("() => locks.asked") == 0
    page.get_by_role("button", name="Class board").click()
    expect(heading(page)).to_be_focused()
    assert page.evaluate("() => [locks.asked, locks.held]") == [1, 1]
    page.evaluate(hide, True)
    assert page.evaluate("() => locks.asked") == 1
    page.evaluate(hide, False)
    assert page.evaluate("() => [locks.asked, locks.held]") == [2, 1]
    page.keyboard.press("Escape")
    page.wait_for_function("() => locks.held === 0")
    page.evaluate(hide, False)
    assert page.evaluate("() => locks.asked") == 2


def test_it_works_from_a_disk(page: Page, site: Path, entry: Entry) -> None:
    open_board(page, (site / lesson_file(entry)).as_uri() + "#whole")
    vote(page, 1, 2)
    part(page, "reveal").click()
    expect(part(page, "row").first).to_contain_text(entry.quiz.questions[0].choices[0].feedback)  # type: ignore[union-attr]


def small_words(page: Page) -> list[str]:
    """Name the words below 36 pixels on any screen of the open board, reasons included."""
    found = []
    for _ in range(STOPS + 1):
        if part(page, "reveal").is_visible():
            part(page, "reveal").click()
        found += [f"{heading(page).inner_text()}: {small}" for small in page.evaluate(TOO_SMALL_TO_READ)]
        page.keyboard.press("PageDown")
    expect(heading(page)).to_contain_text("All the votes")
    return found


def test_every_word_is_36_pixels_or_more_on_a_whiteboard(page: Page, every_type: str) -> None:
    page.set_viewport_size(WHITEBOARD)  # type: ignore[arg-type]
    open_board(page, every_type)
    small = small_words(page)
    assert not small, "\n".join(small)


def test_the_board_is_as_good_on_an_adults_page(page: Page, adults_page: str) -> None:
    page.set_viewport_size(WHITEBOARD)  # type: ignore[arg-type]
    open_board(page, adults_page)
    found = [*page.evaluate(TOO_SMALL_TO_PRESS), *page.evaluate(SIDEWAYS), *violations(page, "board, adults")]
    found += small_words(page)
    found += violations(page, "board, adults, all the votes")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720), (360, 740), (320, 640)])
def test_buttons_are_large_and_nothing_sticks_out(page: Page, every_type: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_board(page, every_type)
    vote(page, 0, 1)
    for _ in range(STOPS + 1):
        if part(page, "reveal").is_visible():
            part(page, "reveal").click()
        wrong = [*page.evaluate(TOO_SMALL_TO_PRESS), *page.evaluate(SIDEWAYS)]
        assert not wrong, f"{heading(page).inner_text()} at {width} px: {wrong}"
        if part(page, "next").is_visible():
            part(page, "next").click()
    expect(heading(page)).to_contain_text("All the votes")


def test_next_back_before_and_close_are_in_the_corners(page: Page, every_type: str) -> None:
    page.set_viewport_size(WHITEBOARD)  # type: ignore[arg-type]
    open_board(page, every_type)
    page.keyboard.press("PageDown")
    near = 24  # pixels from each edge
    for name, x, y in (("next", 1920, 1080), ("back", 0, 1080), ("set", 0, 0), ("close", 1920, 0)):
        box = part(page, name).first.bounding_box()
        assert box
        across = box["x"] if x == 0 else x - box["x"] - box["width"]
        down = box["y"] if y == 0 else y - box["y"] - box["height"]
        assert max(across, down) < near, f"{name} is {across} and {down} pixels from its corner"


def test_a_choice_fits_the_whiteboard_without_scrolling(page: Page, every_type: str) -> None:
    page.set_viewport_size(WHITEBOARD)  # type: ignore[arg-type]
    open_board(page, every_type)
    for _ in range(STOPS):
        over = part(page, "main").evaluate("(main) => main.scrollHeight - main.clientHeight")
        assert over <= 0, f"{heading(page).inner_text()}: {over} pixels are below the edge"
        page.keyboard.press("PageDown")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_bars_grow_quickly_or_at_once(page: Page, every_type: str, motion: Any) -> None:
    page.emulate_media(reduced_motion=motion)
    open_board(page, every_type)
    seconds = part(page, "bar").first.evaluate("(bar) => parseFloat(getComputedStyle(bar).transitionDuration)")
    assert seconds == (0 if motion == "reduce" else 0.15)


def test_bars_are_seen_in_forced_colours(page: Page, every_type: str) -> None:
    page.emulate_media(forced_colors="active")
    open_board(page, every_type)
    vote(page, 0, 1)
    colour, height, behind = part(page, "bar").first.evaluate(
        "(bar) => [getComputedStyle(bar).borderTopColor, parseFloat(getComputedStyle(bar).borderTopWidth),"
        " getComputedStyle(bar.closest('dialog').firstChild).backgroundColor]"
    )
    assert height > 8, "The bar is not drawn by its border, and other colours are taken away"
    assert colour != behind


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (360, 740)])
def test_axe_finds_nothing_on_the_board(page: Page, every_type: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_board(page, every_type)
    vote(page, 0, 2)
    found = violations(page, "board, question")
    part(page, "reveal").click()
    found += violations(page, "board, reasons")
    for words in ("A tree", STORY["text"], "All the votes: Every type"):
        go_to(page, words)
        found += violations(page, f"board, {words}")
    assert not found, "\n".join(found)


def test_axe_looks_into_the_board(page: Page, every_type: str) -> None:
    open_board(page, every_type)
    part(page, "more").first.evaluate("(button) => { button.ariaLabel = ''; button.textContent = ''; }")
    assert any("button-name" in line for line in violations(page, "broken"))


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("javascripts/board.js", 4000),
        ("javascripts/full-screen.js", 400),
        ("stylesheets/board.css", 1700),
        ("javascripts/board-cards.js", 1300),
        ("stylesheets/board-cards.css", 1300),
    ],
)
def test_the_board_is_light(root: Path, path: str, most: int) -> None:
    text = (root / "docs" / "assets" / path).read_text(encoding="utf-8")
    size = len(gzip.compress((lighter(text) if path.endswith(".js") else text).encode()))
    assert size <= most, f"{path} is {size} bytes with gzip; {most} is the most"


# The youngest: choices are cards, the class taps one, and the friend says why.

VOICE = """Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), {
  getVoices: () => [{ name: "A voice", lang: "en-GB", localService: true, default: true }],
  speak: ({ text }) => { if (text) (window.said = window.said || []).push(text); },
  cancel: () => {} }) });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };"""

# Each card with its picture, its words and its ear: their boxes, and whether something is cut off.
CARDS = """() => {
  const main = document.querySelector('dialog [data-part="main"]');
  const box = (one) => one.getBoundingClientRect();
  const inside = ({ left, top, right, bottom }) =>
    left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  return {
    over: [main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth],
    cards: [...main.querySelectorAll("li")].map((card) => {
      const pictures = [...card.querySelectorAll("svg")];
      const ear = card.querySelector("button.quiz__ear");
      return {
        words: card.querySelector("label").innerText.trim(),
        pictures: pictures.map((one) => Math.min(box(one).width, box(one).height)),
        whole: [card, ...pictures, ear].every((one) => one && inside(box(one))),
        ear: ear && ear.checkVisibility() ? ear.textContent : null,
        top: Math.round(box(card).top),
      };
    }),
  };
}"""


@pytest.fixture(scope="module")
def youngest(root: Path) -> list[Entry]:
    """Every lesson of the youngest, as it is asked."""
    whole = read_library(root)
    return [as_asked(whole, entry.id) for entry in whole.of_phase("early-years")]


def cards(page: Page) -> list[Locator]:
    """Find the cards on the board."""
    return page.locator('dialog [data-part="card"]').all()


def screens(page: Page, entry: Entry) -> Iterator[str]:
    """Open the board of a lesson and go through all its screens with cards; give where each is."""
    open_board(page, learners_page(entry))
    for _ in range(40):
        if page.locator("dialog").get_attribute("data-screen") != "question":
            return
        yield f"{entry.id}: {heading(page).inner_text()}"
        page.keyboard.press("PageDown")
    raise AssertionError("The board has no end")


def test_each_choice_of_the_youngest_is_a_card_with_a_large_picture_and_an_ear(
    page: Page, youngest: list[Entry]
) -> None:
    page.add_init_script(VOICE)
    page.set_viewport_size(WHITEBOARD)  # type: ignore[arg-type]
    assert len(youngest) == 9
    for entry in youngest:
        seen = 0
        for where in screens(page, entry):
            found = page.evaluate(CARDS)
            assert max(found["over"]) <= 0, f"{where}: something is cut off"
            assert 3 <= len(found["cards"]) <= 6, where
            for card in found["cards"]:
                assert len(card["pictures"]) == 1, f"{where}: {card}"
                assert card["pictures"][0] >= 300, f"{where}: {card}"
                assert card["whole"], f"{where}: {card}"
                assert card["ear"] == f"Listen: {card['words']}", f"{where}: {card}"
            rows = Counter(card["top"] for card in found["cards"])
            assert set(rows.values()) <= {2, 3}, f"{where}: {rows}"
            seen += 1
        assert seen >= len(entry.quiz.questions)


def test_the_friend_says_why_after_a_tap(page: Page, youngest: list[Entry]) -> None:
    page.set_viewport_size(WHITEBOARD)  # type: ignore[arg-type]
    for entry in youngest[:3]:
        for where in screens(page, entry):
            assert not gives_away(page), where
            why = page.locator("dialog output")
            expect(why).to_have_text("")
            question = heading(page).locator(".board__text")
            about = page.locator("dialog .board__about")
            answers = page.evaluate(
                PAGES_ANSWERS,
                {"question": question.inner_text(), "thing": about.inner_text().strip() if about.count() else ""},
            )
            assert len(cards(page)) == len(answers) > 2
            for card, answer in zip(cards(page), answers, strict=True):
                card.click()
                expect(card).to_be_focused()
                expect(card).to_have_attribute("aria-pressed", "true")
                expect(page.locator('dialog li [aria-pressed="true"]')).to_have_count(1)
                begin = {"yes": "Yes! ", "may": "Yes! ", "no": "Not yet. ", "unsure": ""}[answer["key"]]
                said = " ".join((begin + answer["reason"]).split())
                assert " ".join(why.inner_text().split()).startswith(said), f"{where}: {why.inner_text()}"
                face = why.locator(f".quiz__face--{'proud' if answer['key'] in ('yes', 'may') else 'curious'}")
                assert face.evaluate("(one) => getComputedStyle(one).display") == "inline", where
                over = page.locator('dialog [data-part="main"]').evaluate(
                    "(one) => one.scrollHeight - one.clientHeight"
                )
                assert over <= 0, f"{where}: the reason does not fit"


def test_an_ear_on_the_board_reads_its_choice_and_chooses_nothing(page: Page, youngest: list[Entry]) -> None:
    page.add_init_script(VOICE)
    open_board(page, learners_page(youngest[0]))
    words = page.locator("dialog label").nth(1).inner_text().strip()
    page.locator("dialog .quiz__ear").nth(1).click()
    page.wait_for_function("() => (window.said || []).length")
    assert page.evaluate("() => window.said") == [words]
    expect(page.locator("dialog output")).to_have_text("")
    expect(page.locator('dialog li [aria-pressed="true"]')).to_have_count(0)


def test_the_board_of_the_youngest_is_done_by_keyboard_to_its_end(page: Page, youngest: list[Entry]) -> None:
    entry = youngest[0]
    open_board(page, learners_page(entry))
    assert press(page, "Tab").words.strip() == page.locator("dialog label").first.inner_text().strip()
    page.keyboard.press("Space")
    expect(page.locator("dialog output p")).to_have_count(1)
    go_to(page, "What you can do now")
    expect(heading(page)).to_have_text("What you can do now")
    expect(heading(page)).to_be_focused()
    assert entry.quiz.can_do in part(page, "main").inner_text()
    expect(page.locator("dialog table")).to_have_count(0)
    page.keyboard.press("ArrowLeft")
    assert cards(page)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720), (768, 1024), (360, 740), (320, 640)])
def test_cards_fit_any_screen_in_width_and_can_be_pressed(
    page: Page, youngest: list[Entry], width: int, height: int
) -> None:
    page.add_init_script(VOICE)
    page.set_viewport_size({"width": width, "height": height})
    small = TOO_SMALL_TO_PRESS.replace("< 64", "< 48")
    for where in screens(page, youngest[2]):
        cards(page)[0].click()
        wrong = [*page.evaluate(small), *page.evaluate(SIDEWAYS)]
        assert not wrong, f"{where} at {width} px: {wrong}"
        box = page.locator("dialog output").bounding_box()
        assert box
        assert 0 <= box["y"] <= height - box["height"], f"{where} at {width} px: the reason is out of sight"


def test_axe_finds_nothing_on_cards(page: Page, youngest: list[Entry]) -> None:
    page.add_init_script(VOICE)
    found = []
    for where in screens(page, youngest[2]):
        cards(page)[0].click()
        found += violations(page, where)
    assert not found, "\n".join(found)
