"""Put steps in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.base import Finding, Identity, Model, Text
from macros.models.questions.common import Question, alike_texts


class OrderedStep(Model):
    """One step, written in its right place in the list."""

    text: Text
    """The step."""
    picture: Identity | None = None
    """The name of a symbol shown with it."""
    feedback: Text
    """What is said when it has its right number: why it comes there."""
    not_yet: Text
    """What is said when it has another number."""


class PutInOrder(Question):
    """Steps to be numbered. They are shown mixed, always in the same way."""

    type: Literal["put-in-order"]
    steps: tuple[OrderedStep, ...] = Field(min_length=3, max_length=6)
    """The steps, in their right order."""

    def rules(self) -> Iterator[Finding]:
        """No two steps are alike."""
        yield from alike_texts([step.text for step in self.steps], "steps")
