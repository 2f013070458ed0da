"""The policy's clauses are read from the page that shows them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.problems import ContentError
from macros.source import read_policy

PAGE = """---
title: Policy
---

Not part of it.

<div class="policy" markdown="1">

# The policy

<table>
<tr><th scope="row">Approval Date</th><td>March 2022</td></tr>
</table>

## 1. Aims { #aims }

- First point:
  { #first }
    - a sub-point
      { #first-a }
    - another
      { #first-b }
- Second point.
  { #second }

### 1.1 More { #more }

- Third point.
  { #third }

</div>

- Not a point.
"""


def read(folder: Path, text: str) -> dict[str, object]:
    (folder / "policy.md").write_text(text, encoding="utf-8")
    data: dict[str, object] = read_policy(folder, "policy.md").data
    return data


def told(folder: Path, text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read(folder, text)
    return str(caught.value).split("\n")


def test_points_and_sub_points_are_numbered_as_people_say_them(tmp_path: Path) -> None:
    data = read(tmp_path, PAGE)
    sections = data["sections"]
    assert isinstance(sections, list)
    clauses = [(c["reference"], c["id"], c["text"], c["part_of"]) for s in sections for c in s["clauses"]]
    assert clauses == [
        ("1.1", "first", "First point:", None),
        ("1.1(a)", "first-a", "a sub-point", "first"),
        ("1.1(b)", "first-b", "another", "first"),
        ("1.2", "second", "Second point.", None),
        ("1.1.1", "third", "Third point.", None),
    ]


def test_the_approved_text_may_stand_in_two_parts_with_a_note_between_them(tmp_path: Path) -> None:
    note = '</div>\n\nA note.\n\n- Not a point.\n\n<div class="policy" markdown="1">\n\n## 1.'
    assert read(tmp_path, PAGE.replace("## 1.", note, 1)) == read(tmp_path, PAGE)


def test_a_second_part_without_an_end_is_told(tmp_path: Path) -> None:
    text = PAGE.replace("- Not a point.", '<div class="policy" markdown="1">\n')
    (only,) = told(tmp_path, text)
    line = text[: text.rindex('<div class="policy"')].count("\n") + 1
    assert only == f"policy.md:{line}:1: The approved text has no end. Put a line </div> after it."


def test_the_letters_of_sub_points_begin_anew_under_each_point(tmp_path: Path) -> None:
    more = "- Second point.\n  { #second }\n    - a sub-point of it\n      { #second-a }\n"
    sections = read(tmp_path, PAGE.replace("- Second point.\n  { #second }\n", more))["sections"]
    assert isinstance(sections, list)
    assert [c["reference"] for c in sections[0]["clauses"]] == ["1.1", "1.1(a)", "1.1(b)", "1.2", "1.2(a)"]


def test_title_and_approval_are_read(tmp_path: Path) -> None:
    data = read(tmp_path, PAGE)
    assert data["title"] == "The policy"
    assert data["approval"] == [{"name": "Approval Date", "value": "March 2022"}]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("  { #first }\n", "", "policy.md:17:1: Clause 1.1 has no id. Put “  { #a-short-name }” on a line under it."),
        ("  { #second }\n", "", "policy.md:23:1: Clause 1.2 has no id. Put “  { #a-short-name }” on a line under it."),
        ("  { #third }\n", "", "policy.md:28:1: Clause 1.1.1 has no id. Put “  { #a-short-name }” on a line under it."),
        ("#first-b", "#first-a", "policy.md:22:10: The id “first-a” is used before, on line 20. Give each its own."),
        ("#more", "#aims", "policy.md:26:17: The id “aims” is used before, on line 15. Give each its own."),
        (" { #aims }", "", "policy.md:15:1: Section 1 has no id. Add “{ #a-short-name }” to the heading."),
        (
            "  { #second }",
            "  { #second }\n  { #more-2 }",
            "policy.md:25:1: This id belongs to no clause. It must stand on the line under one.",
        ),
        (
            "- First point:\n",
            "- First\n  point:\n",
            "policy.md:18:1: A clause must stand on one line, with its “{ #id }” on the next.",
        ),
        (
            "## 1. Aims { #aims }\n",
            "",
            "policy.md:16:1: This point stands before the first section. "
            "Put a heading before it, as “## 1. Aims { #aims }”.",
        ),
        (
            '<div class="policy" markdown="1">',
            "",
            'policy.md:4:1: The approved text has no beginning. Put a line <div class="policy" markdown="1"> before '
            "it.",
        ),
        ("</div>", "", "policy.md:7:1: The approved text has no end. Put a line </div> after it."),
    ],
)
def test_a_mistake_has_its_sentence_and_place(tmp_path: Path, old: str, new: str, line: str) -> None:
    assert old in PAGE
    assert line in told(tmp_path, PAGE.replace(old, new, 1))


def test_a_clause_and_its_section_know_their_places(tmp_path: Path) -> None:
    (tmp_path / "policy.md").write_text(PAGE, encoding="utf-8")
    document = read_policy(tmp_path, "policy.md")
    assert document.position(("sections", 1, "title")).line == 26
    assert document.position(("sections", 0, "clauses", 3, "text")).line == 23


def test_each_value_of_the_approval_table_has_its_place(tmp_path: Path) -> None:
    (tmp_path / "policy.md").write_text(PAGE, encoding="utf-8")
    document = read_policy(tmp_path, "policy.md")
    assert document.position(("approval", 0)) == (12, 1)
    assert document.position(("approval", 0, "value")) == (12, 43)
    assert document.position(("approval", 7)) == (7, 1)


@pytest.mark.parametrize(
    ("headings", "numbers"),
    [
        (("1. Aims", "1.1 More"), ["1", "1.1"]),
        (("A. Aims", "B) More"), ["A", "B"]),
        (("Aims", "More"), ["1", "2"]),
        (("Before", "1. Aims"), ["0", "1"]),
        (("1. Aims", "After"), ["1", "2"]),
        (("A safe school", "1.1.1 Deep"), ["0", "1.1.1"]),
    ],
)
def test_a_section_has_its_own_number_or_letter_or_is_counted(
    tmp_path: Path, headings: tuple[str, str], numbers: list[str]
) -> None:
    text = PAGE.replace("1. Aims", headings[0]).replace("1.1 More", headings[1])
    sections: list[dict[str, Any]] = read(tmp_path, text)["sections"]  # type: ignore[assignment]
    assert [section["number"] for section in sections] == numbers
    assert sections[0]["clauses"][0]["reference"] == f"{numbers[0]}.1"


def test_a_number_that_the_policy_prints_before_a_point_is_its_own(tmp_path: Path) -> None:
    sections: list[dict[str, Any]] = read(tmp_path, PAGE.replace("a sub-point", "1.1.1 A sub-point"))["sections"]  # type: ignore[assignment]
    found = sections[0]["clauses"][1]
    assert (found["reference"], found["text"], found["part_of"]) == ("1.1.1", "A sub-point", "first")


def test_a_paragraph_and_a_table_that_are_no_points_are_left_as_they_are(tmp_path: Path) -> None:
    text = PAGE.replace("- First", "Some prose.\n\n| a | b |\n| --- | --- |\n| c | d |\n\n- First")
    assert read(tmp_path, text) == read(tmp_path, PAGE)
