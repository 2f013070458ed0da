"""A file's values, each with the place where it was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from macros.problems import Problem

Step = str | int


class Position(NamedTuple):
    """A place in a file: line and column, both counted from 1."""

    line: int
    column: int


@dataclass
class Document:
    """The values of one file and where each stands.

    Attributes:
        path: the file, from the project's root, with forward slashes.
        data: the values: dictionaries, lists, text and None.
        values: for the way to each value ("questions", 0, "text"), where the value begins.
        keys: for the way to each value that has a name, where the name begins.
    """

    path: str
    data: Any = None
    values: dict[tuple[Step, ...], Position] = field(default_factory=dict)
    keys: dict[tuple[Step, ...], Position] = field(default_factory=dict)

    def position(self, loc: Sequence[Step] = (), *, key: bool = False) -> Position:
        """Find where a value stands, or the nearest thing around it.

        Args:
            loc: the steps to the value. Steps that are not in the file are passed over,
                so that a validator's own steps (the tag of a union) do no harm.
            key: whether the place of the name is wanted instead of the value's.
        """
        known: tuple[Step, ...] = ()
        for step in loc:
            if (*known, step) in self.values:
                known = (*known, step)
        if key and known in self.keys:
            return self.keys[known]
        return self.values.get(known, Position(1, 1))

    def texts(self) -> Iterator[tuple[tuple[Step, ...], str]]:
        """Give each text among the values, with the way to it."""
        return _texts(self.data, ())

    def problem(self, sentence: str, loc: Sequence[Step] = (), *, key: bool = False) -> Problem:
        """Make a problem that points at a value of this file.

        Args:
            sentence: what is wrong and what to do.
            loc: the steps to the value; those that are not in the file are passed over.
            key: whether the name of the value is meant, and not the value.
        """
        line, column = self.position(loc, key=key)
        return Problem(self.path, line, column, sentence)


def _texts(value: Any, loc: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*loc, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*loc, number))
