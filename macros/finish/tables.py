"""Names each table by the heading above it, and says of what its head cells are the head, for those who hear a page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.finish.search import VOID

TAG = re.compile(
    r"""<(?P<kept>script|style|textarea)\b.*?</(?P=kept)\s*> | <!--.*?-->
    | <(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)\b(?P<said>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL | re.VERBOSE,
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
ID = re.compile(r'\sid="([^"]+)"')
CAPTION = re.compile(r"\s*<caption\b")
NAMED = re.compile(r"\saria-label(?:ledby)?=")
SCOPE = re.compile(r"\sscope=")
ANY_TAG = re.compile(r"<[^>]*>")


@dataclass
class _Heading:
    """A heading, how deep in the page it stands, and how many tables it has named."""

    depth: int
    id: str | None
    words: str
    tables: int = 0

    def name(self) -> str:
        """Give the next table's name as an attribute: the heading itself, or its words with a number."""
        self.tables += 1
        if self.tables > 1:
            return f'aria-label="{self.words} ({self.tables})"'
        return f'aria-labelledby="{self.id}"' if self.id else f'aria-label="{self.words}"'


def name_tables(html: str) -> str:
    """Name the tables of a page that have no caption, and give their head cells a scope.

    A table is named by the last heading before it that is not shut up in a part of the page that has ended, as that of
    a quiz is. So the tables of a page can be known apart in a screen reader's list of them. A head cell is the head of
    its column within `thead`, else of its row (HTML, 4.9.10).

    Args:
        html: the page.

    Returns:
        The same, with what was missing.
    """
    if "<table" not in html:
        return html
    headings: list[_Heading] = []
    depth = 0
    within_head = False

    def seen(found: re.Match[str]) -> str:
        nonlocal depth, within_head
        name, said, tag = found["name"], found["said"], found[0]
        if not name or name in VOID or said.endswith("/"):
            return tag
        if name == "thead":
            within_head = not found["end"]
        if found["end"]:
            depth -= 1
            while headings and headings[-1].depth > depth:
                headings.pop()
            return tag
        if name in HEADINGS:
            place = ID.search(said)
            words = ANY_TAG.sub("", html[found.end() : html.find(f"</{name}", found.end())])
            headings.append(_Heading(depth, place and place[1], " ".join(words.replace('"', "&quot;").split())))
        depth += 1
        if name == "table" and headings and not NAMED.search(said) and not CAPTION.match(html, found.end()):
            return f"{tag[:-1]} {headings[-1].name()}>"
        if name == "th" and not SCOPE.search(said):
            return f'{tag[:-1]} scope="{"col" if within_head else "row"}">'
        return tag

    return TAG.sub(seen, html)
