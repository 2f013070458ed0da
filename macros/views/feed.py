"""The newsletter as an Atom feed (RFC 4287), made from the page that holds its paragraphs."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree

from macros.models.school import School

ATOM = "http://www.w3.org/2005/Atom"
SECTION = re.compile(r'<h2 id="(?P<id>[^"]+)">(?P<title>.*?)</h2>(?P<text>.*?)(?=<h2\b|\Z)', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
# The year in which these ids were given out. It never changes, or every reader's program would take each paragraph
# for a new one (RFC 4151).
MINTED = 2026


def halves_come(school: School, titles: Sequence[str], today: date) -> dict[str, date]:
    """Give the first day of each half term that has come, by its name.

    Args:
        school: the school, which says when its half terms begin.
        titles: the names of the half terms, in order.
        today: the day.
    """
    return {title: day for title, day in zip(titles, school.half_terms, strict=False) if day <= today}


def newsletter_feed(
    html: str, title: str, school: School, page: str, feed: str, come: Mapping[str, date]
) -> bytes | None:
    """Make the feed: one entry for each section of the newsletter's page whose half term has come.

    Without the address at which the site is published there is no feed: a feed is read far from the site, so its links
    must be whole addresses. Without a half term that has come there is nothing to say yet.

    Args:
        html: the content of the page; each section begins with a heading that has an id.
        title: the feed's name.
        school: the school; its name is the author, and the host of its website is in the ids.
        page: the page's address from the site's root.
        feed: the feed's own address from the site's root.
        come: the first day of each half term that has come, by its name, which is the heading of its section.

    Returns:
        The feed, or None where there is none.
    """
    site = school.site_root
    if not site or not come:
        return None
    mark = f"tag:{urlsplit(school.website).hostname},{MINTED}:online-safety/newsletter"
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB", "xml:base": site + page})
    _texts(root, id=mark, title=title, updated=_moment(max(come.values())))
    ElementTree.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": site + feed})
    ElementTree.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": site + page})
    _texts(ElementTree.SubElement(root, "author"), name=school.name)
    for identity, heading, text in _sections(html):
        if heading not in come:
            continue
        entry = ElementTree.SubElement(root, "entry")
        _texts(entry, id=f"{mark}/{identity}", title=heading, updated=_moment(come[heading]))
        ElementTree.SubElement(
            entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{site}{page}#{identity}"}
        )
        ElementTree.SubElement(entry, "content", {"type": "html"}).text = text
    ElementTree.indent(root)
    xml: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _texts(element: ElementTree.Element, **texts: str) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(element, name).text = text


def _sections(html: str) -> Iterator[tuple[str, str, str]]:
    for match in SECTION.finditer(html):
        yield match["id"], entities.unescape(TAG.sub("", match["title"])), match["text"].strip()
