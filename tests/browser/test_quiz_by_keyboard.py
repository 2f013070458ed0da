"""A whole quiz can be done with the keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from macros.content.library import Entry
from macros.models.questions import AnyQuestion, ChooseMany, Story
from tests.browser.focus import Focus, focus, press
from tests.browser.quizzes import come_near, form, learners_page, right, section, ways_to_the_end

TOO_FAR = 80  # more Tabs than any page has before its quiz


def tab_to(page: Page, wanted: str) -> Focus:
    """Press Tab until an element has the focus."""
    for _ in range(TOO_FAR):
        now = press(page, "Tab")
        if now.id == wanted:
            return now
    raise AssertionError(f"{TOO_FAR} Tabs do not reach #{wanted}")


def tab_to_check(page: Page, where: Locator) -> None:
    """Press Tab until the Check button of a question has the focus."""
    for _ in range(TOO_FAR):
        press(page, "Tab")
        if where.locator(".quiz__check:focus").count():
            return
    raise AssertionError(f"{TOO_FAR} Tabs do not reach the Check button")


def expect_unmarked(where: Locator) -> None:
    """Nothing says yet whether an answer is right."""
    expect(where.locator(".quiz__result")).to_be_empty()
    expect(where.locator("[data-mark]")).to_have_count(0)
    assert where.get_attribute("data-state") is None


def go_through(page: Page, names: list[str], wanted: str) -> None:
    """Choose every radio button of a group in turn with the arrows, then stay on one."""
    first = tab_to(page, names[0])
    assert not first.checked, "A choice was made before the learner made one"
    assert press(page, "Space").checked
    for name in [*names[1:], names[0]]:
        now = press(page, "ArrowDown")
        assert now.id == name, f"ArrowDown led to {now}, not to #{name}"
        assert now.checked
    while focus(page).id != wanted:
        press(page, "ArrowUp")
    assert focus(page).checked


def choose_from_list(page: Page, where: Locator, name: str, value: str) -> None:
    """Go down a list with the arrow, then to the option wanted."""
    tab_to(page, name)
    chosen = where.locator(f"#{name}")
    assert chosen.input_value() == "", "A choice was made before the learner made one"
    for _ in range(chosen.locator("option").count()):
        press(page, "ArrowDown")
    assert chosen.input_value() == "unsure"
    while chosen.input_value() != value:
        press(page, "ArrowUp")


def read_by_keyboard(page: Page, entry: Entry, story: Story) -> None:
    """Go through a story to an ending."""
    where = section(page, entry, story)
    for place in ways_to_the_end(story):
        way = where.locator("[data-part=way]:visible").nth(place)
        for _ in range(TOO_FAR):
            press(page, "Tab")
            if way.evaluate("(way) => way === document.activeElement"):
                break
        assert "-scene-" in press(page, "Enter").id
    expect(where.locator(".story__end:visible")).to_have_count(1)


def do_by_keyboard(page: Page, entry: Entry, question: AnyQuestion) -> None:
    """Try every choice of a question, choose the right ones, and press Check."""
    if isinstance(question, Story):
        read_by_keyboard(page, entry, question)
        return
    where = form(page, entry, question)
    answers = right(entry, question)
    inputs = [str(each.get_attribute("id")) for each in where.locator("input").all()]
    if isinstance(question, ChooseMany):
        for name in inputs:
            assert not tab_to(page, name).checked
            assert press(page, "Space").checked
            if name not in answers:
                assert not press(page, "Space").checked
    elif not inputs:
        for wanted in answers:
            choose_from_list(page, where, *wanted.split("="))
    else:
        for wanted in answers:
            group = where.locator(f"[name='{where.locator(f'#{wanted}').get_attribute('name')}']")
            go_through(page, [str(each.get_attribute("id")) for each in group.all()], wanted)
    expect_unmarked(where)
    tab_to_check(page, where)
    expect_unmarked(where)
    now = press(page, "Enter")
    expect(where.locator(".quiz__verdict")).to_have_text("Yes!")
    assert now.tag == "button", f"After Check the focus is on {now}"


def test_every_type_of_question_is_done_from_the_first_tab_to_what_you_can_do(
    page: Page, every_type: str, every_entry: Entry
) -> None:
    page.goto(every_type)
    come_near(page)
    first = press(page, "Tab")
    assert first.words == "Skip to the page"
    done = page.locator(".quiz__done")
    for question in every_entry.quiz.questions:
        expect(done).to_be_hidden()
        do_by_keyboard(page, every_entry, question)
    for _ in range(TOO_FAR):
        if press(page, "Tab").words == "I have finished":
            break
    now = press(page, "Enter")
    assert now.words == "What you can do now"
    expect(done).to_be_visible()
    expect(done.locator(".quiz__can")).to_have_text(every_entry.quiz.can_do)


def test_start_again_by_keyboard_begins_at_the_first_question(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    come_near(page)
    for question in entry.quiz.questions:
        do_by_keyboard(page, entry, question)
    page.locator("[data-part=again]").focus()
    now = press(page, "Enter")
    assert now.id == f"{entry.id}-{entry.quiz.questions[0].id}-1"
    expect(page.locator(".quiz__done")).to_be_hidden()
    expect(page.locator(".quiz input:checked")).to_have_count(0)


def test_enter_on_a_choice_checks_the_answer_and_keeps_the_focus(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    come_near(page)
    question = next(question for question in entry.quiz.questions if question.type == "choose-one")
    where = form(page, entry, question)
    where.locator("input").first.focus()
    press(page, "Space")
    now = press(page, "Enter")
    expect(where.locator(".quiz__verdict")).to_be_visible()
    assert now.tag == "input"


def test_every_stop_of_tab_on_every_kind_of_page_can_be_seen(page: Page, every_part: list[str]) -> None:
    found = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for path in every_part:
            page.goto(path)
            if path == "about/look/quiz.html":
                come_near(page)  # its quizzes stand in sight, and their style comes while the focus goes by
            page.keyboard.press("Tab")
            stops = 0
            now = focus(page)
            while not now.lost and stops < 400:
                stops += 1
                if not now.ringed:
                    found.append(f"{path} at {width} px: the focus on {now} cannot be seen")
                page.keyboard.press("Tab")
                now = focus(page)
            if not 0 < stops < 400:
                found.append(f"{path} at {width} px: Tab stops {stops} times")
    assert not found, "\n".join(found)
