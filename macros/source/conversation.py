"""Reads a line of a chat, and a line of a screen, as a lesson shows them."""

from __future__ import annotations

import re

# “Ines, 16:05: words”, “Ines, Monday: words”, “Ines, Monday 16:05: words”: the name, when it came, and what it says.
MESSAGE = re.compile(
    r"^(?P<who>[^,:]{1,30}), (?P<when>(?:[A-Z][a-z]+day|Today|Yesterday)(?:,? \d{1,2}[:.]\d\d)?|\d{1,2}[:.]\d\d): +"
    r"(?P<words>\S.*)$"
)
TYPING = re.compile(r"^(?P<who>[^,:]{1,30}) is typing(?:…|\.\.\.)?$")
NOTICE = re.compile(r"^- +(?P<words>\S.*)$")
STICKER = re.compile(r"^\[(?P<words>(?:sticker|photo|picture|video|voice message): [^\]]+)\]$")
SCREEN_LINE = re.compile(r"^(?P<label>[^:]{1,60}):(?: +(?P<value>\S.*))?$")


def read_message(line: str) -> dict[str, str] | None:
    """Read one line of a chat.

    Args:
        line: the line, without the space round it.

    Returns:
        Its `kind` (words, sticker, typing or notice), `who` wrote it, `when`, and its `words`; without
        what it has not; None where it is no line of a chat.
    """
    if message := MESSAGE.match(line):
        sticker = STICKER.match(message["words"])
        kind, words = ("sticker", sticker["words"]) if sticker else ("words", message["words"])
        return {"kind": kind, "who": message["who"], "when": message["when"], "words": words}
    if typing := TYPING.match(line):
        return {"kind": "typing", "who": typing["who"]}
    if notice := NOTICE.match(line):
        return {"kind": "notice", "words": notice["words"]}
    return None
