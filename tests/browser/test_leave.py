"""“Leave this page” leaves at once: without a script, and out of a frame in which a school's own site may show it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Route, expect

AWAY = "https://www.bbc.co.uk/weather"
PAGES = ("help/index.html", "help/children.html", "help/index-large.html")


@pytest.mark.parametrize("framed", [False, True], ids=["alone", "in a frame"])
@pytest.mark.parametrize("script", [False, True], ids=["without a script", "with"])
@pytest.mark.parametrize("path", PAGES)
def test_the_whole_window_goes_to_the_weather(
    browser: Browser, base_url: str, path: str, script: bool, framed: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()

    def answer(route: Route) -> None:
        # Nothing is asked of the outside: a page stands in for it, and one with a frame for a school's site.
        frame = f'<iframe src="{base_url}{path}" width="900" height="500"></iframe>'
        route.fulfill(content_type="text/html", body=frame if "frame" in route.request.url else "<h1>Weather</h1>")

    page.route(re.compile("^https:"), answer)
    page.route("**/frame", answer)
    page.goto(base_url + ("frame" if framed else path))
    where = page.frame_locator("iframe") if framed else page
    where.get_by_role("link", name="Leave this page").click()
    page.wait_for_url(AWAY)
    expect(page.locator("h1")).to_have_text("Weather")
    context.close()
