"""The policy page, with the number of each clause beside it."""

from __future__ import annotations

import re

from macros.models.policy import Policy

ITEM = re.compile(r'<li id="(?P<id>[\w-]+)">')


def with_references(html: str, policy: Policy) -> str:
    """Put each clause's reference in front of it, as a link to the clause.

    Args:
        html: the page's content; each clause is a list item with its id.
        policy: the clauses.

    Returns:
        The content with `<a class="clause__reference">` in each clause. The reference is not part
        of the approved text, so it is kept out of it: it is the first thing in the item, in an
        element of its own.
    """
    clauses = policy.clauses

    def number(match: re.Match[str]) -> str:
        clause = clauses.get(match["id"])
        if clause is None:
            return match[0]
        return (
            f'{match[0]}<a class="clause__reference" href="#{clause.id}" '
            f'aria-label="Point {clause.reference}, link">{clause.reference}</a> '
        )

    return ITEM.sub(number, html)
