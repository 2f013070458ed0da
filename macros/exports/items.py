"""A quiz as other services take it: plain words, and answers to choose from.

A question with parts (things to sort, steps, pairs, sentences) becomes an item for each part. A story has none. This
is made once for a quiz, and every form is written from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.exports.plain import has_hidden, plain
from macros.exports.questions import told_as
from macros.exports.questions.told import Told
from macros.models.questions import FillTheGap, Question, WhatWouldYouDo
from macros.models.questions.fill_the_gap import GAP
from macros.models.quiz import Quiz
from macros.views.quizzes import ShownPart, ShownQuestion, shown_questions

HALF = 50  # hundredths of the marks, for a choice that is okay
# No form has a box of words beside the sentences: each gap has its own answers to choose from.
BOX = re.compile(r",? (?:from|in) the (?:word )?box\b", re.IGNORECASE)


@dataclass(frozen=True)
class Answer:
    """An answer to choose.

    Attributes:
        text: its words.
        good: whether it is right; of things that one could do, whether it is the safest.
        weight: how much of the marks it is worth, in hundredths; half for what is okay.
        why: the reason.
    """

    text: str
    good: bool
    weight: int
    why: str


@dataclass(frozen=True)
class Item:
    """Something to answer by choosing.

    Attributes:
        text: the whole question.
        part: the part that it asks about, where the question has parts; a gap in it is "___".
        short: the same without what all parts share, where the question has parts.
        answers: what can be chosen.
    """

    text: str
    part: str
    short: str
    answers: tuple[Answer, ...]

    @property
    def good(self) -> tuple[Answer, ...]:
        """The right answers."""
        return tuple(answer for answer in self.answers if answer.good)

    @property
    def others(self) -> tuple[Answer, ...]:
        """The other answers."""
        return tuple(answer for answer in self.answers if not answer.good)


@dataclass(frozen=True)
class Asked:
    """A question of a quiz.

    Attributes:
        number: its place in the quiz, from 1.
        id: its name.
        kind: its type.
        text: the question, without its parts.
        items: what it asks.
        hidden: whether hidden characters were taken out of its words.
        before: whether it is asked again, from an earlier lesson.
    """

    number: int
    id: str
    kind: str
    text: str
    items: tuple[Item, ...]
    hidden: bool
    before: bool = False


@dataclass(frozen=True)
class PlainQuiz:
    """A quiz in plain words.

    Attributes:
        title: its name.
        questions: its questions, in the order in which they are asked.
        lacks: how many questions of earlier lessons it asks again and are not among these.
        id: its name in the site, which stays though its words change.
        age: whom it is for, in words.
    """

    title: str
    questions: tuple[Asked, ...]
    lacks: int
    id: str = ""
    age: str = ""


def plain_quiz(quiz: Quiz, recalled: Sequence[Question] = (), identity: str = "", age: str = "") -> PlainQuiz:
    """Put a quiz in plain words.

    Args:
        quiz: the quiz.
        recalled: the questions of earlier lessons that it asks again, before its own; each has an id of its own.
        identity: the quiz's id.
        age: whom it is for, in words.
    """
    whole = quiz.model_copy(update={"questions": (*recalled, *quiz.questions)})
    lacks = len(quiz.recall) - len(recalled)
    return PlainQuiz(plain(quiz.title), tuple(_asked(whole, len(recalled))), lacks, identity, age)


def _asked(quiz: Quiz, before: int) -> Iterator[Asked]:
    for number, (question, shown) in enumerate(zip(quiz.questions, shown_questions(quiz), strict=True), start=1):
        grades = [choice.grade for choice in question.choices] if isinstance(question, WhatWouldYouDo) else None
        names = [part.text or "" for part in shown.parts]
        if isinstance(question, FillTheGap):
            names = [sentence.text for sentence in question.sentences]
        text = plain(question.text)
        if isinstance(question, FillTheGap):
            text = BOX.sub("", text)
        told = told_as(question.type)
        parts = () if told.left_out else shown.parts
        items = tuple(
            Item(
                _whole(told, text, plain(name)),
                plain(name),
                _part(told, plain(name)),
                tuple(_answers(told, shown, part, grades)),
            )
            for name, part in zip(names, parts, strict=not told.left_out)
        )
        words = (question.text, *names, *(option.text for part in shown.parts for option in part.options))
        reasons = (reason.words for reason in shown.reasons)
        hidden = any(has_hidden(each) for each in (*words, *reasons))
        yield Asked(number, question.id, question.type, text, items, hidden, before=number <= before)


def _whole(told: Told, text: str, part: str) -> str:
    asked = _part(told, part)
    return f"{text} {asked}" if asked else text


def _part(told: Told, part: str) -> str:
    return told.asks.replace("{}", part.replace(GAP, "……"))


def _answers(told: Told, shown: ShownQuestion, part: ShownPart, grades: Sequence[str] | None) -> Iterator[Answer]:
    for place, option in enumerate(part.options):
        good = grades[place] == "safest" if grades else option.key == "yes"
        weight = HALF if grades and grades[place] == "okay" else 100 if good else 0
        text = _place(int(option.text)) if told.numbered else plain(option.text)
        yield Answer(text, good, weight, plain(shown.reasons[option.say].words))


def _place(number: int) -> str:
    endings = ("st", "nd", "rd")
    return f"{number}{endings[number - 1] if number <= len(endings) else 'th'}"
