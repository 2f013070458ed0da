"""What a learner could do, as learners see it."""

from __future__ import annotations

from macros.models.questions import WhatWouldYouDo
from macros.views.questions.common import Key, Reason, ShownOption, ShownPart, ShownQuestion, shown


def show(question: WhatWouldYouDo) -> ShownQuestion:
    """Turn the question into parts, options with keys, and reasons."""
    verdicts = {"safest": "the safest choice", "okay": "okay, and also tell", "risky": "not yet"}
    options: list[ShownOption] = []
    reasons: list[Reason] = []
    for choice in question.choices:
        key: Key = "no" if choice.grade == "risky" else "may"
        options.append(ShownOption(choice.text, key, len(reasons), choice.picture))
        reasons.append(Reason(choice.text, verdicts[choice.grade], choice.feedback))
    return shown(question, "radio", "tick", "Tick what you would do.", [ShownPart(tuple(options))], reasons)
