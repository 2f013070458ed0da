"""Every button has the class that draws it, whoever makes it: a template, a layout or a script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.assets import scripts

WRITTEN = re.compile(r"<button\b[^>]*>")
CLASSES = re.compile(r'class="([^"]*)"')
# A button that a script makes: by `add`, whose third word is its classes, or by search's own `make`.
ADDED = re.compile(r'(?:\badd\([\w.]+, |\bmake\()"button", (?:\{ className: )?("[^"]*"|[\w.]+)')
# Drawn otherwise, each for a reason.
APART = {
    "aloud": "base.css draws it with them; what a grown-up reads aloud has the same name, and is no button",
    "board__tap": "lies unseen over a whole card",
    "turn__whole": "looks like a link",
    "label.className": "takes the classes of the label in whose place it stands",
    "link.className": "takes the classes of the link in whose place it stands",
}


def unlike(text: str) -> list[str]:
    """Give the buttons of a template or a script that are drawn by no rule of `.button`."""
    written = [found[1] if (found := CLASSES.search(tag)) else tag for tag in WRITTEN.findall(text)]
    names = written + [name.strip('"') for name in ADDED.findall(text)]
    return [name for name in names if "button" not in name.split() and name not in APART]


def test_every_button_of_a_template_is_one(root: Path) -> None:
    files = [*root.glob("macros/components/*/*.html"), *root.glob("macros/theme/**/*.html")]
    found = {file.name: unlike(file.read_text(encoding="utf-8")) for file in files}
    assert sum(len(WRITTEN.findall(file.read_text(encoding="utf-8"))) for file in files) > 15
    assert {name: names for name, names in found.items() if names} == {}


def test_every_button_of_a_script_is_one(root: Path) -> None:
    texts = {file.name: file.read_text(encoding="utf-8") for file in scripts(root)}
    made = [name for text in texts.values() for name in ADDED.findall(text)]
    assert len(made) > 12
    assert {name.strip('"') for name in made} >= APART.keys(), "An exception that nothing needs goes."
    assert {name: found for name, text in texts.items() if (found := unlike(text))} == {}


@pytest.mark.parametrize(
    "text", ['<button type="button">', '<button class="find__go">', 'add(bar, "button", "find__go", "Go")']
)
def test_a_button_that_draws_itself_would_be_seen(text: str) -> None:
    assert unlike(text)
