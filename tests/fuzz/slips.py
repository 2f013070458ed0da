"""The slips of which a broken copy is made: of a hand, of an editor, of a paste, and of somebody who means harm."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

# What has a meaning to YAML, Markdown, Jinja or HTML, what is unseen, and what is taken for something else.
PIECES = (
    " #", "#", ": ", ":", "- ", "-", "---", "'", '"', "“", "”", "’", "`", "```", "~~~", "*", "**", "_", "___",
    "&", "&amp;", "!", "!!! ", '!!! teacher "Say"\n    ', "! ", "| ", "> ", ">-", "? ", "% ", "@", "[", "]",
    "{", "}", "{{", "}}", "{%", "{#", "<", ">", "<!--", "<b>", "</div>", "<script>", "\\", "\\n", "\t", "  ",
    "    ", "\u00a0", "\u200b", "\u202e", "\ufeff", "\r", "\x00", "\u2028", "🦊", "é", "0800 1112", "No", "yes",
    "~", "null", "12:30", "1e3", "0x1F", "2026-11-22", "true", "https://", "](x.md)", "![](a.svg)", "=cmd",
    "$(id)", "../", "%s", "\n", "\n\n", "\n---\n", "\n    ", "\n   ", "#KitIsFun", "kit*f*x", "one_two_three",
)  # fmt: skip
MUCH = (
    "x" * 40_000,
    "{{" * 5_000,
    "[" * 3_000,
    "- " * 3_000,
    "a@" * 20_000,
    "\n" * 20_000,
    "> " * 2_000,
    "1 " * 20_000,
)


@dataclass(frozen=True)
class Slip:
    """One change of one file.

    Attributes:
        path: the file.
        kind: what is done, a name of KINDS.
        at: where, as a number that is taken modulo what there is.
        what: with what, likewise.
    """

    path: str
    kind: str
    at: int
    what: int


def _line(change: Callable[[list[str], int, int], None]) -> Callable[[str, int, int], str]:
    def slip(text: str, at: int, what: int) -> str:
        lines = text.split("\n")
        change(lines, at % len(lines), what)
        return "\n".join(lines)

    return slip


def _insert(text: str, at: int, what: int) -> str:
    place = at % (len(text) + 1)
    return text[:place] + PIECES[what % len(PIECES)] + text[place:]


def _insert_at_word(text: str, at: int, what: int) -> str:
    places = [match.start() for match in re.finditer(r"\b\w|$", text)]
    place = places[at % len(places)]
    return text[:place] + PIECES[what % len(PIECES)] + text[place:]


def _delete(text: str, at: int, what: int) -> str:
    place = at % (len(text) + 1)
    return text[:place] + text[place + 1 + what % 3 :]


def _delete_mark(text: str, at: int, what: int) -> str:
    marks = [match.start() for match in re.finditer(r"[^\w ]|(?<=\n) +", text)]
    if not marks:
        return text
    place = marks[at % len(marks)]
    return text[:place] + text[place + 1 :]


def _replace_value(text: str, at: int, what: int) -> str:
    values = list(re.finditer(r"(?<=: )[^\n]+", text))
    if not values:
        return text
    value = values[at % len(values)]
    return text[: value.start()] + PIECES[what % len(PIECES)] + text[value.end() :]


def _much(text: str, at: int, what: int) -> str:
    place = at % (len(text) + 1)
    return text[:place] + MUCH[what % len(MUCH)] + text[place:]


def _indent(lines: list[str], at: int, what: int) -> None:
    by = (-4, -3, -2, -1, 1, 2, 3, 4)[what % 8]
    line = lines[at]
    lines[at] = " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]


def _wrap(lines: list[str], at: int, what: int) -> None:
    words = lines[at].split(" ")
    place = 1 + what % max(1, len(words) - 1)
    lines[at : at + 1] = [" ".join(words[:place]), " ".join(words[place:])]


def _join(lines: list[str], at: int, what: int) -> None:
    lines[at : at + 2] = [" ".join(lines[at : at + 2])]


def _remove(lines: list[str], at: int, what: int) -> None:
    del lines[at : at + 1 + what % 6]


def _twice(lines: list[str], at: int, what: int) -> None:
    lines[at:at] = lines[at : at + 1 + what % 6]


def _move(lines: list[str], at: int, what: int) -> None:
    moved = lines[at : at + 1 + what % 5]
    del lines[at : at + len(moved)]
    to = (what // 5) % (len(lines) + 1)
    lines[to:to] = moved


KINDS: dict[str, Callable[[str, int, int], str]] = {
    "insert": _insert,
    "insert at a word": _insert_at_word,
    "delete": _delete,
    "delete a mark": _delete_mark,
    "replace a value": _replace_value,
    "indent": _line(_indent),
    "wrap": _line(_wrap),
    "join": _line(_join),
    "remove lines": _line(_remove),
    "lines twice": _line(_twice),
    "move lines": _line(_move),
    "end here": lambda text, at, what: text[: at % (len(text) + 1)],
    "much": _much,
}


def broken(texts: dict[str, str], slips: Sequence[Slip]) -> dict[str, str]:
    """Give the texts of the files that some slips have changed."""
    changed: dict[str, str] = {}
    for slip in slips:
        before = changed.get(slip.path, texts[slip.path])
        changed[slip.path] = KINDS[slip.kind](before, slip.at, slip.what)
    return {path: text for path, text in changed.items() if text != texts[path]}
