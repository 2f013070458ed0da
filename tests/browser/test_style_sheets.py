"""A browser finds every rule of the sheets in the one that was joined from them, and in their order."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page

from macros.content.library import Library
from macros.design.branding import TOKENS, branding
from tests.assets import style_sheets
from tests.site.page import joined_parts

# A step of the scale says how much it is: space in tenths of a letter, the size of letters in hundredths.
STEP = re.compile(r"var\(--(space|size)-(em-)?(\d+)\)")
SCALE = re.compile(r"^ *--(?:space|size)-.*\n", re.MULTILINE)
PARTS = {"space": 10, "size": 100}

RULES = """(style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  /* What a rule takes from a custom property is kept as it was written, with the spaces within its brackets. */
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s+/g, " ").replace(/([,(]) /g, "$1")
    .replace(/ \\)/g, ")").replace(/(\\([\\w-]+): /g, "$1:"));
}"""


def source(library: Library, path: str) -> str:
    """Give a sheet as it was written, in the school's colours and with the values of the scale."""
    if path == TOKENS:
        return SCALE.sub("", branding(library.root, library.school, library.colours).tokens)
    (file,) = (file for file in style_sheets(library.root) if file.name == Path(path).name)
    return STEP.sub(
        lambda step: f"{int(step[3]) / PARTS[step[1]]:g}{'em' if step[2] else 'rem'}", file.read_text(encoding="utf-8")
    )


def test_no_rule_is_lost_or_moved(page: Page, base_url: str, site: Path, library: Library) -> None:
    page.goto(base_url)
    parts = joined_parts(site)
    written = {path for paths in parts.values() for path in paths}
    rules = {path: page.evaluate(RULES, source(library, path)) for path in written}
    assert len(rules[TOKENS]) > 10
    for name, paths in parts.items():
        joined = page.evaluate(RULES, (site / "assets/stylesheets" / name).read_text(encoding="utf-8"))
        assert joined == [rule for path in paths for rule in rules[path]], name


def test_a_rule_that_is_lost_would_be_seen(page: Page, base_url: str) -> None:
    page.goto(base_url)
    assert page.evaluate(RULES, "a { color: red; } b { color: blue; }") == ["a { color: red; }", "b { color: blue; }"]
