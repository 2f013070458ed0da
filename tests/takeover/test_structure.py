"""The nine forms in which schools write a policy: each is found to be made of what a person sees in it.

The texts are short and our own; their forms are those of real policies. What each is made of was written down by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.takeover.paragraphs import paragraphs_of, read_paragraphs
from macros.takeover.structure import Draft, structure_of
from tests.takeover.forms import POLICIES

# For each: the title; each section's number as it is printed, and its title; each point's number on the page.
FORMS = {
    "headings-and-prose": (
        "Social Media Policy",
        [(":", "What this policy is for"), (":", "Our accounts"), (":", "When something goes wrong")],
        "1.1 2.1 2.2 3.1",
    ),
    "letters": (
        "Policy for the Use of Social Media",
        [("A", "Our aims"), ("B", "What pupils learn"), ("C", "What families can do"), ("D", "Review")],
        "A.1 B.1 C.1 D.1",
    ),
    "numbered-twice": (
        "Social Media Policy",
        [("1", "Why we have this policy"), ("2", "What we expect")],
        "1.1 1.2 2.1 2.2",
    ),
    "points-in-order": (
        "Online Safety Policy",
        [("1", "Introduction"), ("2", "Staff"), ("3", "Pupils")],
        "1.1 1.2 2.1 2.2 3.1 3.1(a) 3.1(b) 3.1(c)",
    ),
    "prose": ("Mobile Phones in School Policy", [(":", "")], "1.1 1.2 1.3 1.4"),
    "questions": (
        "Online Safety Policy",
        [(":", "Who looks after online safety?"), (":", "What do we teach?"), (":", "What happens after an incident?")],
        "2.1 2.2 3.1",
    ),
    "three-levels": (
        "E-Safety Policy",
        [
            ("1", "Aims"),
            ("1.1", "Learning online"),
            ("1.2", "Staying safe online"),
            ("2", "Duties"),
            ("2.1", "The governors"),
            ("2.2", "Staff will:"),
        ],
        "1.1.1 1.1.2 1.2.1 1.2.2 2.1.1 2.2.1 2.2.2",
    ),
    "two-headings": ("Acceptable Use Policy", [(":", "For pupils"), (":", "For staff")], "1.1 1.2 1.3 2.1 2.2"),
}


def draft_of(text: str, title: str = "") -> Draft:
    return structure_of(list(paragraphs_of(text)), title)


@pytest.mark.parametrize("name", FORMS)
def test_a_policy_is_made_of_what_a_person_sees_in_it(name: str) -> None:
    title, sections, numbers = FORMS[name]
    draft = structure_of(read_paragraphs(POLICIES / f"{name}.txt"))
    assert draft.title == title
    assert [(section.number or ":", section.title) for section in draft.sections] == sections
    assert [point.reference for point in draft.points] == numbers.split()


def test_the_template_that_many_schools_share_is_read_without_its_numbers(root: Path) -> None:
    text = (root / "tests/fixtures/policy-2022.txt").read_text(encoding="utf-8")
    bare = "\n".join(line.lstrip("0123456789. ") if line[:1].isdigit() else line for line in text.split("\n"))
    for given in (text, bare):
        draft = draft_of(given)
        assert len(draft.sections) == 10
        assert len([point for point in draft.points if not point.level]) == 53
        assert len(draft.points) == 84
        assert dict(draft.approval)["Date for Review"] == "March 2023"


def test_no_word_of_a_policy_is_lost() -> None:
    for file in sorted(POLICIES.glob("*.txt")):
        draft = structure_of(read_paragraphs(file))
        said = [draft.title, *draft.before, *(word for row in draft.approval for word in row)]
        for section in draft.sections:
            said.append(section.title)
            said += [
                part if isinstance(part, str) else part.text for part in section.body if not isinstance(part, tuple)
            ]
            said += [cell for part in section.body if isinstance(part, tuple) for cell in part]
        letters = sorted(letter for words in said for letter in words if letter.isalpha())
        typed = file.read_text(encoding="utf-8")
        marks = ["a", "b", "c"] if file.stem == "points-in-order" else []
        marks += ["A", "B", "C", "D"] if file.stem == "letters" else []
        assert sorted([*letters, *marks]) == sorted(letter for letter in typed if letter.isalpha()), file.name


def test_sub_points_stand_under_the_point_that_introduces_them() -> None:
    draft = draft_of("Aims\n\nWe teach:\n- one\n- two\n\n- Three.\n\nMore\n\n- Four.\n  - part", "T")
    assert [(point.reference, point.level) for point in draft.points][:3] == [("1.1", 0), ("1.1(a)", 1), ("1.1(b)", 1)]
    assert [(point.reference, point.level) for point in draft.points][-2:] == [("2.1", 0), ("2.1(a)", 1)]


def test_words_between_numbered_points_are_no_points() -> None:
    draft = draft_of("1. Aims\n\nSome words first.\n\n1.1 One.\n1.2 Two.\n", "T")
    assert draft.sections[0].body[0] == "Some words first."
    assert [point.reference for point in draft.points] == ["1.1", "1.2"]


def test_a_number_that_is_another_than_ours_stays_the_policys_own() -> None:
    draft = draft_of("3. Aims\n\n3.4 One thing that we do.\n3.5 Another.\n", "T")
    assert [(point.reference, point.keeps_number) for point in draft.points] == [("3.4", True), ("3.5", True)]
