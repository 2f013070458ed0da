"""Checks that a symbol stands for one thing: in the register, in its drawing, on pages and among new words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from macros.models.base import normalised
from macros.models.lesson import Lesson
from macros.models.symbol import Symbol, Symbols
from macros.problems import Problem, did_you_mean
from macros.source import Document

FOLDER = "symbols/"  # of docs/assets/images, and before the name of a symbol on a page
REGISTER = "docs/_data/symbols.yml"

COLOURS = re.compile(r"\s(?:fill|stroke)=(?:\"[^\"]*\"|'[^']*')")


def check_register(
    document: Document, register: Symbols, drawings: Mapping[str, str], folder: str
) -> Iterator[Problem]:
    """Find a symbol without a row, a row without a symbol, and two symbols that are one drawing.

    Args:
        document: the file of the register.
        register: the register.
        drawings: the text (SVG) of each symbol by its id.
        folder: the folder of the drawings, from the project's root.
    """
    rows = register.by_id()
    yield from (_without_row(identity, folder) for identity in drawings if identity not in rows)
    drawn: dict[str, str] = {}
    for number, symbol in enumerate(register.symbols):
        loc = ("symbols", number, "id")
        if symbol.id not in drawings:
            sentence = f"There is no drawing “{symbol.id}.svg” in {folder}.{did_you_mean(symbol.id, drawings)}"
            yield document.problem(sentence, loc)
            continue
        lines = _lines_of(drawings[symbol.id])
        if other := drawn.get(lines):
            sentence = (
                f"“{symbol.id}” is drawn as “{other}” is, or differs from it only in its colours, which not everyone "
                "sees. Draw another picture, or keep one of them."
            )
            yield document.problem(sentence, loc)
        drawn.setdefault(lines, symbol.id)


def check_new_words(lessons: Iterable[tuple[Document, Lesson]]) -> Iterator[Problem]:
    """Find a symbol that stands for two new words of an age, which its list of words shows side by side.

    Args:
        lessons: the lessons of one age, each with its file.
    """
    stands_for: dict[str, str] = {}
    for document, lesson in lessons:
        for number, step in enumerate(lesson.steps):
            for place, part in enumerate(step.parts):
                if part.kind != "word" or part.picture is None or part.title is None:
                    continue
                word = stands_for.setdefault(part.picture, part.title)
                if normalised(word) != normalised(part.title):
                    sentence = (
                        f"“{part.picture}” is the symbol of the new word “{word}” at this age, and cannot stand for "
                        f"“{part.title}” as well. Choose another, or draw one."
                    )
                    yield document.problem(sentence, ("steps", number, "parts", place, "picture"))


def departs(name: str, alt: str, symbols: Mapping[str, Symbol]) -> str | None:
    """Say how the words of a picture depart from the register, if it is a symbol and they do.

    Args:
        name: the picture's name, such as "symbols/key".
        alt: its words on a page.
        symbols: the symbols of the register by id.
    """
    symbol = symbols.get(name.removeprefix(FOLDER)) if name.startswith(FOLDER) else None
    if symbol is None or alt == symbol.alt:
        return None
    return (
        f"The register says of “{symbol.id}”: “{symbol.alt}” Leave “alt” out, and the page says that. If you mean "
        f"another thing than “{symbol.means}”, choose another symbol."
    )


def names_of(pictures: Collection[str]) -> list[str]:
    """Give the ids of the symbols among pictures' names."""
    return [name.removeprefix(FOLDER) for name in pictures if name.startswith(FOLDER)]


def _without_row(identity: str, folder: str) -> Problem:
    sentence = f"“{identity}” is not in the register. Say in {REGISTER} which one thing it stands for, and its “alt”."
    return Problem(f"{folder}/{identity}.svg", 1, 1, sentence)


def _lines_of(drawing: str) -> str:
    """Give a drawing without its colours and spaces: by that alone are two told apart without seeing colours."""
    return re.sub(r"\s", "", COLOURS.sub("", drawing))
