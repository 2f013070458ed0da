"""On a wide screen a picture stands beside its own words, and reaches into nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

# For each picture: what follows it is beside it, and the next step and the foot of the page begin below it.
ASKEW = """() => [...document.querySelectorAll('main > .scene:not(.scene--whole)')].flatMap((scene) => {
  const box = scene.querySelector('svg, img').getBoundingClientRect();
  const words = scene.nextElementSibling.getBoundingClientRect();
  const wrong = [];
  if (Math.abs(words.top - box.top) > box.height) wrong.push('its words are not beside it');
  const steps = [...document.querySelectorAll('main > h2, main > .scene, main > .tell, footer')];
  const next = steps.find((one) => scene.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (next.getBoundingClientRect().top < box.bottom) wrong.push('it reaches into ' + next.textContent.trim());
  return wrong.map((what) => scene.nextElementSibling.textContent.trim() + ': ' + what);
})"""


# Each picture of a story is beside its words, and the middle of one is about as high as that of the other.
BESIDE = """() => [...document.querySelectorAll('.spread--scene')].flatMap((spread) => {
  const scene = spread.querySelector('.scene--whole').getBoundingClientRect();
  const words = spread.querySelector('.spread__words').getBoundingClientRect();
  const apart = Math.abs(scene.top + scene.height / 2 - words.top - words.height / 2);
  return scene.right <= words.left && apart < 8 ? [] : [spread.id];
})"""


@pytest.mark.parametrize("width", [1300, 1920])
def test_a_picture_of_a_story_stands_beside_its_words(page: Page, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    seen, found = 0, {}
    for file in sorted(site.glob("lessons/*/*/index.html"))[::3]:
        page.goto(f"{file.relative_to(site)}#whole")
        seen += page.locator(".spread--scene").count()
        if apart := page.evaluate(BESIDE):
            found[file.parent.name] = apart
    assert seen > 40
    assert not found


@pytest.mark.parametrize("width", [1000, 1920])
def test_a_picture_stands_beside_its_words(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    phases = [f"learners/{phase}.html" for phase in ("early-years", "years-1-2", "years-3-4", "years-5-6")]
    found = {}
    seen = 0
    for path in [*phases, "help/children.html"]:
        page.goto(path)
        seen += page.locator("main > .scene:not(.scene--whole)").count()
        if askew := page.evaluate(ASKEW):
            found[path] = askew
    assert seen > 3
    assert not found


def test_a_picture_that_is_askew_would_be_seen(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("help/children.html")
    page.evaluate("() => document.querySelectorAll('main > h2').forEach((one) => { one.style.clear = 'none'; })")
    assert page.evaluate(ASKEW)
