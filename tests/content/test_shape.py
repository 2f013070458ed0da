"""Lessons, quizzes, pages, lists and help routes have the shape that the project has agreed on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from macros.content.library import PHASES, Library
from macros.models.questions import ChooseOne
from tests.content.writing import quiz_path

# Part E2 and E3 of the project's collected facts: minutes of a lesson, questions of a quiz, choices of a question.
MINUTES = {"early-years": (10, 15), "years-1-2": (20, 25), "years-3-4": (30, 30), "years-5-6": (35, 40)}
QUESTIONS = {"early-years": (3, 3), "years-1-2": (4, 5), "years-3-4": (5, 6), "years-5-6": (6, 8)}
CHOICES = {"early-years": (3, 3), "years-1-2": (3, 3), "years-3-4": (3, 4), "years-5-6": (3, 4)}
# Part B: what a learner is shown, in this order; what is for staff alone; what is closed, or not for this age.
LEARNERS_ROUTES = ["emergency", "trusted-adult", "childline"]
STAFF_ALONE = ("Professionals Online Safety Helpline", "Education Safeguarding Service", "LADO", "Whistleblowing")
FROM_THE_SCHOOL = ("school", "chair-of-governors", "lado")  # school.yml says how to reach them
# Part E7 names strands 2, 4 and 7; looks, lasting pictures and the opening lesson open worries as well.
OPENS_A_WORRY = (
    "all-strands",
    "self-image-and-identity",
    "online-relationships",
    "online-reputation",
    "online-bullying",
    "privacy-and-security",
)
WARNING = re.compile(r"(?:Tell|Warn|Ask) the DSL (?:before|that you are|beforehand)")
NOT_NAMED = ("The Mix", "Shout", "Kooth", "Thinkuknow", "ThinkUKnow", "Net Aware", "Own It", "0808 800 5002")


@pytest.mark.parametrize("phase", PHASES)
def test_a_lesson_takes_the_time_that_its_age_can_give(library: Library, phase: str) -> None:
    least, most = MINUTES[phase]
    for entry in library.of_phase(phase):
        minutes = entry.lesson.minutes
        assert least <= minutes <= most, (
            f"{entry.lesson_path}: {minutes} minutes; in {library.phase(phase).title} a lesson has {least} to {most}."
        )


@pytest.mark.parametrize("phase", PHASES)
def test_a_quiz_has_as_many_questions_as_its_age_can_take(library: Library, phase: str) -> None:
    least, most = QUESTIONS[phase]
    for entry in library.of_phase(phase):
        count = len(entry.quiz.questions)
        assert least <= count <= most, f"{quiz_path(entry)}: {count} questions; there should be {least} to {most}."


@pytest.mark.parametrize("phase", PHASES)
def test_a_question_has_as_many_choices_as_its_age_can_take(library: Library, phase: str) -> None:
    least, most = CHOICES[phase]
    for entry in library.of_phase(phase):
        for question in entry.quiz.questions:
            if isinstance(question, ChooseOne):
                count = len(question.choices)
                assert least <= count <= most, (
                    f"{quiz_path(entry)}: “{question.id}” has {count} choices, not {least} to {most}."
                )


def test_the_right_choice_is_not_always_in_the_same_place(library: Library) -> None:
    for entry in library.lessons.values():
        places = [
            [choice.correct for choice in question.choices].index(True)
            for question in entry.quiz.questions
            if isinstance(question, ChooseOne)
        ]
        assert len(places) < 2 or len(set(places)) > 1, (
            f"{quiz_path(entry)}: the right choice is always number {places[0] + 1}. Move some."
        )


def test_the_right_choice_is_not_always_the_longest(library: Library) -> None:
    for entry in library.lessons.values():
        longest = [
            max(question.choices, key=lambda choice: len(choice.text)).correct
            for question in entry.quiz.questions
            if isinstance(question, ChooseOne)
        ]
        assert not longest or not all(longest), f"{quiz_path(entry)}: the right choice is always the longest."


def test_the_youngest_have_a_picture_for_every_choice(library: Library) -> None:
    for entry in library.of_phase("early-years"):
        for question in entry.quiz.questions:
            for name in ("choices", "groups", "items"):
                for thing in getattr(question, name, ()):
                    assert thing.picture, f"{quiz_path(entry)}: “{thing.text}” has no picture."


def test_every_quiz_from_year_1_on_asks_what_a_child_would_do(library: Library) -> None:
    for entry in library.lessons.values():
        if entry.phase != "early-years":
            kinds = [question.type for question in entry.quiz.questions]
            assert "what-would-you-do" in kinds, f"{quiz_path(entry)} does not ask what a child would do."


@pytest.mark.parametrize("phase", ["years-3-4", "years-5-6"])
def test_the_older_ages_have_two_stories_of_choices(library: Library, phase: str) -> None:
    stories = [q.id for entry in library.of_phase(phase) for q in entry.quiz.questions if q.type == "story"]
    assert len(stories) >= 2, (
        f"{library.phase(phase).title} has {len(stories)} stories of choices; there should be two."
    )


def test_the_lead_is_told_before_a_lesson_that_may_open_a_worry(library: Library) -> None:
    for entry in library.lessons.values():
        if entry.lesson.strand in OPENS_A_WORRY:
            assert WARNING.search(entry.lesson.safeguarding), (
                f"{entry.lesson_path}: “safeguarding” does not ask the teacher to tell the DSL before the lesson."
            )


def test_every_question_asks_about_a_topic(library: Library) -> None:
    for entry in library.lessons.values():
        for question in entry.quiz.questions:
            assert question.topics, f"{quiz_path(entry)}: “{question.id}” names no topic."


def test_every_page_has_a_title_and_a_description(root: Path) -> None:
    found = []
    for file in sorted((root / "docs").rglob("*.md")):
        path = file.relative_to(root).as_posix()
        text = file.read_text(encoding="utf-8")
        meta = yaml.safe_load(text.split("---\n")[1]) if text.startswith("---\n") else {}
        found += [
            f"{path}: the front matter has no “{name}”. Add a line “{name}: …”."
            for name in ("title", "description", "for")
            if not meta.get(name)
        ]
    assert not found, "\n".join(found)


def test_descriptions_are_sentences_of_their_own(root: Path) -> None:
    seen: dict[str, str] = {}
    for file in sorted((root / "docs").rglob("*.md")):
        path = file.relative_to(root).as_posix()
        description = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])["description"]
        assert description.endswith("."), f"{path}: the description is not a sentence."
        assert description not in seen, f"{path}: the description is that of {seen.get(description)}."
        seen[description] = path


def test_an_authored_list_is_short_enough_for_one_evening(library: Library) -> None:
    for identity, checklist in library.checklists.items():
        most = 13 if identity.startswith("staff-") else 9  # at work, a list is gone through over a term
        assert len(checklist.items) <= most, f"docs/_data/checklists/{identity}.yml: more than {most} things."


def test_learners_are_shown_danger_a_grown_up_and_childline_in_this_order(library: Library) -> None:
    shown = [route.id for route in library.help_routes if "learners" in route.readers]
    assert shown == LEARNERS_ROUTES


@pytest.mark.parametrize("reader", ["parents", "staff"])
def test_danger_comes_first_then_the_school_then_childline(library: Library, reader: str) -> None:
    shown = [route.id for route in library.help_routes if reader in route.readers]
    assert shown[:3] == ["emergency", "school", "childline"]


def test_numbers_for_staff_are_for_staff_alone(library: Library) -> None:
    for route in library.help_routes:
        if any(name in route.name for name in STAFF_ALONE):
            assert route.readers == ("staff",), f"docs/_data/help-routes.yml: “{route.name}” is for staff alone."


def test_services_that_have_closed_are_not_named(root: Path) -> None:
    for file in sorted([*(root / "docs").rglob("*.md"), *(root / "docs/_data").rglob("*.yml"), root / "school.yml"]):
        text = file.read_text(encoding="utf-8")
        for name in NOT_NAMED:
            assert name not in text, f"{file.relative_to(root).as_posix()}: “{name}” has closed or is not for this age."


def test_report_fraud_has_its_new_name(root: Path) -> None:
    for file in sorted([*(root / "docs").rglob("*.md"), *(root / "docs/_data").rglob("*.yml")]):
        for line in file.read_text(encoding="utf-8").split("\n"):
            assert "Action Fraud" not in line or "used to be called Action Fraud" in line, f"{file.name}: {line}"


def test_the_helpline_for_adults_prints_no_hours(library: Library) -> None:
    nspcc = next(route for route in library.help_routes if route.id == "nspcc")
    assert not any(character.isdigit() for character in nspcc.who + (nspcc.note or ""))


def test_no_route_prints_hours(library: Library) -> None:
    for route in library.help_routes:
        for text in (route.who, route.note or "", *(loc.how for loc in route.without_speech.ways)):
            assert not re.search(r"\d ?(?:am|pm)\b|\d ?[-–] ?\d|\d:\d\d|\b24[ /]", text), f"“{route.name}”: {text}"


def test_every_route_with_a_number_can_be_reached_without_speech(library: Library) -> None:
    emergency, *others = (route for route in library.help_routes if route.phone)
    assert [loc.web for loc in emergency.without_speech.ways if loc.web] == ["https://999bsl.co.uk"]
    assert "18000" in " ".join(loc.how for loc in emergency.without_speech.ways)
    for route in others:
        # A short number that a bank's customers dial, and Childline, which children write to or sign to.
        assert route.without_speech.relay == "18001" or route.id in ("bank-159", "childline"), route.id


def test_every_route_that_can_be_reached_says_how(library: Library) -> None:
    for route in library.help_routes:
        if route.id not in ("trusted-adult", *FROM_THE_SCHOOL):
            assert route.phone or route.web or route.email, f"“{route.name}” gives no way to reach it."


def test_the_lead_named_in_the_policy_is_the_one_that_the_policy_names(library: Library) -> None:
    named = library.school.safeguarding.named_in_policy
    assert named is None or any(named in clause.text for clause in library.policy.clauses.values())
