"""Writes finished pages as plain Markdown: their words, headings, lists, tables, links and pictures, and nothing else.

So a peer renders what a reader of our pages gets, and not the few lines of which some are made.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from tests.site.page import UNSEEN, Page, read_pages

SIGNS = re.compile(r"[\\`*_{}\[\]<>#|]")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SVG = "{http://www.w3.org/2000/svg}svg"
WITHIN = frozenset({
    "a", "abbr", "b", "bdi", "br", "button", "cite", "code", "del", "em", "i", "img", "input", "kbd", "label", "mark",
    "option", "output", "q", "s", "select", "small", "span", "strong", "sub", "sup", "time", "u", "wbr", SVG,
})  # fmt: skip
PASSED_OVER = UNSEEN | {SVG, "input", "select"}
ROUND = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}


def write_plain(site: Path, docs: Path) -> None:
    """Write every page of a site as Markdown, by the name of its page.

    Args:
        site: the finished site.
        docs: where to write it.
    """
    for path, page in read_pages(site).items():
        file = docs / Path(path).with_suffix(".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(plain(page), encoding="utf-8")


def plain(page: Page) -> str:
    """Write one page: its title, and what is in its `main`, or in all of it where there is none."""
    main = next(page.all("main"), next(page.all("body")))
    title = " ".join("".join(next(page.all("title")).itertext()).split())
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n" + "\n\n".join(_blocks(main)) + "\n"


def _blocks(parent: Element) -> Iterator[str]:
    """Write what is in an element as blocks; words that stand between blocks are paragraphs."""
    loose = [_words(parent.text)]
    for child in parent:
        if child.tag in WITHIN:
            loose.append(_within(child))
        elif child.tag not in PASSED_OVER:
            yield from _paragraph(loose)
            yield from _block(child)
            loose = []
        loose.append(_words(child.tail))
    yield from _paragraph(loose)


def _paragraph(loose: list[str]) -> Iterator[str]:
    words = "".join(loose).strip()
    if words:
        yield words


def _block(element: Element) -> Iterator[str]:
    if element.tag in HEADINGS:
        identity = f" {{#{element.attrib['id']}}}" if "id" in element.attrib else ""
        yield "#" * int(element.tag[1]) + f" {inline(element)}{identity}"
    elif element.tag in ("ul", "ol"):
        sign = "-   " if element.tag == "ul" else "1.  "
        items = (_indented(_blocks(item), sign) for item in element if item.tag == "li")
        yield "\n".join(item for item in items if item)
    elif element.tag == "table":
        yield "\n".join(_table(element))
    elif element.tag == "pre":
        yield "```\n" + "".join(element.itertext()).strip("\n") + "\n```"
    elif element.tag == "blockquote":
        yield "\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(element)).split("\n"))
    elif element.tag == "dt":
        yield inline(element)
    elif element.tag == "dd":
        yield _indented(_blocks(element), ":   ")
    elif element.tag == "details":
        summary = next((child for child in element if child.tag == "summary"), None)
        title = inline(summary).replace('"', "”") if summary is not None else "More"
        within = [child for child in element if child is not summary]
        rest = Element("div")
        rest.extend(within)
        yield _indented(_blocks(rest), "    ", first=f'??? note "{title}"\n\n')
    else:
        yield from _blocks(element)


def _table(table: Element) -> Iterator[str]:
    rows = [[inline(cell) for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
    width = max(map(len, rows), default=0)
    for number, row in enumerate(rows):
        yield "| " + " | ".join((*row, *[""] * (width - len(row)))) + " |"
        if number == 0:
            yield "|" + " --- |" * width


def _indented(blocks: Iterator[str], sign: str, first: str = "") -> str:
    text = "\n\n".join(blocks)
    if not text:
        return ""
    indented = re.sub(r"\n(?=[^\n])", "\n    ", text)
    return f"{first}{sign}{indented}"


def inline(element: Element) -> str:
    """Write all that is in an element as one line, such as a question or a reason."""
    return " ".join((_words(element.text) + "".join(_within(child) + _words(child.tail) for child in element)).split())


def _within(element: Element) -> str:
    if element.tag in PASSED_OVER:
        return ""
    if element.tag == "br":
        return " "
    if element.tag == "img":
        return f"![{_words(element.attrib.get('alt'))}]({element.attrib['src']})"
    words = inline(element)
    if element.tag == "a" and "href" in element.attrib and words:
        return f"[{words}]({_address(element.attrib['href'])})"
    mark = ROUND.get(element.tag, "") if words else ""
    return f"{mark}{words}{mark}"


def _address(address: str) -> str:
    """Name a page of the site by its Markdown, as an author would."""
    path, sign, place = address.partition("#")
    if path.endswith(".html") and ":" not in path:
        path = posixpath.splitext(path)[0] + ".md"
    return path + sign + place


def _words(text: str | None) -> str:
    return SIGNS.sub(lambda sign: f"\\{sign[0]}", re.sub(r"\s+", " ", text or ""))
