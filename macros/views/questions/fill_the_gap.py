"""Sentences with a gap, as learners see it."""

from __future__ import annotations

from macros.models.questions import FillTheGap
from macros.models.questions.fill_the_gap import GAP
from macros.views.questions.common import (
    Reason,
    ShownOption,
    ShownPart,
    ShownQuestion,
    shown,
    stable_shuffle,
    two_reasons,
)


def show(question: FillTheGap) -> ShownQuestion:
    """Turn the question into parts, options with keys, and reasons."""
    bank = stable_shuffle(question.bank, question.id)
    parts: list[ShownPart] = []
    reasons: list[Reason] = []
    for sentence in question.sentences:
        gapped = sentence.text.replace(GAP, "……")
        yes, no = two_reasons(reasons, gapped, sentence.answer, sentence.feedback, sentence.not_yet)
        options = tuple(ShownOption(word, *(("yes", yes) if word == sentence.answer else ("no", no))) for word in bank)
        parts.append(ShownPart(options, gapped))
    return shown(question, "select", "write", "Write a word from the box in each gap.", parts, reasons, bank)
