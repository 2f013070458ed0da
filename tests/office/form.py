"""A person of the office at the forms: opens a file, fills in fields by their labels, saves, and reads the answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from macros.cache import RoundCache
from macros.commands.edit import problems_of
from macros.editor.desk import Desk
from macros.editor.server import EditServer
from macros.site.dev_server import DevServer

SAVED = "All is well."
SCREENS = 80  # as many as the longest form has


class NoSite:
    """What stands in for the site beside the editor, which these jobs do not open."""

    def read(self) -> None:
        """Read nothing."""

    def answer(self, path: str) -> bytes | None:
        return None

    def as_last_made(self, path: str) -> bytes | None:
        return None

    def go_on(self) -> bool:
        return False


@contextmanager
def forms(project: Path, cache: RoundCache | None = None) -> Iterator[str]:
    """Serve the forms of a project.

    Args:
        project: its folder.
        cache: what was read of it before.

    Yields:
        The address of the editor.
    """
    with EditServer(Desk(project, problems_of, cache), DevServer(NoSite()), 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/admin/"
        server.shutdown()


class Office:
    """One person, with one window.

    Attributes:
        page: the window.
        project: the project's folder.
    """

    def __init__(self, page: Page, address: str, project: Path) -> None:
        self.page = page
        self.address = address
        self.project = project

    def read(self, path: str) -> str:
        """Give a file as it is on the disk."""
        return (self.project / path).read_text(encoding="utf-8")

    def open(self, drawer: str, file: str) -> None:
        """Go to a file by what is written there.

        Args:
            drawer: what the list on the left calls its group.
            file: what it is called in that.
        """
        self.page.goto("about:blank")
        self.page.goto(self.address)
        self.page.get_by_role("treeitem", name=drawer, exact=True).click()
        self.page.get_by_role("row", name=file, exact=True).first.click()
        expect(self.page.get_by_role("button", name="Save")).to_be_visible()

    def field(self, label: str, within: Locator | None = None) -> Locator:
        """Find a field by what stands above it, and scroll to it: a field is drawn when somebody comes near it.

        Args:
            label: the words above it.
            within: the entry of a list in which it is; without it, the first one of the form.
        """
        name = f"“\u2068{label}\u2069” Field"
        return self.come_to((within or self.page.locator("body")).get_by_role("group", name=name, exact=True).first)

    def come_to(self, found: Locator) -> Locator:
        """Scroll down to something until it is drawn."""
        self.page.mouse.move(600, 400)
        for _ in range(SCREENS):
            if found.count():
                break
            self.page.mouse.wheel(0, 500)
            self.page.wait_for_timeout(100)
        found.scroll_into_view_if_needed()
        return found

    def fill(self, label: str, words: str, within: Locator | None = None) -> None:
        """Write words into a field."""
        box = self.field(label, within).locator("input, textarea, [contenteditable=true]").first
        box.fill(words)

    def entry(self, listed: str, name: str) -> Locator:
        """Unfold an entry of a list.

        Args:
            listed: what stands above the list.
            name: what the entry is called.
        """
        card = self.card(listed, name)
        button = card.get_by_role("button", name="Expand", exact=True)
        body = button.get_attribute("aria-controls")
        button.click()
        return self.page.locator(f"[id='{body}']")

    def card(self, listed: str, name: str) -> Locator:
        """Find a folded entry of a list.

        Args:
            listed: what stands above the list.
            name: what the entry is called.
        """
        title = self.come_to(self.field(listed).get_by_text(name, exact=True).first)
        return title.locator("xpath=ancestor::div[@role='group'][1]")

    def add(self, listed: str) -> Locator:
        """Add an entry to a list of several fields each.

        Args:
            listed: what stands above the list.
        """
        self.field(listed).get_by_role("button", name="Add").last.click()
        unfolded = self.field(listed).get_by_role("button", name="Collapse", exact=True)
        body = unfolded.nth(1).get_attribute("aria-controls")
        return self.page.locator(f"[id='{body}']")

    def choose(self, label: str, choice: str, within: Locator | None = None) -> None:
        """Choose one of some choices.

        Args:
            label: what stands above them.
            choice: the choice.
            within: the entry of a list in which they are.
        """
        field = self.field(label, within)
        few = field.get_by_role("radio", name=choice, exact=True)
        if few.count():
            few.click()
            return
        field.get_by_role("combobox").click()
        self.page.get_by_role("option", name=choice, exact=True).click()

    def save(self) -> None:
        """Press “Save”."""
        self.page.get_by_role("button", name="Save", exact=True).click()

    def saved(self) -> None:
        """Save, and see that all is well."""
        self.save()
        expect(self.page.get_by_text("Entry saved.")).to_be_visible()
        expect(self.page.locator("#told")).to_contain_text(SAVED)
