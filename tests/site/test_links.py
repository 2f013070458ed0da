"""Every link leads somewhere, from wherever the site stands, and nothing is fetched from elsewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from macros.content.library import Library
from tests.site.page import Page, text

ADDRESSES = ("href", "src", "action", "srcset", "data", "poster", "{http://www.w3.org/1999/xlink}href")
FETCHING = ("script", "link", "img", "iframe", "form", "source", "video", "audio", "embed", "object", "use", "input")
NOT_FETCHED = frozenset({"canonical", "license", "author"})


def addresses(page: Page) -> Iterator[tuple[str, str]]:
    """Give the kind of element and the address of everything that leads from a page."""
    for element in page.tree.iter():
        if isinstance(element.tag, str):
            for name in ADDRESSES:
                if name in element.attrib:
                    yield element.tag.rpartition("}")[2], element.attrib[name]


def leads_nowhere(pages: Mapping[str, Page], site: Path) -> list[str]:
    """Name each address within the site that leads to no file, or to no place in its page."""
    found = []
    for page in pages.values():
        for _, address in addresses(page):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or address.startswith("/"):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(parts.path)))
            target = target if parts.path else page.path
            if not (site / target).is_file():
                found.append(f"{page.path}: “{address}” leads to no file")
            elif parts.fragment and unquote(parts.fragment) not in pages[target].ids:
                found.append(f"{page.path}: “{address}” leads to no place in that page")
    return found


def fetched_from_elsewhere(page: Page) -> list[str]:
    """Name what a page would fetch from, or send to, another place."""
    return [
        f"{page.path}: <{element.tag.rpartition('}')[2]}> {element.attrib[name]}"
        for element in page.tree.iter()
        if isinstance(element.tag, str)
        and element.tag.rpartition("}")[2] in FETCHING
        and not NOT_FETCHED.intersection(element.attrib.get("rel", "").split())
        for name in ADDRESSES
        if urlsplit(element.attrib.get(name, "")).netloc
    ]


def from_the_root(page: Page) -> list[str]:
    """Name the addresses that only lead somewhere when the site stands at the root of its host."""
    return [address for _, address in addresses(page) if address.startswith("/")]


def made(html: str, path: str = "page.html") -> dict[str, Page]:
    return {path: Page(path, html, html5lib.parse(html, namespaceHTMLElements=False))}


def test_every_link_and_fragment_leads_somewhere(pages: dict[str, Page], site: Path) -> None:
    found = sorted(set(leads_nowhere(pages, site)))
    assert not found, "\n".join(found)


def test_every_address_works_at_any_sub_path(pages: dict[str, Page], library: Library) -> None:
    # A host shows 404.html at any address: tests/browser/test_not_here.py follows its links wherever it is shown.
    own = urlsplit(library.school.site_address or "/").path
    found = [
        f"{page.path}: {address}"
        for page in pages.values()
        for address in from_the_root(page)
        if not (page.path == "404.html" and address.startswith(own))
    ]
    assert not found, "These begin with “/”, and the site may not stand there:\n" + "\n".join(found)


def test_no_page_fetches_or_sends_anything_elsewhere(pages: dict[str, Page]) -> None:
    found = [fault for page in pages.values() for fault in fetched_from_elsewhere(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "html",
    ['<a href="gone.html">A</a>', '<a href="#gone">A</a>', '<img src="gone.png">', '<a href="page.html#gone">A</a>'],
)
def test_a_link_that_leads_nowhere_is_found(html: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    assert leads_nowhere(made(html), tmp_path)


def test_a_link_that_leads_somewhere_is_not_refused(tmp_path: Path) -> None:
    html = '<p id="a"><a href="#a">A</a><a href="page.html#a">A</a><a href="https://example.org/gone">A</a>'
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    assert not leads_nowhere(made(html), tmp_path)


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://example.org/a.js"></script>',
        '<link rel="stylesheet" href="//example.org/a.css">',
        '<img src="http://example.org/a.png">',
        '<form action="https://example.org/">A</form>',
        '<iframe src="https://example.org/"></iframe>',
    ],
)
def test_something_from_elsewhere_is_found(html: str) -> None:
    assert fetched_from_elsewhere(made(html)["page.html"])


def test_an_address_from_the_root_is_found() -> None:
    assert from_the_root(made('<a href="/policy/">A</a>')["page.html"]) == ["/policy/"]


def test_every_claim_of_the_maps_leads_to_its_step_and_its_question(pages: Mapping[str, Page], root: Path) -> None:
    # The map leads to the step of each claim; the plans do, and to the question of each that is asked.
    found = {"step": 0, "question": 0}
    for page in pages.values():
        if page.path != "teachers/map.html" and not page.path.endswith("/teach.html"):
            continue
        for link in page.all("a"):
            address = link.get("href", "")
            path, _, place = address.partition("#")
            target = pages.get(posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)))
            if not target or not place or not target.path.startswith("lessons/") or path == "":
                continue
            words = text(link)
            (there,) = [element for element in target.tree.iter() if element.get("id") == place]
            if place.startswith("page-"):
                found["step"] += 1
                assert text(next(there.iter("h2"))) == words, (page.path, address)
            elif place.endswith("-title"):
                found["question"] += 1
                asked = [element.get("id") for element in target.all("h3") if element.get("class") == "quiz__ask"]
                assert words == f"question {asked.index(place) + 1}", (page.path, address)
    claims = [claim for file in root.glob("lessons/*/*/lesson.md") for claim in claimed(file)]
    assert found == {"step": 2 * len(claims), "question": sum("question:" in claim for claim in claims)}


def claimed(lesson: Path) -> list[str]:
    """Give the lines of a lesson's head in which it claims a statement."""
    head = lesson.read_text(encoding="utf-8").split("---\n")[1]
    return [line for line in head.split("\n") if line.startswith("  - {id: ")]
