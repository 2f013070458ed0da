"""Counts whether each step of a lesson can be done in the minutes that its plan gives, from its words alone.

What a step needs is a sum that a teacher can follow: the words that are said or read aloud, a little for each question
that is put to the class, the minutes of work that its notes state, and the questions of the quiz that are for class.
There is no official measure; the figures below are the working figures of the project's own review of the lessons, of
28 November 2026, which found the quizzes to need twice their minutes: reading aloud at 150 words a minute (and slower
to those who only listen), ten seconds to think and fifteen to vote.

A step may not need more than it has. Nor may it have far more than it needs: then its notes do not say how long the
class works, and nobody can know whether it fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from macros.checks.quiz_quality import WORD
from macros.models.lesson import Lesson, Part, Step
from macros.models.quiz import Quiz
from macros.problems import Problem
from macros.source import Document
from macros.views.quizzes import ShownQuestion, shown_questions

# Words a minute.
PACE = MappingProxyType({"early-years": 130, "years-1-2": 130, "years-3-4": 150, "years-5-6": 150})
# Minutes.
ANSWER = 20 / 60  # a question to the class: five seconds to think, and one answer with what the teacher says to it
PARTNERS = 30 / 60  # a word with a partner, where the notes state no minutes for it
MOVING = 30 / 60  # to hand out, move and settle again, where the class works
VOTE = 25 / 60  # a question of the quiz: ten seconds to think and fifteen to vote
NEXT_THING = 5 / 60  # each further thing to sort, match or put in order: a hand goes up
# A quarter of a minute too much is no fault: nobody teaches to the second. The lesson as a whole has no such leave.
LEAVE = 0.25
UNSPOKEN = 2.0  # what may be left for pictures, for settling and for answers that take longer

NUMBERS = MappingProxyType(
    {"half a": 0.5, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
    | {"nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20}
)
STATED = re.compile(rf"\b(?P<number>\d+|{'|'.join(NUMBERS)})[ -]minutes?\b(?P<half> and a half)?", re.IGNORECASE)
NO_WORK = ("Say", "Listen for", "Later")  # how the notes begin that tell of no work in this step
TOGETHER = re.compile(r"\b(?:partners?|pairs?)\b", re.IGNORECASE)

MACRO = re.compile(r"\{\{.*?\}\}|<[^>]*>")
QUOTED = re.compile(r'"([^"]*)"')
BOLD = re.compile(r"\*\*([^*]*)\*\*")
ANSWERED = re.compile(r"\([^()]*\)")
QUESTION = re.compile(r"[^.!?\n]*\?")


@dataclass(frozen=True)
class Needs:
    """What a step needs.

    Attributes:
        words: how many words are said or read aloud.
        pace: how many of them in a minute.
        questions: how many questions are put to the class.
        partners: whether children talk with a partner, and the notes do not say how long.
        work: the minutes of work that the notes state.
        quiz: the minutes of each question of the quiz that is for class.
    """

    words: int
    pace: int
    questions: int
    partners: bool
    work: float
    quiz: tuple[float, ...]

    @property
    def minutes(self) -> float:
        """The sum."""
        return sum(minutes for _, minutes in self._items())

    @property
    def spelled_out(self) -> str:
        """The sum with all that is in it: “120 words read aloud 0.9 + 2 questions 0.7”."""
        return " + ".join(f"{what} {minutes:.1f}" for what, minutes in self._items()) or "nothing"

    def _items(self) -> Iterator[tuple[str, float]]:
        if self.words:
            yield f"{_many(self.words, 'word')} said or read aloud", self.words / self.pace
        if self.questions:
            yield f"{_many(self.questions, 'question')} to the class", self.questions * ANSWER
        if self.partners:
            yield "a word with a partner", PARTNERS
        if self.work:
            yield "the minutes of work that the notes state", self.work
            yield "handing out, moving and settling", MOVING
        if self.quiz:
            yield f"{_many(len(self.quiz), 'question')} of the quiz", sum(self.quiz)


def check_lesson_minutes(document: Document, lesson: Lesson, quiz: Quiz, phase: str) -> Iterator[Problem]:
    """Find the steps that cannot be done in their minutes, and those of which nobody can know.

    Args:
        document: the file that the lesson was read from.
        lesson: the lesson.
        quiz: its quiz.
        phase: its phase.
    """
    together = 0.0
    for number, step in enumerate(lesson.steps):
        needs = needs_of(step, lesson, quiz, phase)
        together += needs.minutes
        head = f"“{step.title}” has {_many(step.minutes, 'minute')}"
        if needs.minutes > step.minutes + LEAVE:
            sentence = (
                f"{head} and needs {needs.minutes:.1f}: {needs.spelled_out}. Cut words or questions, or give it the "
                "minutes of another step."
            )
            yield document.problem(sentence, ("steps", number, "minutes"))
        elif needs.minutes < step.minutes - UNSPOKEN:
            sentence = (
                f"{head}, and {needs.minutes:.1f} of them are spoken for: {needs.spelled_out}. Say in its notes how "
                "many minutes the class works, or give it fewer."
            )
            yield document.problem(sentence, ("steps", number, "minutes"))
    if together > lesson.minutes:
        sentence = f"The steps need {together:.1f} minutes together, and the lesson has {lesson.minutes}. Cut words."
        yield document.problem(sentence, ("minutes",))


def needs_of(step: Step, lesson: Lesson, quiz: Quiz, phase: str) -> Needs:
    """Add up what a step needs.

    Args:
        step: the step.
        lesson: its lesson, which names the questions for class.
        quiz: the quiz, with those questions.
        phase: the lesson's phase.
    """
    pace = PACE[phase]
    heard = [text for part in step.parts for text in _heard(part)]
    asked = [text for part in step.parts if part.kind == "teacher" and part.title == "Ask" for text in _asked(part)]
    notes = [
        QUOTED.sub("", part.text)
        for part in step.parts
        if part.kind == "teacher" and not (part.title or "").startswith(NO_WORK)
    ]
    work = sum(_stated(found) for note in notes for found in STATED.finditer(note))
    board = [QUOTED.sub("", part.text) for part in step.parts if part.kind == "everyone"]
    questions = sum(len(QUESTION.findall(text)) for text in asked)
    if not asked and not work:
        questions = sum(len(QUESTION.findall(text)) for text in board)
    has_quiz = any(part.kind == "quiz" for part in step.parts)
    return Needs(
        words=_words([*heard, *asked]),
        pace=pace,
        questions=questions,
        partners=not work and any(TOGETHER.search(text) for text in (*notes, *board)),
        work=work,
        quiz=tuple(_quizzed(one, pace) for one in shown_questions(quiz) if has_quiz and one.id in lesson.in_class),
    )


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _stated(found: re.Match[str]) -> float:
    number = found["number"].lower()
    return (NUMBERS[number] if number in NUMBERS else int(number)) + (0.5 if found["half"] else 0)


def _words(texts: Iterable[str]) -> int:
    return sum(len(WORD.findall(MACRO.sub("", text))) for text in texts)


def _heard(part: Part) -> Iterator[str]:
    """Give what is read from the board or said: of what the teacher says, not the answers in brackets."""
    match part.kind:
        case "everyone" | "aloud":
            yield part.text
        case "word":
            yield f"{part.title} {part.text}"
        case "chat":
            yield from (message.words or "" for message in part.messages)
        case "screen":
            yield from (f"{row.label} {row.value or ''}" for row in part.rows)
        case "teacher" if part.title == "Say":
            yield from QUOTED.findall(ANSWERED.sub("", part.text))


def _asked(part: Part) -> Iterator[str]:
    """Give the questions that the teacher asks, which stand in quotation marks or are bold."""
    note = ANSWERED.sub("", part.text)
    for text in (*QUOTED.findall(note), *BOLD.findall(note)):
        if "?" in text:
            yield text


def _quizzed(question: ShownQuestion, pace: int) -> float:
    """Give the minutes of a question that is read with its choices, voted on, and talked about with its reasons."""
    read = [question.text, *(reason.words for reason in question.reasons if not reason.spare)]
    read.extend(part.text or "" for part in question.parts)
    if question.parts:
        read.extend(option.text for option in question.parts[0].options)
    for scene in question.scenes:
        read.extend((scene.text, *(text for text, _ in scene.choices)))
    votes = sum(1 for scene in question.scenes if scene.choices) or 1
    return _words(read) / pace + votes * VOTE + max(0, len(question.parts) - 1) * NEXT_THING
