"""axe finds nothing on any page, on a phone."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.test_axe import BUT_CONTRAST, SCHEMES, found_on


def test_no_page_has_a_violation_on_a_phone(page: Page, paths: list[str], each_kind: list[str]) -> None:
    # Of the other lessons the pages that hold most of their words. A laptop's test judges the colours.
    lessons = [path for path in paths if path not in each_kind and path.endswith(("/index.html", "/teach.html"))]
    found = found_on(page, [*each_kind, *lessons], 360, SCHEMES[:1], BUT_CONTRAST)
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)
