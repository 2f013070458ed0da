"""Pairs to match, as learners see it."""

from __future__ import annotations

from macros.models.questions import Match
from macros.views.questions.common import (
    Reason,
    ShownOption,
    ShownPart,
    ShownQuestion,
    shown,
    stable_shuffle,
    two_reasons,
)


def show(question: Match) -> ShownQuestion:
    """Turn the question into parts, options with keys, and reasons."""
    bank = stable_shuffle([pair.match for pair in question.pairs], question.id)
    parts: list[ShownPart] = []
    reasons: list[Reason] = []
    for pair in question.pairs:
        yes, no = two_reasons(reasons, pair.text, pair.match, pair.feedback, pair.not_yet)
        options = tuple(ShownOption(text, *(("yes", yes) if text == pair.match else ("no", no))) for text in bank)
        parts.append(ShownPart(options, pair.text, pair.picture))
    return shown(question, "select", "join", "Draw a line to join each pair.", parts, reasons, bank)
