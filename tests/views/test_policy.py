"""Each clause on the policy page gets its number and its plain words, outside the approved words."""

from __future__ import annotations

from macros.models.clause_use import ClauseUse
from macros.models.policy import Clause, Policy, Section
from macros.views.policy import side_by_side

WHOLE = Clause(id="advised", reference="6.4", text="Learners will be advised:")
CLAUSE = Clause(id="tell", reference="6.4(a)", text="to tell.", part_of="advised")
POLICY = Policy(title="P", approval=(), sections=(Section(id="s", number="6", title="L", clauses=(WHOLE, CLAUSE)),))


def use(**plain: str) -> ClauseUse:
    readers = [reader.replace("_", "-") for reader in plain]
    words = dict(zip(readers, plain.values(), strict=True))
    return ClauseUse.model_validate({"id": "a", "for": readers, "plain": words, "homes": ["a.md"]})


USES = {"advised": use(parents="You & we: <all>."), "tell": use(parents="Tell us.", staff="Report it.")}
NUMBER = '<a class="clause__reference clause__ours" href="#{}" aria-label="Point {}">{}</a> '


def test_a_clause_gets_its_number_as_a_link_to_itself_and_its_plain_words_apart_from_its_own() -> None:
    html = '<ul><li id="tell">to <em>tell</em>.</li></ul>'
    assert side_by_side(html, POLICY, USES) == (
        '<ul><li id="tell" class="clause__main" data-for="parents staff governors">'
        + NUMBER.format("tell", "6.4(a)", "6.4(a)")
        + '<div class="clause__approved">to <em>tell</em>.</div> '
        '<div class="clause__plain clause__ours" data-search-exclude><p data-words="parents">Tell us.</p>'
        '<p data-words="staff governors" hidden>Report it.</p></div></li></ul>'
    )


def test_the_sub_points_of_a_clause_stand_after_its_plain_words() -> None:
    html = '<li id="advised">Learners will be advised:\n<ul>\n<li id="tell">to tell.</li>\n</ul>\n</li>'
    shown = side_by_side(html, POLICY, USES)
    assert '<div class="clause__approved">Learners will be advised:</div> ' in shown
    assert '<p data-words="parents">You &amp; we: &lt;all&gt;.</p></div>\n<ul>\n<li id="tell" ' in shown


def test_words_for_everyone_are_every_readers() -> None:
    shown = side_by_side('<li id="tell">to tell.</li>', POLICY, {"tell": use(everyone="Tell.", learners="We tell.")})
    assert 'data-for="learners parents staff governors dsl account-holders"' in shown
    assert '<p data-words="learners" hidden>We tell.</p>' in shown
    assert '<p data-words="parents staff governors dsl account-holders">Tell.</p>' in shown


def test_a_list_item_that_is_no_clause_is_left_alone() -> None:
    html = '<ul><li id="other">Other</li><li>None</li></ul>'
    assert side_by_side(html, POLICY, USES) == html


def test_a_number_that_the_policy_prints_before_a_point_is_shown_once() -> None:
    clause = Clause(id="tell", reference="1.1.1", text="to tell.")
    policy = Policy(title="P", approval=(), sections=(Section(id="s", number="1", title="L", clauses=(clause,)),))
    shown = side_by_side('<li id="tell">1.1.1 to tell.</li>', policy, {"tell": use(parents="Tell us.")})
    assert shown.startswith(
        '<li id="tell" class="clause__main" data-for="parents">' + NUMBER.format("tell", *["1.1.1"] * 2)
    )
    assert '<div class="clause__approved">to tell.</div>' in shown
