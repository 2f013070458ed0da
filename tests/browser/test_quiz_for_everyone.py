"""A quiz can be used by everyone: what axe cannot see, in every type of question and at every step to the end."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.every_type import EVERY_TYPE
from tests.browser.focus import focus, press
from tests.browser.quizzes import answer, check, come_near, do_right, finish, form, marked, not_yet, read_story, right
from tests.browser.test_small_screens import TOO_WIDE

TYPES = [question["type"] for question in EVERY_TYPE["questions"]]
MARKED = [kind for kind in TYPES if kind != "story"]
ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %

# How each choice of a question looks: its word, its shape, and whether it is chosen.
LOOKS = """(form) => {
  const holders = form.querySelectorAll('[data-part="choice"], .quiz__pick');
  return [...holders].map((holder) => {
    const mark = holder.querySelector('[data-part="mark"]');
    const box = holder.querySelector("select") || holder.querySelector("label");
    const chosen = holder.querySelector(":checked:not([value=''])");
    return {
      mark: holder.dataset.mark || "",
      chosen: Boolean(chosen),
      word: mark ? mark.textContent : "",
      shape: mark ? getComputedStyle(mark, "::before").content.split("/")[0].trim() : "",
      border: getComputedStyle(box).borderTopStyle,
      ring: getComputedStyle(box).outlineStyle,
    };
  });
}"""

SMALL = """() => [...document.querySelectorAll(".quiz :is(button, label, select, summary, a)")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < 44)
  .map(([one, box]) => `<${one.localName}> “${one.innerText.trim()}”: ${box.width} × ${box.height} px`)"""

MOVING = """(root) => [...document.querySelectorAll(`${root}, ${root} *`)].filter((one) => {
  const style = getComputedStyle(one);
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  return lasts(style.transitionDuration) || lasts(style.animationDuration) || style.scrollBehavior === "smooth";
}).map((one) => `<${one.localName} class="${one.getAttribute("class")}">`)"""

# Notes what live regions would say: one note for all that happens at once in one region.
HEAR = """() => {
  const LIVE = "[role=status], [role=alert], [aria-live]";
  window.heard = [];
  new MutationObserver((records) => {
    const regions = new Set();
    for (const { target, type } of records) {
      const element = target.nodeType === 1 ? target : target.parentElement;
      const around = element.closest(LIVE);
      if (around) regions.add(around);
      if (type === "attributes") element.querySelectorAll(LIVE).forEach((region) => regions.add(region));
    }
    for (const region of regions) {
      if (region.checkVisibility() && region.textContent.trim()) heard.push(region.innerText.trim());
    }
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["hidden"],
  });
}"""


def question_of(entry: Any, kind: str) -> Any:
    return next(question for question in entry.quiz.questions if question.type == kind)


def heard(page: Page) -> list[str]:
    """Give what live regions have said since the last time."""
    said: list[str] = page.evaluate("() => new Promise((done) => setTimeout(() => done(heard.splice(0))))")
    return said


def looks(where: Locator) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = where.evaluate(LOOKS)
    return found


# Colours


@pytest.mark.parametrize("kind", MARKED)
def test_right_not_yet_and_not_chosen_are_told_by_word_and_shape_in_forced_colours(
    page: Page, every_type: str, every_entry: Any, kind: str
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(every_type)
    come_near(page)
    assert page.evaluate("() => matchMedia('(forced-colors: active)').matches")
    question = question_of(every_entry, kind)
    again = looks(answer(page, every_entry, question, not_yet(every_entry, question)))
    good = looks(answer(page, every_entry, question, right(every_entry, question)))
    for seen, mark, word, shape, border in (
        (good, "good", "Good choice", "✓", "solid"),
        (again, "again", "Look again", "↻", "dashed"),
    ):
        chosen = [each for each in seen if each["chosen"]]
        assert chosen
        for each in chosen:
            assert each["mark"] == mark
            assert each["word"] == word
            assert shape in each["shape"]
            assert each["border"] == border
        for each in seen:
            if not each["chosen"]:
                assert (each["mark"], each["word"], each["shape"]) == ("", "", "")
                assert (each["border"], each["ring"]) == ("solid", "none")


def test_what_is_chosen_is_seen_in_forced_colours_before_it_is_checked(page: Page, every_type: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(every_type)
    come_near(page)
    for control in ("radio", "checkbox"):
        chosen = page.locator(f".quiz input[type={control}]").first
        label = page.locator(f'label[for="{chosen.get_attribute("id")}"]')
        assert label.evaluate("(label) => getComputedStyle(label).outlineStyle") == "none"
        label.click()
        page.mouse.move(0, 0)
        assert label.evaluate("(label) => getComputedStyle(label).outlineStyle") == "solid"


# Zoom


@pytest.mark.parametrize("kind", TYPES)
def test_a_question_is_done_at_four_hundred_per_cent(page: Page, every_type: str, every_entry: Any, kind: str) -> None:
    page.set_viewport_size({"width": ZOOMED["width"], "height": ZOOMED["height"]})
    page.goto(every_type)
    come_near(page)
    question = question_of(every_entry, kind)
    if kind == "story":
        read_story(page, every_entry, question)
        expect(page.locator(".story__end:visible")).to_have_count(1)
    else:
        for _ in range(2):  # so that the hint and the answers are offered
            where = answer(page, every_entry, question, not_yet(every_entry, question))
        for closed in where.locator("summary").all():
            closed.click()
        assert page.evaluate(TOO_WIDE) == []
        where = answer(page, every_entry, question, right(every_entry, question))
        expect(where.locator(".quiz__verdict")).to_have_text("Yes!")
    assert page.evaluate(TOO_WIDE) == []
    finish(page)
    assert page.evaluate(TOO_WIDE) == []
    page.locator("[data-part=anyway]").click()
    expect(page.locator(".quiz__done [data-part=heading]")).to_be_in_viewport()
    assert page.evaluate(TOO_WIDE) == []


# Motion


def test_nothing_moves_where_motion_is_reduced(page: Page, every_type: str, every_entry: Any) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(every_type)
    come_near(page)
    first = every_entry.quiz.questions[0]
    answer(page, every_entry, first, not_yet(every_entry, first))
    finish(page)
    page.locator("[data-part=anyway]").click()
    assert page.evaluate(MOVING, "html") == []
    assert page.evaluate("() => document.getAnimations().length") == 0
    page.get_by_role("button", name="Class board").click()
    expect(page.locator("dialog h2")).to_be_focused()
    assert page.evaluate(MOVING, "dialog") == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVING, "dialog"), "The bars of the board glide, or this test sees nothing"


# Targets


@pytest.mark.parametrize("width", [320, 1280])
def test_every_control_of_a_quiz_is_large_enough_at_every_step(
    page: Page, every_type: str, every_entry: Any, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(every_type)
    come_near(page)
    assert page.evaluate(SMALL) == []
    for question in marked(every_entry):
        for _ in range(2):
            answer(page, every_entry, question, not_yet(every_entry, question))
    page.locator("[data-part=way]:visible").first.click()
    for closed in page.locator(".quiz summary:visible").all():
        closed.click()
    assert page.evaluate(SMALL) == []
    finish(page)
    expect(page.locator(".quiz__missing a")).to_have_count(1)
    assert page.evaluate(SMALL) == []
    page.locator("[data-part=anyway]").click()
    expect(page.locator(".quiz__done [data-part=links] a")).to_have_count(len(TYPES))
    assert page.evaluate(SMALL) == []
    page.locator("[data-part=ask]").evaluate(
        "(button) => { button.style.minHeight = 0; button.style.height = '30px'; }"
    )
    assert len(page.evaluate(SMALL)) == 1


# Focus


@pytest.mark.parametrize("kind", MARKED)
def test_the_focus_stays_on_check(page: Page, every_type: str, every_entry: Any, kind: str) -> None:
    page.goto(every_type)
    come_near(page)
    question = question_of(every_entry, kind)
    where = form(page, every_entry, question)
    where.locator(".quiz__check").focus()
    press(page, "Enter")
    expect(where.locator(".quiz__check")).to_be_focused()
    for inputs in (not_yet, not_yet, right):
        answer(page, every_entry, question, inputs(every_entry, question))
        where.locator(".quiz__check").focus()
        press(page, "Enter")
        expect(where.locator(".quiz__check")).to_be_focused()


def test_the_focus_is_never_lost_on_the_way_to_the_end(page: Page, every_type: str, every_entry: Any) -> None:
    page.goto(every_type)
    come_near(page)
    first, second, *_ = every_entry.quiz.questions
    answer(page, every_entry, first, right(every_entry, first))
    answer(page, every_entry, second, not_yet(every_entry, second))
    page.locator("[data-part=finish]").focus()
    press(page, "Enter")
    expect(page.get_by_role("heading", name="Not answered yet")).to_be_focused()
    page.locator("[data-part=anyway]").focus()
    assert press(page, "Enter").words == "What you can do now"
    page.locator("[data-part=ask]").focus()
    assert press(page, "Enter").id == f"every-{second.id}-1"
    page.locator("[data-part=again]").focus()
    assert press(page, "Enter").id == f"every-{first.id}-1"
    do_right(page, every_entry)
    page.locator("[data-part=finish]").focus()
    assert press(page, "Enter").words == "What you can do now"


def test_only_a_story_is_left_and_the_focus_is_not_lost(page: Page, every_type: str, every_entry: Any) -> None:
    page.goto(every_type)
    come_near(page)
    for question in marked(every_entry):
        answer(page, every_entry, question, right(every_entry, question))
    finish(page)
    page.locator("[data-part=anyway]").click()
    page.locator("[data-part=ask]").focus()
    assert press(page, "Enter").id == "every-story-scene-1"
    expect(page.locator(".quiz__question:visible")).to_have_count(1)


# What is spoken


@pytest.mark.parametrize("kind", MARKED)
def test_a_result_is_spoken_once(page: Page, every_type: str, every_entry: Any, kind: str) -> None:
    page.goto(every_type)
    come_near(page)
    page.evaluate(HEAR)
    question = question_of(every_entry, kind)
    where = form(page, every_entry, question)
    check(where)
    assert [said.split("\n")[0][:22] for said in heard(page)] == ["Choose an answer first"]
    for inputs, verdict in ((not_yet, "Not yet."), (not_yet, "Not yet."), (right, "Yes!")):
        answer(page, every_entry, question, inputs(every_entry, question))
        assert [said.split("\n")[0] for said in heard(page)] == [verdict]


def test_the_way_to_the_end_is_spoken_once(page: Page, every_type: str, every_entry: Any) -> None:
    page.goto(every_type)
    come_near(page)
    page.evaluate(HEAR)
    first, second, *_ = every_entry.quiz.questions
    answer(page, every_entry, first, right(every_entry, first))
    answer(page, every_entry, second, not_yet(every_entry, second))
    assert len(heard(page)) == 2
    # What follows has the focus, which speaks by itself.
    for _ in range(2):
        finish(page)
        assert heard(page) == []
        expect(page.get_by_role("heading", name="Not answered yet")).to_be_focused()
    page.locator("[data-part=anyway]").click()
    assert heard(page) == []
    page.locator("[data-part=ask]").click()
    assert heard(page) == []
    finish(page)
    assert heard(page) == []
    page.locator("[data-part=anyway]").click()
    assert heard(page) == []
    page.locator("[data-part=again]").click()
    assert heard(page) == []
    assert not focus(page).lost
