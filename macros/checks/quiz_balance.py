"""Checks that the quizzes of an age, taken together, do not give their answers away.

One quiz with a false statement is a good quiz; seven of seven teach a child to press “False”. What is right in every
single question can still be a rule of thumb that needs no reading, so these rules look across an age.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from macros.models.base import Loc
from macros.models.questions import ChooseMany, ChooseOne, Sort, TrueOrFalse, WhatWouldYouDo
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
# A place, or the longest choice, may be right half as often again as by chance, and once more: with few questions, one
# more is chance too.
ENOUGH_QUESTIONS = 8
MOST_AGAIN = Fraction(3, 2)
ENOUGH_MISSED = 3  # a place that is never right would have been so three times, by chance
ENOUGH_OF_A_SET = 6  # questions with several right choices; half of them may have the same places
ENOUGH_SORTS = 4  # half of them may take turns

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
        right: whether it is what the quiz asks for: correct, or the safest.
    """

    document: Document
    loc: Loc
    text: str
    picture: str | None
    good: bool
    right: bool

    @property
    def reasoned(self) -> bool:
        """Whether it says why, and not only what."""
        return gives_reason(self.text)


@dataclass(frozen=True)
class Asked:
    """One question that is answered by choosing.

    Attributes:
        type: the name of its type.
        choices: its choices, in their order.
    """

    type: str
    choices: tuple[Choice, ...]

    @property
    def places(self) -> tuple[int, ...]:
        """Where its right choices stand, the first being 0."""
        return tuple(place for place, choice in enumerate(self.choices) if choice.right)

    @property
    def longest(self) -> Choice | None:
        """The one choice that has more letters than each of the others, if there is one."""
        *_, second, first = sorted(self.choices, key=lambda choice: len(choice.text))
        return first if len(first.text) > len(second.text) else None


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
    asked = list(_asked(quizzes))
    choices = [choice for question in asked for choice in question.choices]
    yield from _statements(whose, quizzes)
    yield from _reasons(whose, choices)
    yield from _telling(whose, asked)
    yield from _pictures(whose, choices)
    yield from _places(whose, asked)
    yield from _longest(whose, asked)
    yield from _sorts(whose, quizzes)


def gives_reason(text: str) -> bool:
    """Whether a choice says why: with because, since, so, as or for, or with “to keep”, “to help”, “to make”."""
    return bool(REASON.search(text)) or any(
        not ASKED_TO.search(text[: found.start()]) for found in PURPOSE.finditer(text)
    )


def names_telling(text: str) -> bool:
    """Whether a choice names a grown-up, telling or asking for help."""
    return bool(TELLING.search(text))


def _asked(quizzes: Iterable[tuple[Document, Quiz]]) -> Iterator[Asked]:
    for document, quiz in quizzes:
        for number, question in enumerate(quiz.questions):
            loc: Loc = ("questions", number, "choices")
            if isinstance(question, ChooseOne | ChooseMany):
                yield Asked(
                    question.type,
                    tuple(
                        Choice(document, (*loc, place), each.text, each.picture, good=each.correct, right=each.correct)
                        for place, each in enumerate(question.choices)
                    ),
                )
            elif isinstance(question, WhatWouldYouDo):
                yield Asked(
                    question.type,
                    tuple(
                        Choice(
                            document,
                            (*loc, place),
                            each.text,
                            each.picture,
                            good=each.grade != "risky",
                            right=each.grade == "safest",
                        )
                        for place, each in enumerate(question.choices)
                    ),
                )


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


def _telling(whose: str, asked: Iterable[Asked]) -> Iterator[Problem]:
    dilemmas = [question for question in asked if question.type == "what-would-you-do"]
    safest = [choice for question in dilemmas for choice in question.choices if choice.right]
    telling = [choice for choice in safest if names_telling(choice.text)]
    count = len(safest)
    most = MOST_TELLING[0] * count // MOST_TELLING[1]
    if count < ENOUGH_SAFEST or len(telling) <= most:
        return
    yield telling[0].document.problem(
        f"{len(telling)} of the {count} safest choices of {whose} name a grown-up or telling, so they can be guessed; "
        f"{most} may. Let {len(telling) - most} of them, such as this one, be what a child can do: pause, say no "
        "kindly, block, leave, check, turn it off, be kind, save a copy.",
        (*telling[0].loc, "text"),
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


def _places(whose: str, asked: Iterable[Asked]) -> Iterator[Problem]:
    """Find places of right choices that can be learnt, among questions of one type with as many choices."""
    alike: dict[tuple[str, int], list[Asked]] = {}
    for question in asked:
        alike.setdefault((question.type, len(question.choices)), []).append(question)
    for (type_, size), questions in alike.items():
        which = f"“{type_}” questions of {whose} with {size} choices"
        right = "the safest" if type_ == "what-would-you-do" else "correct"
        # The same places of several would be told of each of these places again.
        yield from list(_same_places(which, right, questions)) or _one_place(which, right, size, questions)


def _same_places(which: str, right: str, questions: Iterable[Asked]) -> Iterator[Problem]:
    several = [question for question in questions if len(question.places) > 1]
    if len(several) < ENOUGH_OF_A_SET:
        return
    ((places, count),) = Counter(question.places for question in several).most_common(1)
    most = len(several) // 2
    if count <= most:
        return
    last = [question for question in several if question.places == places][-1].choices[places[-1]]
    numbers = f"{', '.join(str(place + 1) for place in places[:-1])} and {places[-1] + 1}"
    yield last.document.problem(
        f"Numbers {numbers} are {right} in {count} of the {len(several)} {which} of which several are {right}, so they "
        f"can be guessed; {most} may. Change the order of the choices in {count - most} of them, such as here.",
        (*last.loc, "text"),
    )


def _one_place(which: str, right: str, size: int, questions: Sequence[Asked]) -> Iterator[Problem]:
    if len(questions) < ENOUGH_QUESTIONS:
        return
    share = Fraction(sum(len(question.places) for question in questions), size)
    most = _most(share)
    for place in range(size):
        here = [question for question in questions if place in question.places]
        if len(here) > most:
            last = here[-1].choices[place]
            yield last.document.problem(
                f"Number {place + 1} is {right} in {len(here)} of the {len(questions)} {which}, so it can be guessed; "
                f"{most} may. Move it in {len(here) - most} of them, such as here.",
                (*last.loc, "text"),
            )
        elif not here and share >= ENOUGH_MISSED:
            last = questions[-1].choices[questions[-1].places[-1]]
            yield last.document.problem(
                f"Number {place + 1} is {right} in none of the {len(questions)} {which}, so it can be crossed out "
                "unread. Move what is there in one of them or more, such as this choice.",
                (*last.loc, "text"),
            )


def _longest(whose: str, asked: Iterable[Asked]) -> Iterator[Problem]:
    stand_out = [(question, question.longest) for question in asked if question.longest]
    if len(stand_out) < ENOUGH_QUESTIONS:
        return
    by_chance = sum((Fraction(len(question.places), len(question.choices)) for question, _ in stand_out), Fraction())
    most = _most(by_chance)
    right = [longest for _, longest in stand_out if longest and longest.right]
    if len(right) <= most:
        return
    yield right[-1].document.problem(
        f"The longest choice is correct or the safest in {len(right)} of the {len(stand_out)} questions of {whose} "
        f"that have one, so it can be guessed; {most} may. In {len(right) - most} of them, such as here, say it in "
        "fewer words, or say more in another choice.",
        (*right[-1].loc, "text"),
    )


def _sorts(whose: str, quizzes: Iterable[tuple[Document, Quiz]]) -> Iterator[Problem]:
    sorts = [
        (document, number, question)
        for document, quiz in quizzes
        for number, question in enumerate(quiz.questions)
        if isinstance(question, Sort) and len(question.items) > len(question.groups)
    ]
    in_turns = [(document, number) for document, number, question in sorts if _takes_turns(question)]
    most = len(sorts) // 2
    if len(sorts) < ENOUGH_SORTS or len(in_turns) <= most:
        return
    document, number = in_turns[-1]
    yield document.problem(
        f"{len(in_turns)} of the {len(sorts)} sorts of {whose} go through their groups in turn, so each thing can be "
        f"guessed from those before it; {most} may. Mix the items of {len(in_turns) - most} of them, such as here.",
        ("questions", number, "items"),
    )


def _takes_turns(sort: Sort) -> bool:
    # Each group has an item, so what comes back after as many items as there are groups goes through all of them.
    groups = [item.group for item in sort.items]
    turn = len(sort.groups)
    return all(now == before for now, before in zip(groups[turn:], groups, strict=False))


def _most(by_chance: Fraction) -> int:
    return int(MOST_AGAIN * by_chance + 1)


def _share(part: int, whole: int) -> int:
    return round(100 * part / whole)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _give(count: int) -> str:
    return "gives" if count == 1 else "give"
