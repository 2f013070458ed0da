"""Tells which words of a lesson are for whom, without the reader under test: a rule of its own, stricter than any.

A paragraph that begins with a block's mark belongs to its readers whole, however it is indented, and so does each
paragraph after it that begins with a space. Nothing else is the block's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MARK = re.compile(r"!!! (\w+)")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”*)]*\s+")
WORDS = 6  # a shorter sentence ("What can Pip say?") may fairly stand in two places
EVERYONE = ""


def paragraphs_of(text: str, audience: str) -> Iterator[str]:
    """Give the paragraphs of a lesson's file that are for one audience: teacher, home, worksheet, word or everyone."""
    body = text.split("\n---\n", 1)[1]
    whose = EVERYONE
    for paragraph in re.split(r"\n[ \t]*\n", body):
        lines = paragraph.strip("\n").split("\n")
        mark = MARK.search(lines[0])
        if mark:
            whose = mark[1]
            lines = lines[1:]
        elif not lines[0].startswith((" ", "\t")):
            whose = EVERYONE
        if whose == audience and lines:
            yield "\n".join(line.strip() for line in lines)


def sentences_of(text: str, audience: str) -> list[str]:
    """Give the sentences for one audience that are long enough to be known again, by their words alone."""
    found = []
    for paragraph in paragraphs_of(text, audience):
        for line in re.split(r"\n(?=[-*] |\d+\. )", paragraph):
            plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)
            plain = re.sub(r"<[^>]*>|\{\{.*?\}\}|[*`]", "", plain)
            plain = re.sub(r"^(?:[-*] |\d+\. |#+ |> )", "", plain)
            found += [words_alone(sentence) for sentence in SENTENCE_END.split(plain)]
    return [sentence for sentence in found if len(sentence.split()) >= WORDS]


def words_alone(text: str) -> str:
    """Give the words of a text with a space round each, and no other mark."""
    words = " ".join(re.findall(r"[^\W_]+", text))
    return f" {words} "
