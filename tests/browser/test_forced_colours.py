"""Where a device forces its own colours, the ground of what looks like a button goes, and a border keeps its shape."""

from __future__ import annotations

from playwright.sync_api import Page

# What has a ground of its own, and so a shape: marked, as forced colours take that ground away.
MARK = """() => document.querySelectorAll("a:not([aria-current]), button, label, summary").forEach((one) => {
  const { backgroundColor, display } = getComputedStyle(one);
  const shaped = !/^rgba\\(.* 0\\)$/.test(backgroundColor) && display !== "inline" && one.checkVisibility();
  one.toggleAttribute("data-shaped", shaped && backgroundColor !== getComputedStyle(document.body).backgroundColor);
})"""
# What has no border that is seen. The way past the header lies out of sight, and has no shape to lose.
SHAPELESS = """() => [...document.querySelectorAll("[data-shaped]")].filter((one) => {
  const { borderTopStyle, borderTopWidth, borderTopColor, outlineStyle } = getComputedStyle(one);
  const seen = one.getBoundingClientRect().bottom > 0;
  return seen && outlineStyle === "none" && !(borderTopStyle !== "none" && parseFloat(borderTopWidth) >= 1
    && !/^rgba\\(.* 0\\)$/.test(borderTopColor));
}).map((one) => `<${one.localName} class="${one.className}"> “${one.innerText.trim().slice(0, 30)}”`)"""


def shapeless(page: Page, path: str) -> list[str]:
    """Name what looks like a button on a page, and like words where colours are forced."""
    page.emulate_media(forced_colors="none")
    page.goto(path)
    page.evaluate("() => document.querySelectorAll('details:not(.display)').forEach((one) => { one.open = true; })")
    page.evaluate(MARK)
    page.emulate_media(forced_colors="active")
    found: list[str] = page.evaluate(SHAPELESS)
    return found


def test_what_looks_like_a_button_keeps_its_shape(page: Page, every_part: list[str]) -> None:
    found = [f"{path}: {one}" for path in every_part for one in shapeless(page, path)]
    assert not found, "Give it a border, if need be a transparent one:\n" + "\n".join(found)


def test_a_button_without_a_border_is_found(page: Page) -> None:
    assert shapeless(page, "help/index.html") == []
    page.emulate_media(forced_colors="none")
    page.locator(".strip__link--help").evaluate("(link) => { link.style.border = '0'; }")
    page.evaluate(MARK)
    page.emulate_media(forced_colors="active")
    (found,) = page.evaluate(SHAPELESS)
    assert "Get help" in found
