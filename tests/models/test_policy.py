"""The policy gives its clauses by id, and the sub-points of a point."""

from __future__ import annotations

from macros.models.policy import ApprovalFact, Clause, Policy, Section
from macros.models.policy_date import policy_date


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


def dated(*rows: tuple[str, str]) -> Policy:
    return Policy(title="P", approval=tuple(ApprovalFact(name=name, value=value) for name, value in rows), sections=())


def test_the_dates_are_found_by_the_words_of_their_rows() -> None:
    found = dated(("Approval Body", "Governors"), ("Approval Date", "March 2022"), ("Date for Review", "1 May 2023"))
    assert found.approved == policy_date("March 2022")
    assert found.review == policy_date("1 May 2023")


def test_a_date_that_is_not_there_or_is_none_is_none() -> None:
    assert dated(("Approval Body", "Governors")).approved is None
    assert dated(("Review", "when we can")).review is None
    assert dated(("Review", "when we can")).row("review") == 0
    assert dated().row("review") is None
