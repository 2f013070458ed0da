"""The linked policies are read; two with one id or one clause are told."""

from __future__ import annotations

from macros.models.linked_policy import LinkedPolicies
from tests.models.telling import made, told


def test_linked_policies_are_read() -> None:
    found = made(LinkedPolicies, "policies: [{id: behaviour, name: Behaviour policy, clause: behaviour-policy}]")
    assert found.policies[0].clause == "behaviour-policy"


def test_two_with_one_id_and_two_with_one_clause_are_told() -> None:
    policies = ("{id: a, name: A, clause: one}", "{id: a, name: B, clause: two}", "{id: c, name: C, clause: one}")
    text = "policies:\n" + "".join(f"- {policy}\n" for policy in policies)
    assert told(LinkedPolicies, text) == [
        "3:8: Two policies have the id “a”. Give each its own.",
        "4:28: Two policies name the point “one”. Keep one.",
    ]


def test_a_policy_that_links_with_no_other_has_an_empty_list() -> None:
    assert made(LinkedPolicies, "policies: []\n").policies == ()
