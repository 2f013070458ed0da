"""All forms in which a quiz can be taken elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from macros.exports.blooket import blooket
from macros.exports.export import Export
from macros.exports.forms_word import forms_word
from macros.exports.gift import gift
from macros.exports.google_forms import google_forms
from macros.exports.items import PlainQuiz, plain_quiz
from macros.exports.kahoot import kahoot
from macros.exports.wayground import wayground
from macros.models.questions import Question
from macros.models.quiz import Quiz

FOLDER = "exports"


@dataclass(frozen=True)
class Format:
    """A form of another service.

    Attributes:
        name: the service.
        what: what its file is.
        ending: what follows the quiz's id in the name of the file.
        how: what a teacher does with it.
        make: writes it.
    """

    name: str
    what: str
    ending: str
    how: str
    make: Callable[[PlainQuiz], Export]


@dataclass(frozen=True)
class TakeAway:
    """A quiz in one form; its file is named from the lesson's folder."""

    form: Format
    file: str
    export: Export


FORMS = (
    Format("Moodle", "a GIFT file", ".gift.txt", "In Moodle: Question bank, Import, GIFT format.", gift),
    Format("Kahoot", "a spreadsheet", "-kahoot.xlsx", "In Kahoot: Create, Add question, Import spreadsheet.", kahoot),
    Format(
        "Wayground (once Quizizz)",
        "a spreadsheet",
        "-wayground.xlsx",
        "In Wayground: Create, then import a spreadsheet.",
        wayground,
    ),
    Format("Blooket", "a spreadsheet", "-blooket.csv", "In Blooket: Create, CSV Import.", blooket),
    Format(
        "Microsoft Forms", "a Word document", "-forms.docx", "In Forms: Quick import, then choose Quiz.", forms_word
    ),
    Format(
        "Google Forms",
        "a script",
        "-google-forms.gs.txt",
        "Copy all of it into a new project at script.google.com, and press Run. Google asks you to review permissions: "
        "the script is your own. Some schools have switched this off.",
        google_forms,
    ),
)


def export_all(identity: str, quiz: Quiz, recalled: Sequence[Question] = (), age: str = "") -> tuple[TakeAway, ...]:
    """Give a quiz in every form.

    Args:
        identity: the quiz's id.
        quiz: the quiz.
        recalled: the questions of earlier lessons that it asks again.
        age: whom it is for, in words.
    """
    words = plain_quiz(quiz, recalled, identity, age)
    return tuple(TakeAway(form, f"{FOLDER}/{identity}{form.ending}", form.make(words)) for form in FORMS)
