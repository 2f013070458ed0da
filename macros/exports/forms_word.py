"""A Word document for the quick import of Microsoft Forms.

Read on 22 November 2026: Microsoft's notes on quick import. A .docx file under 10 MB, each question and each option a
paragraph ("1. …", "A. …"), an empty line between questions, no bullets, tables or automatic numbers. Right answers
and reasons are not imported.
"""

from __future__ import annotations

from string import ascii_uppercase

from macros.exports.export import Export
from macros.exports.fitting import Limits, fitted
from macros.exports.items import PlainQuiz
from macros.exports.ooxml import document

ROOM = Limits(answers=len(ascii_uppercase))
ALWAYS = (
    "Neither the right answers nor the reasons go along: mark the answers in Forms from the lesson’s answer sheet, "
    "and write a reason beside each one if you like."
)


def forms_word(quiz: PlainQuiz) -> Export:
    """Write a quiz for the quick import of Microsoft Forms."""
    questions, notes = fitted(quiz, ROOM)
    paragraphs: list[str] = []
    for number, question in enumerate(questions, start=1):
        paragraphs.append(f"{number}. {question.item.text}")
        paragraphs += [
            f"{letter}. {answer.text}" for letter, answer in zip(ascii_uppercase, question.answers, strict=False)
        ]
        paragraphs.append("")
        if question.many:
            notes.changed(question.asked, "switch on “Multiple answers” in Forms")
    return Export(document(paragraphs), len(questions), ALWAYS, notes.sentences())
