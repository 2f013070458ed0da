"""The policy gives its clauses by id, and the sub-points of a point."""

from __future__ import annotations

from macros.models.policy import Clause, Policy, Section


def policy() -> Policy:
    clauses = (
        Clause(id="first", reference="1.1", text="First:"),
        Clause(id="first-a", reference="1.1(a)", text="a", part_of="first"),
        Clause(id="second", reference="1.2", text="Second."),
    )
    return Policy(title="P", approval=(), sections=(Section(id="aims", number="1", title="Aims", clauses=clauses),))


def test_clauses_are_given_by_id_in_order() -> None:
    assert list(policy().clauses) == ["first", "first-a", "second"]
    assert policy().clauses["second"].reference == "1.2"


def test_the_sub_points_of_a_point_are_given() -> None:
    assert [clause.id for clause in policy().parts("first")] == ["first-a"]
    assert policy().parts("second") == ()
