"""Fits a quiz into forms that know only questions with answers to choose from.

A text is never cut: a question that does not fit is left out and named.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from macros.exports.export import FROM_BEFORE, NO_ROOM_FOR_UNSURE, UNSURE, UNSURE_SAYS, Notes, fault, split_into
from macros.exports.items import HALF, Answer, Asked, Item, PlainQuiz
from macros.exports.questions import told_as

NOT_SURE = Answer(UNSURE, good=False, weight=0, why=UNSURE_SAYS)


@dataclass(frozen=True)
class Limits:
    """What a form has room for.

    Attributes:
        answers: how many answers to a question.
        question: how many characters in a question, where it says so.
        answer: how many characters in an answer, where it says so.
        several: whether a question of which one answer is chosen may have several right ones.
    """

    answers: int
    question: int | None = None
    answer: int | None = None
    several: bool = True


@dataclass(frozen=True)
class FittedQuestion:
    """A question that fits.

    Attributes:
        asked: the question of the quiz that it comes from.
        item: the question.
        answers: the answers that are offered, "I'm not sure" among them where there is room.
        many: whether several answers are chosen together.
        marked: whether it says that it is from an earlier lesson.
    """

    asked: Asked
    item: Item
    answers: tuple[Answer, ...]
    many: bool
    marked: bool = False

    @property
    def text(self) -> str:
        """The whole question."""
        return f"{FROM_BEFORE if self.marked else ''}{self.item.text}"

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the right answers, from 1."""
        return tuple(number for number, answer in enumerate(self.answers, start=1) if answer.good)


def fitted(quiz: PlainQuiz, room: Limits) -> tuple[tuple[FittedQuestion, ...], Notes]:
    """Give the questions that fit, and what is to be said of the others and of changes.

    Args:
        quiz: the quiz in plain words.
        room: what the form has room for.
    """
    notes = Notes(quiz)
    questions: list[FittedQuestion] = []
    for asked in quiz.questions:
        if not asked.items:
            notes.left_out(asked, told_as(asked.kind).left_out)
            continue
        items = tuple(_shortened(item, room) for item in asked.items)
        offered = [(item, _offered(asked, item, room)) for item in items]
        reasons = [_why_not(asked, item, answers, room) for item, answers in offered]
        fits = [
            FittedQuestion(asked, item, answers, told_as(asked.kind).several, _has_room_for_mark(asked, item, room))
            for (item, answers), reason in zip(offered, reasons, strict=True)
            if not reason
        ]
        if not fits and len(set(reasons)) == 1:
            notes.left_out(asked, reasons[0])
        else:
            for item, reason in zip(items, reasons, strict=True):
                if reason:
                    notes.left_out(asked, reason, item)
        _tell_changes(notes, asked, fits)
        questions.extend(fits)
    return tuple(questions), notes


def _tell_changes(notes: Notes, asked: Asked, fits: list[FittedQuestion]) -> None:
    if not fits:
        return
    if len(asked.items) > 1:
        notes.changed(asked, split_into(len(fits), part_of(asked)))
    if any(answer.weight == HALF for question in fits for answer in question.answers):
        notes.changed(asked, "only the safest choice counts as right, though another is okay")
    if asked.hidden:
        notes.changed(asked, "hidden characters were taken out")
    if any(NOT_SURE not in question.answers for question in fits):
        notes.changed(asked, NO_ROOM_FOR_UNSURE)
    if any(question.item.part and question.item.text == question.item.short for question in fits):
        notes.changed(asked, "is asked without the words that its parts share, for which there is no room")
    if asked.before and not all(question.marked for question in fits):
        notes.changed(asked, "is not marked “From before”, for which there is no room")
    for question in fits:
        count = len(question.item.answers)
        shown = len([answer for answer in question.answers if answer is not NOT_SURE])
        if shown < count:
            notes.changed(asked, f"shows {shown} of its {count} answers each time, the right one among them")


def part_of(asked: Asked) -> str:
    """Name what a question with parts has several of."""
    return told_as(asked.kind).part


def _offered(asked: Asked, item: Item, room: Limits) -> tuple[Answer, ...]:
    answers = item.answers
    # The answers to a part are what the other parts are answered with: without some, it is still the same question.
    if item.part and len(answers) > room.answers:
        others = item.others[: room.answers - 2]  # one place is for the right answer, one for "I'm not sure"
        answers = tuple(answer for answer in answers if answer.good or answer in others)
    return (*answers, NOT_SURE) if len(answers) < room.answers else answers


def _shortened(item: Item, room: Limits) -> Item:
    """Leave out what all parts of a question share, where the whole has no room."""
    if item.short and room.question is not None and length(item.text) > room.question:
        return replace(item, text=item.short)
    return item


def _has_room_for_mark(asked: Asked, item: Item, room: Limits) -> bool:
    return asked.before and (room.question is None or length(FROM_BEFORE + item.text) <= room.question)


def _why_not(asked: Asked, item: Item, answers: tuple[Answer, ...], room: Limits) -> str:
    found = fault(item)
    if found:
        return found
    if len(answers) > room.answers:
        return f"it has {len(answers)} answers, and there is room for {room.answers}"
    if room.question is not None and length(item.text) > room.question:
        return f"its text has more than {room.question} characters"
    if room.answer is not None and any(length(answer.text) > room.answer for answer in answers):
        return f"one of its answers has more than {room.answer} characters"
    if not room.several and not told_as(asked.kind).several and len(item.good) > 1:
        return "more than one of its answers is right, and only one can be chosen"
    return ""


def length(text: str) -> int:
    """Count characters as the web's services do: one outside the common set, such as an emoji, is two."""
    return len(text.encode("utf-16-le")) // 2
