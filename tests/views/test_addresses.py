"""Every page's address is written in one module, and leads to the page from wherever it is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.site.generated_pages import generated
from macros.views import addresses
from macros.views.addresses import relative, typed

MACROS = Path(__file__).parents[2] / "macros"
# A folder or a page of the site in quotes, or in the brackets of a link.
TYPED = re.compile(
    r"""(?<![\w/.-])(?:\.\./)*(?:lessons|learners|teachers|parents|help|policy|staff|about)/[\w{}./-]*\.(?:html|md|ics|xml)"""
)
# What a message shows an author as an example.
SHOWN = "[Get help](../help/index.md)"
WORDS = re.compile(r'"""[^"]*"""|#[^\n"\']*$|\{#.*?#\}', re.MULTILINE | re.DOTALL)


def sources() -> Iterator[Path]:
    for room in ("views", "site", "exports", "content"):
        yield from (MACROS / room).glob("*.py")
    for room in ("theme", "components"):
        yield from (MACROS / room).rglob("*.html")


@pytest.mark.parametrize("file", [*sources()], ids=lambda file: file.relative_to(MACROS).as_posix())
def test_no_other_module_or_template_types_the_address_of_a_page(file: Path) -> None:
    if file.relative_to(MACROS).as_posix() != "views/addresses.py":
        text = WORDS.sub("", file.read_text(encoding="utf-8"))
        assert TYPED.findall(text.replace(SHOWN, "")) == []


@pytest.mark.parametrize("text", ["'help/index.html'", '"../policy/map.md#a"', 'f"lessons/{phase}/{id}/teach.html"'])
def test_a_typed_address_would_be_found(text: str) -> None:
    assert TYPED.search(text)


@pytest.mark.parametrize(
    ("target", "page", "address"),
    [
        ("policy/index.html#tell", "parents/index.html", "../policy/index.html#tell"),
        ("policy/index.html", "index.html", "policy/index.html"),
        ("lessons/a/b/index.html", "learners/a.html", "../lessons/a/b/index.html"),
        ("policy/index.html#tell", "policy/index.html", "index.html#tell"),
        ("index.html", "a/b/c/d.html", "../../../index.html"),
    ],
)
def test_an_address_is_relative_so_that_the_site_works_anywhere(target: str, page: str, address: str) -> None:
    assert relative(target, page) == address


def test_markdown_names_the_source_of_a_page() -> None:
    assert typed("teachers/index.html#a", "lessons/p/l/teach.html") == "../../../teachers/index.md#a"
    assert addresses.made_from("help/index.md#childline") == "help/index.html#childline"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (addresses.lesson("years-3-4", "a"), "lessons/years-3-4/a/index.html"),
        (addresses.lesson("years-3-4", "a", "story"), "lessons/years-3-4/a/story.html"),
        (addresses.scene("early-years", "a", "b"), "lessons/early-years/a/scene-b.svg"),
        (addresses.learners("years-3-4"), "learners/years-3-4.html"),
        (addresses.learners("years-3-4", "promise"), "learners/years-3-4-promise.html"),
        (addresses.year("years-3-4"), "teachers/years-3-4/index.html"),
        (addresses.clause("tell"), "policy/index.html#tell"),
    ],
)
def test_each_page_has_its_place(address: str, expected: str) -> None:
    assert address == expected


def test_the_pages_that_are_made_are_known_by_name(library: Library) -> None:
    made = {page.path for page in generated(library) if page.path.endswith(".md")}
    # No page leads to these by a link that is typed: they are found by a macro, and by an address of before.
    made -= {addresses.source(addresses.help_in(each.in_english)) for each in library.translations}
    made -= {addresses.source(each.address) for each in library.moved}
    assert addresses.made_pages([(entry.phase, entry.id) for entry in library.lessons.values()]) == made
