"""Another school takes the site over by its school.yml alone (and its own policy page)."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.library import read_library
from tests.copying import copy_project

FIXTURE = Path(__file__).parent / "fixtures" / "other_school" / "school.yml"
# What is this school's own: its policy, and what is quoted from it.
QUOTED = re.compile(r'<figure class="clause">.*?</figure>|<form class="checklist".*?</form>', re.DOTALL)
OURS = re.compile(r"headcorn", re.IGNORECASE)
COUNTY = re.compile(r"\bKent\b|03000 41|kscmp|salusgroup|theeducationpeople")


@pytest.fixture(scope="module")
def other(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of another school."""
    project = copy_project(root, tmp_path_factory.mktemp("other"))
    shutil.copy(FIXTURE, project / "school.yml")
    assert main(["--root", str(project), "build"]) == 0
    return project / "site"


def test_the_fixture_fills_in_every_value(root: Path, tmp_path: Path) -> None:
    project = copy_project(root, tmp_path / "project")
    shutil.copy(FIXTURE, project / "school.yml")
    school = read_library(project).school
    for way in school.facts():
        assert school.fact(way), way


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("index.html", "Beech Lane"),
        ("help/index.html", "01632 960123"),
        ("help/index.html", "tel:01632960123"),
        ("help/index.html", "Ms Rowan Ash"),
        ("help/index.html", "01632 960456"),
        ("help/index.html", "Borsetshire"),
        ("parents/index.html", "Phones are handed in at the gate"),
        ("staff/index.html", "Ms Rowan Ash"),
        ("about/index.html", "office@beech-lane.example"),
        ("about/index.html", "https://www.beech-lane.example"),
        ("sitemap.xml", "https://online-safety.beech-lane.example/pages/"),
    ],
)
def test_the_other_schools_facts_are_shown(other: Path, path: str, words: str) -> None:
    assert words in (other / path).read_text(encoding="utf-8")


def test_nobody_is_sent_to_ask_for_what_is_known(other: Path) -> None:
    assert "ask the school office" not in (other / "staff/index.html").read_text(encoding="utf-8").split("<main")[1]


def test_this_schools_name_is_nowhere_but_in_its_policy(other: Path) -> None:
    found = []
    for page in sorted(other.rglob("*.html")):
        path = page.relative_to(other).as_posix()
        if path == "policy/index.html":
            continue
        text = QUOTED.sub("", page.read_text(encoding="utf-8"))
        found += [f"{path}: …{text[max(0, m.start() - 60) : m.end() + 40]}…" for m in OURS.finditer(text)]
    assert not found, "\n".join(found)


def test_this_countys_help_is_nowhere(other: Path) -> None:
    found = []
    for page in sorted(other.rglob("*.html")):
        path = page.relative_to(other).as_posix()
        if path in (
            "policy/index.html",
            "about/credits.html",
        ):  # the policy, and thanks to those on whose text it builds
            continue
        text = QUOTED.sub("", page.read_text(encoding="utf-8"))
        found += [f"{path}: …{text[max(0, m.start() - 60) : m.end() + 40]}…" for m in COUNTY.finditer(text)]
    assert not found, "\n".join(found)
