"""Makes what the site's own search reads, out of the finished pages: a list of the pages, and the words on them.

It is a script and not data, so that it can be loaded from a disk too. How a page is found is for search.js alone: here
words are only collected. For a browser without scripts the same list stands on a page, from A to Z.
"""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from macros.finish.pages import Pages

INDEX = "assets/javascripts/search-index.js"
LIST = "about/a-z.html"
# Where the list is put; the page has it once.
PLACE = re.compile(r'<p class="a-to-z">.*?</p>', re.DOTALL)
OTHERS = "0–9"  # what begins with no letter, after the letters
# Words in a name that the list shows. What is longer is a sentence that somebody types: nobody looks up its letter.
LONGEST_NAME = 3
# What a page says for search alone, and no reader needs.
SAID = re.compile(r'<meta name="keywords" content="[^"]*">\n*')

# The groups of pages, in the order in which search.js says how much each counts for each reader.
HELP, GUIDE, EVERYONE, STAFF, PLAN, WRITERS, LEARNERS, CHILD_HELP = range(8)
READERS = MappingProxyType({
    "Learners": LEARNERS,
    "Parents and carers": GUIDE,
    "Parents, carers and staff": GUIDE,
    "Teachers and staff": STAFF,
    "Governors, teachers and staff": STAFF,
    "Everyone": EVERYONE,
})  # fmt: skip
PLACES = (
    (re.compile(r"lessons/.*/teach\.html"), PLAN),
    (re.compile(r"about/writing-.*"), WRITERS),
    (re.compile(r"help/(?:when/child|children)\.html"), CHILD_HELP),
    (re.compile(r"help/.*|parents/worries/.*"), HELP),
)
# Of a lesson or its plan, the parts are the same as of all others, and a quiz's answers are not for a search to show.
BY_NAME = frozenset({PLAN, LEARNERS})
# A word that stands on more pages than this says nothing about any of them.
COMMON = 12

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
HEADINGS = frozenset({"h2", "h3"})
PASSED_OVER = frozenset({"aside", "button", "form", "nav", "script", "style", "svg", "template"})
# Elements without an end (HTML Standard, 13.1.2).
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


@dataclass
class Page:
    """What search knows of a page.

    Attributes:
        path: its file, from the site's root.
        title: its title.
        description: what is on it, in a sentence.
        group: what kind of page it is, and so how much it counts for whom.
        also: other words by which people look for it.
        headings: its headings, each after its id.
        words: the words that stand on it alone, and not in what is above.
    """

    path: str
    title: str = ""
    description: str = ""
    group: int = EVERYONE
    also: tuple[str, ...] = ()
    headings: list[tuple[str, str]] = field(default_factory=list)
    words: set[str] = field(default_factory=set)


def add_search(site: Path, pages: Pages, found: Sequence[Page]) -> None:
    """Write the index of a built site, and its list from A to Z.

    Args:
        site: the built site.
        pages: its pages, of which the one with the list is changed.
        found: what search knows of those that it may find.
    """
    (site / INDEX).parent.mkdir(parents=True, exist_ok=True)
    (site / INDEX).write_text(index_of(found), encoding="utf-8")
    if LIST in pages:
        pages[LIST] = PLACE.sub(lambda _: list_of(found), pages[LIST])


def found_in(pages: Pages) -> list[Page]:
    """Give what search knows of every page that it may find.

    Args:
        pages: the pages of a site, in which there still stands what they say for search.
    """
    found = (read_page(text, path) for path, text in pages.items())
    return [page for page in found if page]


def read_page(text: str, path: str) -> Page | None:
    """Read one page.

    Args:
        text: the page, as HTML.
        path: its file, from the site's root.

    Returns:
        What search knows of it; None if search passes it over.
    """
    if not SAID.search(text):
        return None
    above, main, below = text.partition("<main")
    reader = _Reader(Page(path))
    reader.feed(above)
    page = reader.page
    page.group = next((group for place, group in PLACES if place.fullmatch(path)), page.group)
    if page.group not in BY_NAME:
        reader.feed(main + below)
        shown = " ".join((page.title, page.description, *page.also, *(heading for _, heading in page.headings)))
        page.words = set(_words(" ".join(reader.text))) - set(_words(shown))
    return page


def without_keywords(text: str) -> str:
    """Take out of a page what it says for search alone."""
    return SAID.sub("", text)


def index_of(pages: Iterable[Page]) -> str:
    """Write the index: a script with the pages, and with each word and the pages on which it stands.

    Args:
        pages: what search may find.
    """
    rows = []
    places: dict[str, list[str]] = defaultdict(list)
    for number, page in enumerate(pages):
        headings = [part for heading in page.headings for part in heading]
        rows.append((page.path, page.title, page.group, page.description, ";".join(page.also), headings))
        for word in page.words:
            places[word].append(str(number))
    words = " ".join(f"{word}:{','.join(on)}" for word, on in sorted(places.items()) if len(on) <= COMMON)
    return f"school.fillSearch({_script(rows)}, {_script(words)});\n"


def list_of(pages: Iterable[Page]) -> str:
    """Write the list from A to Z: each page by its title and by the other words for it, where these are few.

    Args:
        pages: what search may find. Lessons and their plans have lists of their own.
    """
    shown = [page for page in pages if page.group not in (*BY_NAME, WRITERS)]
    names = {
        (name[:1].upper() + name[1:], page.path): page
        for page in shown
        for name in (page.title, *(name for name in page.also if len(name.split()) <= LONGEST_NAME))
    }
    letters = []
    lines = []
    for letter, entries in groupby(sorted(names, key=_place), key=_letter):
        identity = "others" if letter == OTHERS else letter.lower()
        letters.append(f'<a href="#{identity}">{letter}</a>')
        lines.append(f'<h2 id="{identity}">{letter}</h2>\n<ul>')
        for name, path in entries:
            title = names[name, path].title
            after = "" if name == title else f": {html.escape(title)}"
            lines.append(f'<li><a href="../{path}">{html.escape(name)}{after}</a></li>')
        lines.append("</ul>")
    return "\n".join((f'<p class="letters">{" ".join(letters)}</p>', *lines))


class _Reader(HTMLParser):
    """Reads what search needs to know of a page."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.text: list[str] = []
        self.within: list[str] = []  # the elements that are open, from <main> on
        self.left_out = 0  # how many were open where text begins that is left out; 0 if none is
        self.row = ""
        self.heading: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._note(values)
        if tag in VOID or not (self.within or tag == "main"):
            return
        self.within.append(tag)
        if not self.left_out and (tag in PASSED_OVER or "data-search-exclude" in values):
            self.left_out = len(self.within)
        if self.left_out:
            return
        if tag == "tr":
            self.row = values.get("id", "")
        identity = values.get("id", "") if tag in HEADINGS else self.row if tag == "th" else ""
        if identity:
            self.heading = []
            self.page.headings.append((identity, ""))

    def _note(self, values: dict[str, str]) -> None:
        content = values.get("content", "")
        if values.get("name") == "keywords":
            self.page.also = tuple(word for each in content.split(";") if (word := each.strip()))
        elif values.get("name") == "description":
            self.page.description = content
        elif values.get("property") == "og:title":
            self.page.title = content
        elif values.get("data-part") == "search":
            self.page.group = READERS.get(values["data-for"], EVERYONE)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.within:
            return
        while self.within.pop() != tag:
            pass
        if len(self.within) < self.left_out:
            self.left_out = 0
        # A row is called what stands in its first element: an app's name, and not its others.
        if self.heading is not None and (tag in HEADINGS or "th" in (tag, *self.within)):
            self.page.headings[-1] = (self.page.headings[-1][0], " ".join(" ".join(self.heading).split()))
            self.heading = None

    def handle_data(self, data: str) -> None:
        if not self.within or self.left_out:
            return
        self.text.append(data)
        if self.heading is not None:
            self.heading.append(data)


def _words(text: str) -> Iterator[str]:
    """Give the words of a text as search.js parts them: an apostrophe of either kind parts none."""
    return (word.replace("'", "") for word in WORD.findall(text.lower().replace("’", "'")) if len(word) > 1)


def _script(value: object) -> str:
    """Write a value for a script; two signs that end a line there, and not in JSON, are written by their numbers."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _place(entry: tuple[str, str]) -> tuple[bool, str, str]:
    name, path = entry
    return _letter(entry) == OTHERS, name.lower(), path


def _letter(entry: tuple[str, str]) -> str:
    first = entry[0][:1].upper()
    return first if first.isalpha() else OTHERS
