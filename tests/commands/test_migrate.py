"""Last year's copy is brought forward: what is the school's own comes, and what is new stays."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from macros.__main__ import main
from macros.commands.migrate import clauses_as_list
from macros.content.loader import read_library
from macros.problems import ContentError

CLAUSES = "docs/_data/clauses.yml"
PAGE = "---\ntitle: Our own page\ndescription: Ours.\nfor: Parents and carers\n---\n\n# Our own page\n\nWords.\n"


@pytest.fixture
def copies(thinned: Path, project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Give last year's copy, with what a school has made its own, and a new one."""
    old = Path(shutil.copytree(thinned, tmp_path_factory.mktemp("last") / "year"))
    school = (old / "school.yml").read_text(encoding="utf-8")
    school = school.replace("  lead:\n", "  lead: Mrs Patel\n")
    school = school.replace("crest:\ncrest_alt:", "crest: docs/assets/images/crest.svg\ncrest_alt: A tree.")
    (old / "school.yml").write_text(school, encoding="utf-8")
    tree = (old / "docs/assets/images/symbols/tree.svg").read_bytes()
    (old / "docs/assets/images/crest.svg").write_bytes(tree)
    (old / "docs/parents/worries/ours.md").write_text(PAGE, encoding="utf-8")
    with (old / "docs/parents/index.md").open("a", encoding="utf-8") as page:
        page.write("\nOurs.\n")
    return old, project


def test_own_values_and_own_pages_come_and_the_new_copy_is_without_a_mistake(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = copies
    assert main(["--root", str(new), "migrate", str(old)]) == 0
    said = capsys.readouterr().out
    assert "In both copies, and not the same: 1 file. The new ones stay." in said
    assert (new / "school.yml").read_bytes() == (old / "school.yml").read_bytes()
    assert (new / "docs/assets/images/crest.svg").is_file()
    menu = (new / "mkdocs.yml").read_text(encoding="utf-8")
    assert "          - parents/worries/worried-about-an-adult.md\n          - parents/worries/ours.md\n" in menu
    assert "\nOurs.\n" not in (new / "docs/parents/index.md").read_text(encoding="utf-8")
    assert read_library(new).school.safeguarding.lead == "Mrs Patel"


def test_an_own_policy_comes_with_all_that_hangs_on_it(copies: tuple[Path, Path]) -> None:
    old, new = copies
    for path, before, after in (
        ("docs/policy/index.md", "to use safe passwords.", "to use long passwords."),
        ("docs/_data/clauses.yml", "clauses:\n", "# Ours.\nclauses:\n"),
    ):
        text = (old / path).read_text(encoding="utf-8")
        assert before in text
        (old / path).write_text(text.replace(before, after), encoding="utf-8")
    assert main(["--root", str(new), "migrate", str(old)]) == 0
    assert read_library(new).policy.clauses["safe-passwords"].text == "to use long passwords."
    assert "# Ours." in (new / "docs/_data/clauses.yml").read_text(encoding="utf-8")


def as_last_year(copy: Path) -> tuple[str, str]:
    """Give clauses.yml, and write it as it was written until November 2026: each clause by its name."""
    now = (copy / CLAUSES).read_text(encoding="utf-8")
    before, count = re.subn(r"^  - id: ([a-z0-9-]+)$", r"  \1:", now, flags=re.MULTILINE)
    assert count > 80
    (copy / CLAUSES).write_text(before, encoding="utf-8")
    return now, before


def test_the_clauses_of_an_own_policy_are_brought_in_this_years_way_with_every_note_and_word(
    copies: tuple[Path, Path],
) -> None:
    old, new = copies
    now, _ = as_last_year(old)
    policy = old / "docs/policy/index.md"
    policy.write_text(policy.read_text("utf-8").replace("to use safe passwords.", "to use long passwords."), "utf-8")
    assert main(["--root", str(new), "migrate", str(old)]) == 0
    assert (new / CLAUSES).read_text(encoding="utf-8") == now


def test_plain_words_that_a_school_has_changed_below_the_same_policy_are_told_to_differ(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = copies
    _, before = as_last_year(old)
    assert main(["--root", str(new), "migrate", str(old)]) == 0
    assert "not the same: 1 file." in capsys.readouterr().out
    (old / CLAUSES).write_text(before.replace("Use safe passwords.", "Use long passwords."), encoding="utf-8")
    assert main(["--root", str(new), "migrate", str(old)]) == 0
    assert "not the same: 2 files." in capsys.readouterr().out


def test_a_copy_that_is_written_in_last_years_way_says_so_and_is_rewritten_where_it_is(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now, before = as_last_year(project)
    line = before[: before.index("  written-by:")].count("\n") + 1
    assert main(["--root", str(project), "check"]) == 1
    said = capsys.readouterr().err
    assert f"{CLAUSES}:{line}:3: This file is written in last year's way" in said
    assert sum("last year's way" in one and "python -m macros migrate" in one for one in said.split("\n")) == 1
    assert main(["--root", str(project), "migrate"]) == 0
    assert f"Rewritten: 1 file.\n  {CLAUSES}\n" in capsys.readouterr().out
    assert (project / CLAUSES).read_text(encoding="utf-8") == now
    assert main(["--root", str(project), "migrate"]) == 0
    assert "Rewritten: 0 files." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# A\nclauses:\n  # B\n  a:  # C\n    for: [b]  # D\n\n  # E\n  'b':\n    # F\n    gap: yes\n",
         "# A\nclauses:\n  # B\n  - id: a  # C\n    for: [b]  # D\n\n  # E\n  - id: 'b'\n    # F\n    gap: yes\n"),
        ("clauses:\n a:\n  gap: yes\n b:\n    gap: yes", "clauses:\n- id: a\n  gap: yes\n-   id: b\n    gap: yes"),
        ("clauses:\n    a :\n        gap: yes\n", "clauses:\n      - id: a\n        gap: yes\n"),
        ("clauses:\n  - id: a\n", "clauses:\n  - id: a\n"),
        ("- a\n", "- a\n"),
    ],
)  # fmt: skip
def test_names_become_a_list_and_no_other_letter_moves(before: str, after: str) -> None:
    assert clauses_as_list(before, "clauses.yml") == after
    was, now = yaml.safe_load(before), yaml.safe_load(after)
    if was != now:
        assert {one.pop("id"): one for one in now["clauses"]} == was["clauses"]


@pytest.mark.parametrize(
    ("text", "place"),
    [("clauses: {a: {gap: yes}}\n", "1:11"), ("clauses:\n  a: {gap: yes}\n", "2:3"), ("clauses:\n  a:\n", "2:3")],
)
def test_a_clause_that_does_not_stand_on_lines_of_its_own_is_told_in_its_place(text: str, place: str) -> None:
    with pytest.raises(ContentError, match=rf"^clauses\.yml:{place}: Write what belongs to this clause on lines"):
        clauses_as_list(text, "clauses.yml")


def test_nothing_is_brought_into_a_copy_that_another_school_has_taken_over(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = copies
    school = (new / "school.yml").read_text(encoding="utf-8").replace("name: Elmfield", "name: Oakfield")
    (new / "school.yml").write_text(school, encoding="utf-8")
    (new / "takeover.md").write_text("Done.\n", encoding="utf-8")
    assert main(["--root", str(new), "migrate", str(old)]) == 1
    assert (
        "school.yml:1:1: This copy belongs to Oakfield Primary School already, and the old one to Elmfield"
        in capsys.readouterr().err
    )
    assert (new / "school.yml").read_text(encoding="utf-8") == school


def test_a_mistake_in_last_years_values_is_told_in_its_place_and_nothing_is_written(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = copies
    before = (new / "school.yml").read_bytes()
    school = (old / "school.yml").read_text(encoding="utf-8").replace("short_name:", "shortname:")
    (old / "school.yml").write_text(school, encoding="utf-8")
    line = school.split("\n").index(next(one for one in school.split("\n") if one.startswith("shortname:"))) + 1
    assert main(["--root", str(new), "migrate", str(old)]) == 1
    assert f"school.yml:{line}:1: “shortname” is not a name that is known here." in capsys.readouterr().err
    assert (new / "school.yml").read_bytes() == before


@pytest.mark.parametrize(("name", "sentence"), [("none", "it has no school.yml"), (".", "This is the same copy.")])
def test_what_is_no_other_copy_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], name: str, sentence: str
) -> None:
    assert main(["--root", str(project), "migrate", str(project / name)]) == 1
    assert sentence in capsys.readouterr().err
