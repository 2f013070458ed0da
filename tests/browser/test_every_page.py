"""Every page is opened once: it fits a phone, a child can press it, and it asks for nothing and keeps nothing."""

from __future__ import annotations

from collections import defaultdict

import pytest
from playwright.sync_api import Browser

from tests.browser.quizzes import come_near
from tests.browser.test_quiet import Watch
from tests.browser.test_small_screens import NARROW, OPEN, SMALL, TOO_WIDE

WIDE = {"width": 1280, "height": 800}
# The layouts that children use; the adults' pages have their own rule (24 px, which axe checks).
CHILDRENS = ("lessons/", "learners/", "help/children", "index.html")
NOT_CHILDRENS = ("teach.html", "worksheet.html", "worksheet-large.html", "answers.html")


@pytest.fixture(scope="module")
def found(browser: Browser, base_url: str, paths: list[str], each_kind: list[str]) -> dict[str, list[str]]:
    """What is to be mended, by what was asked: to open a page takes longer than all that is asked of it."""
    found: dict[str, list[str]] = defaultdict(list)
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    page.set_default_timeout(10_000)
    watch = Watch(page, base_url)
    # Of the other lessons the pages that hold their words: their sheets, answers and stories say the same again.
    lessons = [path for path in paths if path not in each_kind and path.endswith(("/index.html", "/teach.html"))]
    for path in (*each_kind, *lessons):
        page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
        page.goto(path)
        watch.look_for_anything_kept()
        page.evaluate(OPEN)
        if path.startswith(("about/look/", "learners/")) and page.locator(".quiz").count():
            come_near(page)  # its own style breaks words of any length, and makes what is pressed as high as a finger
        found["too wide"] += [f"{path}: {element} is too wide" for element in page.evaluate(TOO_WIDE)]
        if path in each_kind and path.startswith(CHILDRENS) and not path.endswith(NOT_CHILDRENS):
            found["a child's"].append(path)
            for screen in (NARROW, WIDE):
                page.set_viewport_size({"width": screen["width"], "height": screen["height"]})
                small = page.evaluate(SMALL)
                found["too small"] += [f"{path} at {screen['width']} px: {element}" for element in small]
    found["not quiet"] = watch.faults
    context.close()
    return found


def test_no_page_scrolls_sideways_at_320_pixels(found: dict[str, list[str]]) -> None:
    assert not found["too wide"], "\n".join(found["too wide"])


def test_everything_a_child_presses_is_at_least_44_pixels_high(found: dict[str, list[str]]) -> None:
    assert len(found["a child's"]) > 8
    assert not found["too small"], "\n".join(found["too small"])


def test_no_page_asks_elsewhere_complains_or_keeps_anything(found: dict[str, list[str]]) -> None:
    assert not found["not quiet"], "\n".join(found["not quiet"])
