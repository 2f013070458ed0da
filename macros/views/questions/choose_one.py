"""One answer to choose, as learners see it."""

from __future__ import annotations

from macros.models.questions import ChooseOne
from macros.views.questions.common import Reason, ShownOption, ShownPart, ShownQuestion, shown, verdict


def show(question: ChooseOne) -> ShownQuestion:
    """Turn the question into parts, options with keys, and reasons."""
    options: list[ShownOption] = []
    reasons: list[Reason] = []
    for choice in question.choices:
        options.append(ShownOption(choice.text, "yes" if choice.correct else "no", len(reasons), choice.picture))
        reasons.append(Reason(choice.text, verdict(choice.correct), choice.feedback))
    return shown(question, "radio", "tick", "Tick one.", [ShownPart(tuple(options))], reasons)
