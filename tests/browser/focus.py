"""Says where the focus is, and whether a person can see it."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

# The ring may be on the label of an input that is drawn by its label.
LOOK = """() => {
  const element = document.activeElement;
  const drawn = [element, ...(element.labels || [])];
  const ring = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
      && style.outlineColor !== "rgba(0, 0, 0, 0)";
  };
  const inSight = (one) => {
    const box = one.getBoundingClientRect();
    const shown = one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return shown && box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth
      && box.bottom > 0 && box.top < innerHeight;
  };
  const words = (element.labels && element.labels[0] || element).innerText || element.getAttribute("aria-label") || "";
  return {
    tag: element.localName,
    id: element.id,
    words: words.trim().replace(/\\s+/g, " ").slice(0, 60),
    checked: Boolean(element.checked),
    ringed: drawn.some((one) => ring(one) && inSight(one)),
    lost: element === document.body || element === document.documentElement,
    at: Math.round(element.getBoundingClientRect().top + scrollY),
  };
}"""


@dataclass(frozen=True)
class Focus:
    """What has the focus.

    Attributes:
        tag: the kind of element.
        id: its id.
        words: what it says.
        checked: whether it is a ticked box.
        ringed: whether a ring shows where it is, on the screen.
        lost: whether nothing has the focus.
        at: how far down the page it is.
    """

    tag: str
    id: str
    words: str
    checked: bool
    ringed: bool
    lost: bool
    at: int

    def __str__(self) -> str:
        return f"<{self.tag}{' #' + self.id if self.id else ''}> “{self.words}”"


def focus(page: Page) -> Focus:
    """Say what has the focus now."""
    return Focus(**page.evaluate(LOOK))


def press(page: Page, key: str) -> Focus:
    """Press a key; the focus must then be somewhere, and seen."""
    page.keyboard.press(key)
    now = focus(page)
    assert not now.lost, f"{key} lost the focus"
    assert now.ringed, f"After {key} the focus is on {now}, and nothing on the screen shows it"
    return now
