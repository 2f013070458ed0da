"""Nothing moves while a page comes: what its scripts add has its room from the first paint."""

from __future__ import annotations

from threading import Event

import pytest
from playwright.sync_api import Page, Route

from tests.bench.kinds import KINDS

WATCH = """
window.moved = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  const what = entry.sources.map((source) => source.node && (source.node.className || source.node.nodeName));
  window.moved.push(`${entry.value.toFixed(4)} ${what}`);
})).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
# Two frames: what a script has changed is laid out in the first and told in the second.
TOLD = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
WIDTHS = (360, 800, 1280)


def moved(page: Page, path: str) -> list[str]:
    """Open a page whose scripts come after it has been painted; name what they moved."""
    held: list[Route] = []
    painted = Event()
    page.route("**/*.js", lambda route: route.continue_() if painted.is_set() else held.append(route))
    page.goto(path, wait_until="commit")
    page.wait_for_function(PAINTED)
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
    found = {kind.name: moves for kind in KINDS if (moves := moved(page, base_url + kind.path))}
    assert not found


def test_something_that_moves_would_be_seen(page: Page, base_url: str) -> None:
    page.add_init_script(WATCH)
    page.goto(base_url + "help/index.html")
    page.evaluate("() => document.querySelector('main').prepend(document.createElement('hr'))")
    page.evaluate(TOLD)
    assert page.evaluate("() => window.moved")
