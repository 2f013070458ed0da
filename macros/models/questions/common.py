"""What all questions have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.models.base import Finding, Identity, Model, Text, normalised

# Added to every question by the component, so authors do not write it.
NOT_SURE = frozenset({"i'm not sure", "i am not sure", "not sure", "i don't know"})


class Choice(Model):
    """One answer that a learner can choose.

    Attributes:
        text: the answer.
        picture: the name of a symbol shown with it, for those who cannot read yet.
        correct: whether it is a good answer.
        feedback: what is said to a learner who chose it: why, and what is safer.
    """

    text: Text
    picture: Identity | None = None
    correct: bool = False
    feedback: Text


class Question(Model):
    """One question.

    Attributes:
        id: its name within the quiz, which stays when the words change.
        text: the question.
        picture: the name of a symbol shown with it.
        hint: what is offered after the first try.
        clauses: the policy clauses that it asks about.
    """

    id: Identity
    text: Text
    picture: Identity | None = None
    hint: Text
    clauses: tuple[Identity, ...] = ()


def alike_texts(texts: Sequence[str], where: str, what: str = "text") -> Iterator[Finding]:
    """Find texts that a reader would take for the same."""
    seen: dict[str, int] = {}
    for number, text in enumerate(texts):
        form = normalised(text)
        if form in seen:
            yield (
                (where, number, what),
                f"“{text}” says the same as number {seen[form] + 1} above. Make them differ, or keep one.",
            )
        elif form in NOT_SURE:
            yield (where, number, what), f"“{text}” is added to every question by itself. Take it out here."
        seen.setdefault(form, number)
