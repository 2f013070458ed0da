"""Gives the lines of a Markdown text without its code, in which every sign is just that sign.

Two programs must agree on what is code: what reads here, and what makes the page. So only such code is read as code
on which they cannot differ: a span within one line, and a block between two fences of the same marks, with at most one
word after the first, whose lines are not indented by less than they are. Anything else is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.problems import Problem
from macros.source.calls import LONGEST_LINE, MARK, shown_raw, without_calls
from macros.source.fences import OPENING

# Behind a backslash a mark opens nothing, and is told.
SPAN = re.compile(r"(?<![`\\])(?P<marks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=marks)(?!`)")


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


def read_lines(text: str, path: str, first_line: int = 1) -> tuple[list[Line], list[Problem]]:
    """Read the lines of a Markdown text.

    Args:
        text: the text, without front matter.
        path: its file, for problems.
        first_line: the line of the file on which it begins.

    Returns:
        Its lines, and a problem for each place at which it is not certain what is code.
    """
    lines: list[Line] = []
    problems: list[Problem] = []
    opened: re.Match[str] | None = None
    opened_on = 0
    unmarked = shown_raw(text).split("\n")
    for number, line in enumerate(text.split("\n"), start=first_line):
        if opened:
            fence, indent = opened["fence"], len(opened["indent"])
            lines.append(Line(number, line, "", "", code=True))
            if line.rstrip(" ") == opened["indent"] + fence:
                opened = None
            elif re.fullmatch(rf" *{re.escape(fence[0])}{{{len(fence)},}} *", line):
                sentence = f"This closes no fence. Write just “{fence}”, indented as on line {opened_on}."
                problems.append(Problem(path, number, 1, sentence))
            elif line.strip() and len(line) - len(line.lstrip(" ")) < indent:
                sentence = f"This code is indented by less than its fence on line {opened_on}. Indent it by as much."
                problems.append(Problem(path, number, 1, sentence))
        elif len(line) > LONGEST_LINE:  # which is told by itself
            lines.append(Line(number, "x", "x", "x"))
        elif opened := OPENING.match(line):
            opened_on = number
            lines.append(Line(number, line, "", "", code=True))
            if not re.fullmatch(r" *[\w-]* *", line[opened.end() :]):
                sentence = "After the marks of a fence stands at most one word, such as “yaml”. Take the rest out."
                problems.append(Problem(path, number, opened.end() + 1, sentence))
        else:
            shown = _without_spans(line)
            words = unmarked[number - first_line]
            words = shown if words == line else _without_spans(words)
            lines.append(Line(number, line, shown, without_calls(words) if MARK.search(words) else words))
            if "`" in shown:
                sentence = "This ` is opened and not closed on its line. Close it, or take it out."
                problems.append(Problem(path, number, shown.index("`") + 1, sentence))
    if opened:
        sentence = "This fence is opened and not closed. Close it with a line of the same marks alone."
        problems.append(Problem(path, opened_on, 1, sentence))
    return lines, problems


def _without_spans(line: str) -> str:
    return SPAN.sub(lambda span: "x" * len(span[0]), line) if "`" in line else line
