"""A site is not published without the names and numbers of the school; it can be built without them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.commands.publish import NEEDED, WELCOME, also_empty, not_ready, unchecked_translations
from macros.commands.scaffold import new_lesson
from macros.models.base import Model
from macros.models.school import School
from tests.copying import copy_project, fingerprint, thin_out

EMPTY = """name: A School
site_address:
office:
  phone:
safeguarding:
  named_in_policy: B
  lead: # to come
  deputies: []
"""
FULL = EMPTY.replace("site_address:", "site_address: https://a.sch.uk").replace("phone:", "phone: 01632 960001")
FULL = FULL.replace("lead: # to come", "lead: Ms C").replace("deputies: []", "deputies: [Mr D]")
NOT_READY = "Not ready to publish: "
LINES = [
    f"2:14: {NOT_READY}“site_address” is empty. Write the address at which this site will be published.",
    f"4:9: {NOT_READY}“office.phone” is empty. Write the phone number of the school office.",
    f"7:8: {NOT_READY}“safeguarding.lead” is empty. Write the name of today's designated safeguarding lead (DSL).",
    f"8:13: {NOT_READY}“safeguarding.deputies” is empty. Write the names of the DSL's deputies.",
]


def told(folder: Path, text: str) -> list[str]:
    (folder / "school.yml").write_text(text, encoding="utf-8")
    return [str(problem).removeprefix("school.yml:") for problem in sorted(not_ready(folder))]


def test_every_fact_that_is_empty_is_told_at_its_place(tmp_path: Path) -> None:
    assert told(tmp_path, EMPTY) == LINES


def test_a_school_that_has_given_all_of_them_is_ready(tmp_path: Path) -> None:
    assert told(tmp_path, FULL) == []


@pytest.mark.parametrize(
    ("given", "loc"),
    [
        ("site_address: https://a.sch.uk", "site_address"),
        ("phone: 01632 960001", "office.phone"),
        ("lead: Ms C", "safeguarding.lead"),
        ("deputies: [Mr D]", "safeguarding.deputies"),
    ],
)
def test_one_that_is_empty_is_enough(tmp_path: Path, given: str, loc: str) -> None:
    name = given.partition(":")[0]
    (said,) = told(tmp_path, FULL.replace(given, f"{name}:"))
    assert f"“{loc}” is empty" in said


def test_a_fact_whose_part_of_the_file_is_not_there_is_told_too(tmp_path: Path) -> None:
    (said,) = told(tmp_path, FULL.replace("office:\n  phone: 01632 960001\n", ""))
    assert "“office.phone” is empty" in said


def test_a_fact_that_another_fact_says_is_not_asked_for(tmp_path: Path) -> None:
    sites = FULL.replace("office:\n  phone: 01632 960001\n", "sites:\n  - {name: B, phone: 01632 960001}\n")
    assert told(tmp_path, sites) == []
    head = FULL.replace("  lead: Ms C\n", "  lead_is_headteacher: yes\n") + "headteacher: {name: Ms C}\n"
    assert told(tmp_path, head) == []
    (said,) = told(tmp_path, head.replace("yes", "no"))
    assert "“safeguarding.lead” is empty" in said


def test_a_new_lesson_is_told_until_its_samples_are_gone(tmp_path: Path) -> None:
    paths = new_lesson(tmp_path, "years-3-4/kind-words")
    (tmp_path / "school.yml").write_text(FULL, encoding="utf-8")
    sentence = f"{NOT_READY}the words here are samples. Change them all, and then take this line out."
    assert [str(problem) for problem in not_ready(tmp_path)] == [f"{path}:2:1: {sentence}" for path in paths]
    for path in paths:
        text = (tmp_path / path).read_text(encoding="utf-8")
        (tmp_path / path).write_text(re.sub("# All words here.*\n", "", text), encoding="utf-8")
    assert not_ready(tmp_path) == []


@pytest.mark.parametrize("text", ["", "name: ["])
def test_a_file_that_cannot_be_read_is_left_to_the_check(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_every_fact_that_is_asked_for_is_a_fact_about_a_school() -> None:
    for loc in [loc for loc, _ in NEEDED] + list(WELCOME):
        model: type[Model] | None = School
        for step in loc.split("."):
            assert model, loc
            assert step in model.model_fields, loc
            found = model.model_fields[step].annotation
            model = found if isinstance(found, type) and issubclass(found, Model) else None


def test_the_other_facts_that_are_empty_are_named(tmp_path: Path) -> None:
    (tmp_path / "school.yml").write_text(f"{FULL}phone_rules: None here.\n", encoding="utf-8")
    assert also_empty(tmp_path) == [
        "office.email",
        "headteacher.name",
        "chair_of_governors.name",
        "lado.phone",
        "council.children_phone",
        "council.out_of_hours_phone",
        "teaches_this_scheme_since",
        "half_terms",
    ]


def test_to_publish_is_refused_with_all_that_is_missing_and_all_that_is_to_be_mended(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_project(root, tmp_path / "project")
    thin_out(project)
    (project / "docs/staff/index.md").write_text("# Staff\n\n{{ clauze() }}\n", encoding="utf-8")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("The last good one", encoding="utf-8")
    before = fingerprint(project)
    assert main(["--root", str(project), "build", "--publish"]) == 1
    said = capsys.readouterr().err
    for loc, _ in NEEDED:
        assert re.search(
            rf"^school\.yml:\d+:\d+: Not ready to publish: “{re.escape(loc)}” is empty\.", said, re.MULTILINE
        )
    assert "docs/staff/index.md:3:1: There is no macro “clauze”." in said
    assert fingerprint(project) == before


def test_make_publishes_with_the_same_command(root: Path) -> None:
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    for goal, ending in (
        (["build", "PUBLISH=1"], "macros build --publish"),
        (["build"], "macros build"),
        (["publish", "DEST=web@school:a"], 'macros publish "web@school:a"'),
    ):
        run = subprocess.run(
            ["make", "--no-print-directory", "--dry-run", "--old-file", ".venv/.installed-run", *goal],
            cwd=root,
            # `make test` hands its own settings down: without them, this make answers as a person's would.
            env={name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip().endswith(ending)


def test_only_what_is_translated_waits_for_a_speaker(project: Path, change: Callable[[str, str, str], int]) -> None:
    assert unchecked_translations(project) == ["Arabic", "Polish", "Romanian", "Ukrainian"]
    change("docs/_data/translations/pl.yml", "checked_by:\nchecked_on:\n", "checked_by: A B\nchecked_on: 2026-11-29\n")
    assert unchecked_translations(project) == ["Arabic", "Romanian", "Ukrainian"]
