"""Every page says what it is to a tab, a chat and a device, with files that are here."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import html5lib
import pytest

from macros.content.library import Library
from macros.views.sharing import LONGEST_TITLE, site_name
from tests.lessons import of_age
from tests.site.page import Page, text

LONGEST_DESCRIPTION = 160  # characters: what a list of results shows
NEEDED = ("og:title", "og:description", "og:type", "og:site_name", "og:locale")
WHOLE = ("og:url", "og:image", "og:image:alt", "twitter:card")


def faults(page: Page, known: bool) -> list[str]:
    """Name what a page does not say of itself.

    Args:
        page: the page.
        known: whether it is known where the site is published.
    """
    said = Counter(meta.attrib.get("property") or meta.attrib.get("name") for meta in page.all("meta"))
    linked = Counter(link.attrib["rel"] for link in page.all("link"))
    found = [f"{name} is said {said[name]} times" for name in NEEDED if said[name] != 1]
    found += [f"{name} is said {said[name]} times" for name in WHOLE if said[name] != int(known)]
    if said["theme-color"] != 2:
        found.append("theme-color is needed for light and for dark")
    found += [
        f"{rel} is linked {linked[rel]} times" for rel in ("icon", "apple-touch-icon", "manifest") if linked[rel] != 1
    ]
    title = text(next(page.all("title")))
    if len(title) > LONGEST_TITLE:
        found.append(f"the title “{title}” has {len(title)} characters; make it at most {LONGEST_TITLE}")
    for meta in page.all("meta"):
        if meta.attrib.get("name") == "description" and len(meta.attrib["content"]) > LONGEST_DESCRIPTION:
            found.append(f"the description has {len(meta.attrib['content'])} characters; at most {LONGEST_DESCRIPTION}")
    return found


def test_every_page_can_be_shared(pages: dict[str, Page], library: Library) -> None:
    known = bool(library.school.site_address)
    found = [
        f"{page.path}: {fault}" for page in pages.values() if page.path != "404.html" for fault in faults(page, known)
    ]
    assert not found, "\n".join(found)


def test_no_two_pages_have_one_title(pages: dict[str, Page]) -> None:
    titles: dict[str, list[str]] = {}
    for page in pages.values():
        titles.setdefault(text(next(page.all("title"))), []).append(page.path)
    twice = [f"“{title}”: {', '.join(paths)}" for title, paths in titles.items() if len(paths) > 1]
    assert not twice, "In a list of tabs or results these look the same:\n" + "\n".join(twice)


def test_the_front_door_is_called_what_the_site_is_called(pages: dict[str, Page], library: Library) -> None:
    assert text(next(pages["index.html"].all("title"))) == site_name(library.school)


def test_a_page_names_itself_before_the_site(pages: dict[str, Page], library: Library) -> None:
    folder = of_age("years-3-4")
    lesson = library.lessons[folder.split("/")[2]].lesson
    page = pages[f"{folder}/index.html"]
    assert text(next(page.all("title"))) == f"{lesson.title} – {site_name(library.school)}"
    (named,) = [meta.attrib["content"] for meta in page.all("meta") if meta.attrib.get("property") == "og:title"]
    assert named == lesson.title


def test_the_manifest_and_its_icons_are_here(site: Path, library: Library) -> None:
    manifest = json.loads((site / "site.webmanifest").read_text(encoding="utf-8"))
    assert manifest["name"] == site_name(library.school)
    for address in (manifest["start_url"], *(icon["src"] for icon in manifest["icons"])):
        assert (site / address).is_file(), address


GOOD = (
    "<title>A</title>"
    + "".join(f'<meta property="{name}" content="A">' for name in NEEDED)
    + '<meta name="theme-color" content="#fff"><meta name="theme-color" content="#000">'
    + '<meta name="description" content="A">'
    + "".join(f'<link rel="{rel}" href="a">' for rel in ("icon", "apple-touch-icon", "manifest"))
)


def made(html: str) -> Page:
    return Page("page.html", html, html5lib.parse(f"<!doctype html><head>{html}", namespaceHTMLElements=False))


def test_a_page_that_says_all_has_no_fault() -> None:
    assert faults(made(GOOD), known=False) == []
    assert len(faults(made(GOOD), known=True)) == len(WHOLE)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('<meta property="og:title" content="A">', "", "og:title"),
        ("<title>A</title>", f"<title>{'A' * 71}</title>", "71 characters"),
        ('name="description" content="A"', f'name="description" content="{"A" * 161}"', "161 characters"),
        ('<meta name="theme-color" content="#000">', "", "dark"),
        ('<link rel="manifest" href="a">', "", "manifest"),
        ("<title>", '<meta property="og:image" content="/a.png"><title>', "og:image is said 1 times"),
    ],
)
def test_what_a_page_does_not_say_is_found(old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert any(said in fault for fault in faults(made(GOOD.replace(old, new)), known=False))
