"""The policy in plain words fits its readers: children, families, and those who read it at work."""

from __future__ import annotations

import re

import pytest

from macros.library import Library
from tests.content.test_words import BLAMING, BRANDS, NOT_BEFORE_CHILDREN
from tests.reading import measure, sentences, words_of

PATH = "docs/_data/clauses.yml"
# Words in a sentence, and the grade of the whole (see test_reading_level.py). Those at work read the policy's terms.
LIMITS = {
    "learners": (15, 6.0),
    "parents": (25, 6.5),
    "everyone": (25, None),
    "staff": (30, None),
    "governors": (30, None),
    "dsl": (30, None),
    "account-holders": (30, None),
}


def said(library: Library, reader: str) -> dict[str, str]:
    """Give the words written for one reader, by clause."""
    return {identity: words for identity, use in library.clause_uses.items() if (words := use.plain.own(reader))}


@pytest.mark.parametrize("reader", LIMITS)
def test_plain_words_fit_their_reader(library: Library, reader: str) -> None:
    longest, grade = LIMITS[reader]
    words = said(library, reader)
    found = [
        f"{PATH}: the words of “{identity}” for {reader}: “{sentence}” has {len(words_of(sentence))} words; at most "
        f"{longest}. Split it, or take words out."
        for identity, text in words.items()
        for sentence in sentences(text)
        if len(words_of(sentence)) > longest
    ]
    figures = measure(words.values())
    if grade is not None and figures.grade > grade:
        found.append(f"{PATH}: the words for {reader} have a reading grade of {figures.grade:.1f}; at most {grade}.")
    assert not found, "\n".join(found)


def test_words_for_children_name_no_brand_and_blame_nobody(library: Library) -> None:
    patterns = [BRANDS, NOT_BEFORE_CHILDREN, *(re.compile(pattern, re.IGNORECASE) for pattern, _ in BLAMING)]
    found = [
        f"{PATH}: the words of “{identity}” for children have “{match[0]}”."
        for identity, use in library.clause_uses.items()
        for text in (use.plain.learners, use.young)
        for pattern in patterns
        if text and (match := pattern.search(text))
    ]
    assert not found, "\n".join(found)


def test_a_clause_that_every_age_learns_has_words_for_learners_and_a_picture(library: Library) -> None:
    for identity in library.advice:
        use = library.clause_uses[identity]
        assert "learners" in use.readers, f"{PATH}: “{identity}” is taught, and is not for learners."
        assert use.plain.learners, f"{PATH}: “{identity}” is taught, and has no words for learners."
        assert use.young, f"{PATH}: “{identity}” is taught, and has no words for the youngest."


def test_no_placeholder_is_left_on_a_page_of_the_policy(library: Library) -> None:
    found = [
        path
        for path in (library.root / "docs/policy").rglob("*.md")
        if "PLAIN WORDS" in path.read_text(encoding="utf-8")
    ]
    assert not found
