"""The map counts honestly, and its page has a table for every section."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace

import pytest

from macros.content.library import PHASES, Library
from macros.content.policy_coverage import coverage_of, figures
from macros.models.policy import Clause
from macros.views.curriculum import Taught
from macros.views.policy_map import (
    Age,
    Figures,
    Lesson,
    Link,
    Place,
    figures_of,
    policy_map_file,
    policy_map_page,
    readers_of,
)

CLAUSE = Clause(id="tell", reference="6.4(a)", text="to tell.")
TAUGHT = Lesson(Link("A", "a.html"), teaches=True, questions=0, quiz="a.html#quiz")
ASKED = Lesson(Link("B", "b.html"), teaches=False, questions=2, quiz="b.html#quiz")


def place(ages: Mapping[str, tuple[Lesson, ...]], identity: str = "tell", pages: tuple[Link, ...] = ()) -> Place:
    clause = CLAUSE.model_copy(update={"id": identity})
    return Place(clause, "Tell.", "Learners", tuple(Age(title, lessons) for title, lessons in ages.items()), pages, ())


@pytest.fixture
def phases(library: Library) -> list[str]:
    return [phase.title for phase in library.phases]


def test_a_point_is_learnt_only_if_it_is_taught_and_asked_about_at_every_age(
    library: Library, phases: list[str]
) -> None:
    whole = place(dict.fromkeys(phases, (TAUGHT, ASKED)))
    found = figures_of([whole], ["tell"], library.phases)
    assert (found.said["advice"], found.said["ages"]) == ("1 of 1", "4 of 4")
    for lacking in ((TAUGHT,), (ASKED,), ()):
        ages = dict.fromkeys(phases, (TAUGHT, ASKED)) | {phases[2]: lacking}
        found = figures_of([place(ages)], ["tell"], library.phases)
        assert (found.said["advice"], found.said["ages"]) == ("0 of 1", "3 of 4")


def test_a_quiz_for_adults_teaches_no_child(library: Library) -> None:
    found = figures_of([place({"Adults": (replace(ASKED, teaches=True),)})], ["tell"], library.phases)
    assert (found.said["advice"], found.said["ages"]) == ("0 of 1", "0 of 4")


def test_a_clause_without_a_page_or_a_lesson_has_no_home(library: Library) -> None:
    found = figures_of([place({}), place({}, "other", (Link("P", "p.html"),))], [], library.phases)
    assert found.said["homes"] == "1 of 2"


def test_readers_are_named_as_people_say_it(library: Library) -> None:
    assert readers_of(library.clause_uses["safeguarding-response"]) == "Learners, Parents and carers, Staff, DSL"
    assert readers_of(library.clause_uses["purpose"]) == "Everyone"


def made(library: Library, figures_shown: Figures) -> str:
    taught = [
        Taught(entry.id, phase, entry.lesson, entry.quiz)
        for phase in library.phases
        for entry in library.of_phase(phase.id)
    ]
    return policy_map_page(
        library.policy, figures_shown, library.phases, taught, library.frameworks, library.topics, library.clause_uses
    )


def test_the_page_has_a_table_for_every_section_and_the_numbers_at_the_top(library: Library) -> None:
    page = made(library, figures(library))
    for section in library.policy.sections:
        assert f'\n\n{{{{ policy_map("{section.id}") }}}}\n' in page
    assert "- **84 of 84** points of the policy are on at least one page of this website." in page
    said = "points of advice for learners have a lesson and a quiz question on this website"
    assert f"- **7 of 7** {said}, for **4 of 4** ages." in page


def test_the_file_has_a_row_for_every_clause_with_what_the_map_shows(library: Library) -> None:
    places = coverage_of(library)
    rows = list(csv.DictReader(policy_map_file(library.policy, places).decode("utf-8-sig").splitlines()))
    assert [row["Approved words"] for row in rows] == [clause.text for clause in library.policy.clauses.values()]
    (row,) = [row for row in rows if row["Point"] == "6.4(d)"]
    assert row["Section"] == "6. Learners' use of social media"
    assert row["For"] == readers_of(library.clause_uses["safe-passwords"])
    taught = [entry for entry in library.lessons.values() if "safe-passwords" in entry.lesson.topics]
    assert taught
    for entry in taught:
        assert f"{entry.lesson.title} ({library.phase(entry.phase).title})" in row["Lessons"]


def test_a_policy_without_advice_for_every_age_claims_none(library: Library) -> None:
    page = made(library, replace(figures(library), advice=0, learnt=0, whole=0))
    assert "advice" not in page


def test_every_lesson_is_under_its_strand_and_its_age(library: Library) -> None:
    rows = made(library, figures(library)).split("## By strand and age\n", 1)[1].split("\n")
    for entry in library.lessons.values():
        strand = library.frameworks.strand_name(entry.lesson.strand)
        name = "To open the year" if entry.lesson.strand == "all-strands" else strand
        (row,) = [line for line in rows if line.startswith(f"| {name} |")]
        cell = row.split(" | ")[1 + list(PHASES).index(entry.phase)]
        assert f"](../lessons/{entry.phase}/{entry.id}/teach.md)" in cell
