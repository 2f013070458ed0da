"""Steps to put in order, as learners see it."""

from __future__ import annotations

from macros.models.questions import PutInOrder
from macros.views.questions.common import (
    Reason,
    ShownOption,
    ShownPart,
    ShownQuestion,
    shown,
    stable_shuffle,
    two_reasons,
)


def show(question: PutInOrder) -> ShownQuestion:
    """Turn the question into parts, options with keys, and reasons."""
    places = {step.text: place for place, step in enumerate(question.steps)}
    parts: list[ShownPart] = []
    reasons: list[Reason] = []
    for text in stable_shuffle(list(places), question.id):
        step = question.steps[places[text]]
        yes, no = two_reasons(reasons, text, str(places[text] + 1), step.feedback, step.not_yet)
        options = tuple(
            ShownOption(str(place + 1), *(("yes", yes) if place == places[text] else ("no", no)))
            for place in range(len(question.steps))
        )
        parts.append(ShownPart(options, text, step.picture))
    return shown(question, "select", "number", "Write 1 by the first, 2 by the next, and so on.", parts, reasons)
