"""What a person asks a device to keep opens without the server, is brought up to date, and is gone after one press."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error, Page, Request, expect

from macros.content.library import Entry
from tests.browser.pressing import until
from tests.browser.quizzes import answer, finish, learners_page, lesson_file, not_yet, right, verdict
from tests.browser.serving import served
from tests.tools.built import list_again

OFFLINE = "about/offline.html"
HELP = "help/index.html"
NEW = "The number is new today."
# All that a browser may keep, by what keeps it.
KEPT = """async () => ({
  stores: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  databases: (await indexedDB.databases()).length,
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
})"""
LEFT = "net::ERR_ABORTED"  # the page was left before it came, as a quiz's script may be
IS_KEPT = "async (words) => (await (await caches.match(location.href)).text()).includes(words)"
NOTHING = {"stores": [], "workers": 0, "databases": 0, "local": 0, "session": 0, "cookies": ""}


class Host:
    """A host of a copy of the site that can go away, come back at the same address, and be published anew."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.site = folder / "site"
        shutil.copytree(site, self.site, copy_function=_link)
        self._running: AbstractContextManager[str] = served(self.site)
        self.address = self._running.__enter__()

    def stop(self) -> None:
        self._running.__exit__(None, None, None)

    def start(self) -> None:
        self._running = served(self.site, urlsplit(self.address).port or 0)
        self._running.__enter__()

    def publish(self, path: str, words: str) -> None:
        """Publish the site with words put into a page before its end."""
        file = self.site / path
        html = file.read_text(encoding="utf-8")
        file.unlink()  # it is the tests' own site as well
        file.write_text(html.replace("</main>", f"<p>{words}</p></main>"), encoding="utf-8")
        list_again(self.site)


def _link(source: str, target: str) -> None:
    Path(target).hardlink_to(source)


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    host = Host(site, tmp_path)
    yield host
    host.stop()


Open = Callable[[str], Page]


@pytest.fixture
def opened(page: Page, host: Host) -> Open:
    """Opens a page of that host."""

    def open_page(path: str) -> Page:
        page.goto(host.address + path)
        return page

    return open_page


def keep(page: Page, choice: str) -> None:
    page.get_by_label("What would you like to keep?").select_option(choice)
    page.get_by_role("button", name="Keep on this device").click()
    expect(page.locator("[data-part=said]")).to_contain_text("It’s kept", timeout=60_000)


def test_nothing_is_kept_before_the_press_and_the_size_is_said_first(opened: Open, entry: Entry) -> None:
    page = opened(f"{OFFLINE}#{entry.id}")
    expect(page.get_by_label("What would you like to keep?")).to_have_value(entry.id)
    expect(page.locator("[data-part=size]")).to_have_text(re.compile(r"^It takes \d+\.\d MB on this device\."))
    page.get_by_label("What would you like to keep?").select_option("everything")
    expect(page.locator("[data-part=size]")).to_have_text(re.compile(r"^It takes \d\d\.\d MB on this device\."))
    expect(page.locator("[data-part=now]")).to_have_text("Nothing is kept on this device.")
    assert page.evaluate(KEPT) == NOTHING


def test_a_kept_lesson_opens_without_the_server_and_its_quiz_marks(opened: Open, host: Host, entry: Entry) -> None:
    page = opened(OFFLINE)
    keep(page, entry.id)
    host.stop()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    try:
        folder = lesson_file(entry).rpartition("/")[0]
        for name in ("teach", "worksheet", "worksheet-large", "story", "answers"):
            assert opened(f"{folder}/{name}.html").title()
        opened(learners_page(entry))
        expect(page.locator("h1")).to_have_text(entry.lesson.title)
        for question in entry.quiz.questions:
            assert verdict(answer(page, entry, question, not_yet(entry, question))) == "Not yet."
            assert verdict(answer(page, entry, question, right(entry, question))) == "Yes!"
        expect(finish(page)).to_be_visible()
        page.get_by_role("button", name="Whiteboard").click()
        expect(page.locator(".white__stage h1")).to_be_visible()
        for path in ("", "index.html", HELP, "help/children.html", "parents/index.html", "learners/index.html"):
            opened(path)
            expect(page.locator("h1")).to_be_visible()
        page.get_by_role("button", name="Search").click()
        page.get_by_role("searchbox").fill("password")
        expect(page.locator(".find__hits a").first).to_be_visible()
        assert not failed
        with pytest.raises(Error):
            opened("staff/governors.html")  # nobody has asked for it
    finally:
        host.start()


def test_every_part_of_everything_is_there_without_the_server(opened: Open, host: Host, every_part: list[str]) -> None:
    page = opened(OFFLINE)
    keep(page, "everything")
    host.stop()
    failed: list[str] = []

    def note(request: Request) -> None:
        if request.failure != LEFT:
            failed.append(f"{page.url}: {request.url}")

    page.on("requestfailed", note)
    try:
        for path in every_part:
            if not path.startswith(("about/look/", "404")):
                opened(path)
                page.evaluate("() => document.querySelectorAll('img').forEach((one) => { one.loading = 'eager'; })")
                page.wait_for_function("() => [...document.images].every((one) => one.complete)")
    finally:
        host.start()
    assert not failed


def test_a_help_page_is_the_newest_and_is_kept_as_such(opened: Open, host: Host, entry: Entry) -> None:
    page = opened(OFFLINE)
    keep(page, entry.id)
    host.publish(HELP, NEW)
    opened(HELP)
    expect(page.get_by_text(NEW)).to_be_visible()
    assert until(page, lambda: bool(page.evaluate(IS_KEPT, NEW)))
    host.stop()
    try:
        opened(HELP)
        expect(page.get_by_text(NEW)).to_be_visible()
    finally:
        host.start()


def test_a_kept_page_is_shown_where_the_server_does_not_answer(
    opened: Open, host: Host, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    from http.server import SimpleHTTPRequestHandler

    page = opened(OFFLINE)
    keep(page, entry.id)
    ended = threading.Event()
    monkeypatch.setattr(SimpleHTTPRequestHandler, "do_GET", lambda _: ended.wait())
    try:
        opened(HELP)
        expect(page.locator("h1")).to_be_visible()
    finally:
        ended.set()


def test_what_is_kept_follows_the_site(opened: Open, host: Host, entry: Entry) -> None:
    page = opened(OFFLINE)
    keep(page, entry.id)
    before = page.evaluate("() => caches.keys()")
    host.publish(lesson_file(entry), "A line that is new.")
    opened("index.html")
    assert until(page, lambda: len(now := page.evaluate("() => caches.keys()")) == 1 and now != before)
    host.stop()
    try:
        opened(learners_page(entry))
        expect(page.get_by_text("A line that is new.")).to_be_visible()
        opened(HELP)  # which has not changed, and was taken over
        expect(page.locator("h1")).to_be_visible()
    finally:
        host.start()


def test_a_second_choice_is_added_to_the_first(opened: Open, library: object, entry: Entry) -> None:
    page = opened(OFFLINE)
    keep(page, entry.id)
    keep(page, "years-5-6")
    expect(page.locator("[data-part=now]")).to_have_text(
        f"Kept on this device: {entry.lesson.title}; All of Years 5 and 6."
    )
    assert len(page.evaluate("() => caches.keys()")) == 1


def test_one_press_takes_everything_off(opened: Open, entry: Entry) -> None:
    page = opened(OFFLINE)
    keep(page, entry.id)
    held = page.evaluate(KEPT)
    assert (len(held["stores"]), held["workers"]) == (1, 1)
    page.get_by_role("button", name="Forget").click()
    expect(page.locator("[data-part=said]")).to_have_text("Forgotten. Nothing is kept.")
    assert page.evaluate(KEPT) == NOTHING
    opened(HELP)
    assert page.evaluate(KEPT) == NOTHING


def test_while_it_comes_one_press_takes_everything_off_too(opened: Open) -> None:
    page = opened(OFFLINE)
    page.get_by_role("button", name="Keep on this device").click()
    expect(page.locator("[data-part=said]")).to_contain_text("Getting it: ")
    page.get_by_role("button", name="Forget").click()
    expect(page.locator("[data-part=said]")).to_have_text("Forgotten. Nothing is kept.")
    assert page.evaluate(KEPT) == NOTHING
    keep(page, "years-1-2")
    assert len(page.evaluate(KEPT)["stores"]) == 1


SLOW_TO_COME = """() => {
  const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
  navigator.serviceWorker.register = (...about) =>
    new Promise((done) => { window.come = done; }).then(() => register(...about));
}"""


def test_a_press_that_is_faster_than_the_worker_takes_everything_off_too(opened: Open) -> None:
    page = opened(OFFLINE)
    page.evaluate(SLOW_TO_COME)
    page.get_by_role("button", name="Keep on this device").click()
    page.get_by_role("button", name="Forget").click()
    page.evaluate("() => come()")
    expect(page.locator("[data-part=said]")).to_have_text("Forgotten. Nothing is kept.")
    expect(page.get_by_role("button", name="Keep on this device")).to_be_enabled()
    assert page.evaluate(KEPT) == NOTHING
    expect(page.locator("[data-part=said]")).to_have_text("Forgotten. Nothing is kept.")


def test_a_device_without_room_says_so_and_keeps_no_part(opened: Open, host: Host) -> None:
    page = opened(OFFLINE)
    devtools = page.context.new_cdp_session(page)
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(host.address))
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 2_000_000})
    page.get_by_role("button", name="Keep on this device").click()
    expect(page.locator("[data-part=said]")).to_contain_text("isn’t enough room", timeout=30_000)
    assert page.evaluate("() => caches.keys()") == []


def test_a_page_that_did_not_come_is_asked_for_again(opened: Open, host: Host, entry: Entry) -> None:
    page = opened(OFFLINE)
    missing = host.site / lesson_file(entry)
    missing.rename(missing.with_suffix(".gone"))
    page.get_by_label("What would you like to keep?").select_option(entry.id)
    page.get_by_role("button", name="Keep on this device").click()
    expect(page.locator("[data-part=said]")).to_contain_text("press again")
    missing.with_suffix(".gone").rename(missing)
    keep(page, entry.id)


def test_on_a_disk_a_sentence_says_that_it_cannot(page: Page, site: Path) -> None:
    page.goto((site / OFFLINE).as_uri())
    expect(page.locator("[data-part=cannot]")).to_be_visible()
    expect(page.get_by_role("button", name="Keep on this device")).to_be_hidden()
