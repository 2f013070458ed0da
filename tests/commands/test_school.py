"""A school takes the site over in one go: from its answers and its policy to content without a mistake."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from docx import Document

from macros.__main__ import main
from macros.commands.school import ask
from macros.content.library import Library
from macros.models.takeover import Takeover
from macros.site.site_check import read_site
from macros.source import parse_yaml
from tests.copying import copy_content, fingerprint
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


def take_over(project: Path, answers: Path, file: Path, text: str = ANSWERS) -> int:
    """Take a copy over; the answers and the policy lie beside each other, outside it."""
    answers.mkdir()
    shutil.copy(file, answers)
    (answers / "answers.yml").write_text(text.format(file=file.name), encoding="utf-8")
    return main(["--root", str(project), "school", str(answers / "answers.yml"), "--on", "2026-11-29"])


@pytest.fixture
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("answers") / "given"


@pytest.mark.parametrize("file", sorted(POLICIES.glob("*.txt")), ids=lambda file: file.stem)
def test_a_policy_of_any_form_gives_content_without_a_mistake(project: Path, answers: Path, file: Path) -> None:
    assert take_over(project, answers, file) == 0
    library = read_site(project)
    assert library.school.name == "Test School"
    assert library.clause_uses.keys() == library.policy.clauses.keys()


def names_in(school: Path) -> tuple[str, str]:
    values = yaml.safe_load(school.read_text(encoding="utf-8"))
    return values["name"], values["short_name"]


def shared_template(root: Path, to: Path) -> Path:
    """Write the text that many schools share, as another school has it in Word: other names, no numbers."""
    text = (root / "tests/fixtures/policy-2022.txt").read_text(encoding="utf-8")
    name, short_name = names_in(root / "school.yml")
    for old, new in (
        (name, "Test School"), (short_name, "Test"), ("Mr Drury", "Mrs Patel"),
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


def test_a_school_on_the_same_template_keeps_what_is_true_and_loses_what_is_not(
    root: Path, tmp_path: Path, answers: Path, library: Library
) -> None:
    project = copy_content(root, tmp_path / "project")
    # The policy names the school that it is of, so the copy is that school's.
    ours = names_in(root / "school.yml")
    school = (project / "school.yml").read_text(encoding="utf-8")
    for before, after in zip(names_in(project / "school.yml"), ours, strict=True):
        school = school.replace(f"name: {before}\n", f"name: {after}\n")
    (project / "school.yml").write_text(school, encoding="utf-8")
    assert take_over(project, answers, shared_template(root, tmp_path)) == 0
    old, library = library, read_site(project)
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
        ours[1], "Drury", "Keeler", "Twitter", "x-and-accounts", "has no section on phones", "names six",
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
    project: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = ANSWERS.replace("  approved: March 2025\n", "") + "ids:\n  '9.9': safe-passwords\n  '1.1': safe-passwrds\n"
    text = text.replace("  council:", "  safeguarding: {{named_in_policy: Miss Nobody}}\n  council:")
    before = fingerprint(project)
    assert take_over(project, answers, POLICIES / "prose.txt", text) == 1
    told = [line.split(": ", 1)[1] for line in capsys.readouterr().err.strip().split("\n")[:-1]]
    assert sorted(told) == sorted([
        "The policy does not say when it was approved. Write it here, as “approved: March 2027”.",
        "The policy does not name “Miss Nobody”. Write the name as the policy has it, or leave this empty.",
        "The policy has no point 9.9. There is “1.1”, “1.2”, “1.3”, “1.4”.",
        "No clause is known as “safe-passwrds”. Did you mean “safe-passwords”?",
    ])  # fmt: skip
    assert fingerprint(project) == before


def test_a_site_is_taken_over_once(project: Path, answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "takeover.md").write_text("Done.\n", encoding="utf-8")
    assert take_over(project, answers, POLICIES / "prose.txt") == 1
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
