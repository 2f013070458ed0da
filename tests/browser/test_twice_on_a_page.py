"""The same quiz, and the same checklist, twice on a page: each works by itself, and what is kept of a list is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.content.library import Entry, Library
from macros.site.author_macros import macros
from tests.browser.every_type import show
from tests.browser.quizzes import is_there, lesson_file
from tests.browser.test_quiet import KEPT, LIST

SAID = ".checklist__said"
IS_KEPT = "Your ticks are kept on this device."


def twice(site: Path, library: Library, path: str, macro: str, block: str) -> str:
    """Give a page of the site with what a macro shows in the place of a block, and the same below it."""
    html = (site / path).read_text(encoding="utf-8")
    identity = (
        re.search(r'data-list="([^"]+)"', html) if macro == "checklist" else re.search("lessons/[^/]+/([^/]+)/", path)
    )
    assert identity
    made = {each.__name__: each for each in macros(library, lambda: path)}[macro]
    one, other = str(made(identity[1])), str(made(identity[1]))
    changed = re.sub(block, lambda _: f"{one}\n{other}\n", html, count=1, flags=re.DOTALL)
    assert changed != html
    return changed


@pytest.fixture
def two_lists(page: Page, site: Path, library: Library) -> list[Locator]:
    show(page, twice(site, library, LIST, "checklist", r'<form class="checklist".*?</form>'))
    page.goto(LIST.replace(Path(LIST).name, "every-type.html"))
    return page.locator(".checklist").all()


def boxes_of(form: Locator) -> list[bool]:
    return [box.is_checked() for box in form.locator(".checklist__box").all()]


def test_a_line_ticks_the_box_before_it_and_no_other(two_lists: list[Locator]) -> None:
    one, other = two_lists
    other.locator(".checklist__label").nth(1).click()
    assert not any(boxes_of(one))
    assert [number for number, ticked in enumerate(boxes_of(other)) if ticked] == [1]


def test_what_is_kept_of_a_list_is_shown_in_both_places_and_forgotten_in_both(
    page: Page, two_lists: list[Locator]
) -> None:
    one, other = two_lists
    other.locator(".checklist__box").nth(1).check()
    other.get_by_role("button", name="Remember on this device").click()
    assert page.evaluate(KEPT) == [1, 0, 0]
    assert boxes_of(one) == boxes_of(other)
    expect(one.locator(SAID)).to_have_text(IS_KEPT)
    one.locator(".checklist__box").first.check()
    assert boxes_of(other)[:3] == [True, True, False]
    one.get_by_role("button", name="Forget").click()
    assert page.evaluate(KEPT) == [0, 0, 0]
    assert not any([*boxes_of(one), *boxes_of(other)])
    expect(other.locator(SAID)).to_have_text("")


def test_each_of_two_quizzes_says_its_own_reason(page: Page, site: Path, library: Library, entry: Entry) -> None:
    path = lesson_file(entry)
    show(page, twice(site, library, path, "quiz", r'<div class="quiz".*?(?=<h2 id="at-home")'))
    page.goto(path.replace("index.html", "every-type.html#whole"))
    one, other = page.locator(".quiz").all()
    is_there(other)
    form = other.locator("form").first
    form.locator(".quiz__label").first.click()
    expect(one.locator(".quiz__input:checked")).to_have_count(0)
    form.get_by_role("button", name="Check").click()
    expect(form.locator(".quiz__verdict")).to_have_count(1)
    expect(one.locator(".quiz__verdict")).to_have_count(0)
    chosen = form.locator(".quiz__input:checked")
    reason = form.locator(".quiz__answers li > span").nth(int(chosen.get_attribute("data-say") or ""))
    expect(form.locator(".quiz__reasons")).to_contain_text(reason.text_content() or "?")
