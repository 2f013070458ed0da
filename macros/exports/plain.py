"""Plain words: other services show Markdown's marks as they stand, so they are taken off."""

from __future__ import annotations

import re

# Controls, marks that turn the direction of writing, half characters and the two that XML refuses.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
CODE = re.compile(r"(?<![\\`])(`+)(.+?)(?<!`)\1(?!`)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!])")
EMPHASIS = (
    re.compile(r"\*\*\*(?![*\s])(.+?)(?<!\s)\*\*\*"),
    re.compile(r"\*\*(?![*\s])(.+?)(?<!\s)\*\*"),
    re.compile(r"\*(?!\s)([^*]+)(?<!\s)\*"),
)
# What a keyboard has in place of printers' signs: the same words in any program, whatever it takes a file to be.
KEYBOARD = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " "})
STASHED = re.compile("\x02([0-9]+)\x03")


def plain(text: str) -> str:
    """Give the words that a page shows: without marks, hidden characters and line ends."""
    kept: list[str] = []

    def stash(words: str) -> str:
        kept.append(words)
        return f"\x02{len(kept) - 1}\x03"

    text = HIDDEN.sub("", " ".join(text.split()))
    if "`" in text or "\\" in text or "*" in text:
        text = CODE.sub(lambda code: stash(code[2].strip()), text)
        text = ESCAPED.sub(lambda escaped: stash(escaped[1]), text)
        for pattern in EMPHASIS:
            text = pattern.sub(r"\1", text)
        text = STASHED.sub(lambda stashed: kept[int(stashed[1])], text)
    return " ".join(text.split())


def has_hidden(text: str) -> bool:
    """Tell whether a text holds characters that nobody sees."""
    return HIDDEN.search(" ".join(text.split())) is not None


def on_a_keyboard(text: str) -> str:
    """Write quotes, dashes and dots as they are typed."""
    return text.translate(KEYBOARD)
