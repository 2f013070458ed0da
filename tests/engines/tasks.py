"""What readers come for, done in a page by pressing what is to be seen there."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pypdfium2

from tests.browser.serving import served
from tests.engines.drivers import Engine, NotThereError, wait
from tests.lessons import first_with, of_age

ROOT = Path(__file__).parents[2]

LESSON = of_age("years-3-4") + "/index.html"
YOUNG = first_with('{{ scene("', "early-years") + "/index.html"
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
    of_age("years-3-4") + "/worksheet.html",
)
# Every page that is made to be printed, and on how many sheets of A4 it can be.
AGREEMENT = "parents/family-agreement.html"
PHASES = ("early-years", "years-1-2", "years-3-4", "years-5-6")
LESSONS = sorted(file.parent.relative_to(ROOT).as_posix() for file in ROOT.glob("lessons/*/*/lesson.md"))
# The oldest lets no story part; today's are held to a sheet less in tests/browser/test_print_budget.py.
WORKSHEETS = {"early-years": 2, "years-1-2": 3, "years-3-4": 3, "years-5-6": 5}
SHEETS = {
    **{f"learners/{phase}-{kind}.html": 1 for phase in PHASES for kind in ("poster", "promise")},
    **{f"{AGREEMENT}#{place}": 1 for place in ("ages-4-to-7", "ages-7-to-9", "ages-9-to-11", "bedtime-and-meals-plan")},
    AGREEMENT: 4,
    **{f"learners/{phase}-words.html": 2 if phase in PHASES[:2] else 3 for phase in PHASES},
    **{f"learners/{phase}-check-paper.html": 2 for phase in PHASES},
    "parents/print/leaflet.html": 2,
    "parents/print/newsletter.html": 2,
    "parents/print/words-for-help.html": 6,
    "policy/index.html": 6,
    **{f"{lesson}/story.html": 1 for lesson in LESSONS},
    **{f"{lesson}/teach.html": 2 for lesson in LESSONS},
    **{f"{lesson}/worksheet.html": WORKSHEETS[lesson.split("/")[1]] for lesson in LESSONS},
    **{f"{lesson}/answers.html": 4 for lesson in LESSONS},
}
LEAST_WORDS = 5
# What stands on a sheet in the margin or under all else, and is no content.
FOOT = re.compile(r"Sheet \d+ of \d+|[^\n]*[Oo]nline safety[^\n]*|Who can I tell\?\s+A grown-up at home, or[\s\S]*")
CALL = re.compile(r"\b(?:0\d{2,4}(?:[ \xa0]\d{2,6})+|999|101|111)\b")  # within a line: in a table a figure may follow
FIGURE_HEIGHT = 6.5  # points that a figure in letters of 10 points is high at least, in every font
A4_WIDTH = 595  # points
EDGE = 8  # points: nearer to the edge of a sheet printers do not print
DOTS = 2  # of a picture of a sheet, to a point
ROOM = 10 * DOTS  # dots above a line to write on that are white: 3.5 mm
DARK = re.compile(rb"[\x00-\xc8]")
LINE = re.compile(rb"[\x00-\xc8]{%d,}" % (140 * DOTS))  # 5 cm and more
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
    # Its style comes when the reader is near, and moves what is to be pressed.
    wait(engine, "[...document.styleSheets].some((sheet) => /quiz-near/.test(sheet.href))", "the style of the quiz")
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


def search_finds_what_is_typed(engine: Engine, root: str) -> None:
    """Open search on an adults' page, type what a parent types, and go to the first page that is found."""
    for width, height in (PHONE, LAPTOP):
        engine.resize(width, height)
        engine.open(root + ADULTS)
        wait(engine, shown("[data-part=search]"), "the button of search")
        engine.click("[data-part=search]")
        wait(engine, shown(".find input"), "the room to type in")
        for letter in "grooming":
            engine.press(letter)
        first = wait(engine, "(document.querySelector('.find__hits a') || {}).href", "something that is found")
        engine.click(".find__hits a")
        wait(engine, f"location.href.split('#')[0] === {first.split('#')[0]!r}", "the page that was found")
        wait(engine, shown("main h1"), "its heading")


def what_is_printed_is_whole(engine: Engine, root: str) -> None:
    """Print every page that is made for it: not too many sheets, none with next to nothing, and every number whole."""
    engine.resize(*LAPTOP)
    found = []
    counted: dict[str, list[int]] = {}
    for path, most in SHEETS.items():
        whole = "#" not in path and not path.endswith("teach.html")  # a plan prints its script when it is asked for
        engine.open(root + path)
        expected = _numbers(engine.run("return document.querySelector('main').innerText"))
        sheets = list(pypdfium2.PdfDocument(engine.pdf()))
        words = [sheet.get_textpage().get_text_range().replace("\r", "") for sheet in sheets]
        counted[path] = [len(FOOT.sub("", each).split()) for each in words]
        if len(sheets) > most:
            found.append(f"{path} takes {len(sheets)} sheets, not {most}")
        found += [
            f"{path}, sheet {number} holds only “{' '.join(words[number - 1].split())}”"
            for number, count in enumerate(counted[path], 1)
            if count < LEAST_WORDS and _rules(sheets[number - 1]) < 2
        ]
        if whole and (lost := expected - _numbers("\n".join(words))):
            found.append(f"{path} prints without {', '.join(sorted(lost))}")
        for number, sheet in enumerate(sheets, 1):
            found += [f"{path}, sheet {number}: {each}" for each in _off_the_paper(sheet)[:2]]
    print(f"    {len(counted)} pages, {sum(map(len, counted.values()))} sheets", flush=True)
    if found:
        raise AssertionError("; ".join(found))


def lines_to_write_on_are_printed(engine: Engine, root: str) -> None:
    """Print what has lines to write on, and count them on its sheets: they are drawn as backgrounds and borders."""
    engine.resize(*LAPTOP)
    engine.open(root + AGREEMENT)
    expected = engine.run(
        "return [...document.querySelectorAll('main .lines')]"
        ".reduce((sum, one) => sum + Number(one.dataset.lines || 1), 0);"
    )
    printed = sum(map(_lines, pypdfium2.PdfDocument(engine.pdf())))
    if not expected or not 0 <= printed - expected <= 1:  # the foot may have room above its line, too
        raise AssertionError(f"{AGREEMENT} prints {printed} lines to write on, not {expected}")


def _rows(sheet: pypdfium2.PdfPage) -> list[bytes]:
    """Give the rows of dots of a sheet's picture."""
    picture = sheet.render(scale=DOTS, grayscale=True)
    dots = bytes(picture.buffer)
    return [dots[place : place + picture.width] for place in range(0, len(dots), picture.stride)]


def _rules(sheet: pypdfium2.PdfPage) -> int:
    """Count what is drawn across a sheet: the foot has one line, room to write or draw has more."""
    drawn = [bool(LINE.search(row)) for row in _rows(sheet)]
    return sum(here and not above for above, here in pairwise(drawn))


def _lines(sheet: pypdfium2.PdfPage) -> int:
    """Count the lines of a sheet with room above for a hand."""
    rows = _rows(sheet)
    found = 0
    for place in range(ROOM, len(rows)):
        line = LINE.search(rows[place])
        if line and not any(DARK.search(row[slice(*line.span())]) for row in rows[place - ROOM : place]):
            found += 1
    return found


def _numbers(words: str) -> set[str]:
    return {re.sub(r"\s", "", number) for number in CALL.findall(words)}


def _off_the_paper(sheet: pypdfium2.PdfPage) -> list[str]:
    """Name what lies at the edge of a sheet or beyond, and the figures of numbers to call that are too small."""
    width, height = sheet.get_size()
    scale = min(width, height) / A4_WIDTH  # of a sheet that stands for A4
    edge = scale * EDGE
    text = sheet.get_textpage()
    words = text.get_text_range()
    found = []
    for place in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(place)
        letter = text.get_text_range(place, 1)
        if letter.strip() and (left < edge or bottom < edge or right > width - edge or top > height - edge):
            found.append(f"“{text.get_text_range(max(0, place - 12), 13)}” is off the paper")
    for number in CALL.finditer(words):
        place = words.index(number[0])
        _, bottom, _, top = text.get_charbox(place)
        if (high := (top - bottom) / scale) < FIGURE_HEIGHT:
            found.append(f"{number[0]} is printed {high:.1f} points high")
    return found


def kept(site: Path) -> Callable[[Engine, str], None]:
    """Give the task of keeping a lesson on the device; its own server is taken away under it.

    Args:
        site: the built site.
    """

    def a_kept_lesson_opens_without_the_server(engine: Engine, _: str) -> None:
        """Keep a lesson by a press; with the server gone it opens, is turned, and is no longer there once forgotten."""
        engine.resize(*LAPTOP)
        with served(site) as root:
            engine.open(f"{root}about/offline.html#{LESSON.split('/')[2]}")
            press_button(engine, "Keep on this device")
            wait(
                engine, "document.querySelector('[data-part=said]').textContent.startsWith('It’s kept')", "“It’s kept”"
            )
        engine.open(root + LESSON)
        wait(engine, "document.readyState === 'complete'", "the page")
        title = engine.run("return document.querySelector('h1').textContent.trim()")
        assert "lock" in title.lower(), f"without the server the lesson is “{title}”"
        press_button(engine, "Next page")
        engine.open(f"{root}about/offline.html")
        press_button(engine, "Forget")
        wait(engine, "document.querySelector('[data-part=now]').textContent.startsWith('Nothing is kept')", "“Nothing”")

    return a_kept_lesson_opens_without_the_server


TASKS: tuple[Callable[[Engine, str], None], ...] = (
    every_layout_loads_without_an_error,
    help_says_whom_to_call,
    the_menu_opens_on_a_phone,
    the_panel_changes_the_letters,
    pages_are_turned,
    a_quiz_says_why,
    a_class_board_opens,
    a_whiteboard_goes_on_by_keys,
    search_finds_what_is_typed,
    lines_to_write_on_are_printed,
    what_is_printed_is_whole,
)
