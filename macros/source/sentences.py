"""Reads the sentences of a Markdown text, each with its place and with what stands over it and belongs to its sense.

“School closed? Ring us.” is one sentence here: the question says when the answer holds. So do a label in bold type at
the head of a paragraph, a line that ends with a colon before a list, and a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FRONT_MATTER = re.compile(r"\A---\n.*?\n---(?=\n)", re.DOTALL)
# What is shown as it was typed, or not at all, holds no sentence of the page.
UNREAD = re.compile(
    r"^(?P<fence> *(?:```+|~~~+))[^\n]*\n.*?(?:^(?P=fence)|\Z)|`[^`\n]+`|<!--.*?-->"
    r"|\{%-? *raw *-?%\}.*?\{%-? *endraw *-?%\}",
    re.MULTILINE | re.DOTALL,
)
HEADING = re.compile(r"#{1,6} +(?P<words>.*?)\s*(?:\{[^}]*\}\s*)?$")
ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?) *[\w-]+(?: +\"(?P<title>[^\"\n]*)\")? *$")
ITEM = re.compile(r"(?:[-*+]|\d+[.)])\s+")
ROW = re.compile(r"\|")
MARKER = re.compile(r"(?:>\s*|(?:[-*+]|\d+[.)])\s+)+")
END = re.compile(r"[.!?…][\"”’')\]*_]*(?=\s+(?![a-z]))")
QUESTION = re.compile(r"\?[*_]*$")
LABEL = re.compile(r"\*\*[^*]+\*\*$")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text.

    Attributes:
        words: the sentence as it is written, with its marks, links and macros.
        start: where in the text it begins.
        over: the label and the line before a list that belong to it.
        heading: the heading, or the title of the box, under which it stands.
    """

    words: str
    start: int
    over: str = ""
    heading: str = ""


@dataclass
class _Block:
    start: int
    end: int
    item: bool
    heading: str


def read_sentences(text: str) -> list[Sentence]:
    """Read the sentences of a page, or of any text in Markdown.

    Args:
        text: the text; front matter, code and comments are passed over.
    """
    hidden = UNREAD.sub(_blank, FRONT_MATTER.sub(_blank, text))
    found: list[Sentence] = []
    before_list = ""
    for block in _blocks(hidden):
        words = hidden[block.start : block.end]
        if not block.item:
            before_list = ""
        found.extend(_in_block(words, block, before_list))
        if words.rstrip("*_ \n").endswith(":"):
            before_list = found[-1].words
    return found


def place(text: str, offset: int, first_line: int = 1) -> tuple[int, int]:
    """Give the line and the column of a place in a text.

    Args:
        text: the text.
        offset: how many characters stand before the place.
        first_line: the line of the file on which the text begins.

    Returns:
        Both counted from 1.
    """
    return first_line + text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1) + 1


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _blocks(text: str) -> Iterator[_Block]:
    """Give each paragraph, item and row of a table."""
    heading, box, box_indent = "", "", -1
    now: _Block | None = None
    offset = 0
    for line in text.split("\n"):
        bare = line.strip()
        indent = len(line) - len(line.lstrip())
        if bare and indent <= box_indent:
            box, box_indent = "", -1
        title, admonition = HEADING.match(bare), ADMONITION.match(bare)
        if now and (not bare or title or admonition or ITEM.match(bare) or ROW.match(bare)):
            yield now
            now = None
        if title:
            heading, box, box_indent = title["words"], "", -1
        elif admonition:
            box, box_indent = admonition["title"] or "", indent
        elif bare and now is None:
            marker = MARKER.match(bare)
            start = offset + indent + (marker.end() if marker else 0)
            now = _Block(start, offset + len(line), bool(ITEM.match(bare)), box or heading)
        elif bare and now:
            now.end = offset + len(line)
        offset += len(line) + 1
    if now:
        yield now


def _in_block(words: str, block: _Block, before_list: str) -> Iterator[Sentence]:
    label, begun = "", 0
    for end in (*(match.end() for match in END.finditer(words)), len(words)):
        said = words[begun:end]
        bare = said.strip()
        if not bare:
            continue
        if QUESTION.search(bare) and '"' not in bare and "“" not in bare and end < len(words):
            continue  # the answer stands with its question
        if LABEL.fullmatch(bare) and end < len(words):
            label = bare
            begun = end
            continue
        start = block.start + begun + len(said) - len(said.lstrip())
        yield Sentence(bare, start, f"{before_list} {label}".strip(), block.heading)
        begun = end
