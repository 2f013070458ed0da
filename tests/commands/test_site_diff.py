"""What two copies say otherwise is told for each reader, with its answers and numbers, on a page to sign."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.commands.site_diff import differences

HEAD = "---\ntitle: T\nfor: {}\n---\n\n"
LESSON = (
    HEAD.format("Learners") + "Words for all.\n\n!!! teacher\n    Words for staff.\n\n!!! home\n    Words for home.\n"
)
QUIZ = "questions:\n  - id: a\n    text: Which?\n    choices:\n      - {text: One, right: yes}\n      - {text: Two}\n"
FILES = {
    "school.yml": "name: Oak\noffice: {phone: 01632 960123}\n",
    "docs/parents/a.md": HEAD.format("Parents and carers") + "Ask.\n\nRing 01632 960456.\n",
    "docs/staff/a.md": HEAD.format("Teachers and staff") + "| A | B |\n| --- | --- |\n| one | two |\n",
    "docs/_data/clauses.yml": "clauses:\n  - id: x\n    plain:\n"
    "      learners: Be kind.\n      staff: Be kind to all.\n",
    "docs/policy/index.md": HEAD.format("Everyone") + "The text.\n",
    "lessons/years-3-4/a/lesson.md": LESSON,
    "quizzes/years-3-4/a.yml": QUIZ,
}


def copy(to: Path) -> Path:
    for path, text in FILES.items():
        (to / path).parent.mkdir(parents=True, exist_ok=True)
        (to / path).write_text(text, encoding="utf-8")
    return to


@pytest.fixture
def told(tmp_path: Path) -> Callable[[str, str, str], list[str]]:
    old, new = copy(tmp_path / "old"), copy(tmp_path / "new")

    def change(path: str, before: str, after: str) -> list[str]:
        assert before in FILES[path]
        (new / path).write_text(FILES[path].replace(before, after), encoding="utf-8")
        return [
            f"{reader}: {one.what}: {one.was} > {one.now}"
            for reader, found in differences(old, new).items()
            for one in found
        ]

    return change


def test_a_copy_of_last_year_whose_clauses_are_names_says_the_same(told: Callable[[str, str, str], list[str]]) -> None:
    assert told("docs/_data/clauses.yml", "  - id: x\n", "  x:\n") == []


@pytest.mark.parametrize(
    ("path", "before", "after", "lines"),
    [
        ("docs/parents/a.md", "Ask.", "Ask us.", ["Families: words: Ask. > Ask us."]),
        (
            "docs/parents/a.md",
            "960456",
            "960457",
            [
                "Families: words: Ring 01632 960456. > Ring 01632 960457.",
                "Families: number: 01632 960456 > 01632 960457",
            ],
        ),
        ("docs/staff/a.md", "two", "three", ["Staff: words: | one | two | > | one | three |"]),
        ("docs/_data/clauses.yml", "kind.\n      s", "good.\n      s", ["Learners: words: Be kind. > Be good."]),
        ("docs/_data/clauses.yml", "to all", "to us", ["The policy: words: Be kind to all. > Be kind to us."]),
        ("docs/policy/index.md", "text", "words", ["The policy: words: The text. > The words."]),
        ("lessons/years-3-4/a/lesson.md", "for all", "for us", ["Learners: words: Words for all. > Words for us."]),
        ("lessons/years-3-4/a/lesson.md", "for staff", "for you", ["Staff: words: Words for staff. > Words for you."]),
        ("lessons/years-3-4/a/lesson.md", "for home", "for Dad", ["Families: words: Words for home. > Words for Dad."]),
        ("quizzes/years-3-4/a.yml", "Which?", "What?", ["Learners: words: Which? > What?"]),
        (
            "quizzes/years-3-4/a.yml",
            "One, right: yes}\n      - {text: Two",
            "One}\n      - {text: Two, right: yes",
            [
                "Learners: answer: “One” is right: yes > ",
                "Learners: answer:  > “Two” is right: yes",
            ],
        ),
        ("school.yml", "Oak", "Elm", ["Everyone: words: Oak > Elm"]),
    ],
)
def test_a_change_is_told_to_whom_it_reaches(
    told: Callable[[str, str, str], list[str]], path: str, before: str, after: str, lines: list[str]
) -> None:
    assert told(path, before, after) == lines


def test_a_revision_of_git_is_read_and_the_page_can_be_signed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy(tmp_path / "site")
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@b.example"]
    for more in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "One"]):
        subprocess.run([*git, *more], check=True)
    (root / "docs/parents/b.md").write_text(HEAD.format("Parents and carers") + "New.\n", encoding="utf-8")
    assert main(["--root", str(root), "diff", "HEAD", str(root)]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[0] == "# What changes on the online-safety site: from HEAD to site"
    assert "- docs/parents/b.md" in lines
    assert "- new: “New.”" in lines
    assert lines[lines.index("## Signed") + 4 : -1] == ["| | Families | |"]
    assert main(["--root", str(root), "diff", "HEAD", "HEAD"]) == 0
    assert capsys.readouterr().out.endswith("\n\nNothing that anybody reads is another.\n")


@pytest.mark.parametrize("name", ["none", "."])
def test_what_is_no_copy_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    name = str(tmp_path) if name == "." else name
    assert main(["--root", str(copy(tmp_path / "site")), "diff", name, name]) == 1
    said = capsys.readouterr().err
    assert "has no school.yml" in said or "is neither a folder nor a revision of git" in said


def test_the_whole_content_can_be_compared_with_itself(invented: Path) -> None:
    assert differences(invented, invented) == {}
