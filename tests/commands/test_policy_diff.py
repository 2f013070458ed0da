"""Two versions of the policy are compared, and all that cites a changed clause is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.commands.policy_diff import compare, review
from macros.source import read_policy

Capture = pytest.CaptureFixture[str]
NEW = """---
title: Policy
---

<div class="policy" markdown="1">

# The policy

<table>
<tr><th scope="row">Approval Date</th><td>March 2022</td></tr>
<tr><th scope="row">Date for Review</th><td>March 2023</td></tr>
</table>

## 1. Aims { #aims }

- We keep everyone safe and well.
  { #safe }
- You will be advised:
  { #advised }
    - to use a strong password.
      { #password }
    - to tell.
      { #tell }

## 2. More { #more }

- We look at it every year.
  { #yearly }

</div>
"""
CLAUSES = (
    "clauses:\n  - id: safe\n    homes: [help.md]\n  - {id: tell, about: [help], homes: [help.md]}\n"
    "  - {id: password, about: [locks]}\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a policy, and a page, a list, a lesson and a quiz that cite it."""
    for path, text in {
        "docs/policy/index.md": NEW,
        "docs/help.md": '# Help\n\n{{ checklist("advised") }}\n\n[Safe](policy/index.md#safe)\n',
        "docs/_data/clauses.yml": CLAUSES,
        "lessons/years-3-4/a/lesson.md": "---\ntitle: A\ntopics: [help]\n---\n",
        "quizzes/years-3-4/a.yml": "questions:\n  - id: strongest\n    topics: [locks]\n",
    }.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def told(project: Path) -> Callable[..., list[str]]:
    """Review the project against a changed copy of its policy; give the report without its first line."""

    def report(*changes: tuple[str, str]) -> list[str]:
        text = NEW
        for old, new in changes:
            assert old in text, f"The policy has no “{old}”: mend this test"
            text = text.replace(old, new, 1)
        (project / "old.md").write_text(text, encoding="utf-8")
        first, *rest = review(project, project / "old.md")
        assert first.startswith("old.md: Approval Date ")
        return [line for line in rest if line]

    return report


def test_the_first_line_says_which_is_which(project: Path) -> None:
    old = project / "old.md"
    old.write_text(NEW.replace("March 2022", "May 2021"), encoding="utf-8")
    assert next(review(project, old)) == (
        "old.md: Approval Date May 2021, Date for Review March 2023. docs/policy/index.md: Approval Date March 2022, "
        "Date for Review March 2023."
    )


def test_two_versions_that_are_alike_are_said_to_be(told: Callable[..., list[str]]) -> None:
    assert told() == ["The two versions say the same, point by point."]


def test_other_words_are_shown_and_what_cites_them_is_named(told: Callable[..., list[str]]) -> None:
    assert told(("safe and well", "safe")) == [
        "Other words (1)",
        "  1.1 (safe)",
        "    was: “We keep everyone safe.”",
        "    now: “We keep everyone safe and well.”",
        "      docs/_data/clauses.yml:2: plain words",
        "      docs/help.md:1: page where it is at home (docs/_data/clauses.yml, line 3)",
        "      docs/help.md:5: page",
        "1 difference; 2 files to read again.",
    ]


def test_a_sentence_about_the_policy_as_a_whole_is_listed_on_its_line_and_one_that_cites_a_point_is_not(
    project: Path, told: Callable[..., list[str]]
) -> None:
    with (project / "docs/help.md").open("a", encoding="utf-8") as page:
        page.write("\nRing us.\nThe policy has no section on phones. The policy says [this](policy/index.md#safe).\n")
    with (project / "docs/policy/index.md").open("a", encoding="utf-8") as page:
        page.write('\n<div class="policy-notes" markdown="1">\n\nThe title names phones.\n\n</div>\n')
    found = told(("safe and well", "safe"))
    begin = found.index("Sentences about the policy as a whole: is each still true? (2)")
    note = NEW.count("\n") + 4
    assert found[begin + 1 : -1] == [
        "  docs/help.md:8: The policy has no section on phones.",
        f"  docs/policy/index.md:{note}: The title names phones.",
    ]


def test_a_clause_with_another_id_is_found_under_both(told: Callable[..., list[str]]) -> None:
    assert told(("{ #tell }", "{ #tell-someone }")) == [
        "Another id (1)",
        "  1.2(b) (tell-someone) is now 1.2(b) (tell): the same words, another id.",
        "    “to tell.”",
        "      docs/_data/clauses.yml:4: plain words",
        "      docs/help.md:1: page where it is at home (docs/_data/clauses.yml, line 4)",
        "      lessons/years-3-4/a/lesson.md:3: lesson",
        "1 difference; 3 files to read again.",
    ]


def test_an_added_point_names_the_list_that_will_show_it_and_the_numbers_that_change(
    told: Callable[..., list[str]],
) -> None:
    assert told(("    - to use a strong password.\n      { #password }\n", "")) == [
        "Added: not in the other version (1)",
        "  1.2(a) (password)",
        "    “to use a strong password.”",
        "      docs/_data/clauses.yml:5: plain words",
        "      docs/help.md:3: page",
        "      quizzes/years-3-4/a.yml:3: question “strongest”",
        "Another number, and nothing else (1)",
        "  Nothing to do, unless a page types one of these numbers by hand.",
        "    1.2(a) is now 1.2(b) (tell).",
        "2 differences; 3 files to read again.",
    ]


def test_a_removed_point_is_named_with_what_still_cites_it(project: Path, told: Callable[..., list[str]]) -> None:
    (project / "docs/help.md").write_text("[Gone](policy/index.md#gone)\n", encoding="utf-8")
    point = "- We look at it every year.\n  { #yearly }\n"
    assert told((point, f"{point}- We keep a list.\n  {{ #gone }}\n")) == [
        "Removed: only in the other version (1)",
        "  2.2 (gone)",
        "    “We keep a list.”",
        "      docs/help.md:1: page",
        "1 difference; 1 file to read again.",
    ]


def test_a_point_that_was_part_of_another_is_told_as_such(told: Callable[..., list[str]]) -> None:
    old = ("- We keep everyone safe and well.", "- We keep everyone safe and well. We look at it every year.")
    found = told(old, ("- We look at it every year.\n  { #yearly }\n", ""))
    assert "    These words were part of 1.1 (safe)." in found
    assert [line for line in found if not line.startswith(" ")] == [
        "Other words (1)",
        "Added: not in the other version (1)",
        "2 differences; 2 files to read again.",
    ]


@pytest.mark.parametrize(("words", "part"), [("to tell.", False), ("to tell me.", False), ("to tell Mr Smith.", True)])
def test_words_that_may_stand_in_another_point_by_chance_are_not_told_as_a_part_of_it(
    project: Path, told: Callable[..., list[str]], words: str, part: bool
) -> None:
    policy = project / "docs/policy/index.md"
    policy.write_text(NEW.replace("to tell.", words), encoding="utf-8")
    before = "to use a strong password and " + words
    found = told(("to use a strong password.", before), ("    - to tell.\n      { #tell }\n", ""))
    assert any("These words were part of 1.2(a) (password)." in line for line in found) == part


def test_a_point_in_another_section_has_moved(told: Callable[..., list[str]]) -> None:
    point = "- We look at it every year.\n  { #yearly }\n"
    first = "- We keep everyone safe and well."
    found = told((point, ""), (first, f"{point}{first}"), ("## 2. More", "- Rest.\n  { #rest }\n\n## 2. More"))
    assert found[:2] == ["Another place (1)", "  1.1 (yearly) is now 2.1."]


def test_two_points_that_changed_places_are_one_move(told: Callable[..., list[str]]) -> None:
    one, other = "    - to use a strong password.\n      { #password }\n", "    - to tell.\n      { #tell }\n"
    found = told((one + other, other + one))
    assert found[0] == "Another place (1)"
    assert sum("is now" in line for line in found) == 2


def test_a_section_and_a_row_of_the_table_are_compared(told: Callable[..., list[str]]) -> None:
    assert told(("## 2. More", "## 2. Less"), ("March 2023", "May 2023")) == [
        "Sections (1)",
        "  was: 2. Less",
        "    now: 2. More",
        "The approval table (1)",
        "  Date for Review: May 2023 is now March 2023.",
        "2 differences; 0 files to read again.",
    ]


def test_capitals_and_a_full_stop_make_other_words(told: Callable[..., list[str]]) -> None:
    assert told(("to tell.", "to tell"))[0] == "Other words (1)"


def test_the_command_tells_and_succeeds(project: Path, capsys: Capture) -> None:
    old = project / "old.md"
    old.write_text(NEW.replace("to tell.", "to tell somebody."), encoding="utf-8")
    assert main(["--root", str(project), "review", str(old)]) == 0
    out, err = capsys.readouterr()
    assert "now: “to tell.”" in out
    assert err == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "old.md:1:1: This file is missing. Put it back, or take away what names it."),
        (b"", "old.md:1:1: This file is empty. Fill it in or delete it."),
        (b"# A policy\n", "old.md:1:1: The page must begin with a line “---” and its front matter."),
        (
            b"---\ntitle: A\n---\n- A point.\n",
            'old.md:4:1: The approved text has no beginning. Put a line <div class="policy" markdown="1"> before it.',
        ),
        (b"\x89PNG\r\n\x1a\n", "old.md:1:1: This is not plain text in UTF-8. Save the file as “UTF-8” text."),
        (
            NEW.replace("  { #safe }\n", "").encode(),
            "old.md:16:1: Clause 1.1 has no id. Put “  { #a-short-name }” on a line under it.",
        ),
    ],
)
def test_a_file_that_is_no_policy_is_told(project: Path, capsys: Capture, content: bytes | None, said: str) -> None:
    if content is not None:
        (project / "old.md").write_bytes(content)
    assert main(["--root", str(project), "review", str(project / "old.md")]) == 1
    out, err = capsys.readouterr()
    assert err == f"{said}\n1 problem to mend.\n"
    assert out == ""


def test_both_versions_are_told_together(project: Path, capsys: Capture) -> None:
    (project / "docs/policy/index.md").write_text("", encoding="utf-8")
    assert main(["--root", str(project), "review", str(project / "old.md")]) == 1
    assert capsys.readouterr().err.split("\n")[:2] == [
        "docs/policy/index.md:1:1: This file is empty. Fill it in or delete it.",
        "old.md:1:1: This file is missing. Put it back, or take away what names it.",
    ]


def test_a_policy_compared_with_itself_has_no_difference(root: Path) -> None:
    data = read_policy(root, "docs/policy/index.md").data
    assert list(compare(data, data)) == []
