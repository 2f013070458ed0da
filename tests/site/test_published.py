"""Nothing is published but pages and what they name: the built site, listed file by file."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from macros.content.library import Library
from tests.site.page import Page, elements, read_pages
from tests.site.test_moved import ONCE
from tests.site.test_translations import LANGUAGES

# What nothing names, and why it is there all the same.
UNNAMED = frozenset({
    "404.html",  # a host shows it for an address that is not there
    "offline-worker.js", "offline.json",  # the script of the page for offline asks for them, from the site's root
    "made-by-build.txt",  # the mark of a folder that a build may replace
    "robots.txt", "sitemap.xml", "sitemap.xml.gz",  # a search engine asks for these by their names
})  # fmt: skip
# Attributes with several addresses.
SEVERAL = frozenset({"srcset", "data-near", "data-board", "data-script"})
ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
# An address in a script or in the theme's settings: a quoted text with the ending of a file.
QUOTED = re.compile(r"""["']([^"'\s<>]+\.(?:js|css|json))["']""")


def addresses(page: Page) -> Iterator[str]:
    """Give whatever may be an address on a page: the values of its attributes, and what its scripts quote."""
    for element in elements(page.tree):
        for name, value in element.attrib.items():
            yield from re.split(r"[\s,]+", value) if name in SEVERAL else (value.strip(),)
        if element.tag == "script":
            yield from QUOTED.findall(element.text or "")


def named_by(path: str, site: Path, pages: Mapping[str, Page]) -> Iterator[str]:
    """Give the files of the site that one of them names, from the site's root."""
    file = site / path
    if path.endswith(".html"):
        found: Iterator[str] = addresses(pages[path])
    elif path.endswith(".css"):
        found = iter(ADDRESS.findall(file.read_text(encoding="utf-8")))
    elif path.endswith(".js"):
        found = iter(QUOTED.findall(file.read_text(encoding="utf-8")))
    elif path.endswith(".webmanifest"):
        manifest = json.loads(file.read_text(encoding="utf-8"))
        found = iter([manifest["start_url"], *(icon["src"] for icon in manifest["icons"])])
    else:
        return
    for address in found:
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.path and not parts.scheme and not parts.netloc:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))


def listed(site: Path) -> set[str]:
    """List every file of a site, hidden ones too."""
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if not file.is_dir()}


def nobody_asks_for(site: Path, pages: Mapping[str, Page]) -> set[str]:
    """Give the files to which no way leads from the front door."""
    there = listed(site)
    reached: set[str] = set()
    waiting = ["index.html", *(UNNAMED & there)]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting.extend(target for target in named_by(path, site, pages) if target in there)
    return there - reached


def test_every_file_is_a_page_or_is_named_by_one(site: Path, pages: dict[str, Page]) -> None:
    assert nobody_asks_for(site, pages) == set(ONCE)  # whoever kept the address comes from elsewhere


def test_every_page_is_of_a_file_that_somebody_wrote(site: Path, root: Path) -> None:
    """Each page comes from a page of docs/, a lesson or an age; no draft and no copy comes along."""
    written = {
        file.relative_to(root / "docs").with_suffix(".html").as_posix()
        for file in (root / "docs").rglob("*.md")
        if not file.is_relative_to(root / "docs/_data")
    }
    large = {path.replace(".html", "-large.html") for path in written}
    lessons = {file.parent.relative_to(root).as_posix() for file in root.glob("lessons/*/*/lesson.md")}
    of_lessons = ("index", "teach", "worksheet", "worksheet-large", "story", "answers")
    ages = {folder.split("/")[1] for folder in lessons}
    of_ages = ("words", "poster", "promise", "check", "check-paper")
    expected = written | large | {"404.html", "teachers/map.html", "policy/map.html"}
    expected |= {f"{folder}/{name}.html" for folder in lessons for name in of_lessons}
    expected |= {f"learners/{age}-{name}.html" for age in ages for name in of_ages}
    expected |= {f"teachers/{age}/index.html" for age in ages}
    expected |= {*ONCE, *LANGUAGES}
    pages = {path for path in listed(site) if path.endswith(".html")}
    assert pages - expected == set()
    assert (written | {f"{folder}/index.html" for folder in lessons}) - pages == set()


def test_only_known_kinds_of_files_are_published(site: Path) -> None:
    lessons = {path for path in listed(site) if path.startswith("lessons/")}
    exports = {posixpath.splitext(path)[1] for path in lessons} - {".html"}
    assert exports == {".csv", ".docx", ".svg", ".txt", ".xlsx"}
    pictures = {path for path in lessons if path.endswith(".svg")}
    assert all(posixpath.basename(path).startswith("scene-") for path in pictures)
    others = {posixpath.splitext(path)[1] for path in listed(site) - lessons}
    assert others == {
        ".css", ".csv", ".html", ".ics", ".js", ".json", ".jsonld", ".png", ".svg", ".txt", ".webmanifest", ".woff2",
    }  # fmt: skip


def test_no_page_holds_a_hidden_note(pages: dict[str, Page]) -> None:
    assert [path for path, page in pages.items() if "<!--" in page.html] == []


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of two pages that name all that is there."""
    files = {
        "index.html": '<link rel="stylesheet" href="a/main.css"><link rel="manifest" href="site.webmanifest">'
        '<a href="b/two.html#x">Two</a><script>const a = {"search": "a/search.js"}</script>',
        "b/two.html": '<img src="my%20photo.jpg" srcset="large.jpg 2x"><div data-help="../a/board.js"></div>',
        "a/main.css": "a { background: url('dots.svg') }",
        "a/search.js": "",
        "a/board.js": 'new URL("more.js", here)',
        "a/more.js": "",
        "a/dots.svg": "",
        "site.webmanifest": '{"start_url": "./index.html", "icons": [{"src": "icon.png"}]}',
        "icon.png": "",
        "b/my photo.jpg": "",
        "b/large.jpg": "",
        "sitemap.xml": "",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_small_site_of_which_all_is_named_is_left_alone(small: Path) -> None:
    assert nobody_asks_for(small, read_pages(small)) == set()


@pytest.mark.parametrize(
    "path",
    ["class-list.csv", "b/holiday.jpg", "b/.DS_Store", "b/Thumbs.db", "a/photo.jpg", "draft.html", "b/lesson.md.bak"],
)
def test_a_file_that_nobody_asks_for_is_seen(small: Path, path: str) -> None:
    (small / path).write_text("A", encoding="utf-8")
    assert nobody_asks_for(small, read_pages(small)) == {path}


def test_a_site_without_an_address_has_no_sitemap(site: Path, library: Library) -> None:
    # With one, tests/test_other_school.py reads it.
    assert library.school.site_root is None
    assert list(site.glob("sitemap*")) == []
