"""Nothing is fetched from elsewhere, nothing is sent, nothing goes wrong, and nothing is kept unasked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, expect

from macros.content.library import Entry
from tests.browser.quizzes import answer, come_near, finish, learners_page, not_yet, right

KEPT = "() => [localStorage.length, sessionStorage.length, document.cookie.length]"
LIST = "parents/passwords-privacy-location.html"


@dataclass
class Watch:
    """What a page asked for and complained about."""

    page: Page
    base_url: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.asked(request.url, request.method))
        self.page.on("response", lambda response: self.answered(response.url, response.status))
        self.page.on("console", lambda message: self.said(message.type, message.text))
        self.page.on("pageerror", lambda error: self.said("error", str(error)))

    def note(self, fault: str) -> None:
        self.faults.append(f"{self.page.url.removeprefix(self.base_url)}: {fault}")

    def asked(self, url: str, method: str) -> None:
        if not url.startswith((self.base_url, "data:")):
            self.note(f"asks for {url}")
        if method != "GET":
            self.note(f"sends ({method}) to {url}")

    def answered(self, url: str, status: int) -> None:
        if status >= 400:
            self.note(f"asks for {url}, which is not there")

    def said(self, kind: str, words: str) -> None:
        if kind in ("error", "warning"):
            self.note(words)

    def look_for_anything_kept(self) -> None:
        kept = self.page.evaluate(KEPT)
        if kept != [0, 0, 0] or self.page.context.cookies():
            self.note(f"keeps something (localStorage, sessionStorage, cookies: {kept})")


def test_answering_a_quiz_sends_and_keeps_nothing(page: Page, base_url: str, entry: Entry) -> None:
    watch = Watch(page, base_url)
    page.goto(learners_page(entry))
    come_near(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for question in entry.quiz.questions:
        answer(page, entry, question, not_yet(entry, question))
        answer(page, entry, question, right(entry, question))
    expect(finish(page)).to_be_visible()
    watch.look_for_anything_kept()
    assert not watch.faults
    assert not asked


def test_searching_sends_nothing_elsewhere_and_keeps_nothing(page: Page, base_url: str) -> None:
    watch = Watch(page, base_url)
    page.goto("teachers/index.html")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("password", delay=20)
    expect(page.locator(".find__hits a").first).to_be_visible()
    watch.look_for_anything_kept()
    assert not watch.faults, "\n".join(watch.faults)


def test_a_watched_page_cannot_hide_a_request_a_complaint_or_a_cookie(page: Page, base_url: str) -> None:
    watch = Watch(page, base_url)
    page.goto("index.html")
    page.evaluate("() => { new Image().src = 'http://127.0.0.1:9/elsewhere.png'; localStorage.a = 1; }")
    page.evaluate("() => fetch('gone.json').catch(() => 0)")
    page.evaluate(
        "() => { const script = document.createElement('script'); script.text = 'x'; document.body.append(script); }"
    )
    watch.look_for_anything_kept()
    said = "\n".join(watch.faults)
    for sign in ("127.0.0.1:9", "keeps something", "which is not there", "Content Security Policy"):
        assert sign in said, f"{sign} is not among:\n{said}"


def test_a_list_is_kept_only_after_remember_and_gone_after_forget(page: Page) -> None:
    page.goto(LIST)
    boxes = page.locator(".checklist__box")
    boxes.first.check()
    assert page.evaluate(KEPT) == [0, 0, 0]
    page.reload()
    expect(boxes.first).not_to_be_checked()

    boxes.first.check()
    page.get_by_role("button", name="Remember on this device").click()
    expect(page.locator(".checklist__said")).to_have_text("Your ticks are kept on this device.")
    assert page.evaluate(KEPT)[0] == 1
    page.reload()
    expect(boxes.first).to_be_checked()
    boxes.nth(1).check()
    page.reload()
    expect(boxes.nth(1)).to_be_checked()

    page.get_by_role("button", name="Forget").click()
    expect(page.locator(".checklist__said")).to_have_text("Your ticks are forgotten on this device.")
    assert page.evaluate(KEPT) == [0, 0, 0]
    boxes.first.check()
    assert page.evaluate(KEPT) == [0, 0, 0]
    page.reload()
    expect(page.locator(".checklist__box:checked")).to_have_count(0)


@pytest.mark.parametrize("remembered", [False, True])
def test_the_words_of_a_list_are_true_of_a_page_out_of_the_browsers_memory(
    browser_type: BrowserType, whole_browser_launch_args: dict[str, Any], base_url: str, remembered: bool
) -> None:
    # Playwright switches off the memory that keeps whole pages for "back"; readers' browsers have it.
    browser = browser_type.launch(**whole_browser_launch_args, ignore_default_args=["--disable-back-forward-cache"])
    try:
        context = browser.new_context(base_url=base_url)
        page, elsewhere = context.new_page(), context.new_page()
        page.goto(LIST)
        said = page.locator(".checklist__said")
        page.locator(".checklist__box").nth(1).check()
        page.get_by_role("button", name="Remember on this device").click()
        expect(said).to_have_text("Your ticks are kept on this device.")
        page.evaluate("() => { window.sameDocument = true; }")
        page.goto("help/children.html")
        if not remembered:
            elsewhere.goto(LIST)
            elsewhere.get_by_role("button", name="Forget").click()
        page.go_back(wait_until="commit")  # a page out of the memory is not loaded again
        assert page.evaluate("() => window.sameDocument"), "The page did not come out of the browser's memory"
        expect(page.locator(".checklist__box:checked")).to_have_count(int(remembered))
        expect(said).to_have_text("Your ticks are kept on this device." if remembered else "")
        assert page.evaluate(KEPT)[0] == int(remembered)
    finally:
        browser.close()


def test_the_words_of_a_list_are_true_when_another_window_forgets_it(page: Page) -> None:
    page.goto(LIST)
    page.locator(".checklist__box").first.check()
    page.get_by_role("button", name="Remember on this device").click()
    other = page.context.new_page()
    other.goto(LIST)
    other.get_by_role("button", name="Forget").click()
    expect(page.locator(".checklist__said")).to_have_text("")
    expect(page.locator(".checklist__box:checked")).to_have_count(0)


def test_ticks_that_nobody_kept_stay_when_another_window_forgets(page: Page) -> None:
    page.goto(LIST)
    page.locator(".checklist__box").first.check()
    page.evaluate("() => { addEventListener('storage', () => { window.told = true; }); }")
    other = page.context.new_page()
    other.goto(LIST)
    other.evaluate("() => { localStorage.other = '1'; localStorage.clear(); }")
    page.wait_for_function("() => window.told")
    expect(page.locator(".checklist__box").first).to_be_checked()


def test_ticks_of_an_older_list_are_not_moved_to_other_lines(page: Page) -> None:
    page.goto(LIST)
    page.locator(".checklist__box").first.check()
    page.get_by_role("button", name="Remember on this device").click()
    page.evaluate(
        "() => { const [name] = Object.keys(localStorage);"
        ' localStorage[name] = localStorage[name].replace(/"version":"[^"]*"/, \'"version":"older"\'); }'
    )
    page.reload()
    expect(page.locator(".checklist__memory")).to_be_visible()
    expect(page.locator(".checklist__box:checked")).to_have_count(0)
