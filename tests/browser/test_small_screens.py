"""Pages fit a narrow screen, and what is to be pressed is large enough for a child's finger."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.focus import Focus, focus

NARROW = {"width": 320, "height": 640}
OPEN = "() => document.querySelectorAll('details').forEach((details) => { details.open = true; })"

# What sticks out, by name, so that its author can find it.
TOO_WIDE = """() => {
  scrollTo(9999, 0);
  if (scrollX === 0 && document.documentElement.scrollWidth <= innerWidth) return [];
  const right = (one) => one.getBoundingClientRect().right + scrollX;
  const wide = [...document.querySelectorAll("body *")].filter((one) => right(one) > innerWidth + 1);
  return wide.slice(0, 3).map((one) => `<${one.localName} class="${one.getAttribute("class") || ""}">`);
}"""

SMALL = """() => {
  const targets = "button, label, summary, nav a, .strip a, .cards a, .doors a, .routes__phone a, .leave";
  return [...document.querySelectorAll(targets)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(".skip"))
    .filter((one) => one.getBoundingClientRect().height < 44)
    .map((one) => [one, Math.round(one.getBoundingClientRect().height)])
    .map(([one, height]) => `<${one.localName} class="${one.className}"> “${one.innerText.trim()}”: ${height} px`);
}"""


def test_no_large_print_scrolls_sideways_between_a_phone_and_a_tablet(page: Page, paths: list[str]) -> None:
    found = []
    for path in (path for path in paths if path.endswith("-large.html")):
        page.goto(path)
        for width in (481, 500, 520):  # where the rules for a phone's tables end
            page.set_viewport_size({"width": width, "height": NARROW["height"]})
            found += [f"{path} at {width} px: {element} is too wide" for element in page.evaluate(TOO_WIDE)]
    assert not found, "\n".join(found)


# What Firefox does with “Zoom text only” at 200 %.
TWICE = """() => {
  const root = document.documentElement;
  root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + "px";
}"""
# What lies beside the screen, or over its neighbour.
SQUEEZED = """() => {
  const boxes = [...document.querySelectorAll(".strip > *")].filter((one) => one.checkVisibility());
  const name = (one) => `“${one.innerText.trim().split("\\n")[0]}”`;
  const over = (one, other) => one !== other && one.left < other.right - 1 && other.left < one.right - 1
    && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  const areas = boxes.map((one) => one.getBoundingClientRect());
  return boxes.flatMap((one, number) => [
    ...(areas[number].left < -1 || areas[number].right > innerWidth + 1 ? [`${name(one)} is cut off`] : []),
    ...(one.scrollWidth > one.clientWidth + 1 ? [`${name(one)} is squeezed`] : []),
    ...(areas.some((other) => over(areas[number], other)) ? [`${name(one)} lies over another`] : []),
  ]);
}"""


def test_the_strip_holds_letters_of_the_usual_and_of_twice_the_size(page: Page, every_part: list[str]) -> None:
    found = []
    for path in every_part:
        page.goto(path)
        for width in (320, 360, 500, 545, 768):
            page.set_viewport_size({"width": width, "height": NARROW["height"]})
            page.evaluate("() => { document.documentElement.style.fontSize = ''; }")
            found += [f"{path} at {width} px: {fault}" for fault in page.evaluate(SQUEEZED)]
            page.evaluate(TWICE)
            found += [f"{path} at {width} px, 200 %: {fault}" for fault in page.evaluate(SQUEEZED)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_no_page_is_wider_than_the_screen_in_letters_of_twice_the_size(
    page: Page, every_part: list[str], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = []
    for path in every_part:
        # A poster is for paper, and the pages on the looks show paper, too.
        if "-poster" in path or path.startswith("about/look/"):
            continue
        page.goto(path)
        page.evaluate(TWICE)
        found += [f"{path}: {element} is too wide" for element in page.evaluate(TOO_WIDE)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("style", "question"),
    [("width: 400px", TOO_WIDE), ("height: 30px; display: block", SMALL)],
)
def test_a_thing_too_wide_or_too_small_is_found(page: Page, style: str, question: str) -> None:
    page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    page.goto("learners/index.html")
    page.evaluate(
        "(style) => { const one = document.createElement('button'); one.style = style; one.style.minHeight = 0;"
        " document.querySelector('main').append(one); }",
        style,
    )
    assert page.evaluate(question)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def narrow_page(browser: Browser, base_url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone's page, with and without scripts."""
    context = browser.new_context(
        base_url=base_url,
        java_script_enabled=request.param,
        viewport={"width": NARROW["width"], "height": NARROW["height"]},
    )
    yield context.new_page()
    context.close()


def tab_to_menu(page: Page) -> Focus:
    """Press Tab until the menu's button has the focus."""
    for _ in range(20):
        page.keyboard.press("Tab")
        now = focus(page)
        if now.words == "Menu":
            assert now.ringed, "The menu's button has the focus, and nothing shows it"
            return now
    raise AssertionError("20 Tabs do not reach the menu's button")


@pytest.mark.parametrize("path", ["teachers/index.html", "policy/index.html"])
def test_the_menu_opens_and_closes_by_keyboard(narrow_page: Page, path: str) -> None:
    narrow_page.goto(path)
    menu = narrow_page.get_by_role("navigation", name="Menu")
    button = tab_to_menu(narrow_page)
    expect(menu).to_be_hidden()
    narrow_page.keyboard.press("Space")
    expect(menu).to_be_visible()

    for _ in range(20):
        narrow_page.keyboard.press("Tab")
        if menu.locator("a:focus").count():
            break
    expect(menu.locator("a:focus")).to_have_count(1)
    assert focus(narrow_page).ringed

    for _ in range(20):
        narrow_page.keyboard.press("Shift+Tab")
        if focus(narrow_page).id == button.id:
            break
    narrow_page.keyboard.press("Space")
    expect(menu).to_be_hidden()


def test_a_link_of_the_menu_leads_on_by_keyboard(narrow_page: Page) -> None:
    narrow_page.goto("teachers/index.html")
    tab_to_menu(narrow_page)
    narrow_page.keyboard.press("Space")
    link = narrow_page.get_by_role("navigation", name="Menu").get_by_role("link", name="Policy")
    link.focus()
    narrow_page.keyboard.press("Enter")
    narrow_page.wait_for_url("**/policy/index.html")
    expect(narrow_page.locator("h1")).to_be_visible()
