"""Search is opened, used and left by keyboard, on every layout and from a disk; whoever finds nothing finds help."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.content.library import Library
from tests.browser.focus import focus, press
from tests.lessons import of_age

ADULTS = "parents/index.html"
LEARNERS = of_age("years-3-4") + "/index.html"
LAYOUTS = (
    ADULTS,
    "parents/worries/unkind.html",
    "help/index.html",
    "index.html",
    "parents/print/leaflet.html",
    LEARNERS,
)
HITS = ".find__hits li > a"


def button(page: Page) -> Locator:
    return page.locator("[data-part=search]")


def asked(page: Page, path: str, typed: str) -> Page:
    """Open a page, press “Search” by the keyboard, and type."""
    page.goto(path)
    button(page).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("What are you looking for?")).to_be_focused()
    page.keyboard.type(typed)
    expect(page.locator(".find__hits a, .find__rest a").first).to_be_visible()
    return page


@pytest.mark.parametrize("path", LAYOUTS)
def test_every_layout_has_search_and_leads_to_what_it_finds(page: Page, path: str) -> None:
    asked(page, path, "password")
    hit = page.locator(HITS).first
    address = str(hit.evaluate("link => link.href"))
    hit.click()
    page.wait_for_url(address, wait_until="commit")
    expect(page.locator("h1").first).to_be_visible()


def test_nothing_is_brought_before_it_is_pressed(page: Page) -> None:
    brought: list[str] = []
    page.on("request", lambda request: brought.append(request.url))
    for path in LAYOUTS:
        page.goto(path, wait_until="networkidle")
    assert not [url for url in brought if "search" in url]
    asked(page, ADULTS, "password")
    names = {url.rpartition("/")[2] for url in brought if "search" in url}
    assert names == {"search.js", "search.css", "search-index.js"}


def test_the_keyboard_goes_from_hit_to_hit_and_back_to_the_words(page: Page) -> None:
    asked(page, ADULTS, "password")
    links = page.locator(f"{HITS}, .find__part a")
    for number in range(2):
        page.keyboard.press("ArrowDown")
        expect(links.nth(number)).to_be_focused()
        assert focus(page).ringed
    for _ in range(2):
        page.keyboard.press("ArrowUp")
    expect(page.get_by_label("What are you looking for?")).to_be_focused()
    page.keyboard.press("Enter")
    expect(links.first).to_be_focused()
    assert press(page, "Shift+Tab").words == "Search"
    assert press(page, "Shift+Tab").tag == "input"


@pytest.mark.parametrize("path", [ADULTS, LEARNERS])
def test_escape_leaves_search_wherever_the_focus_is(page: Page, path: str) -> None:
    asked(page, path, "password")
    for keys in (["Escape"], ["ArrowDown", "Escape"], ["Shift+Tab", "Enter"]):
        for key in keys:
            page.keyboard.press(key)
        expect(page.locator(".find")).to_be_hidden()
        expect(button(page)).to_be_focused()
        expect(button(page)).to_have_attribute("aria-expanded", "false")
        page.keyboard.press(" ")
        expect(page.get_by_label("What are you looking for?")).to_be_focused()
        expect(button(page)).to_have_attribute("aria-expanded", "true")


def test_whoever_listens_hears_how_many_pages_there_are_and_the_first(page: Page) -> None:
    asked(page, ADULTS, "cyberbullying")
    title = page.locator(HITS).first.inner_text()
    expect(page.locator(".find").get_by_role("status")).to_have_text(
        re.compile(rf"^(1 page|.*\d+ pages) found\. First: {title}\.$")
    )
    page.keyboard.type(" zzyzx zzyzx")
    page.get_by_label("What are you looking for?").fill("zzyzx")
    expect(page.locator(".find").get_by_role("status")).to_have_text("Nothing found.")
    expect(page.get_by_role("search")).to_be_visible()


def test_an_adult_who_finds_nothing_finds_help(page: Page, library: Library) -> None:
    asked(page, ADULTS, "zzyzx")
    rest = page.locator(".find__rest")
    expect(rest.get_by_role("link", name="get help")).to_have_attribute("href", re.compile(r"/help/index\.html$"))
    numbers = {route.id: route.phone or "" for route in library.help_routes}
    for route in ("emergency", "childline", "nspcc"):
        link = rest.locator(f'[href="tel:{numbers[route].replace(" ", "")}"]')
        expect(link).to_be_visible()
        assert numbers[route] in link.inner_text()
    rest.get_by_role("link", name="All pages, from A to Z").click()
    expect(page.locator("h1")).to_have_text("All pages, from A to Z")


def test_an_adult_who_finds_nothing_finds_who_answers_at_night_and_what_to_ask_of_an_app(page: Page) -> None:
    asked(page, ADULTS, "zzyzx")
    for name, place in (("who to ring", "#at-night"), ("what to ask about it", "#not-here")):
        link = page.locator(".find__rest").get_by_role("link", name=name)
        link.click()
        page.wait_for_url(re.compile(f"{place}$"))
        expect(page.locator(place)).to_be_in_viewport()
        asked(page, ADULTS, "zzyzx")


def test_whoever_searches_for_a_worry_sees_999_before_the_pages(page: Page) -> None:
    asked(page, ADULTS, "she wants to die")
    number = page.locator(".find > p").get_by_role("link", name="call 999")
    expect(number).to_have_attribute("href", "tel:999")
    first, hit = number.bounding_box(), page.locator(HITS).first.bounding_box()
    assert first and hit and first["y"] < hit["y"]
    page.get_by_label("What are you looking for?").fill("newsletter")
    expect(number).to_be_hidden()
    asked(page, LEARNERS, "password")
    expect(number).to_be_hidden()


def test_a_child_who_finds_nothing_finds_help_for_children(page: Page) -> None:
    asked(page, LEARNERS, "porn")
    rest = page.locator(".find__rest")
    expect(rest.get_by_role("link", name="get help")).to_have_attribute("href", re.compile(r"/help/children\.html$"))
    expect(rest.locator('[href="tel:08001111"]')).to_be_visible()
    assert not rest.get_by_text("NSPCC").count()
    assert not page.locator(HITS).count()


def test_what_is_typed_is_only_words(page: Page) -> None:
    asked(page, ADULTS, "<img src=x onerror=alert(1)> zzyzx")
    assert not page.locator(".find img").count()


@pytest.mark.parametrize("path", [ADULTS, "help/index.html", LEARNERS])
def test_it_works_from_a_disk(page: Page, site: Path, path: str) -> None:
    asked(page, (site / path).as_uri(), "password")
    hit = page.locator(HITS).first
    address = str(hit.evaluate("link => link.href"))
    assert address.startswith(site.as_uri())
    assert Path(address.removeprefix("file://").partition("#")[0]).is_file()


@pytest.mark.parametrize(
    ("path", "target"),
    [(ADULTS, "/about/a-z.html"), ("help/index.html", "/about/a-z.html"), (LEARNERS, "/learners/index.html")],
)
def test_without_a_script_it_is_a_list(browser: Browser, base_url: str, path: str, target: str) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(path)
    button(page).click()
    assert page.url.endswith(target)
    expect(page.locator("h1").first).to_be_visible()
    context.close()


def test_a_page_out_of_the_browsers_memory_says_truly_whether_search_is_open(page: Page) -> None:
    asked(page, ADULTS, "password")
    page.locator(HITS).first.click()
    page.go_back()
    is_open = page.locator(".find").count() > 0 and page.locator(".find").is_visible()
    expect(button(page)).to_have_attribute("aria-expanded", str(is_open).lower())
