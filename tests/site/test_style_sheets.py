"""A page asks for one style sheet, the sheet's own addresses lead somewhere, and no sheet lies about unused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site.page import Page, joined_parts, style_sheets

ADDRESS = re.compile(r"url\(\s*[\"']?((?!data:|#)[^\"')]+)")
OWN = "assets/stylesheets/"
HAS_ITS_OWN = "404.html"  # it is shown at any depth, where no address of a sheet need be right


def layout(page: Page) -> list[str]:
    """Give the sheets with which a page's own style begins: those of its layout."""
    name = "adults" if page.html.count('class="masthead"') else "light"
    return [f"{OWN}tokens.css", f"{OWN}base.css", f"{OWN}{name}.css"]


def test_every_page_asks_for_one_style_sheet_of_its_own(pages: dict[str, Page]) -> None:
    sheets = {path: style_sheets(page) for path, page in pages.items()}
    assert sheets.pop(HAS_ITS_OWN) == []
    assert {path: of_page for path, of_page in sheets.items() if len(of_page) != 1} == {}


def test_the_style_of_every_page_begins_with_its_layout(pages: dict[str, Page], site: Path) -> None:
    parts = joined_parts(site)
    others = {path: page for path, page in pages.items() if path != HAS_ITS_OWN}
    begun = {path: parts[Path(style_sheets(page)[-1]).name][:3] for path, page in others.items()}
    assert begun == {path: layout(page) for path, page in others.items()}


def test_both_layouts_are_there(pages: dict[str, Page]) -> None:
    assert len({*map(tuple, map(layout, pages.values()))}) == 2


def test_every_style_sheet_is_loaded_by_a_page_or_its_script(pages: dict[str, Page], site: Path) -> None:
    named = "\n".join(page.html for page in pages.values())
    unused = [file.name for file in site.rglob("*.css") if f'{file.name}"' not in named]
    assert not unused


def test_what_is_loaded_later_is_there(pages: dict[str, Page], site: Path) -> None:
    later = {
        ((site / page.path).parent / value).resolve()
        for page in pages.values()
        for element in page.tree.iter()
        for name, values in element.attrib.items()
        for value in values.split()
        if name.startswith("data-") and value.endswith(".css")
    }
    assert {file.name for file in later} == {
        "whiteboard.css",
        "board.css",
        "board-cards.css",
        "display-panel.css",
        "quiz-near.css",
        "search.css",
    }
    assert all(file.is_file() for file in later)


def test_every_address_in_a_style_sheet_leads_to_a_file(site: Path) -> None:
    found = [(file, address) for file in site.rglob("*.css") for address in ADDRESS.findall(file.read_text("utf-8"))]
    assert found
    gone = [f"{file.name}: {address}" for file, address in found if not (file.parent / address).is_file()]
    assert not gone


@pytest.mark.parametrize(
    ("style", "there"), [("url('../a.woff2')", ["../a.woff2"]), ('url("data:image/svg+xml,")', []), ("url(#a)", [])]
)
def test_an_address_in_a_style_sheet_is_seen(style: str, there: list[str]) -> None:
    assert ADDRESS.findall(style) == there
