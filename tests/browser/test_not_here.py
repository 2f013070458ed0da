"""An address that is not there: what happened, help and the way back, wherever a host shows it, without its files."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_axe import violations
from tests.browser.test_small_screens import TOO_WIDE

MISSING = ("gone.html", "learners/gone.html", "lessons/years-3-4/gone/index.html", "help/when/a/b/c")


@contextlib.contextmanager
def hosted(site: Path, folder: str) -> Iterator[str]:
    """Show a site as a host does that answers with 404.html whatever is not there.

    Args:
        site: the built site.
        folder: where it stands on the host: "/", or a folder.

    Yields:
        The address of the site's root.
    """

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, directory=str(site), **named)

        def translate_path(self, path: str) -> str:
            inside = "/" + path.removeprefix(folder) if path.startswith(folder) else "/outside"
            return super().translate_path(inside)

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            content = (site / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{folder}"
    finally:
        server.shutdown()
        server.server_close()


def dead(page: Page) -> list[str]:
    """Name the links of a page that lead nowhere."""
    found = []
    for address in page.locator("a").evaluate_all("(links) => links.map((link) => link.href)"):
        if address.startswith("tel:"):
            continue
        try:
            urlopen(address).close()
        except HTTPError:
            found.append(address)
    return found


@pytest.mark.parametrize("missing", MISSING)
def test_every_link_works_at_any_depth_of_a_host_of_its_own_without_a_script(
    browser: Browser, site: Path, missing: str
) -> None:
    with hosted(site, "/") as address:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        answer = page.goto(address + missing)
        assert answer is not None
        assert answer.status == 404
        assert not dead(page)
        page.get_by_role("link", name="Go to the front page").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Online safety")
        context.close()


@pytest.mark.parametrize("missing", MISSING[1:])
def test_every_link_works_within_a_folder_where_the_address_names_one_of_ours(
    page: Page, site: Path, missing: str
) -> None:
    with hosted(site, "/some/school/") as address:
        page.goto(address + missing)
        assert not dead(page)


def test_it_says_what_happened_and_needs_no_file_and_nothing_else(page: Page, site: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    with hosted(site, "/some/school/") as address:
        page.goto(address + "learners/gone.html")
        page.wait_for_load_state("networkidle")
        assert [url for url in asked if "favicon" not in url] == [address + "learners/gone.html"]
        assert not [words for words in said if "404" not in words]  # the browser tells the status itself
        # Its own style is the one that the security policy allows.
        assert page.evaluate("() => getComputedStyle(document.querySelector('.tell')).borderTopStyle") == "solid"
        expect(page.locator("h1")).to_have_text("This page isn’t here")
        expect(page.get_by_text("You haven’t done anything wrong.")).to_be_visible()
        for number in ("tel:999", "tel:08001111"):
            expect(page.locator(f'a[href="{number}"]')).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_every_screen_and_axe_finds_nothing(page: Page, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    with hosted(site, "/") as address:
        page.goto(address + "gone.html")
        assert page.evaluate(TOO_WIDE) == []
        assert not violations(page, "nowhere")
