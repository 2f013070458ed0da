"""A page for families again, in large print: its own words, in a layout with letters of 18 points on paper."""

from __future__ import annotations

import json
import re

WANTED = re.compile(r"^large_print: *yes *\n", re.MULTILINE)
TITLE = re.compile(
    r"""^title: *(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^']|'')*)'|(?P<plain>.*?)) *$""", re.MULTILINE
)
TEMPLATE = re.compile(r"^template: .*\n", re.MULTILINE)
LAYOUT = "template: large.html\nlarge: yes\nsearch:\n  exclude: true\n"


def large_print_of(text: str) -> str | None:
    """Make the text of a page in large print, to stand beside the page itself.

    Args:
        text: the page, with its front matter.

    Returns:
        The same words under a front matter of their own; None for a page that does not say “large_print: yes”.
    """
    front, mark, words = text.removeprefix("---\n").partition("\n---\n")
    front += "\n"
    if not text.startswith("---\n") or not mark or not WANTED.search(front):
        return None
    front = TITLE.sub(_title, TEMPLATE.sub("", WANTED.sub("", front)), count=1)
    return f"---\n{front}{LAYOUT}---\n{words}"


def _title(found: re.Match[str]) -> str:
    """Write the title anew, however its words were quoted."""
    if found["double"] is not None:
        words = re.sub(r"\\(.)", r"\1", found["double"])
    else:
        words = (found["single"] or "").replace("''", "'") or found["plain"] or ""
    return "title: " + json.dumps(f"{words}, in large print", ensure_ascii=False)


def large_print_path(path: str) -> str:
    """Name the file of a page in large print, beside the page."""
    return re.sub(r"(\.\w+)$", r"-large\1", path)
