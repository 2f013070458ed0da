"""Nothing moves while a page comes: what its scripts add has its room from the first paint."""

from __future__ import annotations

from threading import Event

import pytest
from playwright.sync_api import Page, Route

from tests.bench.kinds import KINDS
from tests.browser.pressing import until

WATCH = """
window.moved = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  const what = entry.sources.map((source) => source.node && (source.node.className || source.node.nodeName));
  window.moved.push(`${entry.value.toFixed(4)} ${what}`);
})).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
READ = "() => document.readyState !== 'loading'"  # as far as its end: a page may be painted before
# Two frames: what a script has changed is laid out in the first and told in the second.
TOLD = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
WIDTHS = (360, 800, 1280)
CHECK = "learners/years-5-6-check.html"  # it begins with its quiz
# Safari leaves a page where it is when what is above the screen grows or shrinks.
UNAIDED = "() => { document.documentElement.style.overflowAnchor = 'none'; }"
# Goes down a part of a page, and gives how far down the screen some words are, near its middle, which scripts leave.
MIDDLE = """(part) => {
  scrollTo(0, part * document.documentElement.scrollHeight);
  const top = (one) => one.getBoundingClientRect().top;
  const words = [...document.querySelectorAll('main :is(label, legend, p, li)')];
  window.middle = words.filter((one) => top(one) > 0 && top(one) < innerHeight / 2 && !one.closest('details')).pop();
  return top(window.middle);
}"""


def moved(page: Page, path: str) -> list[str]:
    """Open a page whose scripts come after all of its words are painted; name what they moved."""
    held: list[Route] = []
    painted = Event()
    page.route("**/*.js", lambda route: route.continue_() if painted.is_set() else held.append(route))
    page.goto(path, wait_until="commit")
    page.wait_for_function(PAINTED)
    page.wait_for_function(READ)
    page.evaluate(TOLD)
    page.evaluate("() => { window.moved = []; }")
    painted.set()
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.evaluate(TOLD)
    page.unroute("**/*.js")
    found: list[str] = page.evaluate("() => window.moved")
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_scripts_move_nothing_on_a_page_of_any_kind(page: Page, base_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(WATCH)
    paths = [*(kind.path for kind in KINDS), CHECK]
    found = {path: moves for path in paths if (moves := moved(page, base_url + path))}
    assert not found


# How far the friend that came first has moved when the others have come.
FRIENDS = """() => {
  const friends = document.querySelector(".gate__friends");
  const [first, ...others] = friends.children;
  const left = () => [friends, first].map((one) => one.getBoundingClientRect().left);
  friends.replaceChildren(first);
  const before = left();
  friends.append(...others);
  const after = left();
  return [others.length, ...after.map((place, at) => place - before[at])];
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_the_friends_on_the_front_door_move_for_none_that_comes_later(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("index.html")
    assert page.evaluate(FRIENDS) == [3, 0, 0]


def far_down(page: Page, path: str, part: float) -> tuple[list[str], float, float]:
    """Open a page whose scripts come when its reader is far down.

    Returns:
        What moved, how far the middle went, and how far the page was scrolled, in px.
    """
    held: list[Route] = []
    gone = Event()
    page.route("**/*.js", lambda route: route.continue_() if gone.is_set() else held.append(route))
    page.goto(path, wait_until="commit")
    page.wait_for_function(PAINTED)
    page.wait_for_function(READ)
    until(page, lambda: bool(held))
    page.evaluate(UNAIDED)
    before = page.evaluate(MIDDLE, part)
    scrolled = page.evaluate("() => scrollY")
    page.evaluate(TOLD)
    page.evaluate("() => { window.moved = []; }")
    gone.set()
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.evaluate(TOLD)
    page.unroute("**/*.js")
    by = page.evaluate("() => middle.getBoundingClientRect().top") - before
    return page.evaluate("() => window.moved"), by, page.evaluate("() => scrollY") - scrolled


@pytest.mark.parametrize("width", (360, 1280))
def test_scripts_move_nothing_for_who_has_gone_to_the_end_of_a_promise(page: Page, base_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.add_init_script(WATCH)
    assert far_down(page, base_url + "learners/years-3-4-promise.html", 1) == ([], 0, 0)


@pytest.mark.parametrize("width", (360, 1280))
@pytest.mark.parametrize(
    ("path", "part"), [("parents/apps-and-games.html", 1), ("parents/passwords-privacy-location.html", 0.7)]
)
def test_what_is_read_far_down_a_page_stays_when_scripts_change_much_before_it(
    page: Page, base_url: str, path: str, part: float, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.add_init_script(WATCH)
    _, by, scrolled = far_down(page, base_url + path, part)
    assert abs(by) <= 2
    assert abs(scrolled) > 20


def test_something_that_moves_would_be_seen(page: Page, base_url: str) -> None:
    page.add_init_script(WATCH)
    page.goto(base_url + "help/index.html")
    page.evaluate("() => document.querySelector('main').prepend(document.createElement('hr'))")
    page.evaluate(TOLD)
    assert page.evaluate("() => window.moved")
