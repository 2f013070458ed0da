"""A checklist shows an authored list, or the policy's own words."""

from __future__ import annotations

import pytest

from macros.models.checklist import Checklist, ChecklistItem
from macros.models.policy import Clause, Policy, Section
from macros.views.checklists import ShownItem, checklist_of

CLAUSES = (
    Clause(id="advice", reference="6.4", text="Learners will be advised:"),
    Clause(id="first", reference="6.4(a)", text="to *tell* someone.", part_of="advice"),
    Clause(id="second", reference="6.4(b)", text="to ask.", part_of="advice"),
)
POLICY = Policy(title="P", approval=(), sections=(Section(id="s", number="6", title="Learners", clauses=CLAUSES),))


def authored(*texts: str) -> Checklist:
    return Checklist(title="Tonight", items=tuple(ChecklistItem(id=f"i{n}", text=text) for n, text in enumerate(texts)))


def test_an_authored_list_is_shown_as_it_was_written() -> None:
    shown = checklist_of("tonight", authored("Do it.", "Do more."), POLICY)
    assert (shown.id, shown.title, shown.clause) == ("tonight", "Tonight", None)
    assert shown.items == (ShownItem("i0", "Do it."), ShownItem("i1", "Do more."))


def test_a_policy_list_has_the_very_words_and_number_of_each_sub_point() -> None:
    shown = checklist_of("advice", None, POLICY)
    assert (shown.title, shown.clause) == ("Policy point 6.4", "advice")
    assert shown.items == (
        ShownItem("first", "to *tell* someone.", None, "6.4(a)"),
        ShownItem("second", "to ask.", None, "6.4(b)"),
    )


def test_a_list_that_changes_has_another_version() -> None:
    one = checklist_of("tonight", authored("Do it."), POLICY).version
    assert checklist_of("tonight", authored("Do it."), POLICY).version == one
    assert checklist_of("tonight", authored("Do it now."), POLICY).version != one


def test_an_unknown_list_is_refused() -> None:
    with pytest.raises(KeyError):
        checklist_of("nothing", None, POLICY)
