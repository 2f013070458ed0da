"""While school.yml does not say that the school teaches these lessons, no page for families says so."""

from __future__ import annotations

import re

import pytest

from macros.content.library import Library
from tests.site.page import Page, text

SAYS_SO = re.compile(
    r"\byour child (?:learns|is learning|has these lessons|has learnt)\b"
    r"|\bthis half term, (?:your child|children|they) learns?\b|\bchildren (?:hear|learn|have) the same\b"
    r"|\bwhat your child (?:learns|does|did) (?:at school|in class)\b|\byour classes teach\b",
    re.IGNORECASE,
)


def test_no_page_for_families_says_that_the_school_teaches_these_lessons(
    pages: dict[str, Page], library: Library
) -> None:
    assert library.school.teaches_this_scheme_since is None, "Now the pages may say so: this test has no more to do."
    found = [
        f"{path}: …{said[max(0, match.start() - 40) : match.end() + 40]}…"
        for path, page in pages.items()
        if path.startswith("parents/")
        for said in [" ".join(text(page.tree).split())]
        for match in SAYS_SO.finditer(said)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "said",
    [
        "This half term, children learn to ask first.",
        "Your child learns to ask first.",
        "What your child learns at school",
        "Children hear the same three words in all of them.",
    ],
)
def test_it_would_be_seen(said: str) -> None:
    assert SAYS_SO.search(said)


@pytest.mark.parametrize("said", ["The lessons for this half term teach children to ask.", "What children learn."])
def test_what_the_lessons_are_about_may_be_said(said: str) -> None:
    assert not SAYS_SO.search(said)
