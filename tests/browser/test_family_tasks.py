"""What a reader comes for is three taps at most from the front door of a phone; what is urgent, one screen too.

`pytest -s` prints the taps, the screens scrolled and the seconds of reading for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import ElementHandle, Page

PHONE = {"width": 360, "height": 740}
MOST_TAPS = 3
MOST_SCREENS = 1.0
WORDS_A_MINUTE = 200
TASKS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("family_tasks.yml").read_text(encoding="utf-8"))

# What is read on the way to a target: from the top of what was first seen, or from what was pressed on the same page.
MEASURE = """([target, pressed, view]) => {
  const after = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const place = target.getBoundingClientRect();
  let words = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const box = text.parentElement.getBoundingClientRect();
    const begun = pressed ? after(pressed, text) && !pressed.contains(text) : box.bottom + scrollY > view;
    const passed = after(text, target) || target.contains(text);
    if (begun && passed && text.parentElement.checkVisibility() && box.height)
      words += (text.textContent.match(/[\\p{L}\\p{N}’'-]+/gu) || []).length;
  }
  return { words, bottom: place.bottom + scrollY };
}"""


@dataclass
class Way:
    """What a task has taken so far.

    Attributes:
        page: the page, on a phone.
        view: how far down the page the screen begins.
        pressed: what was pressed last, if the page has stayed.
        screens: how many screens were scrolled.
        words: how many words were passed.
    """

    page: Page
    view: float = 0
    pressed: ElementHandle | None = None
    screens: float = 0
    words: int = 0

    def look_for(self, target: ElementHandle) -> None:
        """Read on until something is seen."""
        found = self.page.evaluate(MEASURE, [target, self.pressed, self.view])
        below = max(0.0, found["bottom"] - self.view - PHONE["height"])
        self.screens += below / PHONE["height"]
        self.view += below
        self.words += found["words"]

    def tap(self, words: str) -> None:
        """Press a link, or a line that opens, by its visible words, or by those before a colon."""
        named = self.page.locator("a, summary").filter(has_text=re.compile(rf"^\s*{re.escape(words)}\s*(:|$)"))
        target = named.locator("visible=true").first.element_handle()
        assert target is not None
        self.look_for(target)
        before = self.page.url
        target.click()
        self.pressed = target
        if self.page.url != before:
            self.page.wait_for_load_state()
            self.view, self.pressed = self.page.evaluate("() => scrollY"), None


@dataclass
class Table:
    """The figures of every task."""

    rows: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def table() -> Iterator[Table]:
    """Prints the figures after the last task."""
    gathered = Table()
    yield gathered
    print("\n\ntaps  screens  seconds  task", *gathered.rows, sep="\n")


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["task"])
def test_a_reader_finds_what_they_came_for(page: Page, table: Table, task: dict[str, Any]) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    page.goto("index.html")
    way = Way(page)
    for words in task["taps"]:
        way.tap(words)
    answer = page.locator("main").get_by_text(task["answer"]).locator("visible=true").first.element_handle()
    assert answer is not None
    way.look_for(answer)
    seconds = round(way.words * 60 / WORDS_A_MINUTE)
    table.rows.append(f"{len(task['taps']):4}  {way.screens:7.1f}  {seconds:7}  {task['about']}: {task['task']}")
    assert len(task["taps"]) <= MOST_TAPS
    if task.get("urgent"):
        assert way.screens <= MOST_SCREENS, f"{way.screens:.1f} screens of scrolling. Put the answer further up."


def test_there_are_tasks_of_every_kind_and_of_every_reader() -> None:
    of_work = [task["about"] for task in TASKS if task["about"] in ("staff", "governor")]
    assert len(TASKS) - len(of_work) == 25
    assert (of_work.count("staff"), of_work.count("governor")) == (10, 3)
    assert {task["about"] for task in TASKS} == {"worry", "age", "app", "school", "print", "staff", "governor"}
    assert sum(bool(task.get("urgent")) for task in TASKS) >= 4


def test_what_stands_far_down_is_measured(page: Page) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    page.goto("help/index.html")
    way = Way(page)
    way.tap("complaints procedure")
    assert way.screens > MOST_SCREENS
    assert way.words > WORDS_A_MINUTE
