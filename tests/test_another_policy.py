"""A school with another policy changes no lesson and no quiz: topics join them to its clauses, whatever their ids."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest
import yaml

from macros.__main__ import main
from tests.copying import copy_project, fingerprint
from tests.lessons import of_age
from tests.site.page import read_page, text

FIXTURE = Path(__file__).parent / "fixtures" / "other_policy"
CALL = re.compile(r'\{\{ ?(clause|in_short|checklist)\("([^"]*)"\) ?\}\}')
LINK = re.compile(r"(\]\([^()\s]*policy/(?:index|review)\.md)#[a-z0-9-]+")
LINKS = re.compile(r"^linked_policies:\n(?:  .*\n)+", re.MULTILINE)
REVIEW = """---
title: What has changed
description: Notes on the policy.
for: Teachers and staff
---

# What has changed

Nothing yet.
"""


def take_over(project: Path) -> None:
    """Put in the other policy: its text, what its clauses mean, and what it links with."""
    shutil.copy(FIXTURE / "index.md", project / "docs/policy/index.md")
    for name in ("clauses.yml", "linked-policies.yml"):
        shutil.copy(FIXTURE / name, project / "docs/_data" / name)
    school = project / "school.yml"
    school.write_text(LINKS.sub("linked_policies:\n  behaviour:\n", school.read_text("utf-8")), encoding="utf-8")


def speak_of_no_clause(project: Path) -> None:
    """Take out what this school's pages, which are not lessons, say of the clauses of this school's policy."""
    (project / "docs/policy/review.md").write_text(REVIEW, encoding="utf-8")
    lists = {file.stem for file in project.glob("docs/_data/checklists/*.yml")}
    for file in (*project.glob("docs/**/*.md"), *project.glob("docs/_data/**/*.yml")):
        before = file.read_text(encoding="utf-8")
        after = LINK.sub(r"\1", before)
        if file.suffix == ".md" and file.parent.name != "about":  # whose calls are examples
            after = CALL.sub(lambda call: call[0] if call[1] == "checklist" and call[2] in lists else "", after)
        if after != before:
            file.write_text(after, encoding="utf-8")


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the other policy, built."""
    project = copy_project(root, tmp_path_factory.mktemp("policy"))
    take_over(project)
    speak_of_no_clause(project)
    assert main(["--root", str(project), "build"]) == 0
    return project


def titles_about(root: Path, *topics: str) -> set[str]:
    """Give the titles of the lessons that name one of some topics, or whose quiz has a question that does."""
    found = set()
    for file in root.glob("lessons/*/*/lesson.md"):
        head = yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
        quiz = yaml.safe_load((root / f"quizzes/{file.parts[-3]}/{file.parts[-2]}.yml").read_text("utf-8"))
        named = {*head["topics"], *(topic for question in quiz["questions"] for topic in question.get("topics", ()))}
        if named & set(topics):
            found.add(head["title"])
    return found


def words_of(project: Path, path: str) -> str:
    """Give the words of the main part of a page of the site."""
    return " ".join(text(next(read_page(project / "site", path).all("main"))).split())


def test_no_lesson_and_no_quiz_is_told_of(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = copy_project(root, tmp_path / "project")
    take_over(project)
    assert main(["--root", str(project), "check"]) == 1  # its pages still speak of the old clauses
    said = [line for line in capsys.readouterr().err.splitlines() if re.match(r"\S+:\d+:\d+: ", line)]
    assert said
    assert not [line for line in said if line.startswith(("lessons/", "quizzes/"))]


def test_no_lesson_and_no_quiz_was_touched(root: Path, project: Path) -> None:
    for folder in ("lessons", "quizzes"):
        assert fingerprint(project / folder) == fingerprint(root / folder)


def test_the_map_follows_the_other_policy(root: Path, project: Path) -> None:
    rows = list(csv.DictReader((project / "site/policy/map.csv").read_text("utf-8-sig").splitlines()))
    lessons = {row["Point"]: {each.rpartition(" (")[0] for each in row["Lessons"].split("; ")} - {""} for row in rows}
    adults = {"Ten minutes tonight"}
    assert list(lessons) == ["1.1", "1.2", "1.2(a)", "2.1", "2.2", "2.3"]
    assert lessons["2.1"] - adults == titles_about(root, "safe-passwords", "personal-details")
    assert lessons["2.2"] - adults == titles_about(root, "report-concerns", "block-and-report")
    assert not lessons["1.1"] | lessons["1.2"] | lessons["1.2(a)"] | lessons["2.3"]


def test_the_map_names_topics_without_a_clause_and_clauses_without_a_lesson(project: Path) -> None:
    page = words_of(project, "policy/map.html")
    assert (
        "Topics without a point: Making good use of what's online; Friends online: only people you know; "
        "Being asked to meet; What's right for your age." in page
    )
    assert "of 4 points that are for learners or everyone, 2 are about no topic of a lesson: 1.1, 2.3." in page


def test_a_plan_shows_the_clauses_about_what_it_teaches(project: Path) -> None:
    plan = words_of(project, of_age("years-3-4") + "/teach.html")
    assert "Children learn to make a good password and to guard what is theirs." in plan
    assert "to block and report." not in plan
