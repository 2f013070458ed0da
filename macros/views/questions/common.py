"""What every type of question is turned into, so that the templates and the script know nothing of types.

A question has parts, a part has options, and each option has a key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.models.questions import Question
from macros.views.stories import ShownScene, StoryMap

Key = Literal["yes", "no", "may"]
Control = Literal["radio", "checkbox", "select", "link"]
Paper = Literal["tick", "table", "number", "join", "write", "story"]
GOOD = "a good choice"


@dataclass(frozen=True)
class ShownOption:
    """One thing that can be chosen.

    Attributes:
        text: its words.
        key: whether it must be chosen, must not be, or may be.
        say: the number of the reason that is said when it is chosen.
        picture: a symbol's name.
        missed: the number of the reason that is said when it is not chosen and should be.
    """

    text: str
    key: Key
    say: int
    picture: str | None = None
    missed: int | None = None


@dataclass(frozen=True)
class ShownPart:
    """A part of a question that takes one answer (with checkboxes: one set of answers).

    Attributes:
        options: what can be chosen.
        text: what the part is about, where a question has several.
        picture: a symbol's name.
    """

    options: tuple[ShownOption, ...]
    text: str | None = None
    picture: str | None = None


@dataclass(frozen=True)
class Reason:
    """Why a choice is good or not yet; the line of an answer sheet.

    Attributes:
        about: the choice or thing.
        answer: what is right for it, in words.
        words: the reason.
        spare: whether it is said only of what was not chosen, or was put elsewhere.
    """

    about: str
    answer: str
    words: str
    spare: bool = False


@dataclass(frozen=True)
class ShownQuestion:
    """A question as the templates take it.

    Attributes:
        id: its name within the quiz.
        text: the question.
        hint: what is offered after the first try.
        how: what to do on paper.
        control: the native control of its parts.
        paper: its form on paper.
        parts: its parts.
        reasons: all reasons; options name them by number.
        picture: a symbol's name.
        bank: the words to choose from, where there is such a bank.
        scenes: the scenes of a story, which has no parts and no answers.
        map: the map of a story, for the teacher.
        origin: the title of the earlier lesson that it comes from, where it is asked again.
    """

    id: str
    text: str
    hint: str
    how: str
    control: Control
    paper: Paper
    parts: tuple[ShownPart, ...]
    reasons: tuple[Reason, ...]
    picture: str | None = None
    bank: tuple[str, ...] = ()
    scenes: tuple[ShownScene, ...] = ()
    map: StoryMap | None = None
    origin: str | None = None

    @property
    def pictured(self) -> bool:
        """Whether every option has a picture, so that a learner need not read."""
        return all(option.picture for part in self.parts for option in part.options)

    @property
    def right(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What is right, in short, for a sheet to mark from: what the answers are for, and the answers themselves.

        A good choice needs no label, and the words of gaps stand in the order of the gaps. A story has none.
        """
        answers: dict[str, list[str]] = {}
        for label, words in self._right():
            answers.setdefault(label, []).append(words)
        return tuple((label, tuple(words)) for label, words in answers.items())

    def _right(self) -> Iterator[tuple[str, str]]:
        given = [reason for reason in self.reasons if not reason.spare]
        if self.paper == "tick":
            chosen = [self.reasons[option.say] for option in self.parts[0].options if option.key != "no"]
            yield from (("" if one.answer == GOOD else one.answer, one.about) for one in chosen)
        elif self.paper == "table":
            yield from ((one.answer, one.about) for one in given)
        elif self.paper == "number":
            yield from ((one.answer, one.about) for one in sorted(given, key=lambda one: int(one.answer)))
        elif self.paper == "join":
            yield from ((one.about, one.answer) for one in given)
        elif self.paper == "write":
            yield from (("", one.answer) for one in given)


def stable_shuffle(texts: Sequence[str], seed: str) -> tuple[str, ...]:
    """Mix texts, always in the same way, and never so that they stand as they were given.

    The order comes from a digest of the words: a learner who comes back, the paper and the answer
    sheet all see the same.

    Args:
        texts: as they were written; one alone stays as it is.
        seed: what is mixed in, so that the same texts elsewhere stand in another order.
    """
    order = sorted(texts, key=lambda text: hashlib.sha256(f"{seed} {text}".encode()).digest())
    if order == list(texts):
        order = [*order[1:], order[0]]
    return tuple(order)


def verdict(good: bool) -> str:
    """Say in words whether a choice is good."""
    return GOOD if good else "not yet"


def two_reasons(reasons: list[Reason], about: str, answer: str, feedback: str, not_yet: str) -> tuple[int, int]:
    """Add the reason for the right place and the one for any other; give their numbers.

    Args:
        reasons: the reasons so far; two are added.
        about: what the answer is given for.
        answer: what is right for it, in words.
        feedback: the reason for the right place.
        not_yet: what is said of any other.
    """
    reasons.append(Reason(about, answer, feedback))
    reasons.append(Reason("Something else?", "", not_yet, spare=True))
    return len(reasons) - 2, len(reasons) - 1


def shown(
    question: Question,
    control: Control,
    paper: Paper,
    how: str,
    parts: Sequence[ShownPart],
    reasons: Sequence[Reason],
    bank: tuple[str, ...] = (),
) -> ShownQuestion:
    """Make what the templates take of a question.

    Args:
        question: the question.
        control: the native control of its parts.
        paper: its form on paper.
        how: what to do on paper.
        parts: its parts.
        reasons: all reasons.
        bank: the words to choose from, where there is such a bank.
    """
    return ShownQuestion(
        question.id,
        question.text,
        question.hint,
        how,
        control,
        paper,
        tuple(parts),
        tuple(reasons),
        question.picture,
        bank,
    )
