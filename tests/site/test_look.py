"""The pages “How it looks” show every part of the site in every state, and say where it is used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

from macros.content.library import Library
from macros.design.examples import Example, every_example, names
from tests.site.page import Page, text
from tests.site.searching import read_index

FOLDER = "about/look/"
SHOWN = re.compile(r'\{\{ *examples\("([\w-]+)"\) *\}\}')
PLACE = re.compile(r' class="example[\w -]*" id="([\w-]+)">')
NAME = re.compile(r'class="gallery__name">([\w-]+)<')
TOKEN = re.compile(r"--school-([\w-]+): ([^;]+);")


@pytest.fixture(scope="session")
def look(pages: dict[str, Page]) -> dict[str, Page]:
    return {path: page for path, page in pages.items() if path.startswith(FOLDER)}


def missing(examples: Iterable[Example], html: str) -> list[str]:
    """Name the examples that stand on no page, or on more than one."""
    places = PLACE.findall(html)
    return [str(example) for example in examples if places.count(example.anchor) != 1]


def test_every_example_of_every_component_is_shown_once(look: dict[str, Page]) -> None:
    lost = missing(every_example(), "".join(page.html for page in look.values()))
    assert not lost, f"Show these on a page under docs/{FOLDER} with examples(…): {', '.join(lost)}"


def test_an_example_that_is_left_out_or_shown_twice_is_seen(look: dict[str, Page]) -> None:
    html = "".join(page.html for page in look.values())
    first = next(every_example())
    place = f' id="{first.anchor}">'
    assert missing(every_example(), html.replace(place, ">")) == [str(first)]
    assert missing(every_example(), f'{html}<p class="example"{place}') == [str(first)]
    assert missing([Example("nonesuch", "plain", {})], html) == ["nonesuch: plain"]


def test_every_component_has_a_sentence_that_says_what_it_is_for(root: Path) -> None:
    found = []
    for file in sorted((root / "docs" / FOLDER).glob("*.md")):
        for section in re.split(r"^## ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            shown = SHOWN.findall(section)
            found += shown
            if shown:
                words = SHOWN.sub("", section.partition("\n")[2]).split()
                assert len(words) > 10, f"{file.name}: say what “{section.partition(' {')[0]}” is for, and where it is"
    assert sorted(found) == names()


def test_every_colour_is_there_and_every_token_is_named(look: dict[str, Page], root: Path) -> None:
    page = look[f"{FOLDER}index.html"]
    css = (root / "docs/assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    colours = yaml.safe_load((root / "docs/_data/colours.yml").read_text(encoding="utf-8"))["light"]
    tokens = {name: value for name, value in colours.items() if not name.startswith("picture-")}
    tokens.update(TOKEN.findall(css[css.index(":root {") :].partition("}")[0]))
    named = {text(element) for element in page.all("code")}
    assert len(tokens) >= 14
    for name, value in tokens.items():
        assert name in named, f"docs/{FOLDER}index.md does not say what “{name}” is for"
        if value.startswith("#"):
            assert f'fill="var(--school-{name})"' in page.html
        else:
            assert f"{name} is {value}" in text(page.tree), f"docs/{FOLDER}index.md must say “{name} is {value}”"


def test_every_picture_that_pages_show_is_there_once_with_its_name(look: dict[str, Page], library: Library) -> None:
    own = look[f"{FOLDER}index.html"].html.partition('id="colours-and-pictures"')[0]  # below stand examples
    html = own + "".join(look[f"{FOLDER}{page}.html"].html for page in ("symbols", "symbols-things"))
    found = [name for name in library.pictures if name.startswith(("cast/", "scenes/", "strands/", "symbols/"))]
    assert len(found) > 120
    assert sorted(NAME.findall(html)) == sorted(name.partition("/")[2] for name in found)
    assert html.count('class="gallery__picture"') == len(found)


def test_search_finds_no_example(site: Path) -> None:
    assert not [row[0] for row in read_index(site)[0] if row[0].startswith(FOLDER)]
