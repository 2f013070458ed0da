"""Kahoot's spreadsheet.

Read on 22 November 2026: Kahoot's template "Quiz template" (.xlsx) and what programs that write it hold to. The title
stands in B2, the header in row 8, the questions from row 9 on; a question has at most 120 characters and 2 to 4
answers of at most 75; the time is 5, 10, 20, 30, 60, 90, 120 or 240 seconds; right answers are numbers ("2", "1,3").
There is no place for a reason.
"""

from __future__ import annotations

from macros.exports.export import Export
from macros.exports.fitting import FittedQuestion, Limits, fitted
from macros.exports.items import PlainQuiz
from macros.exports.sheets import Cell, workbook

ROOM = Limits(answers=4, question=120, answer=75)
SECONDS = 240  # the longest that there is: thinking matters more than speed
HEADER = (
    None,
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, ROOM.answers + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
HEADER_ROW = 8
ALWAYS = (
    "No reasons go along, so talk about each answer. Kahoot adds a timer (set to its longest, 240 seconds) and points "
    "for speed. Where several answers are good, look at “Multi-select”: without it, one of them is enough."
)


def kahoot(quiz: PlainQuiz) -> Export:
    """Write a quiz for Kahoot's import of a spreadsheet."""
    questions, notes = fitted(quiz, ROOM)
    rows: list[tuple[Cell, ...]] = [(), (None, quiz.title)]
    rows += [()] * (HEADER_ROW - 1 - len(rows))
    rows.append(HEADER)
    rows += [(number, *_cells(question)) for number, question in enumerate(questions, start=1)]
    return Export(workbook(rows), len(questions), ALWAYS, notes.sentences())


def _cells(question: FittedQuestion) -> tuple[Cell, ...]:
    texts = [answer.text for answer in question.answers]
    empty = [None] * (ROOM.answers - len(texts))
    right: Cell = question.numbers[0] if len(question.numbers) == 1 else ",".join(map(str, question.numbers))
    return (question.text, *texts, *empty, SECONDS, right)
