"""Every clause is found where it is taught, asked about, explained and done."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest

from macros.content.library import Library
from macros.content.policy_coverage import coverage_of, figures
from macros.models.years import Teaches
from macros.views.policy_map import Place, policy_map_file


@pytest.fixture(scope="module")
def places(library: Library) -> dict[str, Place]:
    return {place.clause.id: place for place in coverage_of(library)}


def test_every_clause_has_its_place_in_order(library: Library, places: dict[str, Place]) -> None:
    assert list(places) == list(library.policy.clauses)
    assert all(place.has_home for place in places.values())


def test_a_lesson_is_named_if_it_teaches_the_clause_or_its_quiz_asks_about_it(
    library: Library, places: dict[str, Place]
) -> None:
    for identity, place in places.items():
        found = {lesson.plan.target: lesson for age in place.ages if age.title != "Adults" for lesson in age.lessons}
        for entry in library.lessons.values():
            topics = set(library.clause_uses[identity].about)
            asked = sum(bool(topics & set(question.topics)) for question in entry.quiz.questions)
            teaches = bool(topics & set(entry.lesson.topics))
            plan = f"lessons/{entry.phase}/{entry.id}/teach.html"
            assert (plan in found) == (asked > 0 or teaches)
            if plan in found:
                assert found[plan].questions == asked
                assert found[plan].teaches == teaches


def test_a_clause_whose_lessons_are_for_other_years_is_said_to_be_not_taught_here(
    library: Library, places: dict[str, Place]
) -> None:
    infants = Teaches(first_year="year-1", last_year="year-2")
    here = replace(library, school=library.school.model_copy(update={"teaches": infants})).as_taught()
    rows = csv.DictReader(policy_map_file(here.policy, coverage_of(here)).decode("utf-8-sig").splitlines())
    said = {row["Point"]: row["Lessons"] for row in rows}
    reference = {identity: clause.reference for identity, clause in library.policy.clauses.items()}
    # Of the topics, those two years have no lesson on making good use of what is online.
    assert [point for point, lessons in said.items() if lessons == "Not taught here"] == [
        reference["learners-empowered"]
    ]
    assert places["learners-empowered"].ages
    assert said[reference["written-by"]] == ""


def test_a_quiz_for_adults_is_named_where_it_stands(places: dict[str, Place]) -> None:
    (adults,) = [age for age in places["safe-passwords"].ages if age.title == "Adults"]
    assert [lesson.plan.target for lesson in adults.lessons] == ["parents/passwords-privacy-location.html"]
    assert adults.lessons[0].questions > 0


def test_a_page_has_its_title_and_its_heading(places: dict[str, Place]) -> None:
    found = {link.target: link.words for link in places["public-listings"].pages}
    assert found == {"staff/all-staff.html#your-own-accounts": "All staff: Today: your own accounts"}


def test_a_sub_point_is_on_the_list_of_its_point_and_a_clause_on_the_lists_beside_its_home(
    places: dict[str, Place],
) -> None:
    logging_out = {link.target: link.words for link in places["logging-out"].lists}
    assert logging_out["staff/all-staff.html#checklist-staff-safeguards"] == "The list of point 4.1.2"
    platform = [link.target for link in places["platform-risk-assessment"].lists]
    assert platform == ["staff/platform-risk.html#checklist-staff-platform-risk"]
    assert len(set(platform)) == len(platform)


def test_the_figures_are_those_of_the_whole_content(library: Library) -> None:
    assert figures(library).said == {
        "points": str(len(library.policy.clauses)),
        "homes": f"{len(library.policy.clauses)} of {len(library.policy.clauses)}",
        "advised": str(len(library.advice)),
        "advice": f"{len(library.advice)} of {len(library.advice)}",
        "ages": f"{len(library.phases)} of {len(library.phases)}",
    }
    # The seven points of 6.4, which this school's policy promises its learners.
    assert [library.policy.clauses[identity].reference for identity in library.advice] == [
        f"6.4({letter})" for letter in "abcdefg"
    ]
