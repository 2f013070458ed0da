"""A statement that is true or false, as learners see it."""

from __future__ import annotations

from macros.models.questions import TrueOrFalse
from macros.views.questions.common import Reason, ShownOption, ShownPart, ShownQuestion, shown, verdict


def show(question: TrueOrFalse) -> ShownQuestion:
    """Turn the question into parts, options with keys, and reasons."""
    options = (
        ShownOption("True", "yes" if question.answer else "no", 0, "tick"),
        ShownOption("False", "no" if question.answer else "yes", 1, "cross"),
    )
    reasons = [
        Reason("True", verdict(question.answer), question.if_true),
        Reason("False", verdict(not question.answer), question.if_false),
    ]
    return shown(question, "radio", "tick", "Tick one.", [ShownPart(options)], reasons)
