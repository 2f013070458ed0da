"""axe finds nothing on any page, on a phone."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.test_axe import ALL, BUT_CONTRAST, SCHEMES, found_on


def test_no_kind_of_page_has_a_violation_on_a_phone(page: Page, each_kind: list[str]) -> None:
    found = found_on(page, each_kind, 360, SCHEMES[:1], ALL)
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)


def test_no_page_of_any_other_lesson_has_a_violation(page: Page, paths: list[str], each_kind: list[str]) -> None:
    # Made like those of the lessons above, and in the same colours.
    others = [path for path in paths if path not in each_kind]
    found = found_on(page, others, 360, SCHEMES[:1], BUT_CONTRAST)
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)
