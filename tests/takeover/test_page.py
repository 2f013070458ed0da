"""The page that is written is read back as the policy that it was written from, and shows its words alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.source import parse_policy, read_tree
from macros.takeover.page import approved_text, policy_page
from macros.takeover.paragraphs import paragraphs_of, read_paragraphs
from macros.takeover.structure import structure_of

POLICIES = Path(__file__).parent / "policies"
FRONT = "---\ntitle: P\n---\n"
ROWS = [("Approval Date", "March 2025"), ("Date for Review", "March 2026")]


@pytest.mark.parametrize("file", sorted(POLICIES.glob("*.txt")), ids=lambda file: file.stem)
def test_the_page_is_read_back_as_the_policy(file: Path) -> None:
    draft = structure_of(read_paragraphs(file))
    for number, section in enumerate(draft.sections):
        section.id = f"s-{number}"
        for place, point in enumerate(section.points):
            point.id = f"p-{number}-{place}"
    data = parse_policy(read_tree(policy_page(draft, ROWS, "A School", FRONT), "p.md")).data
    assert data["title"] == draft.title
    assert data["approval"] == [{"name": name, "value": value} for name, value in ROWS]
    read = [(one["id"], one["reference"], one["text"]) for section in data["sections"] for one in section["clauses"]]
    assert read == [(point.id, point.reference, point.text) for point in draft.points]


def test_an_address_is_a_link_and_a_kept_number_stands_first() -> None:
    draft = structure_of(list(paragraphs_of("3. Aims\n\n3.4 See https://www.example.org/a.\n3.5 Two.\n")), "T")
    for point in draft.points:
        point.id = f"p{point.reference[-1]}"
    draft.sections[0].id = "s"
    page = policy_page(draft, ROWS, "A & B", FRONT)
    assert "- 3.4 See <https://www.example.org/a>.\n  { #p4 }" in page
    assert "A &amp; B" in page
    assert "- See https://www.example.org/a.\n- Two." in approved_text(draft, ROWS, "A & B")
