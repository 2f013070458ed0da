"""Reads the sentences of a Markdown text, each with its place and with what stands over it and belongs to its sense.

“School closed? Ring us.” is one sentence here: the question says when the answer holds. So do a label in bold type at
the head of a paragraph, a line that ends with a colon before a list, and a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.source.calls import without_raw
from macros.source.markdown_tree import Block, Inline, Tree, read_blocks

END = re.compile(r"[.!?…][\"”’')\]*_]*(?=\s+(?![a-z]))")
QUESTION = re.compile(r"\?[*_]*$")
LABEL = re.compile(r"\*\*[^*]+\*\*$")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text.

    Attributes:
        words: the sentence as it is written, with its marks, links and macros; code in it is blanked.
        begins: for each of its lines, the line of the file and the character at which it begins.
        over: the label and the line before a list that belong to it.
        heading: the heading, or the title of the box, under which it stands.
    """

    words: str
    begins: tuple[tuple[int, int], ...]
    over: str = ""
    heading: str = ""

    def place(self, offset: int = 0) -> tuple[int, int]:
        """Give the line and the column of a place in it, both counted from 1.

        Args:
            offset: how many of its characters stand before the place.
        """
        before = self.words[:offset]
        line, column = self.begins[before.count("\n")]
        return line, column + len(before) - before.rfind("\n") - 1


@dataclass
class _Words:
    """The words of a paragraph, of an item or of a row of a table."""

    text: str
    begins: tuple[tuple[int, int], ...]
    item: bool
    heading: str


def read_sentences(text: str) -> list[Sentence]:
    """Read the sentences of a text in Markdown.

    Args:
        text: the text; code and notes are passed over.
    """
    return _sentences(read_blocks(text), without_raw(text).split("\n"))


def sentences_in(tree: Tree, blocks: Iterable[Block]) -> list[Sentence]:
    """Read the sentences of some blocks of a page.

    Args:
        tree: the page.
        blocks: those of its blocks.
    """
    return _sentences(blocks, without_raw(tree.text).split("\n"))


def _sentences(blocks: Iterable[Block], lines: Sequence[str]) -> list[Sentence]:
    found: list[Sentence] = []
    before_list = ""
    for words in _Reader(lines).read(blocks):
        if not words.item:
            before_list = ""
        found.extend(_in_words(words, before_list))
        if words.text.rstrip("*_ \n").endswith(":") and found:
            before_list = found[-1].words
    return found


class _Reader:
    """Goes through blocks in order, and keeps what stands over them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.heading = ""

    def read(self, blocks: Iterable[Block], box: str = "", *, item: bool = False) -> Iterator[_Words]:
        for number, block in enumerate(blocks):
            if block.kind == "heading":
                self.heading, box = block.text, ""
            elif block.kind == "row":
                yield self.words(
                    block, [piece for cell in block.children for piece in cell.inlines], item=False, box=box
                )
            elif block.kind in ("paragraph", "term"):
                yield self.words(block, block.inlines, item=item and not number, box=box)
            elif block.kind == "html":
                numbers = range(block.line, block.end)
                text = "\n".join(self.lines[line - 1] for line in numbers)
                yield _Words(text, tuple((line, 1) for line in numbers), item=False, heading=box or self.heading)
            elif block.kind == "box":
                yield from self.read(block.children, block.title or "")
            else:
                yield from self.read(block.children, box, item=block.kind == "item")

    def words(self, block: Block, pieces: Iterable[Inline], *, item: bool, box: str) -> _Words:
        """Give the words of a block as they were typed, but for code, notes and what is raw to the template engine."""
        texts = [
            self.lines[line - 1][column - 1 : column - 1 + len(text)]
            for (line, column), text in zip(block.begins, block.text.split("\n"), strict=True)
        ]
        lines = [line for line, _ in block.begins]
        for piece in (piece for top in pieces for piece in top.walk()):
            length = piece.length or len(piece.text) * piece.text.startswith("<!--")
            if length and piece.line in lines:
                number = lines.index(piece.line)
                at = piece.column - block.begins[number][1]
                texts[number] = f"{texts[number][:at]}{' ' * length}{texts[number][at + length :]}"
        return _Words("\n".join(texts), block.begins, item, box or self.heading)


def _in_words(block: _Words, before_list: str) -> Iterator[Sentence]:
    label, begun = "", 0
    words = block.text
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
        start = begun + len(said) - len(said.lstrip())
        above = words.count("\n", 0, start)
        line, column = block.begins[above]
        column += start - (words.rfind("\n", 0, start) + 1)
        begins = ((line, column), *block.begins[above + 1 :])
        yield Sentence(bare, begins, f"{before_list} {label}".strip(), block.heading)
        begun = end
