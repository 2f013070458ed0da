"""A script from which Google makes a form.

Read on 22 November 2026: Google's reference of the Forms service of Apps Script. There is no file to import; a teacher
pastes this script into a project of their own and runs it, so no password is ever asked for here. One reason is shown
for a right answer and one for any other.

All words stand in one value of JSON, in which everything but plain letters is written as a number: no text can end
the value, begin a comment or a tag, or be read as code.
"""

from __future__ import annotations

import json
import re

from macros.exports.export import Export
from macros.exports.fitting import FittedQuestion, Limits, fitted
from macros.exports.items import PlainQuiz

ROOM = Limits(answers=20)
# Letters that mean something in HTML, in templates or at the end of a comment.
MEANING = re.compile(r"[<>&'`/${}]")
BEGIN = "const QUIZ = JSON.parse("
SCRIPT = """\
// Open script.google.com, begin a new project, put this in place of all that stands there, and press Run.
// The form is then among the files of your Drive. It does not ask for email addresses.
{begin}{words});

function makeForm() {{
  const form = FormApp.create(QUIZ.title);
  form.setIsQuiz(true);
  form.setCollectEmail(false);
  QUIZ.questions.forEach(function (question) {{
    const item = question.many ? form.addCheckboxItem() : form.addMultipleChoiceItem();
    item.setTitle(question.text);
    item.setChoices(question.answers.map(function (answer) {{
      return item.createChoice(answer.text, answer.right);
    }}));
    item.setPoints(1);
    item.setFeedbackForCorrect(FormApp.createFeedback().setText(question.right).build());
    item.setFeedbackForIncorrect(FormApp.createFeedback().setText(question.notYet).build());
  }});
  // Since July 2026 a form that a script makes stays shut until it is published.
  if (form.setPublished) form.setPublished(true);
  Logger.log(form.getEditUrl());
}}
"""
ALWAYS = (
    "The reasons go along, but all of those for “not yet” are shown together. Google adds a point for each question. "
    "The form is in your own Google account."
)


def google_forms(quiz: PlainQuiz) -> Export:
    """Write a quiz as a script that makes a form."""
    questions, notes = fitted(quiz, ROOM)
    words = {"title": quiz.title, "questions": [_question(question) for question in questions]}
    content = SCRIPT.format(begin=BEGIN, words=_literal(json.dumps(words)))
    return Export(content, len(questions), ALWAYS, notes.sentences())


def _question(question: FittedQuestion) -> dict[str, object]:
    others = [answer for answer in question.answers if not answer.good]
    reasons = list(dict.fromkeys(answer.why for answer in others))
    # Of a part, any other answer has the same reason.
    together = " ".join(reasons if question.item.part else (f"“{other.text}”: {other.why}" for other in others))
    return {
        "text": question.text,
        "many": question.many,
        "answers": [{"text": answer.text, "right": answer.good} for answer in question.answers],
        "right": " ".join(answer.why for answer in question.item.good),
        "notYet": together,
    }


def _literal(text: str) -> str:
    """Write a text of ASCII as a JavaScript string."""
    return MEANING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text))
