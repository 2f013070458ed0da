"""The data files that follow from a school and its policy are read by the models that they must fit."""

from __future__ import annotations

from macros.models.linked_policy import LinkedPolicies
from macros.models.school import School
from macros.source import parse_yaml
from macros.takeover.data import (
    clauses_file,
    entries_of,
    linked_policies_file,
    linked_policies_of,
    school_file,
    with_councils_routes,
)
from macros.takeover.likeness import Proposal
from macros.takeover.paragraphs import paragraphs_of
from macros.takeover.structure import structure_of
from tests.models.telling import made, told

OLD = """clauses:
  # 1. Aims
  - id: known
    for: [parents]
    topics: [kindness]
    plain:
      parents: At Oak, we're kind.
    homes: [parents/index.md, policy/review.md#x]
  - id: other
    for: [learners]
    topics: [passwords]
    plain:
      learners: Keep it.
      parents: Keep it.
    homes: [a.md]
"""


def test_a_clause_that_is_the_same_keeps_its_words_and_another_is_a_gap_that_keeps_its_topics() -> None:
    draft = structure_of(
        list(paragraphs_of("Aims\n\n- We are kind.\n- Passwords are long.\n- New.\n\nPupils\n\n- Ask.")), "T"
    )
    for point, name in zip(draft.points, ("known", "other", "new", "ask"), strict=True):
        point.id = name
    proposals = {
        point.id: Proposal(point.reference, point.text, point.id, 1.0, point.id == "known") for point in draft.points
    }
    old = parse_yaml(OLD, "clauses.yml")
    text, gaps = clauses_file(draft, proposals, old, entries_of(OLD, old), {"Oak": "Elm"}, {"parents/index.md"})
    assert gaps == ["other", "new", "ask"]
    assert parse_yaml(text, "clauses.yml").data["clauses"] == [
        {
            "id": "known",
            "for": ["parents"],
            "topics": ["kindness"],
            "plain": {"parents": "At Elm, we're kind."},
            "homes": ["parents/index.md"],
        },
        {"id": "other", "for": ["learners"], "gap": "yes", "topics": ["passwords"]},
        {"id": "new", "for": ["parents", "staff", "governors"], "gap": "yes"},
        {"id": "ask", "for": ["learners", "parents", "staff", "governors"], "gap": "yes"},
    ]


def test_the_policies_that_a_list_names_are_found() -> None:
    draft = structure_of(
        list(
            paragraphs_of(
                "Links with other policies\n\nIt links with:\n- Behaviour policy\n- Data (GDPR)\n\nMore\n\n- No policy."
            )
        ),
        "T",
    )
    for number, point in enumerate(draft.points):
        point.id = f"p{number}"
    found = linked_policies_of(draft)
    assert found == [("behaviour", "Behaviour policy", "p1"), ("data", "Data (GDPR)", "p2")]
    assert [one.id for one in made(LinkedPolicies, linked_policies_file(found)).policies] == ["behaviour", "data"]
    assert told(LinkedPolicies, linked_policies_file([])) == []


def test_school_yml_says_what_each_value_is_and_has_the_councils_two_routes() -> None:
    values = {
        "name": "Elm: a School",
        "short_name": "Elm",
        "website": "https://elm.example",
        "council": {"children_phone": "01632 960456", "out_of_hours_phone": "01632 960457"},
        "answers": {"prevent": None},
        "linked_policies": {},
    }
    text = school_file(with_councils_routes(values, "2026-11-29", {"council-out-of-hours": ["unkind"]}))
    school = made(School, text)
    assert (school.name, school.safeguarding.lead, school.answers) == ("Elm: a School", None, {"prevent": None})
    assert [(one.id, one.phone) for one in school.local_help] == [
        ("council", "01632 960456"),
        ("council-out-of-hours", "01632 960457"),
    ]
    # What led to the council's night line in the site that was there leads to this one.
    assert [one.worries for one in school.local_help] == [("meeting-or-secret", "worried-about-an-adult"), ("unkind",)]
    lines = text.split("\n")
    assert lines[lines.index("name: 'Elm: a School'") - 1] == "# The full name, as on the sign."
    assert "  # The number to call." in lines
