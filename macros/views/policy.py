"""The policy page: the approved words, and beside each clause its number and its plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from macros.models.clause_use import ClauseUse
from macros.models.policy import Clause, Policy
from macros.views.policy_map import READERS

# The words of a clause end where its sub-points begin, or with it.
ITEM = re.compile(r'<li id="(?P<id>[\w-]+)">(?P<words>.*?)(?=\s*<ul>|</li>)', re.DOTALL)
ALL = "everyone"
# Readability, of which browsers make their reader view, leaves out whatever is named “social” and is not “main”.
MAIN = "clause__main"
SHOWN_FIRST = "parents"  # whose words stand there until another reader is chosen: they have some at every clause


def side_by_side(html: str, policy: Policy, uses: Mapping[str, ClauseUse]) -> str:
    """Put each clause's number in front of it, as a link to it, and its plain words beside it.

    Args:
        html: the page's content; each clause is a list item with its id.
        policy: the clauses.
        uses: whom each is for, and its plain words, by its id.

    Returns:
        The content. What is not part of the approved text stands in elements of its own, of the class `clause__ours`;
        search passes over the plain words, which have pages of their own.
    """
    clauses = policy.clauses

    def beside(match: re.Match[str]) -> str:
        clause = clauses.get(match["id"])
        if clause is None:
            return match[0]
        use = uses[clause.id]
        return (
            f'<li id="{clause.id}" class="{MAIN}" data-for="{" ".join(_readers(use))}">'
            f'<a class="clause__reference clause__ours" href="#{clause.id}" '
            f'aria-label="Point {clause.reference}">{clause.reference}</a> '
            f'<div class="clause__approved">{_without_number(match["words"].strip(), clause)}</div> '
            f'<div class="clause__plain clause__ours" data-search-exclude>{"".join(_plain(use))}</div>'
        )

    return ITEM.sub(beside, html)


def _without_number(words: str, clause: Clause) -> str:
    """Take off the number that the policy prints before a point: it stands in front already."""
    return words.removeprefix(clause.reference).lstrip(". ") if words.startswith(clause.reference) else words


def _readers(use: ClauseUse) -> Iterator[str]:
    """Name the readers whom a clause is for; whatever is for staff is for governors, too."""
    for reader, _ in READERS:
        if reader != ALL and ({reader, ALL} & set(use.readers) or (reader == "governors" and "staff" in use.readers)):
            yield reader


def _plain(use: ClauseUse) -> Iterator[str]:
    """Give the plain words of a clause, each once, with the readers whose words they are."""
    whose: dict[str, list[str]] = {}
    for reader, _ in READERS:
        if reader != ALL and (words := use.words_for(reader)):
            whose.setdefault(words, []).append(reader)
    for words, readers in whose.items():
        hidden = "" if SHOWN_FIRST in readers else " hidden"
        yield f'<p data-words="{" ".join(readers)}"{hidden}>{escape(words, quote=False)}</p>'
