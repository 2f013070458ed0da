"""Reads a quiz line by line, as a person reads it: a name, a colon, and the words that were typed.

It shares nothing with the reader of the site and knows no YAML beyond what our quizzes use; of anything else it says
that it cannot tell. What it reads of a quiz must be what a learner is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

NAMED = re.compile(r"(?P<name>[a-z_]+):(?: +(?P<rest>.*))?$")
ITEM = re.compile(r"-(?P<space> +)(?P<rest>.*)$")
QUOTED = re.compile(r"""(?:'((?:[^']|'')*)'|"((?:[^"\\]|\\["\\])*)")$""")
PIECE = re.compile(r"""\s*((?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^,'"\[\]{}][^,\[\]{}]*))\s*(?:,|$)""")


class UnclearError(Exception):
    """A line is not written as the lines of our quizzes are."""


@dataclass
class _Line:
    indent: int
    text: str


def read_lines(text: str) -> Any:
    """Read a quiz.

    Returns:
        Dictionaries, lists and the words as they were typed; None where nothing was typed.

    Raises:
        UnclearError: it is written in another way.
    """
    lines = [
        _Line(len(line) - len(line.lstrip(" ")), line.strip())
        for line in text.replace("\r\n", "\n").split("\n")
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not lines:
        raise UnclearError
    value, end = _block(lines, 0, lines[0].indent)
    if end != len(lines):
        raise UnclearError
    return value


def _block(lines: list[_Line], at: int, indent: int) -> tuple[Any, int]:
    if lines[at].text == "-" or lines[at].text.startswith("- "):
        return _list(lines, at, indent)
    return _names(lines, at, indent)


def _list(lines: list[_Line], at: int, indent: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    while at < len(lines) and lines[at].indent == indent and lines[at].text.startswith("- "):
        match = ITEM.match(lines[at].text)
        if not match or not match["rest"]:
            raise UnclearError
        if NAMED.match(match["rest"]):
            within = indent + 1 + len(match["space"])
            lines[at] = _Line(within, match["rest"])
            value, at = _names(lines, at, within)
        else:
            value, at = _value(lines, at, indent, match["rest"])
        found.append(value)
    if at < len(lines) and lines[at].indent > indent:
        raise UnclearError
    return found, at


def _names(lines: list[_Line], at: int, indent: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    while at < len(lines) and lines[at].indent == indent and not lines[at].text.startswith("- "):
        match = NAMED.match(lines[at].text)
        if not match or match["name"] in found:
            raise UnclearError
        if match["rest"]:
            found[match["name"]], at = _value(lines, at, indent, match["rest"])
            continue
        at += 1
        after = lines[at] if at < len(lines) else _Line(-1, "")
        if after.indent > indent or (after.indent == indent and after.text.startswith("- ")):
            found[match["name"]], at = _block(lines, at, after.indent)
        else:
            found[match["name"]] = None
    if at < len(lines) and lines[at].indent > indent:
        raise UnclearError
    return found, at


def _value(lines: list[_Line], at: int, indent: int, words: str) -> tuple[Any, int]:
    """Read what stands after a colon or a dash; lines that are indented further go on with it."""
    at += 1
    if words[0] in "[{":
        return _in_brackets(words), at
    if words[0] in "|>&*!%@`":
        raise UnclearError
    while at < len(lines) and lines[at].indent > indent:
        if words[0] in "'\"" or NAMED.match(lines[at].text) or ": " in lines[at].text:
            raise UnclearError
        words += f" {lines[at].text}"
        at += 1
    return _words(words), at


def _in_brackets(words: str) -> Any:
    inside = words[1:-1]
    if words[-1] != {"[": "]", "{": "}"}[words[0]]:
        raise UnclearError
    pieces = []
    at = 0
    while at < len(inside):
        match = re.compile(r"""\s*(?:\w+: +)?""").match(inside, at)
        name = match[0].strip().rstrip(":") if match else ""
        at = match.end() if match else at
        piece = PIECE.match(inside, at)
        if not piece or (words[0] == "{") != bool(name):
            raise UnclearError
        pieces.append((name, _words(piece[1].strip())))
        at = piece.end()
    if words[0] == "[":
        return [value for _, value in pieces]
    if len({name for name, _ in pieces}) != len(pieces):
        raise UnclearError
    return dict(pieces)


def _words(words: str) -> str | None:
    if words[0] in "'\"":
        match = QUOTED.match(words)
        if not match:
            raise UnclearError
        return match[1].replace("''", "'") if words[0] == "'" else re.sub(r'\\(["\\])', r"\1", match[2])
    if ": " in words or words.endswith(":"):
        raise UnclearError
    return None if words in ("~", "null") else words
