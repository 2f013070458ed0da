"""What is said when something an author wrote is not right."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

LONG_QUOTATION = re.compile(r"“([^”]{160})[^”]{40,}”")  # what nobody reads whole in a list of mistakes
LONGEST = 900  # characters of a sentence


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in one place of one file.

    Attributes:
        path: the file, from the project's root, with forward slashes.
        line: the line, counted from 1.
        column: the character in the line, counted from 1.
        sentence: what is wrong and what to do, for a person who does not program; long quotations are cut.
    """

    path: str
    line: int
    column: int
    sentence: str

    def __post_init__(self) -> None:
        sentence = LONG_QUOTATION.sub(r"“\1…”", self.sentence)
        if len(sentence) > LONGEST:
            sentence = sentence[:LONGEST] + "…"
        object.__setattr__(self, "sentence", sentence)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.sentence}"


class ContentError(Exception):
    """One or more problems in the content; its text is one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @property
    def count(self) -> str:
        """How many there are, in words: "1 problem", "2 problems"."""
        return f"{len(self.problems)} problem{'s' if len(self.problems) != 1 else ''}"


class MistakeError(Exception):
    """Something that was saved is to be mended before it can be shown; the text says what, a line for each mistake."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give a sentence that names the known word closest to a mistyped one.

    Args:
        word: what was written.
        known: what could have been meant.

    Returns:
        " Did you mean …?", or a short list of what there is, or "" where there is nothing.
    """
    choices = sorted(set(known))
    written = {choice.casefold(): choice for choice in choices}  # “ps-y3-1” is nearer to “PS-Y3-1” than to any other
    close = difflib.get_close_matches(word.casefold(), written, n=1, cutoff=0.6)
    if close:
        return f" Did you mean “{written[close[0]]}”?"
    if not choices:
        return ""
    shown = ", ".join(f"“{choice}”" for choice in choices[:8])
    return f" There is {shown}{' and more' if len(choices) > 8 else ''}."
