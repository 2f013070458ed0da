"""Shows the plain example of each type of question."""

from __future__ import annotations

from macros.design.examples import examples_of
from macros.models.quiz import Quiz
from macros.views.questions.common import ShownQuestion
from macros.views.quizzes import shown_questions

PLAIN = {
    question["type"]: question
    for example in reversed(examples_of("quiz"))
    if not example.name.startswith(("hostile", "longest"))
    for question in example.values["quiz"]["questions"]
}


def shown(kind: str) -> ShownQuestion:
    """Show the plain example of a type."""
    quiz = Quiz.model_validate({"title": "A", "can_do": "B", "at_home": "C", "questions": [PLAIN[kind]]})
    return shown_questions(quiz)[0]
