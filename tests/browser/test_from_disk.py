"""The site works when it is opened from a disk or a USB stick."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from macros.content.library import Entry
from tests.browser.quizzes import answer, finish, lesson_file, not_yet, right, verdict

# A browser lets no page on a disk ask for its letters before they are used, and says so; they come when they are used.
TOO_EARLY = re.compile(r"school-reader-\d+\.woff2|^Failed to load resource: net::ERR_FAILED$")
STYLED = "() => getComputedStyle(document.documentElement).getPropertyValue('--school-paper').trim()"


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser says about the page, as it says it."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not TOO_EARLY.search(message.text):
            said.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def test_a_lesson_has_its_styles_and_its_quiz_marks(
    page: Page, site: Path, entry: Entry, complaints: list[str]
) -> None:
    page.goto((site / lesson_file(entry)).as_uri() + "#whole")
    assert page.evaluate(STYLED)
    for question in entry.quiz.questions:
        assert verdict(answer(page, entry, question, not_yet(entry, question))) == "Not yet."
        assert verdict(answer(page, entry, question, right(entry, question))) == "Yes!"
    expect(finish(page)).to_be_visible()
    assert not complaints, "\n".join(complaints)


def test_the_links_lead_from_the_front_door_to_a_lesson_and_back(
    page: Page, site: Path, entry: Entry, complaints: list[str]
) -> None:
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="Learners").first.click()
    page.locator(f'main a[href$="{entry.phase}.html"]').click()
    page.locator(f'main a[href*="{entry.id}"]').click()
    expect(page.locator("h1")).to_have_text(entry.lesson.title)
    assert page.url == (site / lesson_file(entry)).as_uri()
    page.get_by_role("link", name="Home").first.click()
    assert page.url == (site / "index.html").as_uri()
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("path", ["policy/index.html", "teachers/index.html", "help/index.html", "parents/index.html"])
def test_an_adults_page_has_its_styles(page: Page, site: Path, path: str, complaints: list[str]) -> None:
    page.goto((site / path).as_uri())
    assert page.evaluate(STYLED)
    expect(page.locator("h1")).to_be_visible()
    assert not complaints, "\n".join(complaints)
