"""Several answers to choose, as learners see it."""

from __future__ import annotations

from macros.models.questions import ChooseMany
from macros.views.questions.common import Reason, ShownOption, ShownPart, ShownQuestion, shown, verdict


def show(question: ChooseMany) -> ShownQuestion:
    """Turn the question into parts, options with keys, and reasons."""
    options: list[ShownOption] = []
    reasons: list[Reason] = []
    for choice in question.choices:
        say = len(reasons)
        reasons.append(Reason(choice.text, verdict(choice.correct), choice.feedback))
        missed = None
        if choice.missed:
            missed = len(reasons)
            reasons.append(Reason("Not chosen?", "", choice.missed, spare=True))
        options.append(ShownOption(choice.text, "yes" if choice.correct else "no", say, choice.picture, missed))
    return shown(question, "checkbox", "tick", "Tick every good answer.", [ShownPart(tuple(options))], reasons)
