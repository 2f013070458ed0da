"""A lesson or a quiz that lies elsewhere, or without the other, is told."""

from __future__ import annotations

import pytest

from macros.checks.places import check_for_adults, check_pairs, check_places
from macros.models.quiz import Quiz
from macros.source import Document

LESSON, QUIZ = "lessons/years-3-4/a-b/lesson.md", "quizzes/years-3-4/a-b.yml"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("lessons/lesson.md", "A file of this kind must be lessons/<phase>/<id>/lesson.md, and the phase one of the"),
        ("lessons/years-3/a/lesson.md", "A file of this kind must be lessons/<phase>/<id>/lesson.md"),
        ("lessons/years-3-4/a/b/lesson.md", "A file of this kind must be lessons/<phase>/<id>/lesson.md"),
        ("lessons/years-3-4/A_b/lesson.md", "The folder’s name “A_b” must be small letters, digits and hyphens"),
        ("lessons/years-3-4/a/scenes.yml", "This folder has no “lesson.md”. Write one"),
        ("quizzes/a.yml", "A file of this kind must be quizzes/<phase>/<id>.yml, and the phase one of the four."),
        (
            "docs/_data/checklists/My list.yml",
            "The file’s name “My list.yml” must be small letters, digits and hyphens",
        ),
        ("docs/_data/checklists/list.yaml", "The file’s name “list.yaml” must be small letters, digits and hyphens"),
        ("quizzes/adult/a.yml", "A file of this kind must be quizzes/<phase>/<id>.yml"),
    ],
)
def test_a_file_that_lies_elsewhere_is_told(path: str, said: str) -> None:
    (problem,) = check_places([LESSON, QUIZ, "quizzes/adults/c.yml", "docs/_data/checklists/a-b.yml", path])
    assert (problem.path, problem.line, problem.column) == (path, 1, 1)
    assert problem.sentence.startswith(said)


def test_a_folder_that_was_mistyped_is_named() -> None:
    (problem,) = check_places(["quizzes/adult/a.yml"])
    assert problem.sentence.endswith("Did you mean “adults”?")


@pytest.mark.parametrize(
    ("lessons", "quizzes", "said"),
    [
        ([LESSON], [QUIZ, "quizzes/adults/c.yml"], []),
        ([LESSON], [], [f"{LESSON}:1:1: The lesson has no quiz. Write {QUIZ}."]),
        ([LESSON], [QUIZ, "quizzes/years-3-4/a-c.yml"],
         ["quizzes/years-3-4/a-c.yml:1:1: This quiz belongs to no lesson. Did you mean “a-b”?"]),
        ([LESSON, "lessons/years-5-6/a-b/lesson.md"], [QUIZ],
         [f"lessons/years-5-6/a-b/lesson.md:1:1: The lesson “a-b” is also at {LESSON}. Rename one folder."]),
    ],
)  # fmt: skip
def test_a_lesson_has_one_quiz(lessons: list[str], quizzes: list[str], said: list[str]) -> None:
    assert [str(problem) for problem in check_pairs({path: Document(path) for path in lessons}, quizzes)] == said


def test_a_quiz_for_adults_has_an_id_of_its_own_and_asks_nothing_again() -> None:
    quiz = Quiz.model_construct(title="A", can_do="A", at_home="A", recall=("a/b",), questions=())
    found = check_for_adults([("a", Document("quizzes/adults/a.yml"), quiz)], ["a"])
    assert [problem.sentence for problem in found] == [
        "“a” is a lesson’s id. Rename this file.",
        "A quiz for adults asks nothing again: it belongs to no lesson. Take this line out.",
    ]
