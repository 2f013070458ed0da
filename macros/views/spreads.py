"""A lesson as the spreads of a picture book: one picture and its words, a chat and its words, or one task.

Learner's page, whiteboard and paper show the same spreads. A picture of the story, one of the cast, a chat and a screen
each begin a new one; so does a symbol after them, while the symbols of one task stay together. Words before the first
picture of a step stand with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.models.lesson import Lesson, Step

PICTURE = re.compile(
    r"^\{\{ *(?:(?P<scene>scene)|picture|decoration)\( *[\"'](?P<name>[^\"']*)[\"'].*\) *\}\}$", re.MULTILINE
)


@dataclass
class Spread:
    """One spread.

    Attributes:
        title: the heading of the step that begins here.
        step: the number of its step, from 1.
        shows: what fills half of it (a scene, one of the cast, a chat or a screen), if anything does.
        picture: that picture, chat, screen or quiz: Markdown, or the number of a part of the step, from 1.
        parts: what stands beside it, in order, in the same form.
    """

    title: str | None
    step: int
    shows: str | None = None
    picture: str | int | None = None
    parts: list[str | int] = field(default_factory=list)


def spreads_of(lesson: Lesson) -> Iterator[Spread]:
    """Give the spreads of a lesson, in order, up to the part for home.

    Args:
        lesson: the lesson.
    """
    for number, step in enumerate(lesson.steps, start=1):
        yield from _of_step(number, step)


def _of_step(number: int, step: Step) -> Iterator[Spread]:
    spread = Spread(step.title, number)
    for shows, part in _pieces(step):
        begins = shows in ("scene", "cast", "chat", "screen", "quiz")
        if spread.shows and (begins or shows == "symbol"):
            yield spread
            spread = Spread(None, number)
        if begins:
            spread.shows, spread.picture = shows, part
        else:
            spread.parts.append(part)
    yield spread


def _pieces(step: Step) -> Iterator[tuple[str, str | int]]:
    """Give what a learner sees of a step, cut before each picture: what it shows, and its words or its number."""
    for number, part in enumerate(step.parts, start=1):
        if part.kind in ("word", "aloud", "chat", "screen", "quiz"):
            yield part.kind, number
        elif part.kind == "everyone":
            at = 0
            for found in (*PICTURE.finditer(part.text), None):
                words = part.text[at : found.start() if found else None].strip()
                if words:
                    yield "words", words
                if found:
                    at = found.end()
                    shows = "scene" if found["scene"] else "cast" if found["name"].startswith("cast/") else "symbol"
                    yield shows, found[0]
