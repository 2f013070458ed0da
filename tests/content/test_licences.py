"""Whatever came from others and is published stands in the list of licences, with the words of its licence."""

from __future__ import annotations

import json
import re
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LICENCES = ROOT / "docs/assets/licences.txt"
# A sentence of each licence that no other has.
WORDS = {
    "MIT": "Permission is hereby granted, free of charge",
    "Apache-2.0": "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
    "OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
}


def theme() -> Path:
    spec = find_spec("material")
    assert spec is not None and spec.origin
    return Path(spec.origin).parent / "templates"


def parts() -> dict[str, str]:
    """Give each part of the list by the name of its work."""
    _, *found = re.split(r"^-{100}\n", LICENCES.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {part.split("\n", 1)[0]: part for part in found}


def part_on(name: str) -> str:
    """Give the part on a work, whatever its version."""
    return next((part for title, part in parts().items() if re.fullmatch(rf"{re.escape(name)}( [\d.]+)?", title)), "")


def bundled() -> list[str]:
    """Give what the theme's style sheet was joined from, by the names at npm. None of its scripts is published."""
    maps = (theme() / "assets/stylesheets").glob("main*.map")
    sources = [source for file in maps for source in json.loads(file.read_text(encoding="utf-8"))["sources"]]
    return sorted({match[1] for source in sources if (match := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)", source))})


def icon_sets() -> list[str]:
    """Give the sets whose drawings stand in the theme's style sheet or on our pages."""
    styles = "".join(file.read_text(encoding="utf-8") for file in (theme() / "assets/stylesheets").glob("main*.css"))
    ours = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "macros/theme").rglob("*.html"))
    shown = set(re.findall(r"<path d='([^']+)'", styles))
    found = set()
    for icon in (theme() / ".icons").rglob("*.svg"):
        path = icon.relative_to(theme() / ".icons").as_posix()
        drawn = re.findall(r'\bd="([^"]+)"', icon.read_text(encoding="utf-8"))
        if shown.intersection(drawn) or f".icons/{path}" in ours:
            found.add(path.split("/")[0])
    return sorted(found)


@pytest.mark.parametrize("name", bundled())
def test_what_the_themes_style_sheet_was_joined_from_is_named(name: str) -> None:
    assert part_on(name), f"{LICENCES.name} has no part on “{name}”, which the theme brings."


def test_the_theme_brings_what_is_known() -> None:
    """If a new version of the theme brings more, its licence is to be added."""
    assert bundled() == ["material-design-color"]


def test_the_icons_that_are_shown_are_named() -> None:
    assert icon_sets() == ["fontawesome", "material", "octicons"]
    for name in ("Font Awesome Free", "Material Design Icons", "Octicons"):
        assert part_on(name)


def test_the_themes_own_licence_is_given_word_for_word_and_with_its_version() -> None:
    material = distribution("mkdocs-material")
    licence = next(file for file in material.files or [] if file.match("*.dist-info/licenses/LICENSE"))
    assert Path(str(licence.locate())).read_text(encoding="utf-8").strip() in part_on("Material for MkDocs")
    assert f"Material for MkDocs {material.version}" in parts()


def test_the_letters_licence_is_given_word_for_word() -> None:
    assert (ROOT / "docs/assets/fonts/OFL.txt").read_text(encoding="utf-8").strip() in part_on("Andika")


@pytest.mark.parametrize("title", list(parts()))
def test_each_part_names_its_licence_and_gives_its_words(title: str) -> None:
    part = parts()[title]
    (licence,) = re.findall(r"^Licence: (\S+)$", part, re.MULTILINE)
    assert WORDS[licence] in part
    assert "opyright" in part or title == "Material Design Icons"
    assert f"- {title} ({licence})" in LICENCES.read_text(encoding="utf-8")


def test_the_credits_lead_to_the_list() -> None:
    assert "(../assets/licences.txt)" in (ROOT / "docs/about/credits.md").read_text(encoding="utf-8")
