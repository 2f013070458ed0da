"""What a form gives: the file, and what it could not take along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.exports.items import Asked, Item, PlainQuiz

UNSURE = "I’m not sure"
UNSURE_SAYS = "Asking is good. Ask someone, then have another go."
NO_ROOM_FOR_UNSURE = "“I’m not sure” is not offered, as there is no room for it"
FROM_BEFORE = "From before: "  # what stands before a question that is asked again, as on the site
NAME = 60  # characters of a question that are enough to know it by


def split_into(count: int, part: str) -> str:
    """Say that a question with parts was asked part by part.

    Args:
        count: how many questions it became.
        part: what a part is called, as in “thing”.
    """
    return f"asked as {count} questions, one for each {part}" if count > 1 else f"asked of one {part} alone"


@dataclass(frozen=True)
class Export:
    """A quiz in the form of another service.

    Attributes:
        content: the file.
        questions: how many questions it has.
        always: what is true of this form whatever the quiz.
        notes: what was left out, shortened or changed of this quiz.
    """

    content: str | bytes
    questions: int
    always: str
    notes: tuple[str, ...]


class Notes:
    """Gathers what was left out, shortened or changed, and says it in as few sentences as will do."""

    def __init__(self, quiz: PlainQuiz) -> None:
        self._left: list[str] = []
        self._changed: dict[str, list[int]] = {}
        if quiz.lacks:
            self._left.append("Questions from earlier lessons are left out. They are in the files of those lessons.")

    def left_out(self, asked: Asked, why: str, item: Item | None = None) -> None:
        """Say that a question, or one part of it, is not in the file.

        Args:
            asked: the question.
            why: the reason, without its full stop.
            item: the part; None for the whole question.
        """
        part = f", the part “{item.part}”," if item and item.part else ""
        self._left.append(f"Question {asked.number} (“{begun(asked.text)}”){part} is left out: {why}.")

    def changed(self, asked: Asked, what: str) -> None:
        """Say what was done to a question.

        Args:
            asked: the question.
            what: what was done, without its full stop; questions of which the same is said share a sentence.
        """
        numbers = self._changed.setdefault(what, [])
        if asked.number not in numbers:
            numbers.append(asked.number)

    def sentences(self) -> tuple[str, ...]:
        """Give all that there is to say, what is left out first."""
        return (*self._left, *(f"{_questions(numbers)}: {what}." for what, numbers in self._changed.items()))


def fault(item: Item) -> str:
    """Say why an item can be carried by no form at all, or nothing where it can."""
    texts = [answer.text for answer in item.answers]
    if not item.text or not all(texts):
        return "nothing is left of its words without their marks"
    if len(set(texts)) < len(texts):
        return "two of its answers are the same without their marks"
    return ""


def begun(text: str) -> str:
    """Give the beginning of a text, in whole words, by which a reader knows it again."""
    if len(text) <= NAME:
        return text
    return f"{text[: NAME - 1].rpartition(' ')[0] or text[: NAME - 1]}…"


def _questions(numbers: Sequence[int]) -> str:
    names = [str(number) for number in numbers]
    return f"Question {names[0]}" if len(names) == 1 else f"Questions {', '.join(names[:-1])} and {names[-1]}"
