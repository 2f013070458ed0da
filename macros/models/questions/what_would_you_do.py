"""What would you do? Choices that are safest, okay, or risky."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.base import Finding, Identity, Model, Text
from macros.models.questions.common import Question, alike_texts


class GradedChoice(Model):
    """Something one could do."""

    text: Text
    """What one could do."""
    picture: Identity | None = None
    """The name of a symbol shown with it."""
    grade: Literal["safest", "okay", "risky"]
    """How safe it is: "safest"; "okay" where it is fine and one should also tell; or "risky"."""
    feedback: Text
    """What is said to a learner who chose it: why, and what is safer."""


class WhatWouldYouDo(Question):
    """A situation, and things one could do; more than one can be good."""

    type: Literal["what-would-you-do"]
    choices: tuple[GradedChoice, ...] = Field(min_length=2, max_length=5)
    """Things one could do, safest or not."""

    def rules(self) -> Iterator[Finding]:
        """At least one choice is safest and one is not, and no two are alike."""
        grades = [choice.grade for choice in self.choices]
        if "safest" not in grades:
            yield ("choices",), "No choice is the safest. Give one of them “grade: safest”."
        if set(grades) == {"safest"}:
            yield ("choices",), "Every choice is the safest, so there is nothing to think about. Add another."
        yield from alike_texts([choice.text for choice in self.choices], "choices")
