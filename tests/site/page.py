"""A built page, parsed as the HTML standard says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

from macros.finish.scripts import lighter
from tests.assets import scripts

UNSEEN = frozenset({"script", "style", "template", "noscript"})
PART = re.compile(r"^/\* (\S+\.css) \*/$", re.MULTILINE)
BLOCKS = frozenset({"p", "li", "td", "th", "dt", "dd", "tr", "br", "div", "section", "summary", "legend", "label"}) | {
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "figcaption",
}

# The marks that a sentence may hold: code, a sign that is escaped, and stars or lines round whole words.
MARKS = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|\\(?P<sign>[\\`*_{}\[\]()>#+.!-])"
    r"|(?<![^\W_])(?P<mark>\*\*?|__?)(?=[^\s*_])(?P<within>.+?)(?<=[^\s*_])(?P=mark)(?![^\W_])"
)


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes:
        path: the file, from the site's root, with forward slashes.
        html: its source.
        tree: its elements.
    """

    path: str
    html: str
    tree: Element

    def all(self, *tags: str) -> Iterator[Element]:
        """Give the elements of some kinds, in the order of the page."""
        return (element for element in elements(self.tree) if element.tag in tags)

    @property
    def ids(self) -> list[str]:
        """Every id, in the order of the page."""
        return [element.attrib["id"] for element in elements(self.tree) if "id" in element.attrib]

    @cached_property
    def everything(self) -> str:
        """All words of the page and all values of its attributes: nothing can hide in it."""
        values = (value for element in elements(self.tree) for value in element.attrib.values())
        return tidy(" ".join([text(self.tree, unseen=True), *values]))


def read_pages(site: Path) -> dict[str, Page]:
    """Read every page of a built site, by its path from the root."""
    return {
        file.relative_to(site).as_posix(): read_page(site, file.relative_to(site).as_posix())
        for file in sorted(site.rglob("*.html"))
    }


def read_page(site: Path, path: str) -> Page:
    """Read one page."""
    html = (site / path).read_text(encoding="utf-8")
    return Page(path, html, html5lib.parse(html, namespaceHTMLElements=False))


def style_sheets(page: Page) -> list[str]:
    """Give the address of each style sheet that a page loads in its head."""
    links = (link for head in page.all("head") for link in head.iter("link"))
    return [link.attrib["href"] for link in links if "stylesheet" in link.attrib.get("rel", "")]


def joined_parts(site: Path) -> dict[str, list[str]]:
    """Give the paths of the style sheets that the build joined into each, by the name of the joined sheet."""
    return {
        file.name: PART.findall(file.read_text(encoding="utf-8"))
        for file in sorted(site.glob("assets/stylesheets/joined.*.css"))
    }


def joined_scripts(site: Path) -> dict[str, list[str]]:
    """Give the names of the scripts that the build joined into each, by the name of the joined script."""
    root = Path(__file__).parents[2]
    parts = {file.name: lighter(file.read_text(encoding="utf-8")).partition("\n")[2] for file in scripts(root)}
    found = {}
    for file in sorted(site.glob("assets/javascripts/joined.*.js")):
        code = file.read_text(encoding="utf-8")
        found[file.name] = sorted(
            (name for name in parts if parts[name] in code), key=lambda name: code.index(parts[name])
        )
    return found


def elements(element: Element) -> Iterator[Element]:
    """Give an element and all in it, without comments."""
    return (each for each in element.iter() if isinstance(each.tag, str))


def with_class(element: Element, name: str) -> list[Element]:
    """Find the elements of a class."""
    return [each for each in elements(element) if name in each.attrib.get("class", "").split()]


def text(element: Element, *, unseen: bool = False, without: str = "") -> str:
    """Give the words of an element with single spaces.

    Args:
        element: where to begin.
        unseen: whether scripts and style sheets count as words.
        without: a class whose elements are left out.
    """
    return tidy("".join(_pieces(element, unseen, without)))


def _pieces(element: Element, unseen: bool, without: str) -> Iterator[str]:
    if not isinstance(element.tag, str) or (element.tag in UNSEEN and not unseen):
        return
    if without and without in element.attrib.get("class", "").split():
        return
    space = " " if element.tag in BLOCKS else ""
    yield space + (element.text or "")
    for child in element:
        yield from _pieces(child, unseen, without)
        yield child.tail or ""
    yield space


def tidy(words: str) -> str:
    """Put single spaces between words."""
    return " ".join(words.split())


def plain(markdown: str) -> str:
    """Give the words of a sentence as a page shows them, without its Markdown marks; it asks no code of the site."""
    words = MARKS.sub(lambda match: match["code"] or match["sign"] or plain(match["within"]), markdown)
    return tidy(words)
