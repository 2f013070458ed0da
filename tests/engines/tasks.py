"""What readers come for, done in a page by pressing what is to be seen there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pypdfium2

from tests.engines.drivers import Engine, NotThereError, wait

LESSON = "lessons/years-3-4/three-word-locks/index.html"
YOUNG = "lessons/early-years/people-i-know/index.html"
ADULTS = "parents/index.html"
LAYOUTS = (
    "index.html",
    "help/index.html",
    "learners/years-1-2.html",
    LESSON,
    YOUNG,
    ADULTS,
    "policy/index.html",
    "teachers/index.html",
    "lessons/years-3-4/three-word-locks/worksheet.html",
)
# How many sheets of A4 what is printed most may take, and how many letters of words its last one holds at least.
AGREEMENT = "parents/family-agreement.html"
SHEETS = {
    "learners/early-years-poster.html": 1,
    "learners/years-5-6-poster.html": 1,
    "learners/years-1-2-promise.html": 1,
    "lessons/years-3-4/three-word-locks/story.html": 1,
    f"{AGREEMENT}#ages-4-to-7": 1,
    f"{AGREEMENT}#ages-9-to-11": 1,
    "parents/print/leaflet.html": 2,
    "parents/print/words-for-help.html": 6,
    "lessons/years-3-4/three-word-locks/teach.html": 2,
    "lessons/years-3-4/three-word-locks/worksheet.html": 3,
    "policy/index.html": 7,
}
LEAST_WORDS = 20
CALL = re.compile(r"\b(?:0\d{2,4}(?:\s\d{2,6})+|999|101|111)\b")
FIGURE_HEIGHT = 6.5  # points that a figure in letters of 10 points is high at least, in every font
EDGE = 8  # points: nearer to the edge of a sheet printers do not print
PHONE = (360, 740)
LAPTOP = (1280, 800)
BOARD = (1920, 1080)

# Whether an element is on the screen. `checkVisibility` is of 2022; since then what is folded away may have boxes.
SHOWN = (
    "((one) => !!one && one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible'"
    " && (!one.checkVisibility || one.checkVisibility()))"
)


def shown(selector: str) -> str:
    """Give an expression that says whether the first element of a selector is to be seen."""
    return f"{SHOWN}(document.querySelector({selector!r}))"


def press_button(engine: Engine, words: str) -> None:
    """Press the button that has these words, once it is there.

    Args:
        engine: the browser.
        words: what the button says, or its `aria-label`.
    """
    find = (
        f"[...document.querySelectorAll('button, summary')].filter({SHOWN}).find((one) => "
        f"(one.getAttribute('aria-label') || one.textContent).trim() === {words!r})"
    )
    wait(engine, f"!!{find}", f"the button “{words}”")
    engine.run(f"{find}.setAttribute('data-press', 'it');")
    engine.click("[data-press]")
    engine.run("const one = document.querySelector('[data-press]'); if (one) one.removeAttribute('data-press');")


def every_layout_loads_without_an_error(engine: Engine, root: str) -> None:
    """Open a page of each layout at two widths: no script fails, and nothing scrolls sideways."""
    found = []
    for width, height in (PHONE, LAPTOP):
        engine.resize(width, height)
        for path in LAYOUTS:
            engine.open(root + path)
            wait(engine, "document.readyState === 'complete'", path)
            found += [f"{path}: {each}" for each in engine.run("return window.pageErrors")]
            over = engine.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if over > 1:
                found.append(f"{path} is {over} px wider than {engine.run('return innerWidth')} px")
    if found:
        raise AssertionError("; ".join(found))


def a_quiz_says_why(engine: Engine, root: str) -> None:
    """Answer a question not yet right, then right, and read a reason after each."""
    engine.resize(*PHONE)
    engine.open(f"{root}{LESSON}#whole")
    form = '[data-part="question"]'
    engine.run(f"document.querySelector({form!r}).scrollIntoView();")
    for key, said in (("no", "Not yet"), ("yes", "Yes")):
        wait(engine, shown(f"{form} .quiz__check"), "the button “Check”")
        name = engine.run(f"return document.querySelector('{form} [data-key=\"{key}\"]:not([data-unsure])').id")
        engine.click(f'label[for="{name}"]')
        engine.click(f"{form} .quiz__check")
        words = wait(engine, f"(document.querySelector('{form} .quiz__result') || {{}}).textContent", "an answer")
        if said not in words or len(words) < len(said) + 20:
            raise AssertionError(f"a choice that is “{key}” was answered with “{words}”")


def pages_are_turned(engine: Engine, root: str) -> None:
    """Turn a young learner's pages by button and key."""
    engine.resize(*PHONE)
    engine.open(root + YOUNG)
    alone = "{} && !{}".format
    press_button(engine, "Next page")
    wait(engine, alone(shown("#page-2"), shown("#page-1")), "page 2 alone")
    engine.press("ArrowRight")
    wait(engine, alone(shown("#page-3"), shown("#page-2")), "page 3 alone")
    press_button(engine, "Back a page")
    wait(engine, shown("#page-2"), "page 2")


def a_whiteboard_goes_on_by_keys(engine: Engine, root: str) -> None:
    """Open the whiteboard where it is offered, go on and back by keys, and leave it by Escape."""
    engine.resize(*BOARD)
    engine.open(root + LESSON)
    if not engine.run("return 'showModal' in HTMLDialogElement.prototype"):
        raise AssertionError("has no windows, and the button should not be offered")
    press_button(engine, "Whiteboard")
    place = "(document.querySelector('.white__place') || {}).textContent || ''"
    wait(engine, f"({place}).startsWith('1 of ')", "the first step")
    engine.press("ArrowRight")
    wait(engine, f"({place}).startsWith('2 of ')", "the second step")
    cut = engine.run(
        "const stage = document.querySelector('.white__stage').getBoundingClientRect();"
        "return [...document.querySelectorAll('.white__stage *')].some((one) => "
        "one.getBoundingClientRect().right > stage.right + 2)"
    )
    if cut:
        raise AssertionError("something stands beside the board")
    engine.press("ArrowLeft")
    wait(engine, f"({place}).startsWith('1 of ')", "the first step again")
    engine.press("Escape")
    wait(engine, "!document.querySelector('dialog[open]')", "the page behind the board")


def a_class_board_opens(engine: Engine, root: str) -> None:
    """Open the class board of a quiz, and leave it."""
    engine.resize(*BOARD)
    engine.open(f"{root}{LESSON}#whole")
    press_button(engine, "Class board")
    wait(engine, shown("dialog[open] h2, dialog[open] legend, dialog[open] h1"), "a question on the board")
    engine.press("Escape")
    wait(engine, "!document.querySelector('dialog[open]')", "the page behind the board")


def the_menu_opens_on_a_phone(engine: Engine, root: str) -> None:
    """Open the menu of an adults' page on a phone, and follow it to the policy."""
    engine.resize(*PHONE)
    engine.open(root + ADULTS)
    if engine.run(f"return {shown('.menu')}"):
        raise AssertionError("the menu stands open before it is asked for")
    engine.click("[for=drawer], button[aria-controls=menu]")
    wait(engine, shown(".menu"), "the menu")
    engine.press("Escape")
    wait(engine, f"!{shown('.menu')}", "the page behind the menu")


def the_panel_changes_the_letters(engine: Engine, root: str) -> None:
    """Open the display panel on a learner's and an adults' page, make the letters larger, and close it by Escape."""
    engine.resize(*PHONE)
    for path in (LESSON, ADULTS):
        engine.open(root + path)
        wait(engine, shown('[data-part="display"] summary'), "the button “Aa”")
        before = engine.run("return parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
        engine.click('[data-part="display"] summary')
        wait(engine, shown(".display__panel"), "the panel")
        engine.click('.display__panel input[name="size"][value="3"]')
        after = engine.run("return parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
        if after <= before * 1.2:
            raise AssertionError(f"“Largest” makes letters of {before} px {after} px")
        box = engine.run(
            "const {left, right} = document.querySelector('.display__panel').getBoundingClientRect();"
            "return [left, innerWidth - right]"
        )
        if min(box) < 0:
            raise AssertionError(f"the panel is cut off on {path}: {box}")
        engine.press("Escape")
        wait(engine, f"!{shown('.display__panel')}", "the page behind the panel")


def help_says_whom_to_call(engine: Engine, root: str) -> None:
    """Find on the help page, on a phone, the numbers that anyone may need at night."""
    engine.resize(*PHONE)
    engine.open(f"{root}help/index.html")
    for number in ("999", "08001111", "101"):
        if not engine.run(f"return [...document.querySelectorAll('a[href=\"tel:{number}\"]')].some({SHOWN})"):
            raise NotThereError(f"a link that calls {number}")


def what_is_printed_is_whole(engine: Engine, root: str) -> None:
    """Print each kind of sheet: not too many, none with next to nothing, every number whole and to be read."""
    engine.resize(*LAPTOP)
    found = []
    for path, most in SHEETS.items():
        engine.open(root + path)
        expected = _numbers(engine.run("return document.querySelector('main').innerText"))
        sheets = list(pypdfium2.PdfDocument(engine.pdf()))
        words = [sheet.get_textpage().get_text_range() for sheet in sheets]
        if len(sheets) > most:
            found.append(f"{path} takes {len(sheets)} sheets, not {most}")
        found += [
            f"{path}, sheet {number} holds only “{' '.join(each.split())}”"
            for number, each in enumerate(words, 1)
            if len(each.split()) < LEAST_WORDS
        ]
        if "#" not in path and (lost := expected - _numbers("\n".join(words))):
            found.append(f"{path} prints without {', '.join(sorted(lost))}")
        for number, sheet in enumerate(sheets, 1):
            found += [f"{path}, sheet {number}: {each}" for each in _off_the_paper(sheet)[:2]]
    if found:
        raise AssertionError("; ".join(found))


def _numbers(words: str) -> set[str]:
    return {re.sub(r"\s", "", number) for number in CALL.findall(words)}


def _off_the_paper(sheet: pypdfium2.PdfPage) -> list[str]:
    """Name what lies at the edge of a sheet or beyond, and the figures of numbers to call that are too small."""
    width, height = sheet.get_size()
    text = sheet.get_textpage()
    words = text.get_text_range()
    found = []
    for place in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(place)
        letter = text.get_text_range(place, 1)
        if letter.strip() and (left < EDGE or bottom < EDGE or right > width - EDGE or top > height - EDGE):
            found.append(f"“{text.get_text_range(max(0, place - 12), 13)}” is off the paper")
    for number in CALL.finditer(words):
        place = words.index(number[0])
        _, bottom, _, top = text.get_charbox(place)
        if top - bottom < FIGURE_HEIGHT:
            found.append(f"{number[0]} is printed {top - bottom:.1f} points high")
    return found


TASKS: tuple[Callable[[Engine, str], None], ...] = (
    every_layout_loads_without_an_error,
    help_says_whom_to_call,
    the_menu_opens_on_a_phone,
    the_panel_changes_the_letters,
    pages_are_turned,
    a_quiz_says_why,
    a_class_board_opens,
    a_whiteboard_goes_on_by_keys,
    what_is_printed_is_whole,
)
