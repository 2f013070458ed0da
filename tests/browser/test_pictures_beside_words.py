"""On a wide screen a picture stands beside its own words, and reaches into nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

# For each picture: what follows it is beside it, and the next step and the foot of the page begin below it.
ASKEW = """() => [...document.querySelectorAll('main > .scene')].flatMap((scene) => {
  const box = scene.querySelector('svg, img').getBoundingClientRect();
  const words = scene.nextElementSibling.getBoundingClientRect();
  const wrong = [];
  if (Math.abs(words.top - box.top) > box.height) wrong.push('its words are not beside it');
  const steps = [...document.querySelectorAll('main > h2, main > .scene, main > .tell, footer')];
  const next = steps.find((one) => scene.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (next.getBoundingClientRect().top < box.bottom) wrong.push('it reaches into ' + next.textContent.trim());
  return wrong.map((what) => scene.nextElementSibling.textContent.trim() + ': ' + what);
})"""


@pytest.mark.parametrize("width", [1000, 1920])
def test_a_picture_stands_beside_its_words(page: Page, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    lessons = [str(file.relative_to(site)) for file in sorted(site.glob("lessons/*/*/index.html"))[::3]]
    phases = [f"learners/{phase}.html" for phase in ("early-years", "years-1-2", "years-3-4", "years-5-6")]
    found = {}
    seen = 0
    for path in [*lessons, *phases, "help/children.html"]:
        page.goto(path)
        seen += page.locator("main > .scene").count()
        if askew := page.evaluate(ASKEW):
            found[path] = askew
    assert seen > 40
    assert not found


def test_a_picture_that_is_askew_would_be_seen(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("help/children.html")
    page.evaluate("() => document.querySelectorAll('main > h2').forEach((one) => { one.style.clear = 'none'; })")
    assert page.evaluate(ASKEW)
