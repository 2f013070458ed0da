"""The map names every lesson under its strand, its statements and its points of the policy."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from macros.content.library import Library
from macros.models.framework import Statement
from macros.models.lesson import Claim
from macros.views.curriculum import Taught, map_file, map_page


@pytest.fixture(scope="module")
def taught(library: Library) -> list[Taught]:
    return [
        Taught(entry.id, phase, entry.lesson, entry.quiz)
        for phase in library.phases
        for entry in library.of_phase(phase.id)
    ]


def section(page: str, name: str) -> str:
    return page.split(f"## {name}\n", 1)[1].split("\n## ", 1)[0]


def statements(library: Library, taught: list[Taught]) -> str:
    return section(
        map_page(library.phases, taught, library.frameworks, library.policy, library.clause_uses),
        "By curriculum statement",
    )


def test_every_lesson_is_under_its_strand(library: Library, taught: list[Taught]) -> None:
    strands = section(
        map_page(library.phases, taught, library.frameworks, library.policy, library.clause_uses), "By strand and age"
    )
    for each in taught:
        of_strand = strands.split(f"### {library.frameworks.strand_name(each.lesson.strand)}\n")[-1].split("\n### ")[0]
        if each.lesson.strand != "all-strands":
            assert f"{each.link} | {each.lesson.outcome}" in of_strand


def test_every_statement_names_lesson_step_and_question_as_the_files_say(
    library: Library, taught: list[Taught], root: Path
) -> None:
    rows = statements(library, taught)
    claims: dict[str, list[str]] = {}
    for file in root.glob("lessons/*/*/lesson.md"):
        head = yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
        quiz = yaml.safe_load((root / f"quizzes/{file.parts[-3]}/{file.parts[-2]}.yml").read_text("utf-8"))
        asked = [*quiz.get("recall", []), *(question["id"] for question in quiz["questions"])]
        for claim in head["teaches"]:
            number = f"question {asked.index(claim['question']) + 1}" if "question" in claim else "not asked"
            in_part = "*In part:* " if claim.get("part") else ""
            address = f"../lessons/{file.parts[-3]}/{file.parts[-2]}/teach.md"
            before, step = re.escape(f"{in_part}[{head['title']}]({address}) ("), re.escape(f"[{claim['step']}]")
            seen = re.escape(address.replace("teach.md", "index.md"))
            claims.setdefault(claim["id"], []).append(rf"{before}[^)]+\): {step}\({seen}#page-\d+\), {number}")
    for statement in yaml.safe_load((root / "docs/_data/frameworks.yml").read_text("utf-8"))["statements"]:
        (row,) = [line for line in rows.split("\n") if line.startswith(f"| **{statement['id']}** ")]
        (where,) = re.findall(r" \| (.*) \|$", row)
        if statement["id"] not in claims:
            assert where == "Not taught here yet"
            continue
        parts = where.split("<br>")
        assert len(parts) == len(claims[statement["id"]])
        for said in claims[statement["id"]]:
            assert any(re.fullmatch(said, part) for part in parts), (statement["id"], said)


def test_a_statement_taught_in_part_alone_is_not_counted_as_taught(library: Library, taught: list[Taught]) -> None:
    stated = [Statement(id=name, curriculum="RSHE 2025", text="It is.") for name in ("WHOLE", "BOTH", "PART", "NONE")]
    frameworks = library.frameworks.model_copy(update={"statements": tuple(stated)})
    question = taught[0].quiz.questions[0].id
    a, b, c = (step.title for step in taught[0].lesson.steps[:3])
    d, e = (step.title for step in taught[1].lesson.steps[:2])
    first = (
        Claim(id="WHOLE", step=a, question=question),
        Claim(id="BOTH", step=b, part=True),
        Claim(id="PART", step=c, part=True, question=question),
    )
    second = (Claim(id="WHOLE", step=d), Claim(id="BOTH", step=e))
    one, two = (
        replace(each, lesson=each.lesson.model_copy(update={"teaches": claims}))
        for each, claims in zip(taught[:2], (first, second), strict=True)
    )
    page = map_page(library.phases, [one, two], frameworks, library.policy, library.clause_uses)
    assert (
        "Of 4 statements, 2 are taught whole in at least one lesson, 1 in part, and 1 not yet. "
        "A quiz asks about 2 of them." in page
    )
    rows = section(page, "By curriculum statement")
    assert "| RSHE 2025 | 4 | 2 | 1 | 1 | 2 |" in rows
    assert "<summary>RSHE 2025: 2 taught, 1 in part, 1 not yet</summary>" in rows
    number = len(one.quiz.recall) + 1
    by_one, by_two = f"{one.link} ({one.phase.title})", f"{two.link} ({two.phase.title})"
    for name, said in (
        ("WHOLE", f"{by_one}: {one.step(a)}, question {number}<br>{by_two}: {two.step(d)}, not asked"),
        ("BOTH", f"{by_two}: {two.step(e)}, not asked<br>*In part:* {by_one}: {one.step(b)}, not asked"),
        ("PART", f"*In part:* {by_one}: {one.step(c)}, question {number}"),
        ("NONE", "Not taught here yet"),
    ):
        assert f"| **{name}** It is. | {said} |" in rows


def test_the_years_and_the_strands_of_a_curriculum_add_up_to_it(library: Library, taught: list[Taught]) -> None:
    rows = statements(library, taught)
    figures = r" \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|"
    (whole,) = re.findall(rf"\| Education for a Connected World{figures}", rows)
    years = re.findall(rf"\| (?:Reception|Year \d){figures}", rows)
    assert len(years) == 7
    assert tuple(sum(map(int, column)) for column in zip(*years, strict=True)) == tuple(map(int, whole))
    strands = [
        re.findall(rf"<summary>{strand.name}: (\d+) taught, (\d+) in part, (\d+) not yet", rows)[0]
        for strand in library.frameworks.strands
    ]
    assert tuple(sum(map(int, column)) for column in zip(*strands, strict=True)) == tuple(map(int, whole[1:4]))


def test_the_file_has_a_row_for_every_claim_and_for_every_statement_without_one(
    library: Library, taught: list[Taught], root: Path
) -> None:
    rows = list(csv.DictReader(map_file(taught, library.frameworks).decode("utf-8-sig").splitlines()))
    claimed = set()
    for file in root.glob("lessons/*/*/lesson.md"):
        head = yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
        quiz = yaml.safe_load((root / f"quizzes/{file.parts[-3]}/{file.parts[-2]}.yml").read_text("utf-8"))
        asked = {question["id"]: question["text"] for question in quiz["questions"]}
        for claim in head["teaches"]:
            how = "In part" if claim.get("part") else "Whole"
            claimed.add((claim["id"], how, head["title"], claim["step"], asked.get(claim.get("question"), "Not asked")))
    of_file = {(row["Statement"], row["Taught"], row["Lesson"], row["Step"], row["Question"]) for row in rows}
    stated = {
        one["id"] for one in yaml.safe_load((root / "docs/_data/frameworks.yml").read_text("utf-8"))["statements"]
    }
    untaught = {(name, "Not yet", "", "", "") for name in stated - {name for name, *_ in claimed}}
    assert of_file == claimed | untaught
    assert len(rows) == len(of_file)
    (row,) = [row for row in rows if row["Statement"] == "PS-Y4-2"]
    assert (row["Strand"], row["Year"], row["Taught"]) == ("Privacy and security", "4", "Not yet")


def test_what_no_lesson_teaches_whole_is_not_shown_as_met(library: Library, taught: list[Taught]) -> None:
    # Read against the guidance by an independent reader, statement by statement, in November 2026.
    rows = statements(library, taught)
    for name in ("OSA-1", "OSA-3", "WO-2", "WO-5", "WO-9", "WO-10", "NC2d", "NC2e"):
        (row,) = [line for line in rows.split("\n") if line.startswith(f"| **{name}** ")]
        assert all(part.startswith("*In part:*") for part in row.split(" | ")[-1].split("<br>")), name
    for name in ("RK-5", "RK-10", "FA-1", "NC1c", "NC1d", "PS-Y4-2", "RP-Y3-1", "MI-Y6-1", "SI-Y6-1", "CO-Y6-1"):
        (row,) = [line for line in rows.split("\n") if line.startswith(f"| **{name}** ")]
        assert row.endswith("| Not taught here yet |"), name


def test_every_point_that_is_taught_names_its_lessons(library: Library, taught: list[Taught]) -> None:
    rows = section(
        map_page(library.phases, taught, library.frameworks, library.policy, library.clause_uses),
        "By point of the policy",
    )
    for identity, clause in library.policy.clauses.items():
        found = [line for line in rows.split("\n") if f"(../policy/index.md#{identity})" in line]
        lessons = [each for each in taught if set(library.clause_uses[identity].about) & set(each.lesson.topics)]
        assert len(found) == (1 if lessons else 0), clause.reference
        assert all(each.link in found[0] for each in lessons)
