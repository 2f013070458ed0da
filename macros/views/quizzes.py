"""A quiz as every reader sees it: on screen, on paper, on the answer sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from macros.models.questions import AnyQuestion, Question
from macros.models.quiz import Quiz
from macros.views.questions import SHOW
from macros.views.questions.common import (
    GOOD,
    Control,
    Key,
    Paper,
    Reason,
    ShownOption,
    ShownPart,
    ShownQuestion,
    stable_shuffle,
)

__all__ = [
    "GOOD",
    "Control",
    "Key",
    "Paper",
    "Reason",
    "ShownOption",
    "ShownPart",
    "ShownQuestion",
    "shown_questions",
    "stable_shuffle",
]

ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")  # a question has six steps at most


def question_numbers(quiz: Quiz) -> dict[str, int]:
    """Give the number of each question of a quiz, by its id: what is asked again from earlier lessons comes first."""
    return {question.id: number for number, question in enumerate(quiz.questions, start=len(quiz.recall) + 1)}


def shown_questions(
    quiz: Quiz, recalled: Sequence[tuple[str, Question]] = (), *, tapped: bool = False
) -> tuple[ShownQuestion, ...]:
    """Turn every question of a quiz into what the templates take.

    Args:
        quiz: the quiz.
        recalled: what it asks again, before its own: the title of the earlier lesson, and the question.
        tapped: whether each answer is a button, and none is chosen from a list: for those who don't read yet.

    Raises:
        TypeError: there is no view for a type of question.
    """
    again = (replace(_shown(question), origin=title) for title, question in recalled)
    questions = (*again, *(_shown(question) for question in quiz.questions))
    return tuple(map(_tapped, questions)) if tapped else questions


def _tapped(question: ShownQuestion) -> ShownQuestion:
    """Give a question whose answers are tapped.

    Where each thing has a picture and its options are words or numbers, the two change places: a child who does not
    read taps the picture that comes first, or that helps at home.
    """
    if question.control != "select":
        return question
    if question.paper not in ("number", "join") or not all(part.picture for part in question.parts):
        return replace(question, control="radio")
    turned = []
    for place, asked in enumerate(question.parts[0].options):
        options = (
            ShownOption(str(part.text), part.options[place].key, part.options[place].say, part.picture)
            for part in question.parts
        )
        text = ORDINALS[place] if question.paper == "number" else asked.text
        turned.append(ShownPart(tuple(options), text))
    return replace(question, control="radio", parts=tuple(turned))


def _shown(question: Question) -> ShownQuestion:
    kind = cast("AnyQuestion", question).type
    if kind not in SHOW:
        raise TypeError(f"There is no view for “{kind}”.")
    return SHOW[kind](question)
