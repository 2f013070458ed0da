"""Gives every word that a learner reads, by page, and the place of a sentence in its file.

What the site itself adds (headings, buttons, “Tell a grown-up you trust.”) stands in templates and is not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.checks.quiz_quality import END, WORD, texts_of
from macros.models.clause_use import ClauseUses
from macros.models.help_route import HelpRoute
from macros.models.lesson import Lesson
from macros.models.phase import Phases
from macros.models.quiz import Quiz
from macros.models.symbol import Symbols
from macros.problems import did_you_mean
from macros.source import Document, Position, Step, Tree
from macros.source.markdown_tree import PLAIN, TAG, Inline, read_blocks

READER = "learners"
PARTS = ("everyone", "word", "aloud")
SHOWN = ("chat", "screen")

GAP = "___"  # of a quiz, where a word is to be filled in
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")


class NoPageError(Exception):
    """No page has a word that was asked for; the text says so."""


@dataclass(frozen=True)
class Piece:
    """Words that a learner reads.

    Attributes:
        page: what they are a part of: “Quiz: Know, like, trust”.
        path: their file.
        line: the line on which they begin, or a little before it.
        text: the words, in Markdown.
        spoken: whether a teacher says aloud what stands in quotation marks, and nobody reads the rest.
        defines: the word of which they are the meaning.
    """

    page: str
    path: str
    line: int
    text: str
    spoken: bool = False
    defines: str | None = None


@dataclass(frozen=True)
class Sentence:
    """One sentence of a piece.

    Attributes:
        paragraph: the paragraph in which it stands, without marks.
        begins: where it begins there.
        ends: where it ends.
    """

    paragraph: str
    begins: int
    ends: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.paragraph[self.begins : self.ends].strip()

    @property
    def narrated(self) -> str:
        """Its words, without what stands in quotation marks, which somebody says."""
        blanked = QUOTED.sub(lambda found: " " * len(found[0]), self.paragraph)
        return " ".join(blanked[self.begins : self.ends].split())

    @property
    def before(self) -> str:
        """What stands before it in its paragraph."""
        return self.paragraph[: self.begins]


def of_lesson(document: Document, lesson: Lesson) -> Iterator[Piece]:
    """Give the learner's words of a lesson: its page, its story and its worksheet; and what its teacher says.

    Args:
        document: the lesson's file, for the places.
        lesson: what it holds.
    """

    def piece(kind: str, text: str, *loc: Step, spoken: bool = False, defines: str | None = None) -> Piece:
        line = document.position(loc).line
        return Piece(f"{kind}: {lesson.title}", document.path, line, text, spoken, defines)

    yield piece("Lesson", lesson.outcome, "outcome")
    story: list[Piece] = []
    sheet: list[Piece] = []
    for number, line in enumerate(lesson.social_story):
        story.append(piece("Story", line.text, "social_story", number, "text"))
    for number, step in enumerate(lesson.steps):
        yield piece("Lesson", step.title, "steps", number)
        for place, part in enumerate(step.parts):
            loc = ("steps", number, "parts", place)
            if part.kind in PARTS:
                if part.title:
                    yield piece("Lesson", part.title, *loc)
                yield piece("Lesson", part.text, *loc, defines=part.title)
            elif part.kind in SHOWN:
                yield piece("Lesson", part.title or "", *loc)
                said = [
                    *(one.words for one in part.messages),
                    *(f"{row.label}: {row.value or ''}" for row in part.rows),
                ]
                yield from (piece("Lesson", words, *loc) for words in said if words)
            elif part.kind == "teacher":
                yield piece("Lesson", part.text, *loc, spoken=True)
            elif part.kind == "worksheet":
                sheet.extend(piece("Worksheet", text, *loc) for text in (part.title, part.text) if text)
    yield from (*story, *sheet)


def of_quiz(document: Document, quiz: Quiz) -> Iterator[Piece]:
    """Give the words of a quiz.

    Args:
        document: the quiz's file, for the places.
        quiz: what it holds.
    """
    for loc, text in texts_of(quiz):
        yield Piece(f"Quiz: {quiz.title}", document.path, document.position(loc).line, text)


def of_page(tree: Tree) -> Iterator[Piece]:
    """Give the words of a page that was written by hand, if it is for learners.

    Args:
        tree: the page.
    """
    if tree.meta.get("for") == "Learners":
        yield Piece(f"Page: {tree.meta.get('title') or tree.path}", tree.path, tree.first_line, tree.body)


def of_clauses(document: Document, uses: ClauseUses) -> Iterator[Piece]:
    """Give the policy in learners' words, and the words of its picture version.

    Args:
        document: the file of the clauses' plain words, for the places.
        uses: what it holds.
    """
    for number, use in enumerate(uses.clauses):
        words = use.words_for(READER) if {READER, "everyone"} & set(use.readers) else None
        name = READER if use.plain.learners else "everyone"
        for text, loc in ((words, ("plain", name)), (use.young, ("young",))):
            if text:
                line = document.position(("clauses", number, *loc)).line
                yield Piece("The policy in learners' words", document.path, line, text)


def of_phases(document: Document, phases: Phases) -> Iterator[Piece]:
    """Give the promises that a learner can print.

    Args:
        document: the file of the phases, for the places.
        phases: what it holds.
    """
    for number, phase in enumerate(phases.phases):
        for place, text in enumerate(phase.promise):
            line = document.position(("phases", number, "promise", place)).line
            yield Piece(f"Promise: {phase.title}", document.path, line, text)


def of_symbols(document: Document, symbols: Symbols) -> Iterator[Piece]:
    """Give what is said of a symbol to those who cannot see it.

    Args:
        document: the register of symbols, for the places.
        symbols: what it holds.
    """
    for number, symbol in enumerate(symbols.symbols):
        line = document.position(("symbols", number, "alt")).line
        yield Piece("Symbols", document.path, line, symbol.alt)


def of_routes(document: Document, name: str, routes: Iterable[HelpRoute]) -> Iterator[Piece]:
    """Give what learners read of the help routes under one name of a file.

    Args:
        document: the file, for the places.
        name: the name in it under which the routes are listed.
        routes: those routes, in the order of the list.
    """
    for number, route in enumerate(routes):
        if READER in route.readers:
            for loc, text in (("name", route.name), ("who", route.who), ("note", route.note)):
                if text:
                    yield Piece("Get help", document.path, document.position((name, number, loc)).line, text)


def asked_for(pieces: Sequence[Piece], wanted: Iterable[str], what: str) -> list[Piece]:
    """Give the words of the pages that are asked for.

    Args:
        pieces: the words to choose from.
        wanted: words of the names or files of the pages. Without any, all.
        what: what the pages are, for the message: "page for learners".

    Raises:
        NoPageError: no page has one of the words in its name or its file.
    """
    called = [f"{piece.page} {piece.path}".casefold() for piece in pieces]
    asked = [name.casefold() for name in wanted]
    for name in asked:
        if not any(name in one for one in called):
            kinds = {piece.page.split(":")[0].casefold() for piece in pieces}
            raise NoPageError(f"No {what} has “{name}” in its name or its file.{did_you_mean(name, kinds)}")
    return [piece for piece, one in zip(pieces, called, strict=True) if not asked or any(name in one for name in asked)]


def sentences_of(text: str) -> Iterator[Sentence]:
    """Split Markdown into its sentences."""
    for paragraph in _paragraphs(text):
        begins = 0
        for ends in [*(found.end(1) for found in END.finditer(paragraph)), len(paragraph)]:
            if WORD.search(paragraph[begins:ends]):
                yield Sentence(paragraph, begins, ends)
            begins = ends


def place_of(file: str, sentence: str, line: int) -> Position:
    """Find where a sentence stands in its file.

    Args:
        file: the text of the file.
        sentence: the sentence, without marks.
        line: the line from which to look.

    Returns:
        The place of its first word; the line from which was looked where it cannot be found, as where a macro gives
        some of its words.
    """
    begins = sum(len(above) + 1 for above in file.split("\n")[: line - 1])
    words = WORD.findall(sentence)
    for some in (words, words[:4], words[:2]):
        found = re.compile(r"[^\w]+".join(re.escape(word) for word in some)).search(file, begins)
        if found:
            at = found.start()
            return Position(file.count("\n", 0, at) + 1, at - file.rfind("\n", 0, at))
    return Position(line, 1)


def _paragraphs(text: str) -> Iterator[str]:
    """Give each paragraph, list item, heading, title and table cell of a text, without marks."""
    if PLAIN.fullmatch(text):
        yield " ".join(text.split())
        return
    for block in (block for top in read_blocks(text) for block in top.walk()):
        words = TAG.sub("", block.text) if block.kind == "html" else "".join(_said(block.inlines))
        words = words.replace(GAP, "")
        if words.strip():
            yield " ".join(words.split())


def _said(pieces: Sequence[Inline]) -> Iterator[str]:
    """Give the words of pieces: a macro within a sentence gives some of its own, and a picture is none of it."""
    for number, piece in enumerate(pieces):
        around = (*pieces[max(number - 1, 0) : number], *pieces[number + 1 : number + 2])
        if piece.kind == "call":
            yield "it" if any(other.kind != "break" for other in around) else ""
        elif piece.kind != "picture":
            yield "".join(_said(piece.children)) if piece.children else piece.words
