"""What a page holds, so that two hosts can be held to it: each element with its attributes, and the words.

What may differ is the white space between elements and words alone: a browser shows none of it.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from tests.site.page import elements, read_pages, text


def shown(page: Element) -> list[str]:
    """Give the words of a page, and then each element with its attributes, so also every id and every link."""
    words = text(page, unseen=True)
    return [words, *(" ".join([each.tag, *sorted(map("=".join, each.attrib.items()))]) for each in elements(page))]


def differences(ours: Path, theirs: Path) -> list[str]:
    """Name each page that one of two sites lacks, or that holds something else, with the first thing that differs.

    Args:
        ours: the site as it is.
        theirs: the site of another host.
    """
    mine, others = read_pages(ours), read_pages(theirs)
    found = [f"{path}: only one host has it." for path in sorted(mine.keys() ^ others.keys())]
    for path in sorted(mine.keys() & others.keys()):
        one, other = shown(mine[path].tree), shown(others[path].tree)
        if one != other:
            at = next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), -1)
            found.append(f"{path}: {_near(one[at], other[at])}")
    return found


def _near(one: str, other: str) -> str:
    at = next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    return f"…{one[max(at - 40, 0) : at + 60]}… is …{other[max(at - 40, 0) : at + 60]}…"
