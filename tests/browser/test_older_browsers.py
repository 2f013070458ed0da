"""What matters works where a browser lacks what is newer: :has(), :is(), sheets on their side, windows, voices."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_families import A4, sides
from tests.browser.test_on_paper import AIDS, OPEN, SEEN
from tests.browser.test_quiet import KEPT
from tests.lessons import of_age

LESSON = of_age("years-3-4") + "/index.html#whole"
LEAFLET = "parents/print/leaflet.html"
MAP = "policy/map.html"
HELP = "help/index.html"
CALL = re.compile(r"\b(?:0\d{2,4}(?:\s\d{2,6})+|999|101)\b")

# Takes out of every style sheet the rules that an older browser drops.
DROP = """(kinds) => {
  const newer = /:(?:has|is|where|focus-visible)\\b|:not\\([^()]*,/;
  const older = (rule) => newer.test(rule.selectorText || rule.conditionText || "")
    || kinds.some((kind) => rule.constructor.name === kind);
  const go = (owner) => {
    for (let at = owner.cssRules.length - 1; at >= 0; at--) {
      const rule = owner.cssRules[at];
      if (older(rule)) owner.deleteRule(at);
      else if (rule.cssRules && rule.deleteRule) go(rule);
    }
  };
  [...document.styleSheets].forEach(go);
}"""
SUPPORTS = "CSSSupportsRule"  # leaves what stands outside @supports, which the leaflet has for WebKit
SHEETS = "CSSPageRule"
MARGIN = dict.fromkeys(("top", "right", "bottom", "left"), "12mm")


def opened_without(page: Page, path: str, *kinds: str) -> None:
    """Open a page in a browser that knows no :has(), :is() or list in :not(), and none of these kinds of rules."""
    page.goto(path)
    page.evaluate(DROP, list(kinds))


@pytest.mark.parametrize("width", [320, 768])
@pytest.mark.parametrize("path", ["parents/index.html", "policy/index.html"])
def test_the_menu_opens_and_closes_without_has(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened_without(page, path)
    menu = page.get_by_role("navigation", name="Menu")
    expect(menu).to_be_hidden()
    page.locator(".head__menu").click()
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    page.locator(".head__menu").click()
    menu.get_by_role("link", name="Policy", exact=True).click()
    page.wait_for_url("**/policy/index.html")


def test_without_has_and_without_a_script_the_menu_stands_open(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False, viewport={"width": 768, "height": 800})
    page = context.new_page()
    page.goto("parents/index.html")
    expect(page.get_by_role("navigation", name="Menu")).to_be_hidden()  # where :has() is known
    page.evaluate(DROP, [])
    expect(page.get_by_role("navigation", name="Menu")).to_be_visible()
    context.close()


EDGE = 12  # points, 4 mm: nearer to the edge of a sheet many printers do not print
FIGURE = 7  # points: the height of a figure in letters of 10 points; some browsers make smaller what is too wide


def off_the_paper(pdf: bytes) -> list[str]:
    """Name each letter of a PDF that lies at the edge of its sheet or beyond, and each figure that is too small."""
    found = []
    for number, sheet in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        width, height = sheet.get_size()
        words = sheet.get_textpage()
        for place in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(place)
            letter = words.get_text_range(place, 1)
            outside = left < EDGE or bottom < EDGE or right > width - EDGE or top > height - EDGE
            if letter.strip() and (outside or (letter.isdigit() and top - bottom < FIGURE)):
                found.append(f"sheet {number}: “{words.get_text_range(max(0, place - 9), 10)}”")
    return found


def numbers(words: str) -> set[str]:
    """Give the numbers to call, without their spaces."""
    return {re.sub(r"\s", "", number) for number in CALL.findall(words)}


@pytest.mark.parametrize("kinds", [(), (SUPPORTS, SHEETS)], ids=["a sheet on its side", "an upright sheet"])
def test_every_number_of_the_leaflet_is_on_its_paper(page: Page, kinds: tuple[str, ...]) -> None:
    opened_without(page, LEAFLET, *kinds)
    expected = numbers(page.locator(".sheet").inner_text())
    assert {"999", "101", "08001111"} <= expected
    pdf = page.pdf(format="A4", prefer_css_page_size=True, margin=MARGIN)  # type: ignore[arg-type]
    assert not off_the_paper(pdf)
    printed = "\n".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(pdf))
    assert numbers(printed) == expected
    assert {width > height for width, height in sides(pdf)} == {SHEETS not in kinds}


@pytest.mark.parametrize("style", ["position: relative; left: 60mm", "width: 297mm; max-width: none", "font-size: 8pt"])
def test_what_is_cut_off_or_made_small_would_be_found(page: Page, style: str) -> None:
    opened_without(page, LEAFLET, SUPPORTS, SHEETS)
    page.evaluate("(style) => { document.querySelector('.sheet').style.cssText = style; }", style)
    assert off_the_paper(page.pdf(format="A4", margin=MARGIN))  # type: ignore[arg-type]


def test_the_sheet_of_an_age_prints_alone_without_has(page: Page) -> None:
    opened_without(page, "parents/family-agreement.html#ages-7-to-9")
    assert len(sides(page.pdf(prefer_css_page_size=True))) == 1
    page.evaluate("() => { location.hash = ''; }")
    page.wait_for_function("() => !document.querySelector('.agreement--one')")
    assert len(sides(page.pdf(prefer_css_page_size=True))) > 1


def test_the_map_of_the_policy_lies_on_its_side_without_has(page: Page) -> None:
    opened_without(page, MAP)
    assert set(sides(page.pdf(prefer_css_page_size=True))) == {(A4[1], A4[0])}


def test_help_by_worry_is_not_printed_beside_the_whole_list_without_has(page: Page) -> None:
    opened_without(page, HELP)
    page.emulate_media(media="print")
    expect(page.locator(".worries")).to_be_hidden()
    expect(page.locator(".routes").first).to_be_visible()


def test_paper_shows_no_answer_of_a_quiz_without_is(page: Page) -> None:
    opened_without(page, LESSON)
    page.locator(".quiz__tools").first.wait_for()
    page.evaluate(OPEN)
    page.evaluate(DROP, [])
    assert page.locator(AIDS).evaluate_all(SEEN), "The screen shows them, or this test sees nothing"
    page.emulate_media(media="print")
    assert page.locator(AIDS).evaluate_all(SEEN) == []


def test_one_question_stands_on_a_page_without_has_is_or_a_list_in_not(page: Page) -> None:
    opened_without(page, LESSON.replace("#whole", "#quiz"))
    page.locator(".book--turning .question--now").wait_for()
    page.evaluate(DROP, [])
    questions = page.locator(".quiz__question")
    assert questions.count() > 3
    assert questions.locator("visible=true").count() == 1


NO_WINDOWS = "delete HTMLDialogElement.prototype.showModal"
TRIED = "a window was to open"
FAILING_WINDOWS = f"HTMLDialogElement.prototype.showModal = () => {{ console.log('{TRIED}'); throw new Error('no'); }}"


def test_without_windows_neither_whiteboard_nor_class_board_is_offered(page: Page) -> None:
    page.add_init_script(NO_WINDOWS)
    page.goto(LESSON)
    expect(page.locator('[data-part="display"]')).to_be_visible()
    expect(page.locator(".quiz__check").first).to_be_visible()
    for name in ("Whiteboard", "Class board"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)


@pytest.mark.parametrize("name", ["Whiteboard", "Class board"])
def test_a_window_that_does_not_open_leaves_the_page_and_its_keys_as_they_were(page: Page, name: str) -> None:
    page.add_init_script(FAILING_WINDOWS)
    page.goto(LESSON)
    button = page.get_by_role("button", name=name)
    for _ in range(2):
        with page.expect_event("console", lambda said: said.text == TRIED):
            button.click()
        expect(button).not_to_have_attribute("data-coming", "yes")
    assert page.locator("dialog").count() == 0
    assert page.evaluate("() => document.body.dataset.board") is None
    before = page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); return scrollY; }")
    page.keyboard.press("PageDown")
    page.wait_for_function("(before) => scrollY > before", arg=before)


ODD = {
    "null": "null",
    "undefined": "undefined",
    "no list": "{ getVoices() {}, speak() {}, cancel() {}, addEventListener() {} }",
    "an odd list": "{ getVoices() { return { length: 1 }; }, speak() {}, cancel() {}, addEventListener() {} }",
    "odd voices": "{ getVoices() { return [null, {}]; }, speak() {}, cancel() {}, addEventListener() {} }",
    "an error": "{ getVoices() { throw new Error('no'); }, speak() {}, cancel() {}, addEventListener() {} }",
    "nothing": "{}",
}


@pytest.mark.parametrize("speech", ODD.values(), ids=ODD.keys())
def test_odd_voices_take_nothing_else_with_them(page: Page, speech: str) -> None:
    page.add_init_script(f"Object.defineProperty(window, 'speechSynthesis', {{ value: {speech} }});")
    page.goto(LESSON)
    expect(page.locator('[data-part="display"]')).to_be_visible()
    page.locator('[data-part="display"] summary').click()
    page.get_by_label("Dark", exact=True).check()
    assert page.evaluate("() => document.documentElement.dataset.colours") == "dark"
    page.keyboard.press("Escape")
    for name in ("Read this to me", "Listen"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    page.get_by_role("button", name="Whiteboard").click()
    expect(page.locator(".white__stage h1")).to_be_visible()


@pytest.mark.parametrize("part", ["display", "whiteboard", "search", "body"])
def test_one_part_that_fails_takes_no_other_with_it(page: Page, part: str) -> None:
    # Each part listens for a press; where that fails, it is as if its own code failed.
    page.add_init_script(
        f"""const listen = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (kind, ...others) {{
          const its = this.dataset ? this.dataset.part || this.localName : "";
          if (kind === "click" && its === "{part}") throw new Error("no");
          return listen.call(this, kind, ...others);
        }};"""
    )
    page.goto(LESSON)
    others = {"display": '[data-part="display"]', "whiteboard": '[data-part="whiteboard"]'}
    others.pop(part, None)
    for other in others.values():
        expect(page.locator(other)).to_be_visible()
    expect(page.get_by_role("button", name="Class board")).to_be_visible()
    expect(page.get_by_role("button", name="Show one page at a time")).to_be_visible()


def test_where_the_scripts_do_not_come_a_page_is_what_it_is_without_them(page: Page) -> None:
    page.route("**/*.js", lambda route: route.abort())
    page.goto(LESSON)
    for seen in (page.locator(".spread"), page.get_by_text("Answers and reasons")):
        assert seen.count() == seen.locator("visible=true").count() > 3
    page.set_viewport_size({"width": 768, "height": 800})
    page.goto("parents/index.html")
    menu = page.get_by_role("navigation", name="Menu")
    expect(menu).to_be_hidden()
    page.locator(".head__menu").click()
    expect(menu).to_be_visible()
    page.get_by_role("link", name="Search").first.click()
    page.wait_for_url("**/about/a-z.html")


LATE = "It didn’t come. Check the internet and press again."
FETCHED = {
    "Whiteboard": (("whiteboard.css", "full-screen.js", "whiteboard.js"), ".white__stage h1"),
    "Class board": (("board.css", "full-screen.js", "board.js"), ".board__title"),
}


@pytest.mark.parametrize(("name", "file"), [(name, file) for name, (files, _) in FETCHED.items() for file in files])
def test_what_did_not_come_once_is_asked_for_at_the_next_press_and_it_says_so(page: Page, name: str, file: str) -> None:
    page.goto(LESSON)
    page.route(f"**/{file}", lambda route: route.abort())
    button = page.get_by_role("button", name=name)
    said = page.get_by_role("status").filter(has_text=LATE)
    for _ in range(2):
        button.click()
        expect(said).to_be_visible()
    assert page.locator("dialog").count() == 0
    page.unroute(f"**/{file}")
    button.evaluate("(button) => { button.click(); button.click(); }")
    expect(page.locator(FETCHED[name][1]).first).to_be_visible()
    assert page.locator("dialog").count() == 1
    expect(said).to_have_count(0)
    # It has its style: it fills the screen.
    assert page.locator("dialog").bounding_box() == {"x": 0, "y": 0, **(page.viewport_size or {})}
    assert page.evaluate(KEPT) == [0, 0, 0]


def test_reading_aloud_that_did_not_come_says_so_and_comes_at_the_next_press(page: Page) -> None:
    page.add_init_script(
        """const voice = { lang: "en-GB", localService: true, default: true, name: "Ann" };
        window.heard = [];
        window.SpeechSynthesisUtterance = function (text) { this.text = text; };
        Object.defineProperty(window, "speechSynthesis", { value: {
          getVoices: () => [voice], addEventListener() {}, cancel() {},
          speak(one) { heard.push(one.text); },
        } });"""
    )
    page.goto(LESSON)
    page.route("**/read-aloud.js", lambda route: route.abort())
    button = page.get_by_role("button", name="Read this to me").first
    said = page.get_by_role("status").filter(has_text=LATE)
    button.click()
    expect(said).to_be_visible()
    page.unroute("**/read-aloud.js")
    button.click()
    page.wait_for_function("() => heard.some(Boolean)")
    expect(said).to_have_count(0)


def test_search_that_did_not_come_says_so_and_comes_at_the_next_press(page: Page) -> None:
    page.goto("parents/index.html")
    late = page.get_by_role("status").filter(has_text=LATE)
    for file in ("search.js", "search-index.js"):
        page.route(f"**/{file}", lambda route: route.abort())
    page.locator("[data-part=search]").click()
    expect(late).to_be_visible()
    page.unroute("**/search.js")
    page.locator("[data-part=search]").click()
    expect(late).to_be_visible()
    page.get_by_label("What are you looking for?").fill("password")
    page.unroute("**/search-index.js")
    page.get_by_role("button", name="Search", exact=True).last.click()
    expect(page.locator(".find__hits a").first).to_be_visible()
    expect(late).to_have_count(0)


def test_the_sheets_rules_are_really_taken_out(page: Page) -> None:
    page.goto(LEAFLET)
    count: Any = page.evaluate("() => [...document.styleSheets].map((sheet) => sheet.cssText || sheet.cssRules.length)")
    page.evaluate(DROP, [SUPPORTS, SHEETS])
    after = page.evaluate("() => [...document.styleSheets].map((sheet) => sheet.cssText || sheet.cssRules.length)")
    assert after != count
