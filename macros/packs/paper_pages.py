"""Sets a page of the site as a page to print: its words without what a screen alone needs."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from types import MappingProxyType
from urllib.parse import urljoin
from xml.etree import ElementTree

from macros.packs.paper import lines, picture, whole_page
from macros.views.papers import Paper

Element = ElementTree.Element
Draw = Callable[[str, float], bytes]

SVG = "{http://www.w3.org/2000/svg}"
# What each kind takes of the page, by class: all of it where nothing is named.
TAKEN = MappingProxyType(
    {
        "policy": ("policy",),
        "plain": (),
        "in-my-words": ("plain", "tell"),
        "agreement": ("minute", "agreement__part"),
        "leaflet": ("sheet__panel",),
        "poster": ("poster",),
    }
)
# What is for a screen, or is not part of what is taken. The foot of each sheet says whose the plain words are.
LEFT_OUT = frozenset(
    {
        "about-page", "admonition-title", "checklist__memory", "checklist__reference", "clause__plain", "minute",
        "paper-foot", "paper-note", "plain__sections", "plain__wins", "policy-views", "policy-views__notice",
        "site-note", "unseen",
    }
)  # fmt: skip
SCREEN = frozenset({"button", "nav", "script", "select", "style", "template"})
KEPT = frozenset(
    {
        "a", "br", "div", "em", "h1", "h2", "h3", "h4", "li", "ol", "p", "section", "span", "strong", "table", "tbody",
        "td", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
NUMBERS = frozenset({"clause__reference", "plain__reference"})  # the number of a point, before its words
OUTSIDE = ("https:", "http:", "mailto:", "tel:")
WIDTHS = MappingProxyType({"poster__friend": 8.5, "poster__steps": 4.4})  # of pictures, in centimetres
WIDTH = 1.6
PART = 0.1  # of the width of a picture of the story, for each centimetre
# A leaflet is folded in three. Outside, from the left: the flap, the back, the front.
SIDES = ((4, 5, 0), (1, 2, 3))


class NoWordsError(Exception):
    """A picture of a page has no words for those who do not see it; it says where it stands."""


def paper_page(tree: Element, paper: Paper, school: str, site: str | None, draw: Draw) -> str:
    """Give a page of the site as a page to print.

    Args:
        tree: the whole page.
        paper: which page it is.
        school: the school's name.
        site: where the site is published, if that is known: links to its other pages then lead there.
        draw: gives a drawing as a PNG, by how wide it is as a part of the width of a picture of the story.

    Raises:
        NoWordsError: a picture has no alternative text.
    """
    main = next(tree.iter("main"))
    body = next(main.iter("article"), main)
    taken = TAKEN[paper.kind]
    page = urljoin(site, paper.address) if site else None
    setting = _Setting(page, draw, 1 if paper.kind == "leaflet" else 0, LEFT_OUT - set(taken))
    parts = [part for part in body.iter() if taken and _classes(part) & set(taken)] or [body]
    if paper.kind == "leaflet":
        title = _words(next(parts[0].iter("h2")))
        sides = ("".join(setting.set(parts[place]) for place in side if place < len(parts)) for side in SIDES)
        content = "".join(f'<div class="side">{side}</div>' for side in sides)
    else:
        heading = next(body.iter("h1"))
        title = _words(heading)
        first = "" if any(heading is one for part in parts for one in part.iter()) else setting.set(heading)
        content = first + "".join(map(setting.set, parts))
    return whole_page(title, f"{school} · {paper.foot or title}", paper.kind, content)


class _Setting:
    """Writes elements of one page anew.

    Args:
        page: the page's whole address, if it is known.
        draw: gives a drawing as a PNG.
        higher: by how many levels its headings are raised.
        left_out: the classes of what is left out.
    """

    def __init__(self, page: str | None, draw: Draw, higher: int, left_out: frozenset[str]) -> None:
        self.page = page
        self.draw = draw
        self.higher = higher
        self.left_out = left_out | NUMBERS

    def set(self, node: Element, around: tuple[str, ...] = ()) -> str:
        """Write an element, with all in it, but not what follows it.

        Args:
            node: the element.
            around: its tag and classes, and those of all that it stands in.
        """
        tag, classes = node.tag, _classes(node)
        if tag == f"{SVG}svg":
            return self._picture(node, around)
        if tag == "input":
            return '<span class="box"></span>' if node.get("type") == "checkbox" else ""
        if tag in SCREEN or node.get("hidden") is not None or classes & self.left_out:
            return ""
        if "lines" in classes:
            return lines(int(node.get("data-lines", "1")))
        inside = self._inside(node, (*around, str(tag), *classes))
        if tag == "a":
            return self._link(node, inside)
        if tag not in KEPT or (tag == "div" and "li" in around):
            return inside  # an item of a list that goes on over to the next sheet may hold no box
        if tag == "p" and "li" in around:
            tag = "div"  # a list item of a PDF holds no paragraph
        if tag[0] == "h":
            tag = f"h{int(tag[1]) - self.higher}"
        return f"<{tag}{''.join(self._attributes(node, classes))}>{inside}</{tag}>" if tag != "br" else "<br>"

    def _inside(self, node: Element, around: tuple[str, ...]) -> str:
        said = [escape(node.text or "")]
        for child in node:
            said.append(self.set(child, around) if isinstance(child.tag, str) else "")
            said.append(escape(child.tail or ""))
        return "".join(said)

    def _attributes(self, node: Element, classes: Iterable[str]) -> Iterator[str]:
        if classes:
            yield f' class="{escape(" ".join(sorted(classes)))}"'
        for name in ("id", "scope", "colspan", "rowspan", "start", "value"):
            if node.get(name) is not None:
                yield f' {name}="{escape(node.get(name, ""))}"'
        number = next((child for child in node if _classes(child) & NUMBERS), None)
        if number is not None:
            mark = re.sub(r"[^\w.()]", "", _words(number))
            yield f""" style="list-style-type: '{mark}\u2002'\""""

    def _link(self, node: Element, inside: str) -> str:
        """Write a link of words alone: one to this site leads nowhere before it is known where that is."""
        target = node.get("href", "")
        if not target.startswith(OUTSIDE):
            if not self.page:
                return inside
            target = urljoin(self.page, target)
        return f'<a href="{escape(target)}">{escape(_words(node))}</a>'

    def _picture(self, node: Element, around: tuple[str, ...]) -> str:
        alt = node.get("aria-label", "")
        if not alt and node.get("aria-hidden") != "true":
            near = " ".join(around[-2:]) or "page"
            raise NoWordsError(f"A picture in “{near}” has no alternative text.")
        wide = next((WIDTHS[name] for name in around if name in WIDTHS), WIDTH)
        return picture(self.draw(_drawing(node), PART * wide), alt, wide)


def _drawing(node: Element) -> str:
    """Write a drawing as a file of its own; a reader of HTML keeps the names of namespaces as attributes."""
    drawn = copy.deepcopy(node)
    drawn.tail = None
    for part in drawn.iter():
        part.tag = str(part.tag).removeprefix(SVG)
        part.attrib = {name: value for name, value in part.attrib.items() if "xmlns" not in name}
    drawn.set("xmlns", SVG[1:-1])
    return ElementTree.tostring(drawn, encoding="unicode")


def _classes(node: Element) -> frozenset[str]:
    return frozenset((node.get("class") or "").split())


def _words(node: Element) -> str:
    return " ".join("".join(node.itertext()).split())
