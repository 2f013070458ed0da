"""A lesson as learners see it: their page, the worksheet and the social story; and the answers, a sheet of its own.

What is for the teacher alone is never in the learner's page or the worksheet: those views take
only the parts that are named for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.models.lesson import Lesson, Part
from macros.models.phase import Phase
from macros.models.quiz import Quiz
from macros.views.page import PageView
from macros.views.spreads import Spread, is_long, spreads_of, symbols_and_words

YOUNGEST = frozenset({"early-years"})  # who do not read yet
LISTENERS = frozenset({"early-years", "years-1-2"})  # to whom a grown-up reads
CUT = re.compile(r"\bcut\b", re.IGNORECASE)
TASK = re.compile(r"\*\*Task|\d+\.|#")  # how a task begins, which ends the one before


@dataclass(frozen=True)
class Shown:
    """What stands on a page in one piece.

    Attributes:
        kind: the kind of the part that it is, as in the model; “everyone” for words and pictures.
        title: its title, or None.
        text: Markdown; of a quiz, its id.
        place: of a chat and a screen, where it stands: the lesson, the step and the part, as the macros name it.
    """

    kind: str
    title: str | None
    text: str
    place: str = ""


@dataclass(frozen=True)
class Task:
    """Words of a spread, and the symbol before them.

    Attributes:
        symbol: Markdown of the picture, or None.
        long: whether a phone has no room for the words beside it.
        words: the words.
    """

    symbol: str | None
    long: bool
    words: tuple[Shown, ...]


@dataclass(frozen=True)
class ShownSpread:
    """One spread of the learner's page.

    Attributes:
        shows: what fills half of it, as in `Spread`, or None.
        title: the heading of the step that begins here, or None.
        picture: what fills that half, or None.
        tasks: what stands beside it.
    """

    shows: str | None
    title: str | None
    picture: Shown | None
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class OnPaper:
    """A part of the worksheet.

    Attributes:
        title: its heading.
        blocks: its Markdown, each with whether it is to be cut.
    """

    title: str
    blocks: tuple[tuple[str, bool], ...]


def learner_page(identity: str, lesson: Lesson, quiz: Quiz, phase: Phase) -> PageView:
    """Make the page for learners: the steps without anything that is for adults alone.

    Args:
        identity: the lesson's id.
        lesson: the lesson.
        quiz: its quiz, which says what to talk about at home.
        phase: its age.
    """
    return PageView(
        "learner",
        {
            "template": "learner.html",
            "title": lesson.title,
            "description": lesson.summary,
            "phase": phase.id,
            "lesson": identity,
            "also": [word.title for word in lesson.words if word.title],
            "whiteboard": True,
            "sheet": "book",
            "for": "Learners",
        },
        {
            "title": lesson.title,
            # The youngest open on a picture: the outcome is their teacher's.
            "outcome": None if phase.id in LISTENERS else lesson.outcome,
            "spreads": tuple(_spread(identity, lesson, spread) for spread in spreads_of(lesson)),
            "at_home": quiz.at_home,
            "home": tuple(_for_home(lesson)),
        },
    )


def worksheet(identity: str, lesson: Lesson, phase: Phase, *, large: bool = False) -> PageView:
    """Make the page to print: things to do on paper, then the quiz without its answers; in large print if asked.

    Args:
        identity: the lesson's id.
        lesson: the lesson.
        phase: its age.
        large: whether it is in large print.
    """
    kind = "worksheet in large print" if large else "worksheet"
    parts = [
        OnPaper(part.title or step.title, tuple(_to_cut(part.text)))
        for step in lesson.steps
        for part in step.parts
        if part.kind == "worksheet"
    ]
    return PageView(
        "worksheet",
        {
            "template": "worksheet.html",
            "title": f"{lesson.title} – {kind}",
            "phase": phase.id,
            "lesson": identity,
            "large": large,
            "description": f"The {kind} of the lesson “{lesson.title}”.",
            "search": {"exclude": True},
            "for": "Learners",
        },
        {"title": lesson.title, "outcome": lesson.outcome, "parts": tuple(parts), "quiz": identity},
    )


def social_story(identity: str, lesson: Lesson, phase: Phase) -> PageView:
    """Make the lesson as a social story: short sentences that a learner can say, with symbols.

    Args:
        identity: the lesson's id.
        lesson: the lesson.
        phase: its age.
    """
    return PageView(
        "story",
        {
            "template": "learner.html",
            "title": f"{lesson.title} – a story about me",
            "description": f"The lesson “{lesson.title}” in short sentences with symbols.",
            "phase": phase.id,
            "lesson": identity,
            "search": {"exclude": True},
            "for": "Learners",
        },
        {"title": lesson.title, "lesson": identity},
    )


def answer_sheet(identity: str, lesson: Lesson) -> PageView:
    """Make the sheet for the teacher, to print by itself: the answer of every question, and the reasons.

    Args:
        identity: the lesson's id.
        lesson: the lesson.
    """
    return PageView(
        "answers",
        {
            "template": "answers.html",
            "title": f"{lesson.title} – answer sheet",
            "lesson": identity,
            "description": f"The answers of the quiz “{lesson.title}”, with the reasons, for the teacher.",
            "search": {"exclude": True},
            "for": "Teachers and staff",
        },
        {"title": lesson.title, "quiz": identity},
    )


def _for_home(lesson: Lesson) -> Iterator[Part]:
    """Give what is for the grown-up at home; last the signed film, if there is one."""
    yield from (part for step in lesson.steps for part in step.parts if part.kind == "home")
    if lesson.signed_film:
        film = f"[Watch the story in British Sign Language]({lesson.signed_film}) together. It's on another website."
        yield Part(kind="home", text=film)


def _to_cut(text: str) -> Iterator[tuple[str, bool]]:
    """Give the blocks of a worksheet's part; the tables of a task that says to cut are marked, for dashed lines."""
    cut = False
    words: list[str] = []
    for each in text.split("\n\n"):
        if not each.startswith("|"):
            cut = bool(CUT.search(each)) or (cut and not TASK.match(each))
        elif cut:
            yield "\n\n".join(words), False
            words = []
            yield each, True
            continue
        words.append(each)
    yield "\n\n".join(words), False


def _spread(identity: str, lesson: Lesson, spread: Spread) -> ShownSpread:
    parts = lesson.steps[spread.step - 1].parts

    def shown(one: str | int) -> Shown:
        if isinstance(one, str):
            return Shown("everyone", None, one)
        part = parts[one - 1]
        return Shown(part.kind, part.title, part.text, f"{identity}/{spread.step}/{one}")

    tasks = symbols_and_words(spread.parts) if spread.parts else ()
    return ShownSpread(
        spread.shows,
        spread.title,
        shown(spread.picture) if spread.picture else None,
        tuple(_task(symbol, words, parts, [shown(one) for one in words]) for symbol, words in tasks),
    )


def _task(symbol: str | None, words: Sequence[str | int], parts: Sequence[Part], shown: Sequence[Shown]) -> Task:
    return Task(symbol, symbol is not None and is_long(words, parts), tuple(shown))
