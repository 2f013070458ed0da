"""The states in which a page can be: how to bring it there, and whether it can be there at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.focus import press

SEARCH = "passwords"
CHOOSE = """() => {
  for (const question of document.querySelectorAll("form[data-part=question]")) {
    const asked = new Set();
    for (const input of question.querySelectorAll("input[type=radio], input[type=checkbox]")) {
      if (!asked.has(input.name)) input.click();
      asked.add(input.name);
    }
    for (const list of question.querySelectorAll("select")) {
      list.selectedIndex = 1;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}"""
CHECK = """() => {
  for (const button of document.querySelectorAll("[data-part=check]")) { button.click(); button.click(); }
}"""
WALK = """() => {
  for (const way of document.querySelectorAll("[data-part=way]")) if (way.checkVisibility()) way.click();
}"""


@dataclass(frozen=True)
class State:
    """One state of a page.

    Attributes:
        name: what the report calls it.
        where: finds what the state needs; a page without it is never in this state.
        reach: brings a page that has just been opened into the state.
        widths: the widths at which it can be, in CSS pixels; empty for all.
    """

    name: str
    where: str
    reach: Callable[[Page], None]
    widths: tuple[int, ...] = ()


def _opened(page: Page) -> None:
    expect(page.locator("body")).to_be_visible()


def _panel(page: Page) -> None:
    page.locator("[data-part=display] summary").click()


def _menu(page: Page) -> None:
    page.locator(".head__menu").click()


def _search(page: Page) -> None:
    page.locator("[data-part=search]").click()
    page.locator("#find-words").fill(SEARCH)
    # Its script and its index come only now.
    expect(page.locator(".find__hits a").first).to_be_visible(timeout=30_000)


def _answered(page: Page) -> None:
    page.evaluate(CHOOSE)
    page.evaluate(CHECK)
    page.evaluate(WALK)


def _unfinished(page: Page) -> None:
    page.locator("[data-part=finish]").first.click()


def _finished(page: Page) -> None:
    _answered(page)
    page.locator("[data-part=finish]").first.click()
    anyway = page.locator("[data-part=anyway]:visible")
    if anyway.count():
        anyway.first.click()


def _board(page: Page) -> None:
    page.locator("[data-part=board]").first.click()
    expect(page.locator("dialog[open]")).to_be_visible()


def _whiteboard(page: Page) -> None:
    page.locator("[data-part=whiteboard]").click()
    expect(page.locator(".white__stage h1")).to_be_visible()


def _last_step(page: Page) -> None:
    _whiteboard(page)
    place = page.locator(".white__place")
    for _ in range(60):
        at, _, last = place.inner_text().partition(" of ")
        if at == last:
            return
        press(page, "PageDown")
    raise AssertionError("The last step of the whiteboard was not reached.")


STATES = (
    State("as opened", "body", _opened),
    State("display panel", "[data-part=display]", _panel),
    State("menu", ".head__menu", _menu, (360,)),
    State("search", "[data-part=search]", _search),
    State("quiz answered", "form[data-part=question]", _answered),
    State("quiz not answered", "[data-part=finish]", _unfinished),
    State("quiz finished", "[data-part=finish]", _finished),
    State("class board", "[data-part=board]", _board),
    State("whiteboard", "[data-part=whiteboard]", _whiteboard, (1280,)),
    State("whiteboard's last step", "[data-part=whiteboard]", _last_step, (1280,)),
)
