"""What all questions have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.models.base import Finding, Identity, Model, Text, YesNo, normalised

# Added to every question by the component, so authors do not write it.
NOT_SURE = frozenset({"i'm not sure", "i am not sure", "not sure", "i don't know"})


class Choice(Model):
    """One answer that a learner can choose."""

    text: Text
    """The answer."""
    picture: Identity | None = None
    """The name of a symbol shown with it, for those who cannot read yet."""
    correct: YesNo = False
    """Whether it is a good answer."""
    feedback: Text
    """What is said to a learner who chose it: why, and what is safer."""


class Question(Model):
    """One question."""

    id: Identity
    """Its name within the quiz, which stays when the words change."""
    text: Text
    """The question."""
    picture: Identity | None = None
    """The name of a symbol shown with it."""
    hint: Text
    """What is offered after the first try."""
    topics: tuple[Identity, ...] = ()
    """The topics that it asks about."""


def alike_texts(texts: Sequence[str], where: str, what: str = "text") -> Iterator[Finding]:
    """Find texts that a reader would take for the same, and those that every question is given by itself.

    Args:
        texts: what stands in a list of the question, in order.
        where: the name of that list.
        what: the name of the text in each item of it.
    """
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
