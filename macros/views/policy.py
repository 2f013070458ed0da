"""The policy page, with the number of each clause beside it."""

from __future__ import annotations

import re

from macros.models.policy import Policy

ITEM = re.compile(r'<li id="(?P<id>[\w-]+)">')


def with_references(html: str, policy: Policy, plain_page: str) -> str:
    """Put each clause's reference in front of it, as a link to the clause, and one to its plain words.

    Args:
        html: the page's content; each clause is a list item with its id.
        policy: the clauses.
        plain_page: the page with the plain words, as a link from this one.

    Returns:
        The content with two links of the class `clause__reference` in each clause. They are not part
        of the approved text, so they are kept out of it: they come first in the item, each in an
        element of its own, and search passes over the second.
    """
    clauses = policy.clauses

    def number(match: re.Match[str]) -> str:
        clause = clauses.get(match["id"])
        if clause is None:
            return match[0]
        return (
            f'{match[0]}<a class="clause__reference" href="#{clause.id}" '
            f'aria-label="Point {clause.reference}, link">{clause.reference}</a> '
            f'<a class="clause__reference clause__reference--plain" href="{plain_page}#plain-{clause.id}" '
            f'aria-label="Point {clause.reference} in plain words" data-search-exclude>In plain words</a> '
        )

    return ITEM.sub(number, html)
