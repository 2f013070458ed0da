"""A browser is given each colour where it belongs: on the screen as the device asks or the reader chose; and paper."""

from __future__ import annotations

import re

import pytest

from macros.design.tokens import colour_sheet
from macros.models.colours import SiteColours

SHEET = colour_sheet(
    SiteColours(
        light={"ink": "#112233", "paper": "#fdf8ef", "picture-warm": "#e8955a"},
        dark={"ink": "#eeeeee", "picture-warm": "#b8653a"},
        calm={"ink": "#2c3b41"},
        paper={"ink": "#000000"},
        paper_without_colour={"picture-warm": "#dddddd"},
    )
)
DARK = {"color-scheme": "dark", "--school-ink": "#eee", "--picture-warm": "#b8653a"}


def rules(sheet: str) -> dict[tuple[str, str], dict[str, str]]:
    """Give what each selector sets, with the medium round it."""
    found = {}
    medium = ""
    for at, selector, body, end in re.findall(r"(@media [^{]*)\{|(:root[^{]*) \{([^}]*)\}|(\})", sheet):
        medium = at.strip() if at else "" if end else medium
        if selector:
            found[medium, selector] = dict(re.findall(r"([\w-]+): ([^;]+);", body))
    return found


@pytest.mark.parametrize(
    ("medium", "selector", "values"),
    [
        (
            "",
            ":root",
            {
                "color-scheme": "light dark",
                "--school-ink": "#123",
                "--school-paper": "#fdf8ef",
                "--picture-warm": "#e8955a",
            },
        ),
        ("@media screen and (prefers-color-scheme: dark)", ":root:not([data-colours])", {**DARK, "color-scheme": ""}),
        ("@media screen", ':root[data-colours="light"]', {"color-scheme": "light"}),
        ("@media screen", ':root[data-colours="dark"]', DARK),
        ("@media screen", ':root[data-colours="calm"]', {"color-scheme": "light", "--school-ink": "#2c3b41"}),
        ("@media print", ":root:root", {"--school-ink": "#000"}),
        ("@media print", ":root:root:not(.colour)", {"--picture-warm": "#ddd"}),
    ],
)
def test_each_colour_is_set_where_it_belongs(medium: str, selector: str, values: dict[str, str]) -> None:
    assert rules(SHEET)[medium, selector] == {name: value for name, value in values.items() if value}


def test_nothing_else_is_set() -> None:
    assert len(rules(SHEET)) == 7
    assert SHEET.count("{") == SHEET.count("}") == 10


def test_each_declaration_has_a_line_of_its_own() -> None:
    assert all(line.count(";") <= 1 for line in SHEET.splitlines())
