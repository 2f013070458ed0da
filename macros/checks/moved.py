"""Checks that each address that was a page once leads to a page that there is, and to a place on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.models.moved import MovedPages
from macros.problems import Problem, did_you_mean
from macros.source import Document, Outline


def check_moved(document: Document, moved: MovedPages, pages: Mapping[str, Outline | None]) -> Iterator[Problem]:
    """Find a page that is back at its old address, and a new address that leads nowhere.

    Args:
        document: the file, for the places.
        moved: what it holds.
        pages: what each page under docs/ is made of; None for one that cannot be read.
    """
    for number, page in enumerate(moved.moved):
        if page.address.removesuffix(".html") + ".md" in pages:
            sentence = f"There is a page at “{page.address}” again. Take this line out."
            yield document.problem(sentence, ("moved", number, "from"))
        name, _, place = page.to.partition("#")
        if name not in pages:
            sentence = f"There is no page “{name}” under docs/.{did_you_mean(name, pages)}"
            yield document.problem(sentence, ("moved", number, "to"))
            continue
        outline = pages[name]
        if outline and place and place not in outline.ids:
            sentence = f"The page “{name}” has no place “{place}”.{did_you_mean(place, outline.ids)}"
            yield document.problem(sentence, ("moved", number, "to"))
