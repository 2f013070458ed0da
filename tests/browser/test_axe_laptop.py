"""axe finds nothing on any kind of page, on a laptop and in the dark."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.test_axe import CONTRAST, SCHEMES, found_on


def test_no_kind_of_page_has_a_violation_on_a_laptop(page: Page, one_of_each: list[str], layouts: list[str]) -> None:
    found = found_on(page, layouts, 1280, SCHEMES[:1])
    in_other_colours = [path for path in one_of_each if path not in layouts]
    found += found_on(page, in_other_colours, 1280, SCHEMES[:1], CONTRAST)
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)


def test_no_part_of_a_page_is_hard_to_see_in_the_dark(page: Page, every_part: list[str]) -> None:
    # In the dark each colour has another value; tests/design/test_contrast.py computes every pair of them.
    found = found_on(page, every_part, 1280, SCHEMES[1:])
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)
