"""Wayground's spreadsheet (it was called Quizizz).

Read on 22 November 2026: the columns of Wayground's template (.xlsx) and what programs that write it hold to. One
question a row, 2 to 5 answers, right answers as numbers ("2", "1,3"), "Multiple Choice" where one is chosen and
"Checkbox" where several are, one explanation for all answers. No longest text is given.
"""

from __future__ import annotations

from macros.exports.export import Export
from macros.exports.fitting import FittedQuestion, Limits, fitted
from macros.exports.items import PlainQuiz
from macros.exports.sheets import Cell, workbook

ROOM = Limits(answers=5, several=False)
SECONDS = 300  # thinking matters more than speed
HEADER = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, ROOM.answers + 1)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
ALWAYS = (
    "Only the reason for the right answer goes along. Wayground adds points and a timer (set to five minutes; "
    "it can be switched off)."
)


def wayground(quiz: PlainQuiz) -> Export:
    """Write a quiz for Wayground's import of a spreadsheet."""
    questions, notes = fitted(quiz, ROOM)
    rows: list[tuple[Cell, ...]] = [HEADER, *(_cells(question) for question in questions)]
    return Export(workbook(rows), len(questions), ALWAYS, notes.sentences())


def _cells(question: FittedQuestion) -> tuple[Cell, ...]:
    texts = [answer.text for answer in question.answers]
    empty = [None] * (ROOM.answers - len(texts))
    right: Cell = question.numbers[0] if len(question.numbers) == 1 else ",".join(map(str, question.numbers))
    why = " ".join(answer.why for answer in question.item.good)
    kind = "Checkbox" if question.many else "Multiple Choice"
    return (question.text, kind, *texts, *empty, right, SECONDS, None, why)
