"""Blooket's spreadsheet (CSV).

Read on 22 November 2026: Blooket's "Import Template" and what programs that write it hold to. A title row padded to
eight cells, a header row, lines that end with CR LF; 2 to 4 answers; at most 300 seconds; right answers as numbers.
There is no place for a reason. A program that opens a CSV file as this machine's old code page reads
only the signs of a keyboard rightly, so quotes, dashes and dots are written as those.
"""

from __future__ import annotations

import csv
import io

from macros.exports.export import Export, Notes
from macros.exports.fitting import FittedQuestion, Limits, fitted
from macros.exports.items import PlainQuiz
from macros.exports.plain import on_a_keyboard
from macros.exports.sheets import RISKY

ROOM = Limits(answers=4)
SECONDS = 300  # the longest that there is: thinking matters more than speed
HEADER = (
    "Question #",
    "Question Text",
    "Answer 1",
    "Answer 2",
    "Answer 3\n(Optional)",
    "Answer 4\n(Optional)",
    "Time Limit (sec)\n(Max: 300 seconds)",
    "Correct Answer(s)\n(Only include Answer #)",
)
TITLE = ("Blooket\nImport Template", *[""] * (len(HEADER) - 1))
ALWAYS = (
    "No reasons go along, so talk about each answer. Blooket adds games, points and a timer (set to its longest, "
    "five minutes). Where several answers are good, one of them is enough."
)


def blooket(quiz: PlainQuiz) -> Export:
    """Write a quiz for Blooket's import of a spreadsheet."""
    questions, notes = fitted(quiz, ROOM)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows((TITLE, HEADER))
    for number, question in enumerate(questions, start=1):
        writer.writerow((number, *_cells(question, notes)))
    # As bytes: a file that is written as a text would end its lines as the machine does.
    return Export(stream.getvalue().encode(), len(questions), ALWAYS, notes.sentences())


def _cells(question: FittedQuestion, notes: Notes) -> list[str]:
    texts = [on_a_keyboard(text) for text in (question.text, *(answer.text for answer in question.answers))]
    if any(text.startswith(RISKY) for text in texts):
        notes.changed(question.asked, "an apostrophe is put before a text that a spreadsheet would take for a formula")
    cells = [f"'{text}" if text.startswith(RISKY) else text for text in texts]
    cells += [""] * (ROOM.answers - len(question.answers))
    return [*cells, str(SECONDS), ",".join(map(str, question.numbers))]
