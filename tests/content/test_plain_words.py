"""The policy in plain words fits its readers: children, families, and those who read it at work."""

from __future__ import annotations

import re

import pytest

from macros.content.library import Library
from tests.content.test_words import BLAMING, BRANDS, NOT_BEFORE_CHILDREN
from tests.reading import measure, sentences, words_of

PATH = "docs/_data/clauses.yml"
# Words in a sentence, and the grade of the whole (see test_reading_level.py). Those at work read the policy's terms.
LIMITS = {
    "learners": (18, 6.0),
    "parents": (28, 7.0),
    "everyone": (28, None),
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


# The clauses in which the policy of March 2022 says what “will” be done, found by reading it by hand. To tell a promise
# of 2022 as today's fact would say more than anyone on this site knows.
PROMISED = {
    "control-of-access": ("learners", "parents", "staff", "governors"),
    "platform-risk-assessment": ("parents", "staff", "governors", "dsl"),
    "concerns-taken-seriously": ("everyone", "learners", "dsl"),
    "staff-induction-and-training": ("parents", "staff", "governors"),
    "complaints-about-staff": ("parents", "staff", "governors", "dsl"),
    "tell-leadership": ("parents",),
    "report-contact": ("learners", "parents", "dsl"),
    "existing-relationships": ("parents", "staff"),
    "after-leaving": ("parents",),
    "existing-policies": ("parents", "account-holders"),
    "open-to-scrutiny": ("parents", "account-holders"),
    "informed-of-official-use": ("learners", "parents", "account-holders"),
    "moderation-and-consent": ("parents", "account-holders"),
    "nobody-excluded": ("parents", "governors"),
    "following-official-channels": ("parents",),
    "learners-empowered": ("learners", "parents", "governors", "dsl"),
    "concerns-about-learners": ("learners", "parents", "staff", "dsl"),
    "safeguarding-response": ("learners", "parents", "staff", "dsl"),
    "sanctions-and-support": ("learners", "parents", "staff"),
    "shared-with-parents": ("learners", "parents", "staff", "dsl"),
    "yearly-review": ("parents", "staff", "governors"),
    "monitoring-internet-use": ("learners", "parents", "staff", "governors"),
    "how-compliance-is-monitored": ("everyone",),
    "lessons-learnt": ("parents", "staff", "governors", "dsl"),
    "confidentiality": ("everyone", "learners"),
    "complaints-and-whistleblowing": ("learners", "parents", "staff", "governors"),
    "when-unsure": ("parents", "staff", "dsl"),
}


def test_what_the_policy_promises_is_told_as_a_promise(library: Library) -> None:
    found = [
        f"{PATH}: the words of “{identity}” for {reader}: “{text}” tells as a fact what the policy says will be done."
        for identity, readers in PROMISED.items()
        for reader in readers
        if not re.search(r"\bwill\b", text := library.clause_uses[identity].plain.own(reader) or "")
    ]
    assert not found, "\n".join(found)


def test_what_is_forbidden_is_not_said_with_may_not(library: Library) -> None:
    found = [
        f"{PATH}: the words of “{identity}” for {reader} say “may not”, which can be read as “might not”. Say “isn't "
        "allowed to”."
        for reader in LIMITS
        for identity, text in said(library, reader).items()
        if re.search(r"\bmay not\b", text)
    ]
    assert not found, "\n".join(found)
