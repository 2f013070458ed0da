"""A school takes the site over in one go: from its answers and its policy to content without a mistake."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.commands.school import ask
from macros.content.library import Library
from macros.models.takeover import Takeover
from macros.site.site_check import read_site
from macros.source import parse_yaml
from tests.copying import copy_content, fingerprint
from tests.expanding import expanded_pages
from tests.site.page import read_pages
from tests.takeover.__main__ import built, ready
from tests.takeover.contradictions import Truth, contradictions, lines_of
from tests.takeover.forms import ANSWERS, COUNCIL, DATES, FORMS, POLICIES, Form, names_in, shared_template, take_over


@pytest.fixture
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("answers") / "given"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_policy_of_any_form_gives_pages_that_do_not_contradict_it(
    root: Path, project: Path, answers: Path, form: Form
) -> None:
    shutil.copy(root / "school.yml", project)  # whose policy it is
    assert form.take_over(project, answers) == 0
    library = read_site(project)
    assert library.school.name == "Test School"
    assert library.clause_uses.keys() == library.policy.clauses.keys()
    said = contradictions(lines_of(dict(expanded_pages(library, project))), Truth.of(library, root))
    assert not said, "\n".join(said)


def test_a_taken_over_site_is_built_and_no_page_of_it_contradicts_its_policy(tmp_path: Path) -> None:
    """One form for the tests; `make takeover` builds all nine."""
    (form,) = (one for one in FORMS if one.name == "letters")
    assert built(form, ready(tmp_path / "project"), tmp_path / "answers" / "given") == []
    pages = read_pages(tmp_path / "project/site")
    help_page = pages["help/index.html"].everything
    assert "Little Oaks Infants" in help_page
    assert "Little Oaks Juniors" in help_page
    adult = pages["parents/worries/worried-about-an-adult.html"].everything
    assert "who is the headteacher here" in adult
    assert "0808 800 5000" in adult.replace("\u00a0", " ")
    assert "council-out-of-hours" not in adult


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
    assert take_over(project, answers, shared_template(root, tmp_path), ANSWERS.replace(DATES, "")) == 0
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


def test_a_date_that_is_not_the_policys_own_is_told(
    project: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = ANSWERS.replace("approved: March 2025", "approved: 5 October 2025")  # in the month that the policy names
    assert take_over(project, answers, POLICIES / "numbered-twice.txt", text) == 1
    (told, _) = capsys.readouterr().err.strip().split("\n")
    said = "The policy itself says October 2027. Leave this empty, or mend the text of the policy."
    assert re.fullmatch(rf"answers\.yml:\d+:11: {re.escape(said)}", told)


def test_clauses_that_are_written_in_last_years_way_are_told_and_nothing_is_written(
    project: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clauses = project / "docs/_data/clauses.yml"
    text = clauses.read_text(encoding="utf-8")
    clauses.write_text(re.sub(r"^  - id: (.+)$", r"  \1:", text, flags=re.MULTILINE), encoding="utf-8")
    before = fingerprint(project)
    assert take_over(project, answers, POLICIES / "prose.txt") == 1
    said = capsys.readouterr().err
    assert said.startswith("docs/_data/clauses.yml:")
    assert "This file is written in last year's way" in said
    assert fingerprint(project) == before


def test_the_years_that_a_school_teaches_are_taken_over(root: Path, project: Path, answers: Path) -> None:
    years = "  teaches: {{first_year: , last_year: year-4, nursery: yes, mixed_classes: [[year-3, year-4]]}}\n"
    shutil.copy(root / "school.yml", project)
    text = ANSWERS.replace(COUNCIL, COUNCIL + years)
    assert take_over(project, answers, POLICIES / "prose.txt", text) == 0
    taught = read_site(project).school.taught
    assert taught.span == "Nursery to Year 4"
    assert taught.pairs == (("3", "4"),)


def test_a_site_is_taken_over_once(project: Path, answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "takeover.md").write_text("Done.\n", encoding="utf-8")
    assert take_over(project, answers, POLICIES / "prose.txt") == 1
    assert "This site was taken over already." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "pairs"),
    [("", None), ("year-1 year-2;", [["year-1", "year-2"]]), ("year-1 and", [["year-1"]]), ("none", [["none"]])],
)
def test_classes_of_two_years_are_read_as_they_are_typed_and_judged_with_the_file(
    typed: str, pairs: list[list[str]] | None
) -> None:
    text = ask(lambda question: typed if question.startswith("Its classes of two years") else "")
    teaches = parse_yaml(text, "answers.yml").data["school"]["teaches"] or {}
    assert teaches.get("mixed_classes") == pairs


def test_what_is_asked_gives_a_file_of_answers() -> None:
    typed = {
        "The school's full name": "St Mary's: a School", "Its name in running": "St Mary's",
        "Its website": "https://a.example", "The youngest year": "year-3",
        "Its classes of two years": "year-3 and year-4, year-5 and year-6",
        "The council's service": "01632 960456", "Its number at night": "01632 960457",
        "The file of the policy": "policy.docx",
    }  # fmt: skip
    text = ask(lambda question: next((value for begin, value in typed.items() if question.startswith(begin)), ""))
    takeover = Takeover.model_validate(parse_yaml(text, "answers.yml").data)
    assert takeover.school.name == "St Mary's: a School"
    assert takeover.school.office.phone is None
    assert takeover.school.taught.span == "Year 3 to Year 6"
    assert takeover.school.taught.pairs == (("3", "4"), ("5", "6"))
    assert takeover.policy.file == "policy.docx"
