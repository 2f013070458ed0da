"""A quiz as every reader sees it: on screen, on paper, on the answer sheet.

Each type of question is turned into the same few things, so that the templates and the script know
nothing of types: a question has parts, a part has options, and each option has a key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Literal

from macros.models.questions import (
    ChooseMany,
    ChooseOne,
    FillTheGap,
    Match,
    PutInOrder,
    Question,
    Sort,
    Story,
    TrueOrFalse,
    WhatWouldYouDo,
)
from macros.models.questions.fill_the_gap import GAP
from macros.models.quiz import Quiz
from macros.views.stories import ShownScene, StoryMap, story_map

Key = Literal["yes", "no", "may"]
Control = Literal["radio", "checkbox", "select", "link"]
Paper = Literal["tick", "table", "number", "join", "write", "story"]
GOOD = "a good choice"


ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")  # a question has six steps at most


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


def shown_questions(
    quiz: Quiz, recalled: Sequence[tuple[str, Question]] = (), *, tapped: bool = False
) -> tuple[ShownQuestion, ...]:
    """Turn every question of a quiz into what the templates take.

    Args:
        quiz: the quiz.
        recalled: what it asks again, before its own: the title of the earlier lesson, and the question.
        tapped: whether each answer is a button, and none is chosen from a list: for those who don't read yet.

    Raises:
        TypeError: there is no view for a type of question.
    """
    again = (replace(_shown(question), origin=title) for title, question in recalled)
    questions = (*again, *(_shown(question) for question in quiz.questions))
    return tuple(map(_tapped, questions)) if tapped else questions


def _tapped(question: ShownQuestion) -> ShownQuestion:
    """Give a question whose answers are tapped.

    Where each thing has a picture and its options are words or numbers, the two change places: a child who does not
    read taps the picture that comes first, or that helps at home.
    """
    if question.control != "select":
        return question
    if question.paper not in ("number", "join") or not all(part.picture for part in question.parts):
        return replace(question, control="radio")
    turned = []
    for place, asked in enumerate(question.parts[0].options):
        options = (
            ShownOption(str(part.text), part.options[place].key, part.options[place].say, part.picture)
            for part in question.parts
        )
        text = ORDINALS[place] if question.paper == "number" else asked.text
        turned.append(ShownPart(tuple(options), text))
    return replace(question, control="radio", parts=tuple(turned))


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


@singledispatch
def _shown(question: Question) -> ShownQuestion:
    raise TypeError(f"There is no view for {type(question).__name__}.")


@_shown.register
def _(question: ChooseOne) -> ShownQuestion:
    options: list[ShownOption] = []
    reasons: list[Reason] = []
    for choice in question.choices:
        options.append(ShownOption(choice.text, "yes" if choice.correct else "no", len(reasons), choice.picture))
        reasons.append(Reason(choice.text, _verdict(choice.correct), choice.feedback))
    return _question(question, "radio", "tick", "Tick one.", [ShownPart(tuple(options))], reasons)


@_shown.register
def _(question: ChooseMany) -> ShownQuestion:
    options: list[ShownOption] = []
    reasons: list[Reason] = []
    for choice in question.choices:
        say = len(reasons)
        reasons.append(Reason(choice.text, _verdict(choice.correct), choice.feedback))
        missed = None
        if choice.missed:
            missed = len(reasons)
            reasons.append(Reason("Not chosen?", "", choice.missed, spare=True))
        options.append(ShownOption(choice.text, "yes" if choice.correct else "no", say, choice.picture, missed))
    return _question(question, "checkbox", "tick", "Tick every good answer.", [ShownPart(tuple(options))], reasons)


@_shown.register
def _(question: Sort) -> ShownQuestion:
    names = {group.id: group.text for group in question.groups}
    parts: list[ShownPart] = []
    reasons: list[Reason] = []
    for item in question.items:
        yes, no = _two_reasons(reasons, item.text, names[item.group], item.feedback, item.not_yet)
        options = tuple(
            ShownOption(group.text, *(("yes", yes) if group.id == item.group else ("no", no)), group.picture)
            for group in question.groups
        )
        parts.append(ShownPart(options, item.text, item.picture))
    return _question(question, "radio", "table", "Tick one box in each row.", parts, reasons)


@_shown.register
def _(question: TrueOrFalse) -> ShownQuestion:
    options = (
        ShownOption("True", "yes" if question.answer else "no", 0, "tick"),
        ShownOption("False", "no" if question.answer else "yes", 1, "cross"),
    )
    reasons = [
        Reason("True", _verdict(question.answer), question.if_true),
        Reason("False", _verdict(not question.answer), question.if_false),
    ]
    return _question(question, "radio", "tick", "Tick one.", [ShownPart(options)], reasons)


@_shown.register
def _(question: WhatWouldYouDo) -> ShownQuestion:
    verdicts = {"safest": "the safest choice", "okay": "okay, and also tell", "risky": "not yet"}
    options: list[ShownOption] = []
    reasons: list[Reason] = []
    for choice in question.choices:
        key: Key = "no" if choice.grade == "risky" else "may"
        options.append(ShownOption(choice.text, key, len(reasons), choice.picture))
        reasons.append(Reason(choice.text, verdicts[choice.grade], choice.feedback))
    return _question(question, "radio", "tick", "Tick what you would do.", [ShownPart(tuple(options))], reasons)


@_shown.register
def _(question: PutInOrder) -> ShownQuestion:
    places = {step.text: place for place, step in enumerate(question.steps)}
    parts: list[ShownPart] = []
    reasons: list[Reason] = []
    for text in stable_shuffle(list(places), question.id):
        step = question.steps[places[text]]
        yes, no = _two_reasons(reasons, text, str(places[text] + 1), step.feedback, step.not_yet)
        options = tuple(
            ShownOption(str(place + 1), *(("yes", yes) if place == places[text] else ("no", no)))
            for place in range(len(question.steps))
        )
        parts.append(ShownPart(options, text, step.picture))
    return _question(question, "select", "number", "Write 1 by the first, 2 by the next, and so on.", parts, reasons)


@_shown.register
def _(question: Match) -> ShownQuestion:
    bank = stable_shuffle([pair.match for pair in question.pairs], question.id)
    parts: list[ShownPart] = []
    reasons: list[Reason] = []
    for pair in question.pairs:
        yes, no = _two_reasons(reasons, pair.text, pair.match, pair.feedback, pair.not_yet)
        options = tuple(ShownOption(text, *(("yes", yes) if text == pair.match else ("no", no))) for text in bank)
        parts.append(ShownPart(options, pair.text, pair.picture))
    return _question(question, "select", "join", "Draw a line to join each pair.", parts, reasons, bank)


@_shown.register
def _(question: FillTheGap) -> ShownQuestion:
    bank = stable_shuffle(question.bank, question.id)
    parts: list[ShownPart] = []
    reasons: list[Reason] = []
    for sentence in question.sentences:
        shown = sentence.text.replace(GAP, "……")
        yes, no = _two_reasons(reasons, shown, sentence.answer, sentence.feedback, sentence.not_yet)
        options = tuple(ShownOption(word, *(("yes", yes) if word == sentence.answer else ("no", no))) for word in bank)
        parts.append(ShownPart(options, shown))
    return _question(question, "select", "write", "Write a word from the box in each gap.", parts, reasons, bank)


@_shown.register
def _(question: Story) -> ShownQuestion:
    numbers = {scene.id: number for number, scene in enumerate(question.scenes, start=1)}
    scenes = tuple(
        ShownScene(
            numbers[scene.id],
            scene.text,
            scene.picture,
            scene.ending,
            tuple((choice.text, numbers[choice.to]) for choice in scene.choices),
        )
        for scene in question.scenes
    )
    shown = _question(question, "link", "story", "Read a scene. Choose. Go to the number.", [], [])
    return replace(shown, scenes=scenes, map=story_map(scenes))


def _verdict(good: bool) -> str:
    return GOOD if good else "not yet"


def _two_reasons(reasons: list[Reason], about: str, answer: str, feedback: str, not_yet: str) -> tuple[int, int]:
    """Add the reason for the right place and the one for any other; give their numbers."""
    reasons.append(Reason(about, answer, feedback))
    reasons.append(Reason("Something else?", "", not_yet, spare=True))
    return len(reasons) - 2, len(reasons) - 1


def _question(
    question: Question,
    control: Control,
    paper: Paper,
    how: str,
    parts: Sequence[ShownPart],
    reasons: Sequence[Reason],
    bank: tuple[str, ...] = (),
) -> ShownQuestion:
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
