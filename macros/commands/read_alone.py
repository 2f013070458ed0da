"""Prints the sentences that a person reads as a literal child would: each alone, as if it stood on a wall.

A check can refuse what is plainly wrong. Whether a sentence with “secret”, “never” or “meet” in it tells a child to
keep quiet, to go somewhere or to wait is for a person to judge: for the designated safeguarding lead (DSL).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from macros.checks.learner_words import Piece, asked_for, place_of, sentences_of
from macros.source import read_text

# The words are those of part 4 of the project's sheet on its voice, in all their forms.
READ_ALONE = re.compile(
    r"\bsecret(?:s|ly|ive)?\b|\bnever\b|\bmust(?:n['’]t)?\b|\b(?:do|does|did)(?:n['’]t| not) (?:ever )?tell\b"
    r"|\btell (?:no[ -]?(?:one|body))\b|\bke(?:ep|eps|eping|pt)\b|\bpromis(?:e|es|ed|ing)\b|\bme(?:et|ets|eting|t)\b",
    re.IGNORECASE,
)
SIGN = "Read by: ____________________ DSL  Date: ____________"


def read_alone(root: Path, words: Sequence[Piece], wanted: Sequence[str] = ()) -> Iterator[str]:
    """Give the lines to print: each page that has such sentences, the sentences with file and line, and a line to sign.

    Args:
        root: the project's folder.
        words: every word that a learner reads, by page.
        wanted: which pages: words of their names or of their files. Without any, all.

    Raises:
        NoPageError: no page has one of the words in its name or its file.
        ContentError: the file of some words cannot be read.
    """
    chosen = [piece for piece in asked_for(words, wanted, "page for learners") if not piece.spoken]
    texts: dict[str, str] = {}
    count = 0
    for page, pieces in groupby(chosen, key=lambda piece: piece.page):
        lines = []
        for piece in pieces:
            for sentence in sentences_of(piece.text):
                if READ_ALONE.search(sentence.text):
                    if piece.path not in texts:
                        texts[piece.path] = read_text(root, piece.path)
                    place = place_of(texts[piece.path], sentence.text, piece.line)
                    lines.append(f"{piece.path}:{place.line}: {sentence.text}")
        if lines:
            count += len(lines)
            yield from (page, *lines, "")
    yield f"Each of the {count} sentences above was read alone: none tells a child to keep quiet, to go or to wait."
    yield SIGN
