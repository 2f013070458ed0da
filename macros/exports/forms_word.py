"""A Word document for the quick import of Microsoft Forms.

Read on 22 November 2026: Microsoft's notes on quick import. A .docx file under 10 MB, each question and each option a
paragraph ("1. …", "A. …"), an empty line between questions, no bullets, tables or automatic numbers. Right answers
and reasons are not imported. A first paragraph in the style “Title” names the form.
"""

from __future__ import annotations

from string import ascii_uppercase

from macros.exports.documents import begun, written
from macros.exports.export import Export
from macros.exports.fitting import Limits, fitted
from macros.exports.items import PlainQuiz

ROOM = Limits(answers=len(ascii_uppercase))
ALWAYS = (
    "Neither the right answers nor the reasons go along: mark the answers in Forms from the lesson’s answer sheet, "
    "and write a reason beside each one if you like."
)


def forms_word(quiz: PlainQuiz) -> Export:
    """Write a quiz for the quick import of Microsoft Forms."""
    questions, notes = fitted(quiz, ROOM)
    document = begun(quiz.title)
    document.add_paragraph(quiz.title, "Title")
    for number, question in enumerate(questions, start=1):
        document.add_paragraph(f"{number}. {question.text}")
        for letter, answer in zip(ascii_uppercase, question.answers, strict=False):
            document.add_paragraph(f"{letter}. {answer.text}")
        document.add_paragraph()
        if question.many:
            notes.changed(question.asked, "switch on “Multiple answers” in Forms")
    return Export(written(document), len(questions), ALWAYS, notes.sentences())
