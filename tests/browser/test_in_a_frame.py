"""In a frame of a school's own site, what leads out leaves the frame, and a quiz works whatever the frame allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, Route, expect

from tests.browser.serving import served
from tests.lessons import of_age

LESSON = of_age("years-3-4") + "/index.html"
HELP = "help/index.html"
# All that a frame may be forbidden; the last lets scripts run, and nothing else.
SANDBOXES = {
    "open": "",
    "scripts and forms": 'sandbox="allow-scripts allow-forms"',
    "scripts": 'sandbox="allow-scripts"',
}
# What a frame needs so that a reader can leave it by a link.
LEAVING = 'sandbox="allow-scripts allow-top-navigation-by-user-activation"'


@pytest.fixture
def outside(context: BrowserContext) -> list[str]:
    """What was asked of another site, for which a page stands in: nothing leaves this machine."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(content_type="text/html", body="<h1>Elsewhere</h1>")

    context.route(re.compile("^https:"), answer)
    return asked


Framed = Callable[..., FrameLocator]


@pytest.fixture
def framed(page: Page, base_url: str, tmp_path: Path) -> Iterator[Framed]:
    """Shows a page of the site in a frame of a school's own, which is another site to the browser."""
    with served(tmp_path) as address:

        def show(path: str, sandbox: str = "") -> FrameLocator:
            frame = f'<iframe {sandbox} src="{base_url}{path}" width="1000" height="700"></iframe>'
            (tmp_path / "school.html").write_text(f"<h1>Our school</h1>{frame}", encoding="utf-8")
            page.goto(address.replace("127.0.0.1", "localhost") + "school.html")
            return page.frame_locator("iframe")

        yield show


@pytest.mark.parametrize("sandbox", ["", LEAVING], ids=["open", "closed but for leaving"])
def test_a_link_to_another_site_takes_the_whole_window(
    page: Page, framed: Framed, outside: list[str], sandbox: str
) -> None:
    where = framed(HELP, sandbox)
    link = where.locator("main a[href^='https:']").first
    address = link.get_attribute("href")
    assert address
    where.locator("body").evaluate("(body) => body.querySelectorAll('details').forEach((one) => { one.open = true; })")
    link.click()
    page.wait_for_url(re.compile(re.escape(address.rstrip("/"))))
    expect(page.locator("h1")).to_have_text("Elsewhere")
    assert len(outside) == 1


def test_a_link_within_the_site_stays_in_the_frame(page: Page, framed: Framed) -> None:
    where = framed(HELP)
    where.get_by_role("link", name="Home").click()
    expect(where.locator("h1")).to_have_text("Online safety")
    expect(page.locator("h1").first).to_have_text("Our school")


@pytest.mark.parametrize("sandbox", SANDBOXES.values(), ids=SANDBOXES.keys())
@pytest.mark.parametrize("by_key", [False, True], ids=["pressed", "by Enter in a choice"])
def test_check_works(framed: Framed, sandbox: str, by_key: bool) -> None:
    where = framed(f"{LESSON}#whole", sandbox)
    form = where.locator(".quiz form:has(input[type=radio])").first
    form.scroll_into_view_if_needed()
    expect(where.locator(".quiz:not([data-coming])")).to_have_count(1)
    form.locator(".quiz__label").first.click()
    if by_key:
        form.locator("input").first.press("Enter")
    else:
        form.locator(".quiz__check").click()
    expect(form.locator(".quiz__verdict")).to_be_visible()


COPIED = "about/school-website.html"


@pytest.mark.parametrize("sandbox", ["", LEAVING], ids=["open", "closed but for leaving"])
@pytest.mark.usefixtures("outside")
def test_the_code_that_the_office_copies_shows_each_page_without_menu_and_foot(
    page: Page, base_url: str, tmp_path: Path, sandbox: str
) -> None:
    page.goto(COPIED)
    codes = [code for code in page.locator(".to-copy code").all_inner_texts() if code.startswith("<iframe")]
    assert len(codes) == 4
    with served(tmp_path) as address:
        for number, code in enumerate(codes):
            here = code.replace("https://ADDRESS-OF-THIS-SITE/", base_url).replace("<iframe", f"<iframe {sandbox}")
            (tmp_path / f"school-{number}.html").write_text(f"<h1>Our school</h1>{here}", encoding="utf-8")
            page.goto(f"{address.replace('127.0.0.1', 'localhost')}school-{number}.html")
            where = page.frame_locator("iframe")
            expect(where.locator("main :is(h1, h2)").locator("visible=true").first).to_be_visible()
            for left_out in (".foot", ".menu", ".tabs", ".head__home", ".strip__link--home"):
                expect(where.locator(left_out).locator("visible=true")).to_have_count(0)
            if "/help/" in code:
                expect(where.get_by_role("link", name="Leave this page")).to_be_visible()
    # And without the last word of its address the page is whole.
    page.goto(HELP)
    expect(page.locator(".foot")).to_be_visible()


def test_the_quiz_that_the_office_shows_in_a_frame_marks(page: Page, framed: Framed) -> None:
    page.goto(COPIED)
    code = page.locator(".to-copy code").filter(has_text="#quiz").inner_text()
    quiz = code.partition('src="')[2].partition('"')[0].removeprefix("https://ADDRESS-OF-THIS-SITE/")
    where = framed(quiz, SANDBOXES["scripts"])
    form = where.locator(".quiz form:has(input[type=radio])").first
    expect(where.locator(".quiz:not([data-coming])")).to_have_count(1)
    form.locator(".quiz__label").first.click()
    form.locator(".quiz__check").click()
    expect(form.locator(".quiz__verdict")).to_be_visible()


def test_without_scripts_the_answers_are_there(framed: Framed) -> None:
    where = framed(LESSON, "sandbox")
    form = where.locator(".quiz form").first
    expect(form.locator(".quiz__check")).to_be_hidden()
    form.get_by_text("Answers and reasons").click()
    expect(form.locator(".quiz__answers li").first).to_be_visible()
