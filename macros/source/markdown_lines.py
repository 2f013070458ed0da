"""Gives the lines of a Markdown text without its code, in which every sign is just that sign.

Two programs must agree on what is code: what reads here, and what makes the page. So only such code is read as code
on which they cannot differ: a span within one line, and a block between two fences of the same marks, with at most one
word after the first, whose lines are not indented by less than they are. Anything else is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.problems import Problem
from macros.source.calls import LONGEST_LINE, MARK, shown_raw, without_calls
from macros.source.markdown_tree import Block, Inline, Tree, read_blocks


@dataclass(frozen=True)
class Line:
    """A line of Markdown as it was typed.

    Attributes:
        number: its number in the file, counted from 1.
        typed: the line itself.
        text: the line, with an “x” for each character of a code span; "" for a line of a fenced block.
        words: the same, and each macro call is blanked likewise.
        code: whether it belongs to a fenced block.
    """

    number: int
    typed: str
    text: str
    words: str
    code: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing stands on it, or the mark of a quotation alone."""
        return not self.code and not self.text.strip(" >")


def lines_of(tree: Tree) -> tuple[list[Line], list[Problem]]:
    """Give the lines of a page's body.

    Args:
        tree: the page.

    Returns:
        Its lines, and a problem for each place at which it is not certain what is code.
    """
    return _lines(tree.body, tree.path, tree.first_line, tree.blocks)


def read_lines(text: str, path: str, first_line: int = 1) -> tuple[list[Line], list[Problem]]:
    """Read the lines of a Markdown text.

    Args:
        text: the text, without front matter.
        path: its file, for problems.
        first_line: the line of the file on which it begins.

    Returns:
        As for `lines_of`.
    """
    # Most values hold no code.
    blocks = read_blocks(text, first_line) if "`" in text or "~~~" in text else ()
    return _lines(text, path, first_line, blocks)


def _lines(text: str, path: str, first_line: int, blocks: Sequence[Block]) -> tuple[list[Line], list[Problem]]:
    typed = text.split("\n")
    every = [block for top in blocks for block in top.walk()]
    fences = [block for block in every if block.kind == "fence"]
    fenced = {number for fence in fences for number in range(fence.line, fence.end)}
    spans: dict[int, list[Inline]] = {}
    problems = [problem for fence in fences for problem in _unclear(fence, typed, path, first_line)]
    for piece in (piece for block in every for inline in block.inlines for piece in inline.walk()):
        within = piece.column - 1 + piece.length <= len(typed[piece.line - first_line])
        if piece.kind == "code" and within:
            spans.setdefault(piece.line, []).append(piece)
        elif piece.kind == "code" or (piece.kind == "text" and "`" in piece.text):
            column = piece.column + max(piece.text.find("`"), 0) * (piece.kind == "text")
            sentence = "This ` is opened and not closed on its line. Close it, or take it out."
            problems.append(Problem(path, piece.line, column, sentence))
    lines = []
    for number, (line, unmarked) in enumerate(zip(typed, shown_raw(text).split("\n"), strict=True), start=first_line):
        if number in fenced:
            lines.append(Line(number, line, "", "", code=True))
        elif len(line) > LONGEST_LINE:  # which is told by itself
            lines.append(Line(number, "x", "x", "x"))
        else:
            shown, words = (_without(spans.get(number, ()), given) for given in (line, unmarked))
            lines.append(Line(number, line, shown, without_calls(words) if MARK.search(words) else words))
    return lines, problems


def _without(spans: Sequence[Inline], line: str) -> str:
    for span in spans:
        begin = span.column - 1
        line = f"{line[:begin]}{'x' * span.length}{line[begin + span.length :]}"
    return line


def _unclear(fence: Block, typed: Sequence[str], path: str, first_line: int) -> Iterator[Problem]:
    """Find what of a fenced block another program could read otherwise."""
    lines = typed[fence.line - first_line : fence.end - first_line]
    before, marks, _ = lines[0].partition(fence.mark)
    if not fence.closed:
        sentence = "This fence is opened and not closed. Close it with a line of the same marks alone."
        yield Problem(path, fence.line, 1, sentence)
    if len((fence.title or "").split()) > 1 or not (fence.title or "x").replace("-", "_").isidentifier():
        sentence = "After the marks of a fence stands at most one word, such as “yaml”. Take the rest out."
        yield Problem(path, fence.line, len(before) + len(marks) + 1, sentence)
    if fence.closed and lines[-1].rstrip(" ") != before + marks:
        sentence = f"This closes no fence. Write just “{marks}”, indented as on line {fence.line}."
        yield Problem(path, fence.end - 1, 1, sentence)
    for number, line in enumerate(lines[1:], start=fence.line + 1):
        if line.strip() and len(line) - len(line.lstrip(" ")) < len(before) - len(before.lstrip(" ")):
            sentence = f"This code is indented by less than its fence on line {fence.line}. Indent it by as much."
            yield Problem(path, number, 1, sentence)
