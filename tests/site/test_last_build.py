"""A build that goes on from the last one writes the same site, byte for byte, as one that begins from nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.cache import RoundCache
from macros.kept import FOLDER
from macros.problems import ContentError
from macros.site.last_build import go_on, keep
from macros.site.site_check import read_site
from tests.copying import copy_project, fingerprint, thin_out

LOCKS = "three-word-locks"
FACTS = "lessons/early-years/my-special-facts/scenes.yml"
# Of each kind of file one: what is found in it, and what that becomes.
CHANGES = (
    ("school.yml", r"(office:\n  phone:)", r"\1 01632 960111"),
    ("docs/_data/help-routes.yml", r"(  - \{id: danger, name: )", r"\1Really "),
    ("docs/_data/facts.yml", r"\n(    text: )(?=[A-Z])", r"\n\1In short, "),
    ("docs/_data/clauses.yml", r"\n(      parents: )", r"\n\1In short, "),
    ("docs/_data/apps.yml", r"\n(    what: )", r"\n\1In short, "),
    ("docs/_data/symbols.yml", r"\n(    alt: )", r"\n\1Here, "),
    ("docs/parents/index.md", r"\n## ", "\n## Now: "),
    (f"lessons/years-3-4/{LOCKS}/lesson.md", "a hat on Kit's best duck", "a new hat on Kit's best duck"),
    (f"quizzes/years-3-4/{LOCKS}.yml", "It's longer than kit8", "It's much longer than kit8"),
    (FACTS, "Pip stands by her front door", "Pip stands at her front door"),
    (FACTS, "at: 104, y: 282", "at: 108, y: 282"),
    ("docs/assets/images/symbols/key.svg", r' d="M(\d)', r' d="M1\1'),
)


def run(project: Path, *command: str) -> None:
    """Run a command of a project as a person does: in a process of its own, whose hashes are by chance."""
    subprocess.run([sys.executable, "-m", "macros", *command], cwd=project, capture_output=True, check=True)


def change(project: Path) -> None:
    """Make all the changes."""
    for path, old, new in CHANGES:
        file = project / path
        text, count = re.subn(old, new, file.read_text(encoding="utf-8"), count=1)
        assert count, f"{path} has no “{old}”: the test must be mended"
        file.write_text(text, encoding="utf-8")


def test_a_second_build_writes_what_a_first_would(tmp_path: Path) -> None:
    again, fresh = tmp_path / "again", tmp_path / "fresh"
    thin_out(copy_project(Path.cwd(), again))
    shutil.copytree(again, fresh)
    run(again, "check")
    run(again, "build")
    before = fingerprint(again / "site")
    change(again)
    run(again, "build")
    change(fresh)
    run(fresh, "build")
    after = fingerprint(fresh / "site")
    assert fingerprint(again / "site") == after != before


def test_what_has_not_changed_is_not_made_again(project: Path) -> None:
    made = RoundCache()
    read_site(project, made)
    keep(project, made)
    again = go_on(project)
    read_site(project, again)
    assert made.grown
    assert not again.grown
    assert len(again.made) == len(made.made)


def test_a_mistake_is_told_as_by_a_check_that_knows_nothing(project: Path) -> None:
    made = RoundCache()
    read_site(project, made)
    keep(project, made)
    quiz = project / f"quizzes/years-3-4/{LOCKS}.yml"
    quiz.write_text(
        quiz.read_text(encoding="utf-8").replace("type: choose-one", "type: chose-one", 1), encoding="utf-8"
    )
    (project / "docs/help/index.md").rename(project / "docs/help/indx.md")
    told = []
    for cache in (go_on(project), RoundCache()):
        with pytest.raises(ContentError) as caught:
            read_site(project, cache)
        told.append(sorted(map(str, caught.value.problems)))
    assert told[0] == told[1]
    assert any(line.startswith(f"quizzes/years-3-4/{LOCKS}.yml:") for line in told[0])


def test_what_nothing_was_added_to_is_not_written_again(project: Path) -> None:
    made = RoundCache()
    read_site(project, made)
    keep(project, made)
    shutil.rmtree(project / FOLDER)
    again = RoundCache(made.made)
    read_site(project, again)
    keep(project, again)
    assert not (project / FOLDER / "content.pickle").exists()
