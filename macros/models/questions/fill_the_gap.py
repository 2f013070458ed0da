"""Fill the gap from a word bank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.base import Finding, Model, Text, normalised
from macros.models.questions.common import Question, alike_texts

GAP = "___"


class Sentence(Model):
    """A sentence with one gap."""

    text: Text
    """The sentence, with three underscores where the gap is."""
    answer: Text
    """The word that fills it."""
    feedback: Text
    """What is said when it is filled well: why."""
    not_yet: Text
    """What is said when another word stands there."""


class FillTheGap(Question):
    """Sentences with a gap each, and one bank of words for all."""

    type: Literal["fill-the-gap"]
    sentences: tuple[Sentence, ...] = Field(min_length=1, max_length=5)
    """The sentences."""
    spare_words: tuple[Text, ...] = Field(default=(), max_length=4)
    """Words in the bank that fill no gap."""

    def rules(self) -> Iterator[Finding]:
        """Each sentence has one gap, no word is in the bank twice, and there is something to choose."""
        for number, sentence in enumerate(self.sentences):
            gaps = sentence.text.count(GAP)
            if gaps != 1:
                yield (
                    ("sentences", number, "text"),
                    f"A sentence needs one gap, written as three underscores, and this one has {gaps}.",
                )
        yield from alike_texts([sentence.answer for sentence in self.sentences], "sentences", "answer")
        answers = {normalised(sentence.answer) for sentence in self.sentences}
        for number, word in enumerate(self.spare_words):
            if normalised(word) in answers:
                yield ("spare_words", number), f"“{word}” fills a gap, so it is not spare. Take it out here."
        if len(self.sentences) + len(self.spare_words) < 2:
            yield ("sentences",), "There is one word only, so there is nothing to choose. Add “spare_words”."

    @property
    def bank(self) -> tuple[str, ...]:
        """All words to choose from."""
        return (*(sentence.answer for sentence in self.sentences), *self.spare_words)
