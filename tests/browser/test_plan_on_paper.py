"""A plan is one sheet of A4, both sides, and its script five pages more at most: counted in real prints."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.test_worksheets import sheets

SIDES = 2
SCRIPT = 5  # a teacher holds it while teaching; before, a plan was 11 to 19 sheets


def printed(page: Page, address: str) -> list[str]:
    page.goto("about:blank")  # else a place in the address would not be gone to
    page.goto(address)
    return sheets(page.pdf(prefer_css_page_size=True))


def test_every_plan_is_one_sheet_and_its_script_is_printed_when_it_is_asked_for(page: Page, paths: list[str]) -> None:
    plans = [path for path in paths if path.startswith("lessons/") and Path(path).name == "teach.html"]
    assert plans
    for path in plans:
        plan = printed(page, path)
        assert len(plan) == SIDES, f"{path} has {len(plan)} pages. Shorten what stands on the fuller side."
        assert "Five-minute version" in plan[1], f"{path}: the first side does not fit its page."
        assert "The script" not in " ".join(plan), path
        whole = printed(page, f"{path}#script")
        assert SIDES < len(whole) <= SIDES + SCRIPT, f"{path}: its script has {len(whole) - SIDES} pages."
        assert whole[SIDES].startswith("The script"), path
        assert "Take the quiz elsewhere" not in " ".join(whole), path
