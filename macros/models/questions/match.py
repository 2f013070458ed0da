"""Match pairs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.base import Finding, Identity, Model, Text
from macros.models.questions.common import Question, alike_texts


class Pair(Model):
    """Two things that belong together."""

    text: Text
    """The thing on the left."""
    picture: Identity | None = None
    """The name of a symbol shown with it."""
    match: Text
    """What belongs to it."""
    feedback: Text
    """What is said when they are together: why."""
    not_yet: Text
    """What is said when something else is chosen."""


class Match(Question):
    """Pairs to be put together."""

    type: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=2, max_length=6)
    """The pairs, each written together."""

    def rules(self) -> Iterator[Finding]:
        """No two things on one side are alike: either could be meant."""
        yield from alike_texts([pair.text for pair in self.pairs], "pairs")
        yield from alike_texts([pair.match for pair in self.pairs], "pairs", "match")
