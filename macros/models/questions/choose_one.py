"""Choose one answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.base import Finding
from macros.models.questions.common import Choice, Question, alike_texts


class ChooseOne(Question):
    """A question with one good answer."""

    type: Literal["choose-one"]
    choices: tuple[Choice, ...] = Field(min_length=2, max_length=4)
    """The answers, of which one is good."""

    def rules(self) -> Iterator[Finding]:
        """Exactly one choice is correct, and no two are alike."""
        correct = [number for number, choice in enumerate(self.choices) if choice.correct]
        if not correct:
            yield ("choices",), "No choice is correct. Add “correct: yes” to the best one."
        for number in correct[1:]:
            yield (
                ("choices", number, "correct"),
                "A second choice is correct here. Keep one, or make the question “type: choose-many”.",
            )
        yield from alike_texts([choice.text for choice in self.choices], "choices")
