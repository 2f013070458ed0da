"""Things to sort into groups, as learners see it."""

from __future__ import annotations

from macros.models.questions import Sort
from macros.views.questions.common import Reason, ShownOption, ShownPart, ShownQuestion, shown, two_reasons


def show(question: Sort) -> ShownQuestion:
    """Turn the question into parts, options with keys, and reasons."""
    names = {group.id: group.text for group in question.groups}
    parts: list[ShownPart] = []
    reasons: list[Reason] = []
    for item in question.items:
        yes, no = two_reasons(reasons, item.text, names[item.group], item.feedback, item.not_yet)
        options = tuple(
            ShownOption(group.text, *(("yes", yes) if group.id == item.group else ("no", no)), group.picture)
            for group in question.groups
        )
        parts.append(ShownPart(options, item.text, item.picture))
    return shown(question, "radio", "table", "Tick one box in each row.", parts, reasons)
