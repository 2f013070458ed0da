"""Checks that the quizzes of an age, taken together, do not give their answers away.

One quiz with a false statement is a good quiz; seven of seven teach a child to press “False”. What is right in every
single question can still be a rule of thumb that needs no reading, so these rules look across an age.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.models.base import Loc
from macros.models.questions import ChooseMany, ChooseOne, TrueOrFalse, WhatWouldYouDo
from macros.models.quiz import Quiz
from macros.problems import Problem
from macros.source import Document

# The figures are this project's own (the quality sheet's part on quizzes): the first readers of all its quizzes could
# answer most of them without reading, by four rules of thumb. With fewer than these, a share is often chance.
ENOUGH_QUIZZES = 3
ENOUGH_STATEMENTS = 4
ENOUGH_CHOICES = 10  # good ones, and as many others
ENOUGH_SAFEST = 3
ENOUGH_OF_A_PICTURE = 3
FEWEST_FALSE, MOST_FALSE = 40, 60  # per cent of the statements
MOST_APART = 10  # percentage points between the good choices and the others
MOST_TELLING = (2, 3)  # two of three

_WHO = (
    r"(?:i|you|he|she|it|we|they|there|this|that|these|those|(?:no|some|any|every)[ -]?(?:one|body)|a|an|the|all|most"
    r"|my|your|his|her|its|our|their|people|friends)\b|(?-i:[A-Z])"
)
REASON = re.compile(
    rf"\bbecause\b|\bso that\b|[,;–] so\b|\bso (?:{_WHO})|, (?:as|for) (?:{_WHO})"
    r"|\bsince\b(?! (?:last|then|yesterday|(?-i:[A-Z])|\d))",
    re.IGNORECASE,
)
PURPOSE = re.compile(r"\bto (?:keep|help|make)\b", re.IGNORECASE)
# “Ask Dad to help” and “she wants to keep it” give no reason.
ASKED_TO = re.compile(
    r"\b(?:ask|tell|told|want|need|like|love|try|tries|tried|ha[ds]|have|got|get|going|how|used|allow|promise)\w*"
    r"(?: [\w'’-]+){0,3} $",
    re.IGNORECASE,
)
TELLING = re.compile(
    r"\b(?:tell(?:s|ing)?|told)\b|\b(?:grown-?ups?|adults?|teachers?|parents?|carers?|mum(?:my)?|dad(?:dy)?|nan(?:ny)?"
    r"|gran(?:ny|dma|dad|dpa|ddad|dparents?)?|aunt(?:ie|y)?|uncle|helpers?|librarian|coach|staff|childline|police)\b"
    r"|\b(?:ask|get)(?:s|ting|ing)?(?: (?!if\b|whether\b)[\w'’-]+){0,3} help\b|\b(?:ask|show|find|talk to) someone\b"
    r"|\b(?-i:Mrs?|Miss|Ms) (?-i:[A-Z])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Choice:
    """One choice of one question, and where it stands.

    Attributes:
        document: its quiz's file.
        loc: the way to it there.
        text: its words.
        picture: its symbol.
        good: whether the quiz accepts it.
    """

    document: Document
    loc: Loc
    text: str
    picture: str | None
    good: bool

    @property
    def reasoned(self) -> bool:
        """Whether it says why, and not only what."""
        return gives_reason(self.text)


def check_balance(whose: str, quizzes: Sequence[tuple[Document, Quiz]]) -> Iterator[Problem]:
    """Find what lets a learner of one age guess without reading.

    Args:
        whose: the age, in words: “Years 1 and 2”.
        quizzes: all its quizzes, each with its file.

    Yields:
        A problem for each rule of thumb that works, at a question that could be turned.
    """
    # A quiz that stands there twice, as a draft does beside the old one, is one quiz.
    quizzes = list({quiz: (document, quiz) for document, quiz in reversed(quizzes)}.values())[::-1]
    if len(quizzes) < ENOUGH_QUIZZES:
        return
    choices = list(_choices(quizzes))
    yield from _statements(whose, quizzes)
    yield from _reasons(whose, choices)
    yield from _telling(whose, quizzes)
    yield from _pictures(whose, choices)


def gives_reason(text: str) -> bool:
    """Whether a choice says why: with because, since, so, as or for, or with “to keep”, “to help”, “to make”."""
    return bool(REASON.search(text)) or any(
        not ASKED_TO.search(text[: found.start()]) for found in PURPOSE.finditer(text)
    )


def names_telling(text: str) -> bool:
    """Whether a choice names a grown-up, telling or asking for help."""
    return bool(TELLING.search(text))


def _choices(quizzes: Iterable[tuple[Document, Quiz]]) -> Iterator[Choice]:
    for document, quiz in quizzes:
        for number, question in enumerate(quiz.questions):
            loc: Loc = ("questions", number, "choices")
            if isinstance(question, ChooseOne | ChooseMany):
                for place, choice in enumerate(question.choices):
                    yield Choice(document, (*loc, place), choice.text, choice.picture, choice.correct)
            elif isinstance(question, WhatWouldYouDo):
                for place, graded in enumerate(question.choices):
                    yield Choice(document, (*loc, place), graded.text, graded.picture, graded.grade != "risky")


def _statements(whose: str, quizzes: Iterable[tuple[Document, Quiz]]) -> Iterator[Problem]:
    asked = [
        (document, number, question.answer)
        for document, quiz in quizzes
        for number, question in enumerate(quiz.questions)
        if isinstance(question, TrueOrFalse)
    ]
    false = sum(not answer for _, _, answer in asked)
    count = len(asked)
    if count < ENOUGH_STATEMENTS or FEWEST_FALSE * count <= 100 * false <= MOST_FALSE * count:
        return
    usual = 100 * false < FEWEST_FALSE * count  # the answer that is given too often
    fewest, most = -(-FEWEST_FALSE * count // 100), MOST_FALSE * count // 100
    turned = fewest - false if usual else false - most
    document, number, _ = next(place for place in asked if place[2] is usual)
    yield document.problem(
        f"{false} of the {count} true-or-false questions of {whose} {_are(false)} false, so the answer can be guessed. "
        f"{fewest if fewest == most else f'{fewest} to {most}'} may be. Turn {turned} of them, such as this one, into "
        f"a statement that is interesting and {'false' if usual else 'true'}.",
        ("questions", number, "answer"),
    )


def _reasons(whose: str, choices: Sequence[Choice]) -> Iterator[Problem]:
    good = [choice for choice in choices if choice.good]
    others = [choice for choice in choices if not choice.good]
    if min(len(good), len(others)) < ENOUGH_CHOICES:
        return
    said, said_of_others = (sum(choice.reasoned for choice in side) for side in (good, others))
    apart = said * len(others) - said_of_others * len(good)
    if 100 * abs(apart) <= MOST_APART * len(good) * len(others):
        return
    more = good if apart > 0 else others
    first = next(choice for choice in more if choice.reasoned)
    yield first.document.problem(
        f"{said} of the {len(good)} good choices of {whose} {_give(said)} a reason ({_share(said, len(good))} %), and "
        f"{said_of_others} of the {len(others)} others {_give(said_of_others)} one "
        f"({_share(said_of_others, len(others))} %), so they can be told apart by “because”. Take the reason out of "
        f"some {'good' if apart > 0 else 'other'} choices, such as this one, or give a reason in some "
        f"{'other' if apart > 0 else 'good'} ones. The shares may be {MOST_APART} points apart.",
        (*first.loc, "text"),
    )


def _telling(whose: str, quizzes: Iterable[tuple[Document, Quiz]]) -> Iterator[Problem]:
    safest = [
        (document, ("questions", number, "choices", place, "text"), choice.text)
        for document, quiz in quizzes
        for number, question in enumerate(quiz.questions)
        if isinstance(question, WhatWouldYouDo)
        for place, choice in enumerate(question.choices)
        if choice.grade == "safest"
    ]
    telling = [(document, loc) for document, loc, text in safest if names_telling(text)]
    count = len(safest)
    most = MOST_TELLING[0] * count // MOST_TELLING[1]
    if count < ENOUGH_SAFEST or len(telling) <= most:
        return
    document, loc = telling[0]
    yield document.problem(
        f"{len(telling)} of the {count} safest choices of {whose} name a grown-up or telling, so they can be guessed; "
        f"{most} may. Let {len(telling) - most} of them, such as this one, be what a child can do: pause, say no "
        "kindly, block, leave, check, turn it off, be kind, save a copy.",
        loc,
    )


def _pictures(whose: str, choices: Iterable[Choice]) -> Iterator[Problem]:
    shown: dict[str, list[Choice]] = {}
    for choice in choices:
        if choice.picture:
            shown.setdefault(choice.picture, []).append(choice)
    for picture, here in shown.items():
        if len(here) >= ENOUGH_OF_A_PICTURE and len({choice.good for choice in here}) == 1:
            good = here[0].good
            yield here[0].document.problem(
                f"The picture “{picture}” stands on {len(here)} choices of {whose}, and {'each' if good else 'none'} "
                "is a good one, so it gives the answer away. Put another fitting picture here, or put this one on a "
                f"choice that is {'not ' if good else ''}good.",
                (*here[0].loc, "picture"),
            )


def _share(part: int, whole: int) -> int:
    return round(100 * part / whole)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _give(count: int) -> str:
    return "gives" if count == 1 else "give"
