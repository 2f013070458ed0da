"""Everything is pressed: nothing is asked of another site, nothing is sent, and nothing is kept but what is told of."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.pressing import Facts, Walk, walked

LIST = "parents/passwords-privacy-location.html"


@pytest.fixture(scope="module")
def facts(root: Path) -> Facts:
    return Facts(root)


def test_what_is_never_done_is_what_is_watched(facts: Facts) -> None:
    assert facts.never == Walk.WATCHED


def test_a_browser_asks_for_and_keeps_just_what_the_privacy_page_tells(
    browser: Browser, base_url: str, facts: Facts, every_part: list[str]
) -> None:
    paths = sorted({*every_part, LIST, "about/offline.html", "help/index.html", "help/children.html", "404.html"})
    walks = list(walked(paths, lambda: browser.new_context().new_page(), base_url, facts))
    faults = [fault for walk in walks for fault in walk.faults]
    assert not faults, "\n".join(faults)
    # And all that it tells of came up.
    assert set().union(*(walk.seen for walk in walks)) == {(fact["place"], fact["button"]) for fact in facts.kept}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("localStorage.visits = 1", "visits in local storage"),
        ("sessionStorage.visits = 1", "visits in session storage"),
        ("document.cookie = 'visits=1; path=/'", "in cookies"),
        ("indexedDB.open('visits')", "visits in databases"),
        ("caches.open('visits')", "visits in cache storage"),
        ("fetch('https://127.0.0.1:9/').catch(() => 0)", "asks for https://127.0.0.1:9/"),
        ("fetch('?who=me')", "sends (GET)"),
        ("fetch('', { method: 'POST' })", "sends (POST)"),
        ("addEventListener('click', () => { localStorage.pressed = 1; })", "pressed in local storage, after presses"),
        (
            "addEventListener('click', (event) => { if (/^Rem/.test(event.target.innerText)) localStorage.more = 1; })",
            "“Remember on this device” keeps “more” in local storage",
        ),
    ],
)
def test_what_no_page_may_do_is_seen(browser: Browser, base_url: str, facts: Facts, code: str, said: str) -> None:
    page = browser.new_context().new_page()
    page.add_init_script(f"try {{ {code}; }} catch (error) {{ /* an empty first page may keep nothing */ }}")
    walk = Walk(page, base_url, facts)
    try:
        walk.press_all(LIST)
    finally:
        page.context.close()
    assert said in "\n".join(walk.faults)
