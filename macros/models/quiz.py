"""A quiz: practice, with a reason for every answer and always another try."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from macros.models.base import LONGEST_ID, NAME, SLUG, Finding, Form, Model, Text, YesNo, repeats
from macros.models.questions import AnyQuestion

ADULTS = "adults"  # the folder of the quizzes that are for adults, and belong to no lesson

Recalled = Annotated[
    str,
    StringConstraints(max_length=2 * LONGEST_ID + 1),
    Form(f"{SLUG}/{SLUG}", f"“{NAME}” must be a lesson and its question, as in “three-word-locks/strongest”."),
]


class Quiz(Model):
    """A quiz of a lesson, with the lesson's id as its file's name; or a quiz for adults, which has no lesson."""

    title: Text
    """What it is called."""
    can_do: Text
    """What a learner can do now, said at the end."""
    at_home: Text
    """One thing to say at home, said at the end."""
    recall: tuple[Recalled, ...] = Field(default=(), max_length=3)
    """Questions of earlier lessons, asked again before the new ones: "lesson/question"."""
    score: YesNo = False
    """Whether the end says how many are right; for adults' quizzes alone."""
    questions: tuple[AnyQuestion, ...] = Field(min_length=1, max_length=60)
    """The questions, in order."""

    def rules(self) -> Iterator[Finding]:
        """No two questions have the same id."""
        for number in repeats(question.id for question in self.questions):
            sentence = f"The id “{self.questions[number].id}” is used for a question above. Give each its own."
            yield ("questions", number, "id"), sentence
