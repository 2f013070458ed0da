"""axe finds nothing on a quiz, in light and dark, on a phone and a laptop, before and after answering."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from typing import Any

from playwright.sync_api import Page, expect

from macros.content.library import Entry, Library
from tests.browser.quizzes import answer, do_right, finish, learners_page, marked, not_yet, right
from tests.tools.node import module

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = {360: 640, 1280: 800}
SCHEMES = ("light", "dark")
ALL = f"{{runOnly: {TAGS}}}"
# What depends on colours alone takes more than half of the time.
CONTRAST = "{runOnly: {type: 'rule', values: ['color-contrast']}}"
OF_COLOURS = [f"'{rule}': {{enabled: false}}" for rule in ("color-contrast", "link-in-text-block")]
BUT_COLOURS = f"{{runOnly: {TAGS}, rules: {{{', '.join(OF_COLOURS)}}}}}"
RUN = "async () => (await axe.run(document, {...%s, resultTypes: ['violations']})).violations"
# The display panel would lie over the page, and axe judges no colour that it cannot see: it has a test of its own.
OPEN = "() => document.querySelectorAll('details:not(.display)').forEach((details) => { details.open = true; })"
TWICE = 2


def violations(page: Page, state: str, schemes: Sequence[str] = SCHEMES, rules: str = ALL) -> list[str]:
    """Run axe on a page as it is now; name page, state, rule and element of each violation.

    In the dark only colours are other ones, so of the rules only that on contrast is asked again.
    """
    found = []
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(module("axe-core/axe.min.js").read_text(encoding="utf-8"))
    page.evaluate(OPEN)
    for scheme in schemes:
        page.emulate_media(color_scheme="light" if scheme == "light" else "dark", reduced_motion="reduce")
        result: list[dict[str, Any]] = page.evaluate(RUN % (rules if scheme == "light" else CONTRAST))
        where = f"{page.url.partition('/path/')[2]} ({state}, {scheme}, {page.viewport_size['width']} px)"  # type: ignore[index]
        found += [
            f"{where}: {rule['id']}: {rule['help']}: {' '.join(map(str, node['target']))}"
            for rule in result
            for node in rule["nodes"]
        ]
    return found


def found_on(page: Page, paths: list[str], width: int, schemes: Sequence[str] = SCHEMES, rules: str = ALL) -> list[str]:
    """Give what is found on some pages at a width."""
    found = []
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    for path in paths:
        page.goto(f"{path}#whole")  # all pages of a lesson at once; elsewhere it names nothing
        found += violations(page, "as opened", schemes, rules)
    return found


def test_no_type_of_question_has_a_violation_before_or_after_answering(
    page: Page, every_type: str, every_entry: Entry
) -> None:
    page.set_viewport_size({"width": 360, "height": WIDTHS[360]})  # `make audit` has the other widths too
    page.goto(every_type)
    for question in marked(every_entry):
        for _ in range(TWICE):  # so that the hint and the answers are offered
            answer(page, every_entry, question, not_yet(every_entry, question))
    found = violations(page, "answered, not yet")
    for question in marked(every_entry):
        answer(page, every_entry, question, right(every_entry, question))
    found += violations(page, "answered, right")
    page.goto(every_type)
    finish(page)
    found += violations(page, "not answered yet")
    page.locator("[data-part=anyway]").click()
    found += violations(page, "finished")
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)


def test_no_quiz_has_a_violation_when_it_is_finished(page: Page, library: Library) -> None:
    # In the colours of each age; `make audit` judges every lesson in every state.
    found = []
    for (width, height), entry in zip(cycle(WIDTHS.items()), library.lessons.values(), strict=False):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(learners_page(entry))
        do_right(page, entry)
        first = marked(entry)[0]
        answer(page, entry, first, not_yet(entry, first))
        expect(finish(page)).to_be_visible()
        found += violations(page, "finished, one not yet")
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)


def test_axe_does_find_a_violation(page: Page, entry: Entry) -> None:
    page.goto(learners_page(entry))
    page.evaluate("() => document.querySelector('#main').append(document.createElement('img'))")
    page.evaluate("() => { document.querySelector('h1').style.color = '#999999'; }")
    found = violations(page, "broken")
    assert any("image-alt" in line and learners_page(entry) in line for line in found)
    assert any("color-contrast" in line and "light" in line and f"#{entry.id}" in line for line in found)
