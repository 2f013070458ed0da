"""Questions that only the school can answer, and its answers: each has its words, its place in writing and its day."""

from __future__ import annotations

from macros.models.school import School
from macros.models.school_question import SchoolQuestions
from tests.models.telling import made, told

QUESTION = "- {id: a, asks: Who leads?, lists: [roles, governors]}\n"
SCHOOL = "name: A\nshort_name: A\nwebsite: https://www.example.sch.uk\nsafeguarding: {named_in_policy: B}\n"


def test_each_list_is_named_once_in_the_order_of_its_questions() -> None:
    asked = made(SchoolQuestions, "questions:\n" + QUESTION + QUESTION.replace("id: a", "id: b").replace("roles", "b"))
    assert asked.lists == ("roles", "governors", "b")


def test_two_questions_with_one_id_are_told() -> None:
    assert told(SchoolQuestions, "questions:\n" + QUESTION + QUESTION) == [
        "3:8: The id “a” is taken. Give each question its own."
    ]


def test_what_is_no_question_is_told() -> None:
    assert told(SchoolQuestions, "questions:\n" + QUESTION.replace("leads?", "leads")) == [
        "2:17: This is no question: end it with a question mark."
    ]


def test_a_question_in_no_list_is_told() -> None:
    assert told(SchoolQuestions, "questions:\n" + QUESTION.replace("[roles, governors]", "[]")) == [
        "2:36: “lists” needs at least 1 and has 0."
    ]


def test_a_school_may_leave_a_question_without_an_answer() -> None:
    assert made(School, SCHOOL + "answers:\n  a:\n").answers == {"a": None}


def test_an_answer_without_its_place_in_writing_or_its_day_is_told() -> None:
    assert told(School, SCHOOL + "answers:\n  a:\n    says: Mrs Elm.\n") == [
        "7:5: “checked” is missing here. Add a line “checked: …”.",
        "7:5: “written_in” is missing here. Add a line “written_in: …”.",
    ]
