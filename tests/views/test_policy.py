"""Each clause on the policy page gets its number, outside the approved words."""

from __future__ import annotations

from macros.models.policy import Clause, Policy, Section
from macros.views.policy import with_references

PLAIN = "plain/index.html"

CLAUSE = Clause(id="tell", reference="6.4(a)", text="to tell.")
POLICY = Policy(title="P", approval=(), sections=(Section(id="s", number="6", title="L", clauses=(CLAUSE,)),))


def test_a_clause_gets_its_number_as_a_link_to_itself_and_one_to_its_plain_words() -> None:
    assert with_references('<ul><li id="tell">to tell.</li></ul>', POLICY, PLAIN) == (
        '<ul><li id="tell"><a class="clause__reference" href="#tell" aria-label="Point 6.4(a), link">6.4(a)</a> '
        '<a class="clause__reference clause__reference--plain" href="plain/index.html#plain-tell" '
        'aria-label="Point 6.4(a) in plain words" data-search-exclude>In plain words</a> to tell.</li></ul>'
    )


def test_a_list_item_that_is_no_clause_is_left_alone() -> None:
    html = '<ul><li id="other">Other</li><li>None</li></ul>'
    assert with_references(html, POLICY, PLAIN) == html
