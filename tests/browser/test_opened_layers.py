"""Whatever a reader opens lies inside the screen, in every layout, and closes by Escape and when it is left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.focus import focus
from tests.lessons import of_age

SCREENS: tuple[ViewportSize, ...] = (
    {"width": 320, "height": 568},
    {"width": 360, "height": 640},
    {"width": 412, "height": 823},
    {"width": 600, "height": 960},
    {"width": 768, "height": 1024},
    {"width": 1280, "height": 720},
)
BUTTON = '[data-part="display"] summary'
PANEL = ".display__panel"
LEARNERS = of_age("years-3-4") + "/index.html#whole"
ADULTS = "parents/index.html"
LAYOUTS = (LEARNERS, ADULTS, "help/index.html", "index.html", of_age("years-3-4") + "/worksheet.html")

# Every box of a layer, by name, that the screen cuts off. What scrolls within the layer is cut off by nothing.
CUT_OFF = """(layer) => {
  const outside = (box) => box.left < -0.5 || box.top < -0.5
    || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5;
  const sideways = (box) => box.left < -0.5 || box.right > innerWidth + 0.5;
  const name = (one) => `<${one.localName}> “${(one.innerText || one.value || "").trim().slice(0, 20)}”`;
  const boxes = [...layer.querySelectorAll("*")].filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => one.getClientRects().length && !one.closest(".unseen"));
  return [...[layer].filter((one) => outside(one.getBoundingClientRect())),
    ...boxes.filter((one) => sideways(one.getBoundingClientRect()))].slice(0, 3).map(name);
}"""

# A layer fits itself to the screen when it is opened, and when the screen changes.
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def cut_off(page: Page, layer: str) -> list[str]:
    """Name what the screen cuts off of an opened layer."""
    expect(page.locator(layer)).to_be_visible()
    page.evaluate(SETTLED)
    found: list[str] = page.locator(layer).evaluate(CUT_OFF)
    return found


def opened(page: Page, path: str) -> None:
    page.goto(path)
    page.locator(BUTTON).click()
    expect(page.locator(PANEL)).to_be_visible()


def test_the_display_panel_lies_inside_every_screen(page: Page) -> None:
    found = []
    for path in LAYOUTS:
        page.goto(path)
        if not page.locator(BUTTON).count():
            continue
        for screen in SCREENS:
            page.set_viewport_size(screen)
            page.locator(BUTTON).click()
            found += [f"{path} at {screen['width']} px: {each}" for each in cut_off(page, PANEL)]
            page.locator(BUTTON).click()
            expect(page.locator(PANEL)).to_be_hidden()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", LAYOUTS)
def test_it_does_so_in_the_largest_letters_too(page: Page, path: str) -> None:
    opened(page, path)
    page.get_by_label("Largest", exact=True).check()
    for screen in SCREENS:
        page.set_viewport_size(screen)
        assert cut_off(page, PANEL) == [], screen


def test_menu_and_search_lie_inside_every_screen(page: Page) -> None:
    found = []
    layers = {"menu": (".head__menu", ".menu"), "search": ("[data-part=search]", ".find")}
    for path in LAYOUTS:
        page.goto(path)
        for screen in SCREENS:
            page.set_viewport_size(screen)
            for name, (button, layer) in layers.items():
                if not page.locator(button).count() or not page.locator(button).is_visible():
                    continue
                # Both are part of the page: the page scrolls, and nothing may lie beside it.
                page.locator(button).click()
                if name == "search":
                    page.locator(".find input").fill("password")
                    expect(page.locator(".find__hits a").first).to_be_visible()
                found += [f"{path}, {name} at {screen['width']} px: {each}" for each in sideways(page, layer)]
                page.keyboard.press("Escape")
    assert not found, "\n".join(found)


def sideways(page: Page, layer: str) -> list[str]:
    """Name what lies beside the screen of an opened layer that may be taller than it."""
    expect(page.locator(layer)).to_be_visible()
    found: list[str] = page.locator(layer).evaluate(CUT_OFF.replace("outside(one", "sideways(one"))
    return found


def test_a_layer_beside_the_screen_is_found(page: Page) -> None:
    page.set_viewport_size(SCREENS[0])
    opened(page, LEARNERS)
    for shift in ("left: -90px; right: auto", "left: 90px; width: 290px", "top: 400px; height: 200px"):
        page.locator(PANEL).evaluate("(panel, shift) => { panel.style = shift; }", shift)
        assert cut_off(page, PANEL), shift


@pytest.mark.parametrize("path", LAYOUTS)
def test_escape_closes_the_panel_wherever_the_focus_is(page: Page, path: str) -> None:
    opened(page, path)
    page.get_by_label("Large", exact=True).check()
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_be_hidden()
    assert focus(page).words.startswith("Aa")

    page.keyboard.press("Enter")
    page.locator(PANEL).evaluate("() => document.activeElement.blur()")
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_be_hidden()
    assert focus(page).words.startswith("Aa")


@pytest.mark.parametrize("path", LAYOUTS)
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_panel_closes_when_the_focus_leaves_it(page: Page, path: str, key: str) -> None:
    opened(page, path)
    for _ in range(10):
        page.keyboard.press(key)
        if not page.evaluate("() => document.activeElement.closest('[data-part=display]')"):
            break
    now = focus(page)
    assert not now.lost
    assert now.ringed, f"{now} has the focus, and nothing on the screen shows it"
    expect(page.locator(PANEL)).to_be_hidden()
