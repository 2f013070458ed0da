"""The reader of contradictions finds each kind of them, and is content with what is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.expanding import OWN_WORDS
from tests.takeover.contradictions import Truth, contradictions, lines_of_site

POLICY = "Phones are handed in at the gate. We look after passwords."
TRUTH = Truth(POLICY, "March 2025", frozenset({2}), ("Drury", "on Twitter"), head_is_lead=True)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["Ask Mr Drury."], "names Drury"),
        (["We are on Twitter."], "names on Twitter"),
        (["In the policy of March 2022, it's so."], "dates the policy March 2022"),
        (["The policy was written in 2022."], "dates the policy 2022"),
        (["The policy has eight points."], "counts eight points"),
        (["The policy names these six."], "counts these six"),
        (["The policy has no section on phones."], "says nothing on phones"),
        (["Its title says much, but the text doesn't name passwords."], "says nothing on passwords"),
        (["The policy says:", "Ring us."], "introduces words"),
        (["If it's about the headteacher, go to the headteacher."], "sends a reader round"),
        (["If the DSL isn't there, tell the headteacher."], "who is the same"),
    ],
)
def test_a_contradiction_is_found(lines: list[str], said: str) -> None:
    (found,) = contradictions({"a.html": lines}, TRUTH)
    assert found.startswith("a.html: ")
    assert said in found


@pytest.mark.parametrize(
    "lines",
    [
        ["The policy of March 2025 has two points."],
        ["The policy has no section on chatbots."],
        ["The policy says:", OWN_WORDS],
        ["If it's about the headteacher, who is the DSL here, go to the chair of governors."],
        ["There are eight points on this page."],
        ["Mr Drurydale"],
    ],
)
def test_what_is_true_is_no_contradiction(lines: list[str]) -> None:
    assert contradictions({"a.html": lines}, TRUTH) == []


PAGES = ("parents/first-phone.html", "parents/law-and-school.html", "staff/governors.html", "staff/dsl.html",
         "staff/mobile-phones.html", "teachers/index.html", "parents/worries/chatbots.html")  # fmt: skip


def test_built_pages_beside_another_policy_are_full_of_them(site: Path) -> None:
    truth = Truth(POLICY, "March 2025", frozenset({2}), ("Drury", "Twitter has"), head_is_lead=True)
    found = contradictions(lines_of_site(site, PAGES), truth)
    for said in (
        "names Drury", "names Twitter has", "dates the policy", "counts", "says nothing on phones", "who is the same",
    ):  # fmt: skip
        assert any(said in one for one in found), said
