"""Every quiz of every lesson can be done: its good answers are found good, and its end is reached."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.quizzes import come_near

# Chooses all that is good, as the page's own keys say, checks each question, and says what was not found good.
DO_IT = r"""() => {
  const faults = [];
  for (const form of document.querySelectorAll('form[data-part="question"]')) {
    const inputs = [...form.querySelectorAll('[data-part="input"]')];
    const lists = new Map();
    for (const input of inputs) {
      const good = input.dataset.key !== "no";
      if (input.localName === "option") { if (good) input.selected = true; }
      else if (good && (input.type === "checkbox" || !lists.has(input.name))) {
        lists.set(input.name, true);
        input.checked = true;
      }
      (input.closest("select") || input).dispatchEvent(new Event("change", { bubbles: true }));
    }
    form.querySelector('[data-part="check"]').click();
    const said = form.querySelector('[data-part="result"]').textContent;
    if (!/^\s*(?:Yes|Good|Safest)/.test(said)) faults.push(`${form.querySelector("h3").id}: ${said}`);
  }
  for (const story of document.querySelectorAll('[data-module="story"]')) {
    for (let step = 0; step < 40; step++) {
      const scene = [...story.querySelectorAll('[data-part="scene"]')].find((one) => one.checkVisibility());
      const ways = [...scene.querySelectorAll('[data-part="way"]')];
      if (!ways.length) break;
      ways[step % ways.length].click();
    }
  }
  document.querySelector('[data-part="finish"]').click();
  if (!document.querySelector('[data-part="done"]').checkVisibility()) faults.push("the end was not reached");
  return faults;
}"""


def test_every_quiz_can_be_done_to_its_end(page: Page, paths: list[str], site: Path) -> None:
    quizzes = [path for path in paths if path.startswith("lessons/") and path.endswith("/index.html")]
    assert len(quizzes) == len(list((site / "lessons").glob("*/*")))
    found = []
    for path in quizzes:
        page.goto(f"{path}#whole")
        come_near(page)
        found += [f"{path}: {fault}" for fault in page.evaluate(DO_IT)]
    assert not found, "\n".join(found)
