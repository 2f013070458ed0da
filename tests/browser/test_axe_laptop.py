"""axe finds nothing on any kind of page, on a laptop and in the dark."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.test_axe import ALL, CONTRAST, SCHEMES, found_on


def test_no_kind_of_page_has_a_violation_on_a_laptop(page: Page, one_of_each: list[str]) -> None:
    found = found_on(page, one_of_each, 1280, SCHEMES[:1], ALL)
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)


def test_no_kind_of_page_is_hard_to_see_in_the_dark(page: Page, one_of_each: list[str]) -> None:
    found = found_on(page, one_of_each, 1280, SCHEMES[1:], CONTRAST)
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)
