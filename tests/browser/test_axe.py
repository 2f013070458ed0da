"""axe finds nothing on a quiz, in light and dark, on a phone and a laptop, before and after answering."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

from macros.library import Entry, Library
from tests.browser.quizzes import answer, learners_page, marked, not_yet, right
from tests.tools.node import module

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {360: 640, 1280: 800}
SCHEMES = ("light", "dark")
ALL = f"{{runOnly: {TAGS}}}"
# Contrast takes half of the time, and depends on colours alone.
CONTRAST = "{runOnly: {type: 'rule', values: ['color-contrast']}}"
BUT_CONTRAST = f"{{runOnly: {TAGS}, rules: {{'color-contrast': {{enabled: false}}}}}}"
RUN = "async () => (await axe.run(document, {...%s, resultTypes: ['violations']})).violations"
# The display panel would lie over the page, and axe judges no colour that it cannot see: it has a test of its own.
OPEN = "() => document.querySelectorAll('details:not(.display)').forEach((details) => { details.open = true; })"
TWICE = 2


def violations(page: Page, state: str, schemes: Sequence[str] = SCHEMES, rules: str = ALL) -> list[str]:
    """Run axe on a page as it is now, in light and in dark; name page, state, rule and element of each violation."""
    found = []
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(module("axe-core/axe.min.js").read_text(encoding="utf-8"))
    page.evaluate(OPEN)
    for scheme in schemes:
        page.emulate_media(color_scheme="light" if scheme == "light" else "dark", reduced_motion="reduce")
        result: list[dict[str, Any]] = page.evaluate(RUN % rules)
        where = f"{page.url.partition('/path/')[2]} ({state}, {scheme}, {page.viewport_size['width']} px)"  # type: ignore[index]
        found += [
            f"{where}: {rule['id']}: {rule['help']}: {' '.join(map(str, node['target']))}"
            for rule in result
            for node in rule["nodes"]
        ]
    return found


def in_both(page: Page, state: str) -> list[str]:
    """Run axe on a page as it is now; in the dark only colours are other ones."""
    return violations(page, state, SCHEMES[:1]) + violations(page, state, SCHEMES[1:], CONTRAST)


def found_on(page: Page, paths: list[str], width: int, schemes: Sequence[str], rules: str) -> list[str]:
    """Give what is found on some pages at a width."""
    found = []
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    for path in paths:
        page.goto(f"{path}#whole")  # all pages of a lesson at once; elsewhere it names nothing
        found += violations(page, "as opened", schemes, rules)
    return found


def test_no_quiz_has_a_violation_after_answering(page: Page, library: Library) -> None:
    found = []
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for entry in library.lessons.values():
            page.goto(learners_page(entry))
            for question in marked(entry):
                for _ in range(TWICE):  # so that the hint and the answers are offered
                    answer(page, entry, question, not_yet(entry, question))
            found += in_both(page, "answered, not yet")
            for question in marked(entry):
                answer(page, entry, question, right(entry, question))
            found += in_both(page, "answered, right")
            page.goto(learners_page(entry))
            page.locator("[data-part=finish]").click()
            found += in_both(page, "not answered yet")
            page.locator("[data-part=anyway]").click()
            found += in_both(page, "finished")
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)


def test_axe_does_find_a_violation(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    page.evaluate("() => document.querySelector('#main').append(document.createElement('img'))")
    page.evaluate("() => { document.querySelector('p.outcome').style.color = '#999999'; }")
    found = violations(page, "broken")
    assert any("image-alt" in line and learners_page(entry) in line for line in found)
    assert any("color-contrast" in line and "light" in line and "outcome" in line for line in found)
