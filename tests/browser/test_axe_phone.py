"""axe finds nothing on any kind of page, on a phone."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.test_axe import BUT_COLOURS, SCHEMES, found_on


def test_no_kind_of_page_has_a_violation_on_a_phone(page: Page, layouts: list[str]) -> None:
    # A laptop's test judges the colours. `make audit` judges every page, and html-validate does so in each run.
    found = found_on(page, layouts, 360, SCHEMES[:1], BUT_COLOURS)
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)
