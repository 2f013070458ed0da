"""A lesson as the spreads of a picture book: one picture and its words, a chat and its words, or one task.

Learner's page, whiteboard and paper show the same spreads. A picture of the story, one of the cast, a chat and a screen
each begin a new one; so does a symbol after them, while the symbols of one task stay together, and so does whatever an
author begins a new page with. The words with which a step begins stand with its first picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from macros.models.lesson import Lesson, Part, Step

PICTURE = re.compile(
    r"^\{\{ *(?:(?P<scene>scene)|picture|decoration)\( *[\"'](?P<name>[^\"']*)[\"'].*\) *\}\}$", re.MULTILINE
)

LONG_TASK = 160  # letters beside a symbol; on a phone, more stand under it


@dataclass
class Spread:
    """One spread.

    Attributes:
        title: the heading of the step that begins here.
        step: the number of its step, from 1.
        begins: where it begins: the number of a part of the step, from 1, and the line within that part, from 0.
        shows: what fills half of it (a scene, one of the cast, a chat or a screen), if anything does.
        picture: that picture, chat, screen or quiz: Markdown, or the number of a part of the step, from 1.
        parts: what stands beside it, in order, in the same form.
        script: the numbers of the teacher's parts that belong to it.
    """

    title: str | None
    step: int
    begins: tuple[int, int] = (1, 0)
    shows: str | None = None
    picture: str | int | None = None
    parts: list[str | int] = field(default_factory=list)
    script: list[int] = field(default_factory=list)


def spreads_of(lesson: Lesson) -> Iterator[Spread]:
    """Give the spreads of a lesson, in order, up to the part for home.

    Args:
        lesson: the lesson.
    """
    for number, step in enumerate(lesson.steps, start=1):
        yield from _of_step(number, step)


def first_pages(lesson: Lesson) -> dict[str, int]:
    """Give the number of the spread, from 1, on which each step begins, by the step's title.

    Args:
        lesson: the lesson.
    """
    found: dict[str, int] = {}
    for number, spread in enumerate(spreads_of(lesson), start=1):
        found.setdefault(lesson.steps[spread.step - 1].title, number)
    return found


def symbols_and_words(parts: Iterable[str | int]) -> list[tuple[str | None, list[str | int]]]:
    """Give each symbol with the words that follow it; what stands before the first has none.

    Args:
        parts: what stands beside the picture of a spread.
    """
    tasks: list[tuple[str | None, list[str | int]]] = [(None, [])]
    for one in parts:
        if isinstance(one, str) and PICTURE.match(one):
            tasks.append((one, []))
        else:
            tasks[-1][1].append(one)
    return tasks


def is_long(words: Iterable[str | int], parts: Sequence[Part]) -> bool:
    """Say whether the words of a symbol are too many to stand beside it on a phone.

    Args:
        words: the words, or the numbers of parts.
        parts: the parts of their step.
    """
    texts = (one if isinstance(one, str) else f"{parts[one - 1].title or ''}{parts[one - 1].text}" for one in words)
    return sum(map(len, texts)) > LONG_TASK


@dataclass(frozen=True)
class _Piece:
    """What a learner sees of a step, cut before each picture; `turns` where an author begins a new page with it."""

    shows: str
    part: str | int
    begins: tuple[int, int]
    turns: bool


def _of_step(number: int, step: Step) -> Iterator[Spread]:
    spread = Spread(step.title, number)
    empty = True
    for piece in _pieces(step):
        if piece.shows == "teacher":
            spread.script.append(int(piece.part))
            continue
        begins = piece.shows in ("scene", "cast", "chat", "screen", "quiz")
        full = (begins and (spread.shows or not spread.title)) or (spread.shows and piece.shows == "symbol")
        if not empty and (piece.turns or full):
            yield spread
            spread, empty = Spread(None, number), True
        if empty:
            spread.begins, empty = piece.begins, False
        if begins:
            spread.shows, spread.picture = piece.shows, piece.part
        else:
            spread.parts.append(piece.part)
    yield spread


def _pieces(step: Step) -> Iterator[_Piece]:
    """Give what is seen and said in a step, cut before each picture."""
    turns = False
    for number, part in enumerate(step.parts, start=1):
        turns = turns or part.new_page
        if part.kind == "teacher":
            yield _Piece(part.kind, number, (number, 0), turns=False)
        elif part.kind in ("word", "aloud", "chat", "screen", "quiz"):
            yield _Piece(part.kind, number, (number, 0), turns)
            turns = False
        elif part.kind == "everyone":
            for shows, at, text in _cut(part.text):
                yield _Piece(shows, text, (number, part.text.count("\n", 0, at)), turns)
                turns = False


def _cut(text: str) -> Iterator[tuple[str, int, str]]:
    """Cut words before each picture: what each piece shows, where it begins, and the piece."""
    at = 0
    for found in (*PICTURE.finditer(text), None):
        words = text[at : found.start() if found else None]
        if words.strip():
            yield "words", at + len(words) - len(words.lstrip()), words.strip()
        if found:
            at = found.end()
            shows = "scene" if found["scene"] else "cast" if found["name"].startswith("cast/") else "symbol"
            yield shows, found.start(), found[0]
