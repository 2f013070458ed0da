"""Reads a lesson: its front matter, and the steps and blocks of its body.

A step is a heading `## Title (5 minutes)`. What stands in a step is for everyone, except what is
indented by four spaces under one of these lines:

    !!! teacher "Say"        for the teacher alone: never on a learner's page or the whiteboard
    !!! home                 for the grown-up at home
    !!! worksheet "Draw"     for the worksheet alone
    !!! word "password" key  a new word (and the symbol shown with it) and its meaning, for everyone
    !!! aloud                what a grown-up reads aloud to those who can't read yet, and the page says
    !!! chat "Year 6" bo     messages, each “Name, 16:05: words” (and the name of whoever holds the device)
    !!! screen "Sign up" sign-up   what a screen shows, each line “Label: value”

A line `{{ quiz("id") }}` is the place of the quiz. A line `---` begins a new page of the book.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros.problems import ContentError, Problem, did_you_mean
from macros.source.conversation import SCREEN_LINE, read_message
from macros.source.document import Document, Position
from macros.source.files import read_text
from macros.source.markdown_tree import Block, Tree, front_matter_of, read_tree

STEP = re.compile(r"(?P<title>.+?)(?: +\((?P<minutes>\d+) minutes?\))?")
# Of whatever begins as a box does, the kind.
ANY_BLOCK = re.compile(r"\s*(?:!!!|\?\?\?\+?)\s*(?P<kind>[\w-]*)")
NEW_PAGE = "---"
# What was surely meant as a block: its mark is incomplete, of another alphabet, or stands in a list or a quotation.
MEANT = re.compile(
    r"""^(?:[\s>]|[-*+]\s|\d+[.)]\s)*(?:[!！?]+\s*(?P<marked>teacher|home|worksheet|word|aloud|chat|screen)\b|"""
    r"""(?P<bare>teacher|home|worksheet|word|aloud|chat|screen)\s*["“][^"”]*["”][\w\s-]*$)""",
    re.IGNORECASE,
)
AUDIENCES = frozenset({"teacher", "home", "worksheet", "word", "aloud", "chat", "screen"})


def read_lesson(root: Path, path: str) -> Document:
    """Read a lesson's file.

    Args:
        root: the project's folder.
        path: the file, from the root, with forward slashes.

    Returns:
        As for `parse_lesson`.

    Raises:
        ContentError: the file cannot be read, or as for `parse_lesson`.
    """
    return parse_lesson(read_tree(read_text(root, path), path))


def parse_lesson(tree: Tree) -> Document:
    """Read a lesson from its page.

    Args:
        tree: the page.

    Returns:
        The front matter's values, and `steps`: for each its `title`, `minutes` (text, or None where
        the heading does not say) and `parts`; for each part its `kind` (everyone, teacher, home,
        worksheet, word, aloud, chat, screen or quiz), `title`, `picture` and `text`; for a chat its
        `messages` too, for a screen its `rows`; and `new_page` where it begins one.

    Raises:
        ContentError: there is no front matter, or the body is not made of steps.
    """
    front = front_matter_of(tree)
    if not isinstance(front.data, dict):
        raise ContentError([Problem(tree.path, 2, 1, "The front matter must be lines of “name: value”.")])
    if "steps" in front.data:
        line, column = front.keys[("steps",)]
        raise ContentError(
            [Problem(tree.path, line, column, "Steps are written as headings “## Title (5 minutes)”, not here.")]
        )
    document = replace(front, data=dict(front.data), values=dict(front.values))
    _Body(document, tree).read()
    return document


class _Body:
    def __init__(self, document: Document, tree: Tree) -> None:
        self.document = document
        self.first_line = tree.first_line
        self.lines = tree.body.split("\n")
        self.blocks = {block.line - self.first_line: block for block in tree.blocks}
        self.quizzes = {
            call.line - self.first_line: str(call.arguments[0])
            for call in tree.calls
            if call.name == "quiz" and call.alone and len(call.arguments) == 1 and not call.named
        }
        self.steps: list[dict[str, Any]] = []
        self.problems: list[Problem] = []
        self.text: list[str] = []
        self.text_from = 0
        self.new_page = False
        self.told_of_no_step = False  # all that stands there has one cause
        self.last_indented = -1

    def refuse(self, number: int, sentence: str, column: int = 1) -> None:
        self.problems.append(Problem(self.document.path, self.first_line + number, column, sentence))

    def read(self) -> None:
        number = 0
        while number < len(self.lines):
            line, block = self.lines[number], self.blocks.get(number)
            kind = block.kind if block else ""
            if block and kind == "heading" and block.level == 2 and line.startswith("## "):
                self.finish_text()
                self.begin_step(number, block)
            elif block and kind == "box" and block.box in AUDIENCES and block.mark == "!!!":
                self.finish_text()
                self.read_block(number, block)
                number = block.end - self.first_line
                continue
            elif block and kind == "fence":
                number = self.keep_fence(number, block)
                continue
            elif number in self.quizzes:
                self.finish_text()
                self.add_part(number, "quiz", None, self.quizzes[number])
            elif kind == "rule" and line.rstrip() == NEW_PAGE and self.steps:
                self.finish_text()
                self.new_page = True
            elif other := ANY_BLOCK.match(line):
                self.refuse_block(number, other["kind"])
                number = self.end_of_block(number)
                continue
            else:
                self.refuse_what_seems_a_block(number, line)
                self.keep(number, line)
            number += 1
        self.finish_text()
        self.document.values[("steps",)] = Position(self.first_line, 1)
        self.document.data["steps"] = self.steps
        if self.problems:
            raise ContentError(self.problems)

    def keep(self, number: int, line: str) -> None:
        if not self.text:
            if not line.strip():
                return
            self.text_from = number
        self.text.append(line)
        if line.strip() and not self.steps and not self.told_of_no_step:
            self.told_of_no_step = True
            self.refuse(number, "Words stand before the first step. Begin with a heading “## Title (5 minutes)”.")

    def keep_fence(self, number: int, fence: Block) -> int:
        """Keep a fenced block, in which nothing is a heading, a block or a call; give the line after it."""
        if not fence.closed:
            sentence = "This fence is opened and not closed. Close it with a line of the same marks alone."
            self.refuse(number, sentence)
        if self.lines[number].startswith("    "):
            self.refuse_what_seems_a_block(number, self.lines[number])
        end = fence.end - self.first_line
        for inside in range(number, end):
            self.keep(inside, self.lines[inside])
        return end

    def begin_step(self, number: int, heading: Block) -> None:
        place = Position(self.first_line + number, 1)
        loc = ("steps", len(self.steps))
        typed = self.lines[number][2:].strip()
        found = STEP.fullmatch(typed)
        title, minutes = (found["title"], found["minutes"]) if found else (typed, None)
        begin = self.lines[number].find(title) + 1
        self.document.values[loc] = self.document.values[(*loc, "parts")] = place
        self.document.values[(*loc, "title")] = Position(place.line, begin)
        at = begin + found.start("minutes") if found and minutes else begin
        self.document.values[(*loc, "minutes")] = Position(place.line, at)
        self.new_page = False
        self.steps.append({"title": title, "minutes": minutes, "parts": []})

    def end_of_block(self, number: int) -> int:
        end = number + 1
        while end < len(self.lines) and (not self.lines[end].strip() or self.lines[end].startswith("    ")):
            end += 1
        return end

    def refuse_block(self, number: int, kind: str) -> None:
        """Refuse a block that is not exactly one of ours: passed over, its words would be everyone's."""
        if kind in AUDIENCES and self.lines[number][0].isspace():
            sentence = f"“!!! {kind}” must begin at the left margin."
        elif kind in AUDIENCES:
            sentence = (
                f'This block is not written as the page needs it. Write: !!! {kind} "Title", with straight quotes.'
            )
        else:
            sentence = f"There is no block “{kind}”.{did_you_mean(kind, AUDIENCES)}"
        self.refuse(number, sentence)

    def refuse_what_seems_a_block(self, number: int, line: str) -> None:
        """Refuse words that would be everyone's though they may belong to a block: a child would read them."""
        meant = MEANT.match(line)
        if meant:
            kind = (meant["marked"] or meant["bare"]).lower()
            sentence = (
                f"This looks like a block and is none, so a child would read it. Write it at the left margin: "
                f'!!! {kind} "Title".'
            )
            self.refuse(number, sentence)
        elif line[:1].isspace() and line.strip():
            before, self.last_indented = self.last_indented, number
            if before == number - 1:
                return  # the line above is told, and this is of the same piece
            sentence = (
                "These words are indented and belong to no block, so a child would read them. Indent the words of a "
                "block by four spaces, and begin words for everyone at the left margin."
            )
            self.refuse(number, sentence)

    def refuse_what_touches(self, block: Block) -> None:
        """Refuse words right under a block: they may be the rest of its last line, as an editor wraps it."""
        end = block.end - self.first_line
        line = self.lines[end] if end < len(self.lines) else ""
        if not line.strip() or line[0].isspace():
            return
        below = self.blocks.get(end)
        if end in self.quizzes or ANY_BLOCK.match(line) or (below and below.kind in ("heading", "rule")):
            return
        sentence = (
            f"These words stand right under “!!! {block.box}”. If they belong to it, indent them by four "
            "spaces; if they are for everyone, leave an empty line above them."
        )
        self.refuse(end, sentence)

    def read_block(self, number: int, block: Block) -> None:
        begin, end = number + 1, block.end - self.first_line
        text = textwrap.dedent("\n".join(self.lines[begin:end])).strip("\n")
        if not text.strip():
            self.refuse(number, f"“!!! {block.box}” has no words. Indent them by four spaces under this line.")
        else:
            self.refuse_what_touches(block)
        if block.box == "word" and len(block.children) > 1:
            sentence = (
                "A new word’s meaning is one paragraph, and everyone reads it. If this belongs to another block, put "
                "that block’s first line above it."
            )
            self.refuse(block.children[1].line - self.first_line, sentence)
        read = {"chat": self.read_chat, "screen": self.read_screen}.get(block.box)
        more = read(begin, end) if read else {}
        self.add_part(number, block.box, block.title, text, block.picture, **more)

    def read_chat(self, start: int, end: int) -> dict[str, Any]:
        """Read the messages of a chat, and refuse a line that says not who wrote it, or not when."""
        messages = []
        for number in range(start, end):
            line = self.lines[number].strip()
            message = read_message(line)
            if message:
                messages.append(message)
            elif line:
                sentence = (
                    "A line of a chat says who, when and what: Ines, 16:05: Coming? (Or: Ines, Monday 16:05: …) "
                    "“- ” begins what the app itself says, and “Ines is typing” stands alone."
                )
                self.refuse(number, sentence, 5)
        return {"messages": messages}

    def read_screen(self, start: int, end: int) -> dict[str, Any]:
        """Read what a screen shows, line by line."""
        rows = []
        for number in range(start, end):
            line = self.lines[number].strip()
            row = SCREEN_LINE.match(line)
            if row:
                rows.append({"label": row["label"], "value": row["value"]})
            elif line:
                self.refuse(
                    number, "A line of a screen says what it is and what it shows: Who can see this: Everyone", 5
                )
        return {"rows": rows}

    def add_part(
        self, number: int, kind: str, title: str | None, text: str, picture: str | None = None, **more: Any
    ) -> None:
        if not self.steps:
            if not self.told_of_no_step:
                self.refuse(number, "This stands before the first step. Begin with a heading “## Title (5 minutes)”.")
            self.told_of_no_step = True
            return
        parts = self.steps[-1]["parts"]
        loc = ("steps", len(self.steps) - 1, "parts", len(parts))
        for name in ((), ("kind",), ("title",), ("text",), ("picture",), ("messages",), ("rows",)):
            self.document.values[(*loc, *name)] = Position(self.first_line + number, 1)
        part = {"kind": kind, "title": title, "text": text, **more}
        if self.new_page:
            part["new_page"], self.new_page = True, False
        parts.append(part | {"picture": picture} if picture else part)

    def finish_text(self) -> None:
        text = "\n".join(self.text).strip("\n")
        if text.strip() and self.steps:
            self.add_part(self.text_from, "everyone", None, text)
        self.text = []
