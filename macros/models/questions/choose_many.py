"""Choose every good answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.base import Finding, Text
from macros.models.questions.common import Choice, Question, alike_texts


class ManyChoice(Choice):
    """An answer that may be chosen together with others."""

    missed: Text | None = None
    """For a good answer, what is said to a learner who did not choose it."""


class ChooseMany(Question):
    """A question with one or more good answers."""

    type: Literal["choose-many"]
    choices: tuple[ManyChoice, ...] = Field(min_length=3, max_length=6)
    """The answers, good ones and others."""

    def rules(self) -> Iterator[Finding]:
        """Some choices are correct and some are not, no two are alike, a good one says what was missed."""
        if not any(choice.correct for choice in self.choices):
            yield ("choices",), "No choice is correct. Add “correct: yes” to each good one."
        elif all(choice.correct for choice in self.choices):
            yield ("choices",), "Every choice is correct, so there is nothing to choose. Add one that is not."
        for number, choice in enumerate(self.choices):
            if choice.correct and choice.missed is None:
                yield (
                    ("choices", number),
                    "“missed” is missing here: say what a learner missed who did not choose this good answer.",
                )
            if not choice.correct and choice.missed is not None:
                yield ("choices", number, "missed"), "“missed” is only for a choice that is correct. Take it out."
        yield from alike_texts([choice.text for choice in self.choices], "choices")
