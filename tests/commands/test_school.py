"""A school takes the site over in one go: from its answers and its policy to content without a mistake."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document

from macros.__main__ import main
from macros.commands.school import ask
from macros.content.loader import read_library
from macros.models.takeover import Takeover
from macros.problems import ContentError
from macros.source import parse_yaml
from tests.copying import copy_content
from tests.takeover.test_structure import POLICIES

ANSWERS = """school:
  name: Test School
  short_name: Test
  website: https://www.test.example
  council:
    children_phone: 01632 960456
    out_of_hours_phone: 01632 960457
policy:
  file: {file}
  approved: March 2025
  review: March 2026
"""
# What lessons and quizzes ask about is joined to a policy by topics; until they are, a question loses its clauses here.
OF_TOPICS = ("quizzes/", "docs/_data/examples.yml")


def taken_over(root: Path, to: Path, file: Path, answers: str = ANSWERS) -> tuple[Path, int]:
    project = copy_content(root, to / "project")
    shutil.copy(file, to / file.name)
    (to / "answers.yml").write_text(answers.format(file=file.name), encoding="utf-8")
    return project, main(["--root", str(project), "school", str(to / "answers.yml"), "--on", "2026-11-29"])


def messages(project: Path) -> list[str]:
    try:
        read_library(project)
    except ContentError as error:
        return [str(one) for one in error.problems if not one.path.startswith(OF_TOPICS)]
    return []


@pytest.mark.parametrize("file", sorted(POLICIES.glob("*.txt")), ids=lambda file: file.stem)
def test_a_policy_of_any_form_gives_content_without_a_mistake(root: Path, tmp_path: Path, file: Path) -> None:
    project, ended = taken_over(root, tmp_path, file)
    assert ended == 0
    assert messages(project) == []


def shared_template(root: Path, to: Path) -> Path:
    """Write the text that many schools share, as another school has it in Word: other names, no numbers."""
    text = (root / "tests/fixtures/policy-2022.txt").read_text(encoding="utf-8")
    for old, new in (
        ("Headcorn Primary School", "Test School"), ("Headcorn", "Test"), ("Mr Drury", "Mrs Patel"),
        ("Twitter", "Facebook"), ("twitter.com", "facebook.example"), ("(#)", ""), ("[", ""), ("]", ""),
        ("March 2022", "October 2025"), ("March 2023", "October 2026"), ("Jack Keeler", "Ann Stone"),
    ):  # fmt: skip
        text = text.replace(old, new)
    document = Document()
    for line in filter(str.strip, text.split("\n")):
        words = line.strip()
        if words[:1].isdigit():
            document.add_heading(words.lstrip("0123456789. "), 2)
        elif "\t" in words:
            row = document.add_table(1, 2).rows[0]
            row.cells[0].text, row.cells[1].text = words.split("\t")
        elif words.startswith("- "):
            document.add_paragraph(words[2:], style="List Bullet 2" if line.startswith(" ") else "List Bullet")
        else:
            document.add_paragraph(words)
    document.save(str(to / "policy.docx"))
    return to / "policy.docx"


def test_a_school_on_the_same_template_keeps_what_is_true_and_loses_what_is_not(root: Path, tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    project, ended = taken_over(root, tmp_path, shared_template(root, tmp_path / "word"))
    assert ended == 0
    library = read_library(project)
    old = read_library(root)
    assert library.policy.clauses.keys() == old.policy.clauses.keys()
    # The lead and the channel are others, and nobody has written of them yet; their own words are shown.
    assert {one for one, use in library.clause_uses.items() if use.gap == "yes"} == {
        "lead-for-online-safety", "purpose", "official-channels",
    }  # fmt: skip
    assert library.clause_uses["lead-for-online-safety"].words_for("learners") == (
        library.policy.clauses["lead-for-online-safety"].text
    )
    assert library.clause_uses["safe-passwords"] == old.clause_uses["safe-passwords"]
    written = [page for page in (project / "docs").rglob("*.md") if "about" not in page.parts]
    # The words by which somebody may search for a page are no claim.
    pages = "\n".join(page.read_text(encoding="utf-8").partition("\n---\n")[2] for page in written)
    for false in (
        "Headcorn", "Drury", "Keeler", "Twitter", "x-and-accounts", "has no section on phones", "names six",
        "was written in 2022", "Two links", "promises mobile technology", "looks cut short",
    ):  # fmt: skip
        assert false not in pages, false
    for kept in ('{{ contact("chair") }}', '{{ contact("lado") }}', "tel:999"):
        assert pages.count(kept) >= sum(
            page.read_text(encoding="utf-8").count(kept)
            for page in (root / "docs").rglob("*.md")
            if "about" not in page.parts and page.parent.name != "policy"
        ), kept


def test_a_mistake_in_the_answers_is_told_and_nothing_is_written(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = (
        ANSWERS.replace("  approved: March 2025\n", "") + "ids:\n  '9.9': safe-passwords\n  '1.1': safe-passwrds\n"
    )
    answers = answers.replace("  council:", "  safeguarding: {{named_in_policy: Miss Nobody}}\n  council:")
    project, ended = taken_over(root, tmp_path, POLICIES / "prose.txt", answers)
    assert ended == 1
    told = [line.split(": ", 1)[1] for line in capsys.readouterr().err.strip().split("\n")[:-1]]
    assert sorted(told) == sorted([
        "The policy does not say when it was approved. Write it here, as “approved: March 2027”.",
        "The policy does not name “Miss Nobody”. Write the name as the policy has it, or leave this empty.",
        "The policy has no point 9.9. There is “1.1”, “1.2”, “1.3”, “1.4”.",
        "No clause is known as “safe-passwrds”. Did you mean “safe-passwords”?",
    ])  # fmt: skip
    assert (project / "school.yml").read_text(encoding="utf-8") == (root / "school.yml").read_text(encoding="utf-8")


def test_a_site_is_taken_over_once(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = copy_content(root, tmp_path / "project")
    (project / "takeover.md").write_text("Done.\n", encoding="utf-8")
    assert main(["--root", str(project), "school", str(tmp_path / "answers.yml")]) == 1
    assert "This site was taken over already." in capsys.readouterr().err


def test_what_is_asked_gives_a_file_of_answers() -> None:
    typed = {
        "The school's full name": "St Mary's: a School", "Its name in running": "St Mary's",
        "Its website": "https://a.example",
        "The council's service": "01632 960456", "Its number at night": "01632 960457",
        "The file of the policy": "policy.docx",
    }  # fmt: skip
    text = ask(lambda question: next((value for begin, value in typed.items() if question.startswith(begin)), ""))
    takeover = Takeover.model_validate(parse_yaml(text, "answers.yml").data)
    assert takeover.school.name == "St Mary's: a School"
    assert takeover.school.office.phone is None
    assert takeover.policy.file == "policy.docx"
