"""axe finds nothing on a laptop: on as few pages as have every part and the colours of each age, in light and dark."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.test_axe import found_on


def test_no_part_of_a_page_has_a_violation_on_a_laptop(page: Page, every_part: list[str]) -> None:
    # A phone's test judges every kind of page, `make audit` every page, and tests/design/test_contrast.py computes
    # every pair of colours.
    found = found_on(page, every_part, 1280)
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)
