"""A question or a step is read aloud only when asked for, only by a voice on the device, and stops at once."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from macros.finish.building import build_site
from macros.finish.scripts import lighter
from tests.browser.quizzes import come_near
from tests.browser.serving import served
from tests.copying import copy_project, count_no_habits, thin_out
from tests.lesson_head import with_questions

LESSON = "three-word-locks"
QUIZ = """
title: Three-word locks
can_do: You can build a strong password.
at_home: Check one app with a grown-up.

questions:
  - id: who
    type: choose-one
    text: Kit has a new password. Who may *know* it?
    hint: Who looks after Kit?
    topics: [safe-passwords]
    choices:
      - text: Best friends
        feedback: Friends share a lot. A friend does not need this.
      - text: The grown-ups who look after Kit
        correct: yes
        feedback: They keep Kit safe.

  - id: fine
    type: sort
    text: What is fine to show?
    hint: Does it show where Kit is?
    topics: [personal-details]
    groups:
      - {id: fine, text: Fine to show}
      - {id: private, text: Keep private}
    items:
      - {text: A drawing, group: fine, feedback: It shows nothing of Kit., not_yet: A drawing does not show who Kit is.}
      - {text: A front door, group: private, feedback: It can show the street., not_yet: Look at the door number.}

  - id: gap
    type: fill-the-gap
    text: Fill each gap.
    hint: Read the whole sentence first.
    topics: [safe-passwords]
    sentences:
      - {text: "A password is like a ___.", answer: key, feedback: It opens an account., not_yet: Think of a door.}
    spare_words: [game]

  - id: adventure
    type: story
    text: "The odd message: you choose."
    hint: Who could help?
    scenes:
      - id: start
        text: A message comes. Kit stops to think.
        choices:
          - {text: Show a grown-up, to: tell}
          - {text: Wait a while, to: wait}
      - id: wait
        text: The odd feeling is still there.
        choices:
          - {text: Show a grown-up now, to: tell}
          - {text: Read it again, to: start}
      - id: tell
        text: Gran helps. All is well.
        helper: yes
        ending: yes
"""

# The first step of that lesson: all that a step may hold.
STEP = """
{{ picture("symbols/camera") }}

Kit has a **new app**. Is it
good? *Kit* asks.

- Kit draws.
- **Gran** looks.

| Who sees it? | Kit chooses |
| --- | --- |
| My profile | People I know |

!!! word "lock" padlock
    It keeps a door shut.

!!! teacher "Say"
    "Only the teacher says this."

!!! teacher "How"
    Two minutes with a partner.

"""

# In place of the browser's own voices: it notes what it is given, and a sentence ends when the test says so.
# As in a browser, the events of what was cancelled come late; "late" sends them, both of them for good measure.
STAND_IN = """(() => {
  let voices = VOICES;
  let queue = [];
  let cancelled = [];
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (utterance) => {
      if (!utterance.text) return; // nothing to say: it is over at once
      queue.push(utterance);
      window.standIn.spoken.push(utterance.text);
      window.standIn.told.push([utterance.voice.name, utterance.lang, utterance.rate]);
    },
    cancel: () => {
      cancelled = cancelled.concat(queue);
      queue = [];
    },
  });
  const tell = (utterance, name) => utterance["on" + name] && utterance["on" + name](new Event(name));
  class Utterance {
    constructor(text) { this.text = text; }
  }
  window.standIn = {
    spoken: [],
    told: [],
    silent: () => queue.length === 0,
    end: () => tell(queue.shift(), "end"),
    fail: () => tell(queue.shift(), "error"),
    late: () => cancelled.splice(0).forEach((utterance) => { tell(utterance, "error"); tell(utterance, "end"); }),
    bring: (list) => { voices = list; speech.dispatchEvent(new Event("voiceschanged")); },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
})()"""


def voice(lang: str, *, local: bool = True, default: bool = False, name: str = "") -> dict[str, Any]:
    """A voice as the browser lists it."""
    return {"name": name or lang, "lang": lang, "localService": local, "default": default}


BRITISH = voice("en-GB")
AMERICAN = voice("en-US", default=True)


@pytest.fixture(scope="module")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page whose quiz has a list, a story and the rest; the school's own words may change."""
    folder = tmp_path_factory.mktemp("aloud")
    copy = copy_project(root, folder / "project")
    thin_out(copy)
    count_no_habits(copy)
    (copy / f"quizzes/years-3-4/{LESSON}.yml").write_text(QUIZ, encoding="utf-8")
    lesson = copy / f"lessons/years-3-4/{LESSON}/lesson.md"
    text = with_questions(lesson.read_text(encoding="utf-8"), "who", "fine", "gap")
    text = text.replace("Think for ten seconds, vote", "Two minutes on paper. Think for ten seconds, vote")
    first = re.compile(r"^(## [^\n]*\n).*?(?=^## )", re.MULTILINE | re.DOTALL)
    lesson.write_text(first.sub(lambda step: step[1] + STEP, text, count=1), encoding="utf-8")
    build_site(copy, folder / "site")
    with served(folder / "site") as site:
        yield f"{site}lessons/years-3-4/{LESSON}/index.html#whole"


def come(page: Page, address: str, *voices: dict[str, Any]) -> None:
    """Open the page on a device that has these voices."""
    page.add_init_script(STAND_IN.replace("VOICES", json.dumps(voices)))
    page.goto(address)
    expect(page.locator("[data-part=display]")).to_be_visible()
    if page.locator(".quiz").count():
        come_near(page)
        page.evaluate("() => scrollTo(0, 0)")


@pytest.fixture
def quiz(page: Page, address: str) -> Page:
    """The page on a device with a British voice."""
    come(page, address, BRITISH)
    return page


def question(page: Page, name: str) -> Locator:
    return page.locator(f'form:has([id="{LESSON}-{name}-title"])')


def button(where: Locator) -> Locator:
    return where.locator('[data-part="listen"]')


def listen(where: Locator) -> None:
    """Press Listen; the reading begins once the script is there."""
    before = len(spoken(where.page))
    button(where).first.click()
    where.page.wait_for_function("(before) => standIn.spoken.length > before", arg=before)


def spoken(page: Page) -> list[str]:
    """Give all that was spoken so far."""
    said: list[str] = page.evaluate("() => standIn.spoken")
    return said


def end(page: Page) -> None:
    """Let the sentence that is being spoken end."""
    page.evaluate("() => standIn.end()")


def silent(page: Page) -> bool:
    return bool(page.evaluate("() => standIn.silent()"))


def read_to_the_end(where: Locator) -> list[str]:
    """Listen to all of a question; give what was spoken, sentence by sentence."""
    page = where.page
    before = len(spoken(page))
    listen(where)
    while not silent(page):
        end(page)
    return spoken(page)[before:]


def expect_stopped(where: Locator) -> None:
    """Nothing is spoken or lit any more, the button says so, and late news of the old sentence changes nothing."""
    page = where.page
    assert silent(page), "It is still speaking"
    said = spoken(page)
    page.evaluate("() => standIn.late()")
    assert spoken(page) == said, "The reading went on after it was stopped"
    expect(button(where)).to_contain_text("Listen")
    expect(page.locator(".spoken")).to_have_count(0)


# Where there is a button


@pytest.mark.parametrize(
    "voices",
    [
        (),
        (voice("en-GB", local=False),),
        (voice("fr-FR"), voice("en-US", local=False)),
        (voice("enm"),),
    ],
    ids=["no voice", "a remote voice only", "a local voice of another language", "a language that begins alike"],
)
def test_without_an_english_voice_on_the_device_there_is_no_button(
    page: Page, address: str, voices: tuple[dict[str, Any], ...]
) -> None:
    come(page, address, *voices)
    assert button(page.locator("body")).count() >= 3
    for each in button(page.locator("body")).all():
        expect(each).to_be_hidden()


def test_a_page_that_a_browser_translates_is_not_read_by_an_english_voice(page: Page, address: str) -> None:
    come(page, address, BRITISH)
    expect(button(question(page, "who"))).to_be_visible()
    for language in ("uk", "enm"):
        page.evaluate("(language) => { document.documentElement.lang = language; }", language)
        expect(button(question(page, "who"))).to_be_hidden()
        page.evaluate("() => { document.documentElement.lang = 'en'; }")
        expect(button(question(page, "who"))).to_be_visible()


def test_a_browser_that_cannot_speak_has_a_quiz_without_the_button(page: Page, address: str) -> None:
    page.add_init_script("delete window.speechSynthesis")
    page.goto(address)
    expect(page.locator(".quiz__check").first).to_be_visible()
    expect(button(question(page, "who"))).to_be_hidden()


def test_voices_that_come_late_bring_the_button(page: Page, address: str) -> None:
    come(page, address)
    expect(button(question(page, "who"))).to_be_hidden()
    page.evaluate("(voices) => standIn.bring(voices)", [BRITISH])
    expect(button(question(page, "who"))).to_be_visible()
    listen(question(page, "who"))
    assert page.evaluate("() => standIn.told") == [["en-GB", "en-GB", 0.9]]


# Which voice


@pytest.mark.parametrize(
    ("voices", "chosen"),
    [
        ([AMERICAN, BRITISH], "en-GB"),
        ([AMERICAN, voice("en-GB", local=False), voice("en-AU")], "en-US"),
        ([voice("en-AU"), voice("en-US", default=True)], "en-US"),
        ([voice("de-DE", default=True), voice("en")], "en"),
        ([voice("en-GB", name="first"), voice("en-GB", name="own", default=True), AMERICAN], "own"),
        ([AMERICAN, voice("en_GB")], "en_GB"),
        ([AMERICAN, voice("eng-GBR")], "eng-GBR"),
    ],
    ids=[
        "British before American",
        "a remote British voice is never used",
        "else the one that the reader has set",
        "English without a country",
        "of two British ones the reader's own",
        "British as Android writes it",
        "British in three letters",
    ],
)
def test_the_voice_is_on_the_device_and_british_if_it_can_be(
    page: Page, address: str, voices: list[dict[str, Any]], chosen: str
) -> None:
    come(page, address, *voices)
    listen(question(page, "who"))
    [(name, lang, rate)] = page.evaluate("() => standIn.told")
    assert name == chosen
    assert lang == next(each["lang"] for each in voices if each["name"] == chosen)
    assert rate == 0.9


# What is read, and in which order


def test_a_question_is_read_sentence_by_sentence_with_its_choices(quiz: Page) -> None:
    assert read_to_the_end(question(quiz, "who")) == [
        "1 of 4",
        "Kit has a new password.",
        "Who may know it?",
        "Best friends",
        "The grown-ups who look after Kit",
        "I’m not sure",
    ]
    expect_stopped(question(quiz, "who"))


def test_each_thing_that_is_sorted_is_read_before_its_choices(quiz: Page) -> None:
    choices = ["Fine to show", "Keep private", "I’m not sure"]
    assert read_to_the_end(question(quiz, "fine")) == [
        "2 of 4",
        "What is fine to show?",
        "A drawing",
        *choices,
        "A front door",
        *choices,
    ]


def test_a_list_is_read_with_its_options_and_a_gap_as_blank(quiz: Page) -> None:
    said = read_to_the_end(question(quiz, "gap"))
    assert said[:3] == ["3 of 4", "Fill each gap.", "A password is like a blank."]
    assert sorted(said[3:5]) == ["game", "key"]
    assert said[5:] == ["I’m not sure"]


@pytest.mark.parametrize(
    ("name", "inputs", "reasons"),
    [
        ("who", ("1",), ["Friends share a lot.", "A friend does not need this."]),
        (
            "fine",
            ("1-2", "2-2"),
            ["A drawing: A drawing does not show who Kit is.", "A front door: It can show the street."],
        ),
    ],
)
def test_after_checking_the_reasons_are_read_last_and_no_mark_or_answer(
    quiz: Page, name: str, inputs: tuple[str, ...], reasons: list[str]
) -> None:
    where = question(quiz, name)
    before = read_to_the_end(where)
    for each in inputs:
        where.locator(f'label[for="{LESSON}-{name}-{each}"]').click()
    for _ in range(2):  # so that the hint and the answers are offered
        where.locator(".quiz__check").click()
    expect(where.locator('[data-part="mark"]').first).to_be_visible()
    expect(where.locator('[data-part="answers"]')).to_be_visible()
    assert read_to_the_end(where) == [*before, "Not yet.", *reasons]


def test_a_marked_list_is_read_without_its_mark(quiz: Page) -> None:
    where = question(quiz, "gap")
    before = read_to_the_end(where)
    where.locator("select").select_option("game")
    where.locator(".quiz__check").click()
    expect(where.locator('[data-part="mark"]')).to_be_visible()
    said = read_to_the_end(where)
    assert said[: len(before)] == before
    assert said[len(before) :] == ["Not yet.", "A password is like a blank.", "Think of a door."]


def test_a_story_is_read_from_the_scene_that_is_shown(quiz: Page) -> None:
    story = quiz.locator('[data-module="story"]')
    here = story.locator("[data-part=listen]")

    def heard() -> list[str]:
        before = len(spoken(quiz))
        here.click()
        quiz.wait_for_function("(before) => standIn.spoken.length > before", arg=before)
        while not silent(quiz):
            end(quiz)
        return spoken(quiz)[before:]

    assert heard() == ["A message comes.", "Kit stops to think.", "Show a grown-up", "Wait a while"]
    story.get_by_text("Wait a while").click()
    assert heard() == ["The odd feeling is still there.", "Show a grown-up now", "Read it again"]
    here.click()
    expect(here).to_contain_text("Stop")
    story.get_by_text("Show a grown-up now").click()
    assert silent(quiz)
    expect(here).to_contain_text("Listen")
    assert heard() == ["Gran helps.", "All is well.", "The end."]


def test_no_piece_is_long_enough_to_be_cut_off_and_no_word_is_lost(quiz: Page) -> None:
    words = "Kit looks at the page and " * 20 + "stops. Is it 3.5 or p@ss.word? “Yes!” " + "a" * 400
    quiz.evaluate(
        "(words) => { document.querySelector('.quiz .quiz__ask').textContent = words; }",
        " ".join(words.split()),
    )
    said = read_to_the_end(question(quiz, "who"))[1:-3]
    assert max(map(len, said)) <= 161
    assert "".join("".join(said).split()) == "".join(words.split())
    assert "Is it 3.5 or p@ss.word?" in said
    assert "“Yes!”" in said


# The highlight


def lit(page: Page) -> str:
    """Give the words of the one part that is lit."""
    expect(page.locator(".spoken")).to_have_count(1)
    return page.locator(".spoken").inner_text()


def test_the_highlight_moves_with_what_is_spoken(quiz: Page) -> None:
    listen(question(quiz, "who"))
    for words in ("Who may know it?", "Who may know it?", "Who may know it?"):  # number, and two sentences
        assert words in lit(quiz)
        end(quiz)
    for words in ("Best friends", "The grown-ups who look after Kit", "I’m not sure"):
        assert lit(quiz) == words
        assert spoken(quiz)[-1] == words
        end(quiz)
    expect_stopped(question(quiz, "who"))


def test_a_list_is_lit_while_its_options_are_spoken(quiz: Page) -> None:
    where = question(quiz, "gap")
    listen(where)
    while "blank" not in spoken(quiz)[-1]:
        end(quiz)
    assert "A password is like a" in lit(quiz)
    for _ in range(3):
        end(quiz)
        expect(quiz.locator(".spoken")).to_have_count(1)
        expect(where.locator("select.spoken")).to_have_count(1)
    end(quiz)
    expect_stopped(where)


BOXES = """() => [...document.querySelectorAll("main *")].map((one) => {
  const box = one.getBoundingClientRect();
  const passed = one.closest("[data-part=listen]") || !one.checkVisibility();
  return passed ? 0 : [box.x, box.y, box.width, box.height].map(Math.round).join();
})"""

RING = """(one) => {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
  return outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 && outlineColor !== "rgba(0, 0, 0, 0)";
}"""


@pytest.mark.parametrize(
    "media",
    [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}, {"reduced_motion": "reduce"}],
    ids=["as usual", "dark", "forced colours", "reduced motion"],
)
def test_the_highlight_is_seen_and_moves_nothing(quiz: Page, media: dict[str, Any]) -> None:
    quiz.emulate_media(**media)
    where = question(quiz, "gap")
    button(where).scroll_into_view_if_needed()
    before = quiz.evaluate(BOXES)
    listen(where)
    seen = 0
    while not silent(quiz):
        assert quiz.locator(".spoken").evaluate(RING), f"Nothing shows that “{spoken(quiz)[-1]}” is spoken"
        assert quiz.evaluate(BOXES) == before
        assert quiz.evaluate("() => document.getAnimations().length") == 0
        seen += 1
        end(quiz)
    assert seen == 6


def test_the_focus_keeps_its_own_ring(quiz: Page) -> None:
    where = question(quiz, "gap")
    where.locator("select").focus()
    quiz.keyboard.press("Shift")
    ring = "(one) => getComputedStyle(one).outline"
    before = where.locator("select").evaluate(ring)
    button(where).evaluate("(one) => one.click()")
    quiz.wait_for_function("() => standIn.spoken.length")
    while not where.locator("select.spoken").count():
        end(quiz)
    assert where.locator("select").evaluate(ring) == before


# Stopping


def test_the_button_says_stop_and_stops(quiz: Page) -> None:
    where = question(quiz, "who")
    listen(where)
    expect(button(where)).to_contain_text("Stop")
    button(where).click()
    expect_stopped(where)
    assert spoken(quiz) == ["1 of 4"]
    assert read_to_the_end(where)[0] == "1 of 4", "After Stop it must begin again"


def test_it_is_done_by_keyboard_and_the_focus_stays(quiz: Page) -> None:
    where = question(quiz, "who")
    button(where).focus()
    quiz.keyboard.press("Enter")
    quiz.wait_for_function("() => standIn.spoken.length")
    expect(button(where)).to_be_focused()
    quiz.keyboard.press("Space")
    expect_stopped(where)
    expect(button(where)).to_be_focused()


def test_another_question_stops_the_first_and_old_news_does_not_carry_it_on(quiz: Page) -> None:
    first, second = question(quiz, "who"), question(quiz, "fine")
    listen(first)
    listen(second)
    expect(button(first)).to_contain_text("Listen")
    expect(button(second)).to_contain_text("Stop")
    quiz.evaluate("() => standIn.late()")
    assert spoken(quiz) == ["1 of 4", "2 of 4"]
    assert "What is fine to show?" in lit(quiz)
    end(quiz)
    assert spoken(quiz) == ["1 of 4", "2 of 4", "What is fine to show?"]
    button(second).click()
    expect_stopped(second)


def test_a_reading_that_waits_for_the_old_one_to_fall_silent_can_be_stopped_too(quiz: Page) -> None:
    quiz.clock.install()
    first, second = question(quiz, "who"), question(quiz, "fine")
    listen(first)
    quiz.clock.pause_at(quiz.evaluate("() => Date.now() + 1000"))
    button(second).click()
    expect(button(second)).to_contain_text("Stop")
    assert silent(quiz)
    button(second).click()
    quiz.clock.run_for(5_000)
    assert spoken(quiz) == ["1 of 4"]
    expect_stopped(second)


def press_escape(page: Page) -> None:
    page.keyboard.press("Escape")


def choose(page: Page) -> None:
    question(page, "who").locator("label").first.click()


def choose_elsewhere(page: Page) -> None:
    question(page, "gap").locator("select").select_option("I’m not sure")


def check(page: Page) -> None:
    question(page, "who").locator(".quiz__check").click()


def hide(page: Page) -> None:
    page.evaluate(
        "() => { Object.defineProperty(document, 'hidden', { value: true });"
        " document.dispatchEvent(new Event('visibilitychange')); }"
    )


def leave(page: Page) -> None:
    page.evaluate("() => dispatchEvent(new Event('pagehide'))")


def fail(page: Page) -> None:
    page.evaluate("() => standIn.fail()")


@pytest.mark.parametrize("act", [press_escape, choose, choose_elsewhere, check, hide, leave, fail])
def test_it_stops_at_once(quiz: Page, act: Any) -> None:
    where = question(quiz, "who")
    listen(where)
    end(quiz)
    act(quiz)
    expect_stopped(where)
    assert spoken(quiz) == ["1 of 4", "Kit has a new password."]


def test_a_tab_that_comes_back_says_nothing_by_itself(quiz: Page) -> None:
    listen(question(quiz, "who"))
    hide(quiz)
    quiz.evaluate(
        "() => { dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));"
        " document.dispatchEvent(new Event('visibilitychange')); }"
    )
    expect_stopped(question(quiz, "who"))


# Quiet


def test_nothing_is_spoken_or_fetched_before_the_button_is_pressed(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    come(page, address, BRITISH)
    page.wait_for_load_state("networkidle")
    choose(page)
    check(page)
    page.evaluate("(voices) => standIn.bring(voices)", [BRITISH, AMERICAN])
    assert "quiz.js" in asked
    assert "read-aloud.js" not in asked
    assert spoken(page) == []


def test_listening_asks_for_one_script_and_keeps_nothing(quiz: Page) -> None:
    asked: list[str] = []
    faults: list[str] = []
    quiz.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    quiz.on("console", lambda message: faults.append(message.text))
    quiz.on("pageerror", lambda error: faults.append(str(error)))
    for name in ("who", "fine", "who"):
        read_to_the_end(question(quiz, name))
    assert [name for name in asked if not name.endswith(".svg")] == ["read-aloud.js"]  # pictures come as they are seen
    assert quiz.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert not faults


def test_two_quick_presses_before_the_script_is_there_end_in_silence(page: Page, address: str) -> None:
    held: list[Route] = []
    pressed: list[str] = []

    def hold(route: Route) -> None:
        if pressed:
            route.continue_()
        else:
            held.append(route)

    page.route("**/read-aloud.js", hold)
    come(page, address, BRITISH)
    where = question(page, "who")
    button(where).click()
    button(where).click()
    pressed.append("twice")
    for route in held:
        route.continue_()
    page.wait_for_function("() => standIn.spoken.length && standIn.silent()")
    expect_stopped(where)
    assert spoken(page) == ["1 of 4"]


def test_the_script_is_light(root: Path) -> None:
    script = lighter((root / "docs/assets/javascripts/read-aloud.js").read_text(encoding="utf-8"))
    assert len(gzip.compress(script.encode())) <= 2_300


# A step of a lesson, and other pages for learners

FIRST = "Read this to me"
BEGUN = ["A camera.", "Kit has a new app.", "Is it good?", "Kit asks.", "Kit draws.", "Gran looks."]
ENDED = ["Who sees it?", "Kit chooses", "My profile", "People I know", "lock", "It keeps a door shut."]

SENTENCE = "() => [...CSS.highlights.get('spoken') || []].map((range) => range.toString().replace(/\\s+/g, ' ')).join()"
HEADINGS = """() => [...document.querySelectorAll("main > h1, main > h2, main > .tell > h2")].map((one) => one.id)"""
NAMED = """() => [...document.querySelectorAll(".aloud")].map((one) => one.dataset.of)"""

# What each button reads: the heading that it stands beside, or the page.
HEARD_OF = """() => [...document.querySelectorAll("button.aloud")].map((one) => {
  const spread = one.closest(".spread");
  const heading = spread ? spread.querySelector("h2") : [one.previousElementSibling, one.nextElementSibling,
    one.parentElement.nextElementSibling].find((near) => near && /^H[12]$/.test(near.tagName));
  return heading ? heading.textContent : spread.id.replace("-", " ");
})"""


def step(page: Page, number: int) -> Locator:
    """The button of a step; the title of the page is the first."""
    return page.locator(".aloud").nth(number)


def start(button: Locator) -> None:
    """Press the button of a step; the reading begins once the script is there."""
    page = button.page
    before = len(spoken(page))
    button.click()
    page.wait_for_function("(before) => standIn.spoken.length > before", arg=before)


def heard(button: Locator) -> list[str]:
    """Listen to all of a step; give what was spoken, sentence by sentence."""
    page = button.page
    before = len(spoken(page))
    start(button)
    while not silent(page):
        end(page)
    expect(button).to_contain_text(FIRST)
    return spoken(page)[before:]


def test_a_step_is_read_in_order_with_its_pictures_and_nothing_for_the_teacher(quiz: Page) -> None:
    title = quiz.locator("main h2").first.inner_text()
    assert heard(step(quiz, 1)) == [title, *BEGUN, *ENDED]


def test_the_title_is_read_with_the_outcome_and_no_more(quiz: Page) -> None:
    said = " ".join(heard(step(quiz, 0)))
    assert said == f"{quiz.locator('h1').inner_text()} {quiz.locator('.outcome').inner_text()}"


def test_every_step_has_a_button_but_the_quiz_which_has_its_own(quiz: Page) -> None:
    pages = quiz.locator(".spread:not(:has(.quiz))").all()
    assert len(pages) > 6
    for each in pages:
        expect(each.locator("> .aloud")).to_have_count(1)
    assert [each for each in quiz.evaluate(NAMED) if each] == quiz.evaluate(HEADINGS)
    names = quiz.evaluate(HEARD_OF)
    assert len(set(names)) == len(names), "Two buttons have one name"
    for each, name in zip(quiz.locator(".aloud").all(), names, strict=True):
        expect(each).to_be_visible()
        expect(each).to_have_accessible_name(f"{FIRST} {name}")
    expect(button(quiz.locator(".quiz")).first).to_be_visible()


def test_what_is_for_the_grown_up_at_home_is_not_read(quiz: Page) -> None:
    last = quiz.locator(".spread:has(#at-home)")
    assert heard(last.locator("> .aloud")) == ["At home", "Check one app with a grown-up."]
    expect(last.locator(".home")).to_be_visible()


def test_who_can_i_tell_is_read_and_its_numbers_digit_by_digit(quiz: Page) -> None:
    assert heard(quiz.locator(".tell .aloud")) == [
        "Who can I tell?",
        "A grown-up at home, or at school.",
        "Childline: 0 8 0 0 1 1 1 1",
        "In danger now: 9 9 9",
    ]


def test_each_sentence_is_marked_where_it_stands(quiz: Page) -> None:
    title = quiz.locator("main h2").first.inner_text()
    start(step(quiz, 1))
    before = quiz.evaluate(BOXES)
    for words in [title, *BEGUN, *ENDED]:
        assert spoken(quiz)[-1] == words
        expect(quiz.locator(".spoken")).to_have_count(1)
        assert quiz.locator(".spoken").evaluate(RING)
        if words == BEGUN[0]:
            expect(quiz.locator("svg.spoken")).to_have_attribute("aria-label", words)
            assert quiz.evaluate(SENTENCE) == ""
        else:
            assert quiz.evaluate(SENTENCE) == words
        assert quiz.evaluate(BOXES) == before
        end(quiz)
    assert quiz.evaluate(SENTENCE) == ""
    expect(quiz.locator(".spoken")).to_have_count(0)


def test_a_browser_without_highlights_marks_the_paragraph(page: Page, address: str) -> None:
    page.add_init_script("delete window.Highlight")
    come(page, address, BRITISH)
    assert heard(step(page, 1))[1:] == [*BEGUN, *ENDED]


@pytest.mark.parametrize("act", [press_escape, hide, leave, fail, lambda page: step(page, 1).click()])
def test_a_step_stops_at_once(quiz: Page, act: Any) -> None:
    start(step(quiz, 1))
    end(quiz)
    expect(step(quiz, 1)).to_contain_text("Stop")
    act(quiz)
    assert silent(quiz)
    said = spoken(quiz)
    quiz.evaluate("() => standIn.late()")
    assert spoken(quiz) == said
    expect(step(quiz, 1)).to_contain_text(FIRST)
    expect(quiz.locator(".spoken")).to_have_count(0)
    assert quiz.evaluate(SENTENCE) == ""
    assert heard(step(quiz, 1))[1:] == [*BEGUN, *ENDED], "After Stop it must begin again"


def test_a_question_stops_a_step_and_a_step_a_question(quiz: Page) -> None:
    start(step(quiz, 1))
    listen(question(quiz, "who"))
    expect(step(quiz, 1)).to_contain_text(FIRST)
    start(step(quiz, 1))
    expect(button(question(quiz, "who"))).to_contain_text("Listen")
    expect(step(quiz, 1)).to_contain_text("Stop")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_button_is_large_and_pressed_twice_in_one_place(quiz: Page, width: int) -> None:
    quiz.set_viewport_size({"width": width, "height": 800})
    for each in quiz.locator(".aloud").all():
        box = each.bounding_box()
        assert box
        assert box["height"] >= 48
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    before = step(quiz, 1).bounding_box()
    start(step(quiz, 1))
    assert step(quiz, 1).bounding_box() == before


def test_the_button_of_a_step_is_reached_and_pressed_by_keyboard(quiz: Page) -> None:
    for _ in range(30):
        quiz.keyboard.press("Tab")
        if quiz.evaluate("() => document.activeElement.matches('.aloud')"):
            break
    expect(step(quiz, 0)).to_be_focused()
    quiz.keyboard.press("Enter")
    quiz.wait_for_function("() => standIn.spoken.length")
    quiz.keyboard.press("Space")
    assert silent(quiz)
    expect(step(quiz, 0)).to_be_focused()


def test_voices_that_come_late_move_nothing(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    come(page, address)
    boxes = BOXES.replace("main *", "main .spread:has(~ .spread .quiz) > :not(.aloud)")  # what stands above the quiz
    expect(page.get_by_role("button", name="Whiteboard")).to_be_visible()
    before = page.evaluate(boxes)
    page.evaluate("(voices) => standIn.bring(voices)", [BRITISH])
    expect(step(page, 1)).to_be_visible()
    assert page.evaluate(boxes) == before
    assert len(before) > 10


def test_paper_has_no_button(quiz: Page) -> None:
    start(step(quiz, 1))
    quiz.emulate_media(media="print")
    for each in button(quiz.locator("body")).all():
        expect(each).to_be_hidden()
    assert not quiz.locator(".spoken").evaluate(RING)


def test_the_whiteboard_ends_the_reading_and_has_no_dead_button(quiz: Page) -> None:
    quiz.set_viewport_size({"width": 1920, "height": 1080})
    for _ in range(2):  # the second time its script is there already
        start(step(quiz, 0))
        quiz.get_by_role("button", name="Whiteboard").click()
        expect(quiz.locator(".white__stage h1")).to_be_visible()
        assert silent(quiz)
        following = quiz.get_by_role("button", name="Next", exact=True)
        while following.count():  # on the last step it is hidden
            expect(quiz.locator(".white .aloud, .white .spoken, .white [data-part=listen]")).to_have_count(0)
            following.click()
        quiz.get_by_role("button", name="Close").click()


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        (f"lessons/years-3-4/{LESSON}/story.html", ".social__line"),
        ("learners/early-years-words.html", ".words__word"),
        ("learners/years-3-4.html", ".cards__card"),
        ("learners/index.html", ".doors li"),
        ("learners/early-years-promise.html", ".promise__lines li"),
        ("policy/plain/pictures.html", ".rules__words"),
        ("help/children.html", ".routes__who"),
    ],
)
def test_other_pages_for_learners_are_read_from_the_title_on(page: Page, address: str, path: str, lines: str) -> None:
    come(page, address.partition("lessons/")[0] + path, BRITISH)
    said = " ".join(heard(step(page, 0)))
    assert said.startswith(page.locator("h1").inner_text())
    wanted = [" ".join(each.split()) for each in page.locator(lines).all_inner_texts()]
    assert wanted
    place = 0
    for each in wanted:
        place = said.find(each, place)
        assert place >= 0, f"“{each}” is not read, or not in its place: {said}"


def test_what_pages_say_to_grown_ups_is_not_read(page: Page, address: str) -> None:
    site = address.partition("lessons/")[0]
    come(page, site + "policy/plain/pictures.html", BRITISH)
    assert "grown-ups" not in " ".join(heard(step(page, 0)))
    come(page, site + "help/children.html", BRITISH)
    said = heard(step(page, 0))
    assert "Call 0 8 0 0 1 1 1 1" in " ".join(said)
    assert "looked up" not in " ".join(said)
    for place in range(1, page.locator(".aloud").count()):
        assert heard(step(page, place))[0] == page.locator("main > h2").nth(place - 1).inner_text()


def test_our_policy_in_words_is_read_section_by_section(page: Page, address: str) -> None:
    come(page, address.partition("lessons/")[0] + "policy/plain/learners.html", BRITISH)
    titles = page.locator(".plain__title")
    assert page.locator(".plain .aloud").count() == titles.count() > 1
    said = heard(page.locator(".plain .aloud").first)
    assert " ".join(said).startswith(titles.first.inner_text())
    assert page.locator(".plain__words").first.inner_text() in " ".join(said)
    assert page.locator(".plain__reference").first.inner_text() not in said
    assert titles.nth(1).inner_text() not in " ".join(said)


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "help/index.html",
        "parents/index.html",
        "parents/passwords-privacy-location.html",
        f"lessons/years-3-4/{LESSON}/teach.html",
        f"lessons/years-3-4/{LESSON}/worksheet.html",
        f"lessons/years-3-4/{LESSON}/answers.html",
    ],
)
def test_adults_pages_and_paper_have_no_such_button(page: Page, address: str, path: str) -> None:
    come(page, address.partition("lessons/")[0] + path, BRITISH)
    expect(page.locator(".aloud")).to_have_count(0)
