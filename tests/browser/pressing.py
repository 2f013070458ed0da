"""Presses everything on a page, as nobody would, and compares what the browser does with docs/_data/privacy.yml."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import yaml
from playwright.sync_api import ElementHandle, Page, Request

FACTS = "docs/_data/privacy.yml"
# What a press can show that has not been pressed: panels in panels.
ROUNDS = 8
PATIENCE = 60_000  # ms; to keep the whole site takes a while
STEP = 50  # ms

# All that a browser may keep, by the words of the file. What refuses to say, as on a disk, keeps nothing.
STORED = """async () => {
  const quietly = async (ask) => { try { return await ask(); } catch (error) { return []; } };
  return {
    "local storage": await quietly(() => Object.keys(localStorage)),
    "session storage": await quietly(() => Object.keys(sessionStorage)),
    "cache storage": await quietly(() => caches.keys()),
    databases: await quietly(async () => (await indexedDB.databases()).map(({ name }) => name)),
    workers: await quietly(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)),
    cookies: document.cookie ? [document.cookie] : [],
  };
}"""
# Presses what is shown and has not been pressed, but for the buttons that keep or forget; gives how many there were.
PRESS = """async (left) => {
  const pressed = window.pressedByTests = window.pressedByTests || new WeakSet();
  const words = (one) => one.textContent.trim();
  let count = 0;
  for (const one of document.querySelectorAll("button, summary, input, select, [role=button]")) {
    if (pressed.has(one) || !one.checkVisibility() || left.includes(words(one))) continue;
    pressed.add(one);
    count += 1;
    if (one.localName === "select") {
      one.selectedIndex = one.options.length - 1;
      one.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (one.matches("input[type=text], input[type=search], input:not([type])")) {
      one.value = "Alexander";
      one.dispatchEvent(new Event("input", { bubbles: true }));
      one.dispatchEvent(new Event("change", { bubbles: true }));
    } else one.click();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return count;
}"""
# Presses the button with these words beside another.
BESIDE = """(one, words) => {
  Array.from(one.parentElement.querySelectorAll("button")).find((each) => each.textContent.trim() === words).click();
}"""
QUIET = "window.print = () => {}; window.alert = () => {};"


def until(page: Page, holds: Callable[[], bool]) -> bool:
    """Wait until something holds, and say whether it does."""
    for _ in range(PATIENCE // STEP):
        if holds():
            return True
        page.wait_for_timeout(STEP)
    return False


class Facts:
    """What the site says it does, as the tests read it."""

    def __init__(self, root: Path) -> None:
        data = yaml.safe_load((root / FACTS).read_text(encoding="utf-8"))
        self.never = {fact["id"] for fact in data["never"]}
        self.kept: list[dict[str, str]] = data["kept"]

    @property
    def buttons(self) -> dict[str, str]:
        """The words of each button that keeps something, with those of the button that forgets it."""
        return {fact["button"]: fact["forget"] for fact in self.kept}

    def explains(self, place: str, name: str, button: str) -> bool:
        """Say whether something that is kept is told of, as kept by this button."""
        return any(
            fact["place"] == place and fact["button"] == button and fnmatchcase(name, fact["name"])
            for fact in self.kept
        )


class Walk:
    """One page, pressed; what contradicts the facts is in `faults`, and `seen` names the facts that came up."""

    WATCHED = frozenset({"elsewhere", "sent", "cookies", "unasked"})

    def __init__(self, page: Page, root_address: str, facts: Facts) -> None:
        self.page, self.root, self.facts = page, root_address, facts
        self.faults: list[str] = []
        self.seen: set[tuple[str, str]] = set()
        page.add_init_script(QUIET)
        page.context.on("request", self._asked)

    def press_all(self, path: str) -> None:
        """Press everything on a page: first what keeps nothing, then each button that keeps, and then “Forget”."""
        self.page.goto(self.root + path)
        left = [*self.facts.buttons, *self.facts.buttons.values()]
        self._nothing_is_kept("as it was opened")
        for _ in range(ROUNDS):
            if not self.page.evaluate(PRESS, left):
                break
            self.page.wait_for_load_state("networkidle")
            self._nothing_is_kept("after presses on other buttons")
        # What lies over the page is not closed by a press on what it holds.
        self.page.goto(self.root + path)
        self.page.evaluate("() => document.querySelectorAll('details').forEach((one) => one.firstElementChild.click())")
        self.page.wait_for_load_state("networkidle")
        for words in self.facts.buttons:
            # Found before one is pressed: a press may close what holds another.
            for button in self.page.get_by_role("button", name=words, exact=True).element_handles():
                # A page with a fault is known to have one: what follows would be waited for in vain.
                if button.is_enabled() and not self.faults:
                    self._keep_and_forget(button, words)

    def _keep_and_forget(self, button: ElementHandle, words: str) -> None:
        button.evaluate("(one) => one.click()")
        # A worker is there before what it keeps.
        if not until(self.page, lambda: any(names for place, names in self._stored().items() if place != "workers")):
            self._fault(f"“{words}” keeps nothing")
        stored = self._stored()
        workers = stored.pop("workers")
        for place, names in stored.items():
            for name in names:
                if self.facts.explains(place, name, words):
                    self.seen.add((place, words))
                else:
                    self._fault(f"“{words}” keeps “{name}” in {place}, of which {FACTS} does not tell")
        if workers and not stored["cache storage"]:
            self._fault(f"“{words}” starts a worker, and keeps nothing for it")
        if self.faults:
            return  # “Forget” would be waited for in vain
        forget = self.facts.buttons[words]
        button.evaluate(BESIDE, forget)
        if not until(self.page, lambda: not any(self._stored().values())):
            self._fault(f"“{forget}” leaves something: {self._stored()}")

    def _stored(self) -> dict[str, list[str]]:
        stored: dict[str, list[str]] = self.page.evaluate(STORED)
        stored["cookies"] += [str(cookie) for cookie in self.page.context.cookies()]
        return stored

    def _nothing_is_kept(self, when: str) -> None:
        for place, names in self._stored().items():
            if names:
                self._fault(f"{', '.join(names)} in {place}, {when}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.root, "data:", "blob:")):
            self._fault(f"asks for {request.url}")
        if request.method != "GET" or "?" in request.url.removeprefix(self.root):
            self._fault(f"sends ({request.method}) {request.url}")

    def _fault(self, what: str) -> None:
        self.faults.append(f"{self.page.url.removeprefix(self.root)}: {what}")


def walked(paths: list[str], new_page: Callable[[], Page], root_address: str, facts: Facts) -> Iterator[Walk]:
    """Press everything on each page, each in a browser that has kept nothing.

    Args:
        paths: the pages, from the site's root.
        new_page: opens a page in a context of its own.
        root_address: the site's root.
        facts: what the site says.
    """
    for path in paths:
        page = new_page()
        walk = Walk(page, root_address, facts)
        walk.press_all(path)
        yield walk
        page.context.close()
