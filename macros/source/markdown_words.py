"""Refuses signs that would take an author's words away: what is typed is shown, or it is told.

Markdown has signs that vanish: a star that makes words slope, a backslash, braces, a “#” that makes a heading. Where
an author cannot have meant them, or where it is not certain, they are refused, each with what to write instead.
What they do is what Python-Markdown does (with the extensions that mkdocs.yml names), for that makes the pages.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from macros.problems import Problem
from macros.source.markdown_lines import Line, read_lines
from macros.source.markdown_tags import read_tags
from macros.source.markdown_tree import PLAIN

# Quotations stand within quotations, and lists within lists, at most this deep; some hundreds would run the host out
# of stack, which ends a build without a place.
DEEPEST = 6
QUOTATION = re.compile(r" {0,3}> ?")
GLUED_QUOTATION = re.compile(r" {0,3}(?:> ?)*>(?=[^\s>])")
QUOTES = (
    "A “>” at the beginning of a line makes a quotation of it. Begin with another word; or, if it is one, put a space "
    "after the “>”."
)
SPACES = "\u00a0\u2002\u2003\u2007\u2009\u202f"  # which a word processor types, and Markdown does not take for one
# The signs that a backslash is taken away from (CommonMark 0.31, 2.4; Python-Markdown takes fewer).
PUNCTUATION = re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

LIST = re.compile(r"(?P<indent> *)(?P<sign>[-*+]|(?P<number>\d+)\.) +\S")
HEADING = re.compile(r" {0,3}#{1,6} ")
HEADING_ENDS = re.compile(r" {0,3}#{1,6} .*#\s*$")
RULE = re.compile(r" *(?:=+|-+) *$")
# The line under the first of a table, which makes one of the lines round it.
TABLE = re.compile(r" *\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$")
DEFINITION = re.compile(r" {0,3}: ")
TAB = re.compile(r" *\t")
BLOCK = re.compile(r"^ *(?P<marks>!!!|\?\?\?\+?)")
OUR_BLOCK = re.compile(r'^ *!!! [a-z-]+(?: "[^"]*"(?: [a-z0-9-]+)?)? *$')
# An id, at the end of a heading or on a line of its own, and perhaps the ages that a section is for; and the mark of a
# paragraph on a learners' page for adults.
IDENTITY = re.compile(
    r"(?:(?:^ *|(?<=\S) +)\{ *#[a-zA-Z][\w-]*(?: \.(?:clause__ours|early-years|years-(?:1-2|3-4|5-6)))* *\}"
    r"|^\{ data-part=\"adults\" \}) *$"
)

BACKSLASH_TAKES = "This backslash would vanish. Put the words in which it stands between ` and `, or take it out."
OPENING_UNDERSCORES = re.compile(r"(?<![\w_])_+(?=[^\s_])")
CLOSING_UNDERSCORES = re.compile(r"(?<=[^\s_])_+(?![\w_])")
UNDERSCORES_TAKE = "Underscores round words vanish. Write stars to slope words, or put the words between ` and `."
BACKSLASH = re.compile(rf"\\(?=[{PUNCTUATION}])")

ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")

# Each sign that is always told: a line without it is passed over; where it stands, and what to write.
ALWAYS = (
    (re.compile(r"\\"), BACKSLASH, BACKSLASH_TAKES),
    (
        re.compile("&"),
        ENTITY,
        "“{found}” would be shown as another sign. Type that sign itself, or put the words between ` and `.",
    ),
    (
        re.compile(r"[{}]"),
        re.compile(r"[{}]"),
        "A curly bracket can take words away with it: Markdown reads settings there. Write a round one, or put the "
        "words between ` and `.",
    ),
)
# Each beginning of a line that is always told.
BEGINNINGS = (
    (
        re.compile(r"#+(?=[^#\s])"),
        "A “#” at the beginning of a line makes a heading of it. Begin with another word; or, if it is one, put a "
        "space after the “#”.",
    ),
    (
        re.compile(rf"[•·◦▪●‣⁃]|[-*+](?=[{SPACES}])"),
        "This sign makes no list. Begin each line of the list with a hyphen and a usual space: “- ”.",
    ),
    (
        re.compile(rf"\d+(?:\)(?=\s)|[.)](?=[{SPACES}]))"),
        "This makes no list. Write the number, a full stop and a usual space: “1. ”.",
    ),
    (
        re.compile(r"\*?\[[^\]]*\]:"),
        "A line that begins so vanishes: Markdown keeps it as an address. Begin with another word.",
    ),
    (
        re.compile(r"\[TOC\]\s*$"),
        "This would be shown as a list of contents. The page has one by itself: take it out.",
    ),
)


def read_words(lines: Sequence[Line], path: str, *, lesson: bool = False) -> list[Problem]:
    """Find each sign of a text that would take words away.

    Args:
        lines: the text's lines.
        path: its file, for problems.
        lesson: whether it is a lesson, whose reader tells of lines at the margin that are indented, and of its blocks.
    """
    return list(_Words(path, lesson).read(lines))


def read_sentence(text: str, path: str, line: int, column: int) -> list[Problem]:
    """Find each such sign, and each tag, of a Markdown text that is the value of a name.

    Args:
        text: the value.
        path: its file.
        line: the line on which it begins.
        column: the character at which it begins; every problem is told there.
    """
    if PLAIN.fullmatch(text):
        return []
    lines, problems = read_lines(text, path, line)
    problems += [*read_tags(lines, path), *read_words(lines, path)]
    return [Problem(path, line, column, problem.sentence) for problem in problems]


def read_emphasis(text: str) -> list[str]:
    """Find each sign of a text in which only stars, underscores, backslashes and code mean something, as in a quiz."""
    if not re.search(r"[*\\_]", text):
        return []
    (line,), _ = read_lines(" ".join(text.split()), "")
    told = [sentence for _, sentence in _unpaired([(line, 0)])]
    return told + [BACKSLASH_TAKES] * bool(BACKSLASH.search(_with_signs(line)))


class _Words:
    def __init__(self, path: str, lesson: bool) -> None:
        self.path = path
        self.lesson = lesson
        self.numbers: dict[int, int] = {}  # the last number of the list at each indentation

    def tell(self, line: Line, place: int, sentence: str) -> Problem:
        return Problem(self.path, line.number, place + 1, sentence)

    def read(self, lines: Sequence[Line]) -> Iterator[Problem]:
        chunk: list[tuple[Line, int]] = []  # lines that stand together, each with where its words begin
        for line in lines:
            if line.code or line.empty:
                yield from self.chunk(chunk)
                chunk = []
                continue
            yield from self.line(line)
            quoted = _quoted(line.words)
            if BLOCK.match(line.words) or HEADING.match(line.words, quoted):
                yield from self.chunk(chunk)
                yield from self.chunk([(line, quoted)])
                chunk = []
                self.numbers = {}
            else:
                chunk.append((line, quoted))
        yield from self.chunk(chunk)

    def line(self, line: Line) -> Iterator[Problem]:
        """Find what is wrong with a line by itself."""
        words = IDENTITY.sub("", line.words) if "{" in line.words else line.words
        for sign, pattern, sentence in ALWAYS:
            if sign.search(line.typed):
                places = pattern.finditer(_with_signs(line) if pattern is BACKSLASH else words)
                # The first of a line is enough: one slip must not give a thousand messages.
                found = next((one for one in places if pattern is not ENTITY or html.unescape(one[0]) != one[0]), None)
                if found:
                    yield self.tell(line, found.start(), sentence.format(found=found[0]))
        if TAB.match(words):
            yield self.tell(line, words.index("\t"), "A tab stands here. Use four spaces.")
        begin = _quoted(words)
        if words[:begin].count(">") > DEEPEST or (len(words) - len(words.lstrip())) // 4 > DEEPEST:
            sentence = f"This is more than {DEEPEST} deep in lists or quotations. Begin nearer to the margin."
            yield self.tell(line, 0, sentence)
        item = LIST.match(words, begin)
        for place in {begin + len(words[begin:]) - len(words[begin:].lstrip()), item.end() - 1 if item else begin}:
            if words[place : place + 1].isalpha():
                continue  # most lines begin with a letter
            for pattern, sentence in BEGINNINGS:
                if pattern.match(words, place):
                    yield self.tell(line, place, sentence)
        glued = GLUED_QUOTATION.match(words)
        if glued:
            yield self.tell(line, glued.end() - 1, QUOTES)
        if HEADING_ENDS.match(words, begin):
            sentence = "A “#” at the end of a heading vanishes. Write it in words, or put it between ` and `."
            yield self.tell(line, len(words.rstrip()) - 1, sentence)
        if self.lesson and BLOCK.match(words) and words.startswith(" "):
            sentence = "A block cannot stand in another. Write it at the left margin."
            yield self.tell(line, len(words) - len(words.lstrip()), sentence)
        if not self.lesson and BLOCK.match(words) and not OUR_BLOCK.match(line.text):
            sentence = 'This makes a box, and takes words away. Write !!! note "Title", or begin with another word.'
            yield self.tell(line, begin, sentence)

    def chunk(self, chunk: list[tuple[Line, int]]) -> Iterator[Problem]:
        """Find what is wrong with lines that stand together, as a paragraph, a list or a table does."""
        if not chunk:
            return
        yield from self.table(chunk)
        for part in _parts(chunk):
            for place, sentence in _unpaired(part):
                yield self.tell(*place, sentence)
        listed = False
        for number, (line, begin) in enumerate(chunk):
            words = line.words
            item = LIST.match(words, begin)
            if number and RULE.match(words, begin):
                sentence = (
                    "A line of dashes or equals signs right under words makes a heading of them. Leave an empty line "
                    "above it."
                )
                yield self.tell(line, begin, sentence)
            if number == 0 and DEFINITION.match(words, begin):
                yield self.tell(line, begin, "A colon at the beginning of a line vanishes. Begin with another word.")
            if not item:
                if number == 0 and not words[begin:].startswith(" "):
                    self.numbers = {}
                continue
            if number and not listed and not IDENTITY.fullmatch(chunk[number - 1][0].words):
                yield self.tell(line, item.start("sign"), _glued(item))
            listed = True
            yield from self.item(line, item)

    def table(self, chunk: Sequence[tuple[Line, int]]) -> Iterator[Problem]:
        """Find what keeps lines from being a table, and what a table leaves out: a cell more than it has columns."""
        rows = [(line, line.words[begin:]) for line, begin in chunk]
        rule = next((number for number, (_, row) in enumerate(rows) if "|" in row and TABLE.match(row)), None)
        first = rows[0][0]
        if rule is None:
            if rows[0][1].lstrip().startswith("|") and len(rows) > 1:
                sentence = "This makes no table yet. Write a line such as “| --- | --- |” under its first line."
                yield self.tell(first, chunk[0][1], sentence)
            return
        if rule == 0:
            sentence = "A table begins with the names of its columns. Write them in a line above this one."
            yield self.tell(first, chunk[0][1], sentence)
            return
        if rule > 1:
            sentence = (
                "This table stands right under other words, and would run on with them. Leave an empty line above it."
            )
            yield self.tell(rows[rule - 1][0], chunk[rule - 1][1], sentence)
            return
        columns = len(_bars(rows[0][1])) - 1
        for (line, row), (_, begin) in zip(rows[2:], chunk[2:], strict=True):
            bars = _bars(row)
            if len(bars) - 1 > columns:
                sentence = (
                    f"This row has {len(bars) - 1} cells and the table {columns} columns, so the words from here on "
                    "would vanish. Take a “|” out, or give the table another column."
                )
                yield self.tell(line, begin + bars[columns] + 1, sentence)

    def item(self, line: Line, item: re.Match[str]) -> Iterator[Problem]:
        """Find what is wrong with a line of a list: how far it is indented, and its number."""
        indent = len(item["indent"])
        if indent % 4 and not (self.lesson and indent < 4):
            sentence = "A list within a list is indented by four spaces. Indent this line by four, or not at all."
            yield self.tell(line, item.start("sign"), sentence)
        self.numbers = {depth: last for depth, last in self.numbers.items() if depth <= indent}
        if item["number"] is None:
            self.numbers.pop(indent, None)
            return
        number, last = int(item["number"][:9]), self.numbers.get(indent, 0)
        if number not in (1, last + 1):
            sentence = (
                f"A line that begins with a number and a full stop is a line of a list, and this list would be at "
                f"{last + 1}. Write “{last + 1}.”; or, in a sentence, begin with another word."
            )
            yield self.tell(line, item.start("sign"), sentence)
        self.numbers[indent] = last + 1 if number == 1 and last else number


def _bars(row: str) -> list[int]:
    """Give where each cell of a row ends, and before them where the first begins: at the signs that part them."""
    bars = [found.start() for found in re.finditer(r"(?<!\\)\|", row.rstrip())]
    if not row.lstrip().startswith("|"):
        bars.insert(0, -1)
    if not row.rstrip().endswith("|"):
        bars.append(len(row))
    return bars


def _glued(item: re.Match[str]) -> str:
    if item["number"]:
        return (
            "A number and a full stop begin this line, and it is no list yet. Leave an empty line above the list; or, "
            "in a sentence, let the line begin with another word."
        )
    return (
        "This list stands right under other words, and would run on with them. Leave an empty line above the list; or, "
        "in a sentence, let the line begin with another word."
    )


def _underscored(words: str) -> re.Match[str] | None:
    """Find the first underscore that makes words slope: one before a word, with another behind one after it."""
    opening = OPENING_UNDERSCORES.search(words)
    return opening if opening and CLOSING_UNDERSCORES.search(words, opening.end()) else None


def _quoted(words: str) -> int:
    """Give where the words of a line begin, behind the marks of quotations."""
    begin = 0
    if ">" not in words:
        return begin
    while found := QUOTATION.match(words, begin):
        begin = found.end()
    return begin


def _with_signs(line: Line) -> str:
    """Give the line as it was typed, with what is code and calls blanked but for the first sign of each."""
    return "".join(
        typed if word != "x" or typed in "`{" else word for typed, word in zip(line.typed, line.words, strict=True)
    )


# Where stars stand, with what is before and behind them.
STARS = re.compile(r"(?P<stars>\*+)")


def _parts(chunk: Sequence[tuple[Line, int]]) -> Iterator[list[tuple[Line, int]]]:
    """Part lines that stand together, so that each line of a list or of a table stands with what continues it."""
    part: list[tuple[Line, int]] = []
    for line, begin in chunk:
        if LIST.match(line.words, begin) or line.words.startswith("|", begin):
            yield part
            part = []
        part.append((line, begin))
    yield part


def _unpaired(part: Sequence[tuple[Line, int]]) -> Iterator[tuple[tuple[Line, int], str]]:
    """Find what would slope words and vanish: underscores round words, and stars that stand within or beside a word."""
    words = "\n".join(line.words for line, _ in part)
    underscored = _underscored(words) if "_" in words else None
    if underscored:
        before = words[: underscored.start()]
        yield (part[before.count("\n")][0], len(before) - before.rfind("\n") - 1), UNDERSCORES_TAKE
    open_: list[str] = []
    wrong: list[tuple[Line, int]] = []
    count = 0
    for line, begin in part:
        if "*" not in line.words:
            continue
        item = LIST.match(line.words, begin)
        start = item.end("sign") if item else begin
        if re.fullmatch(r" *(?:\* *){3,}", line.words[begin:]):
            continue  # a line across the page
        for found in STARS.finditer(line.words, start):
            left = line.words[found.start() - 1 : found.start()]
            right = line.words[found.end() : found.end() + 1]
            opens = not _is_word(left) and bool(right.strip())
            closes = bool(left.strip()) and not _is_word(right)
            if not left.strip() and not right.strip():
                continue  # between spaces a star is a star
            count += 1
            if open_ and closes and open_[-1] == found[0]:
                open_.pop()
            elif opens and len(open_) < 3 and len(found[0]) <= 3:
                open_.append(found[0])
            else:
                wrong.append((line, found.start()))
                continue
            last = (line, found.start())
    if count == 1:
        return  # a star by itself stays
    if open_ and not wrong:
        wrong.append(last)
    if wrong:
        sentence = (
            "Stars here do not stand round whole words, and would vanish. Write *words* with a star before the first "
            "letter and one after the last; or put the words between ` and `."
        )
        yield wrong[0], sentence


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
