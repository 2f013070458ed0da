"""Reads a page of Markdown once, as a tree of blocks that know their lines, whom they are for, and what stands in them.

The tree is CommonMark's (markdown-it-py), with boxes (`!!! kind "Title"`), definition lists and macro calls. The site's
pages are made by Python-Markdown, which differs in some corners: those corners are refused to authors (by
markdown_lines.py, markdown_tags.py and markdown_words.py), and tests/source/test_every_page_as_shown.py holds the two
to agree on every page of the project.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType, SimpleNamespace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkLabel, parseLinkTitle
from markdown_it.rules_block import StateBlock, heading, html_block
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from macros.problems import ContentError, Problem
from macros.source.calls import ARGUMENT, CALL, LONGEST_LINE, Call, read_calls, shown_raw
from macros.source.document import Document
from macros.source.front_matter import body_of, split_front_matter

EVERYONE = "everyone"
# The boxes of a lesson whose words are not for everyone.
ADULTS = frozenset({"teacher", "home", "worksheet"})
# The boxes whose lines are shown as they were typed: what stands in them is no Markdown.
CONVERSATIONS = frozenset({"chat", "screen"})
INDENT = 4  # spaces, by which the words of a box stand under its first line

BOX = re.compile(r'(?P<mark>!!!|\?\?\?\+?) +(?P<kind>[\w-]+)(?: +"(?P<title>[^"]*)"(?: +(?P<picture>[\w-]+))?)? *')
# The elements with which a page's own HTML may begin a block; such a block ends on the line that closes the element.
HTML_BLOCKS = frozenset({"div", "p", "table", "tbody", "td", "th", "tr"})
WITHIN_WORDS = frozenset({"br", "span"})
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
# Between these two lines Python-Markdown reads Markdown, whether or not empty lines part them from it (md_in_html).
DIV = re.compile(r"<div\b[^<>]*\bmarkdown=[^<>]*> *|</div> *")
TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")

# At the end of a heading or a cell, or on the last line of other words, an id or the like: Python-Markdown's attr_list.
NAMES = re.compile(r"(?P<before>[ \n]+)\{:? *(?P<names>(?:[#.]|[a-z-]+=)[^{}]*?) *\} *$")

# A “|” in code parts no cells to Python-Markdown. While the cells are parted it is a sign that no file may hold.
CODE = re.compile(r"(?<![`\\])(?P<marks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=marks)(?!`)")
BAR = "\ue000"

# Of each token that a block begins with, the kind; those of a table's two parts are passed over.
KINDS = MappingProxyType({
    "blockquote": "quotation", "box": "box", "bullet_list": "list", "dd": "definition", "dl": "definitions",
    "dt": "term", "fence": "fence", "heading": "heading", "hr": "rule", "html_block": "html", "list_item": "item",
    "ordered_list": "list", "paragraph": "paragraph", "table": "table", "td": "cell", "th": "cell", "tr": "row",
})  # fmt: skip
WITHIN_A_LINE = frozenset({"heading_open", "td_open", "th_open", "dt_open"})
TEXT = frozenset({"text", "text_special"})
INLINE_KINDS = MappingProxyType({
    "code_inline": "code", "hardbreak": "break", "html_inline": "html", "softbreak": "break", "text_special": "text",
})  # fmt: skip


@dataclass(frozen=True)
class Inline:
    """A piece of a block's words.

    Attributes:
        kind: text, code, strong, emphasis, link, picture, address, call, html or break.
        line: the line of the file on which it begins.
        column: the character at which it begins.
        text: the words, the code, the call or the tag as typed.
        length: how many characters were typed for code, its marks too; else 0.
        target: where a link, a picture or an address leads, as typed.
        target_line: the line on which that stands.
        target_column: the character at which it begins.
        children: what stands within it: in a link, in words set off, in the alternative text of a picture, and in the
            words that are given to a macro.
    """

    kind: str
    line: int
    column: int
    text: str = ""
    length: int = 0
    target: str = ""
    target_line: int = 0
    target_column: int = 0
    children: tuple[Inline, ...] = ()

    @property
    def words(self) -> str:
        """What is read of it, without marks; a tag and a macro have none."""
        match self.kind:
            case "text" | "code" | "address":
                return self.text
            case "break":
                return " "
            case "html" | "call":
                return ""
            case _:
                return "".join(child.words for child in self.children)

    def walk(self) -> Iterator[Inline]:
        """Give this piece and every one in it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Block:
    """A block of a page.

    Attributes:
        kind: one of the values of KINDS.
        line: the line of the file on which it begins.
        end: the line after its last.
        audience: everyone, teacher, home or worksheet.
        id: the id that is written behind it, as { #id }, or "".
        level: of a heading.
        box: of a box, its kind, as “teacher”.
        title: of a box, the words in quotes, or None; of a fence, what stands behind its marks.
        picture: of a box, the word after its title, or None.
        mark: what begins a box, a line of a list or a fence.
        text: of words, a fence, HTML, a chat and a screen what was typed, without what the blocks round it put before
            it.
        begins: for each line of the words of a paragraph, a heading or a row of a table, the line and the character at
            which it begins.
        closed: whether a fence has its last line.
        inlines: the pieces of its words; of a box, those of its title.
        children: the blocks in it.
    """

    kind: str
    line: int
    end: int
    audience: str = EVERYONE
    id: str = ""
    level: int = 0
    box: str = ""
    title: str | None = None
    picture: str | None = None
    mark: str = ""
    text: str = ""
    begins: tuple[tuple[int, int], ...] = ()
    closed: bool = True
    inlines: tuple[Inline, ...] = ()
    children: tuple[Block, ...] = ()

    @property
    def words(self) -> str:
        """Its own words without marks."""
        return "".join(inline.words for inline in self.inlines)

    def walk(self) -> Iterator[Block]:
        """Give this block and every one in it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Tree:
    """A page.

    Attributes:
        path: its file, from the project's root.
        text: the whole text, with its front matter.
        first_line: the line on which its body begins.
        front: its front matter, or None where that is missing or cannot be read.
        untold: why it cannot.
        blocks: the blocks of its body.
        calls: the macros that it calls, wherever they stand: the template engine reads them before Markdown does.
        refused: a problem for each thing besides that the template engine would read.
    """

    path: str
    text: str
    first_line: int
    front: Document | None
    untold: tuple[Problem, ...]
    blocks: tuple[Block, ...]
    calls: tuple[Call, ...] = ()
    refused: tuple[Problem, ...] = ()

    @property
    def meta(self) -> dict[str, Any]:
        """The values of its front matter; none where it has none."""
        return self.front.data if self.front and isinstance(self.front.data, dict) else {}

    @property
    def body_is_known(self) -> bool:
        """Whether it is known where its body begins: not where its front matter is missing or has no end."""
        return self.first_line > 1

    @property
    def body(self) -> str:
        """The text below the front matter."""
        return "\n".join(self.text.split("\n")[self.first_line - 1 :])

    def walk(self) -> Iterator[Block]:
        """Give every block, in the order of the page."""
        for block in self.blocks:
            yield from block.walk()

    def inlines(self) -> Iterator[tuple[Block, Inline]]:
        """Give every piece of words, each with its block."""
        for block in self.walk():
            for inline in block.inlines:
                yield from ((block, piece) for piece in inline.walk())


def read_tree(text: str, path: str) -> Tree:
    """Read a page.

    Args:
        text: the page, with or without front matter.
        path: its file, for problems.
    """
    front, untold = None, list[Problem]()
    try:
        front, body, first_line = split_front_matter(text, path)
    except ContentError as error:
        untold = list(error.problems)
        body, first_line = body_of(text)
        if not body and first_line == 1:
            body = text
    calls, refused = read_calls(text, path)
    return Tree(
        path, text, first_line, front, tuple(untold), read_blocks(body, first_line), tuple(calls), tuple(refused)
    )


def front_matter_of(tree: Tree) -> Document:
    """Give the front matter of a page.

    Args:
        tree: the page.

    Raises:
        ContentError: there is none, it has no end, or it is not YAML.
    """
    if tree.front is None:
        raise ContentError(tree.untold)
    return tree.front


def read_blocks(text: str, first_line: int = 1) -> tuple[Block, ...]:
    """Read the blocks of a text.

    Args:
        text: Markdown without front matter.
        first_line: the line of the file on which it begins.
    """
    lines = ["x" if len(line) > LONGEST_LINE else line for line in shown_raw(text).split("\n")]
    named: dict[str, Any] = {}  # what the page's links by name lead to
    tokens: list[Token] = []
    PARSER.block.parse("\n".join(map(_with_bars, lines)), PARSER, named, tokens)
    return _Blocks(lines, first_line, named).read(tokens)


def _with_bars(line: str) -> str:
    if "`" not in line or not line.lstrip().startswith("|"):
        return line
    return CODE.sub(lambda code: code[0].replace("|", BAR), line)


def _heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a heading; outside a list it begins at the margin of what it stands in."""
    at_margin = state.sCount[start] == state.blkIndent or state.parentType == "list"
    return at_margin and heading(state, start, end, silent)


def _box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a box: a line “!!! kind "Title"”, and under it whatever is indented by four spaces."""
    begin = state.bMarks[start] + state.tShift[start]
    if state.sCount[start] != state.blkIndent or state.src[begin : begin + 3] not in ("!!!", "???"):
        return False
    found = BOX.fullmatch(state.src, begin, state.eMarks[start])
    if not found:
        return False
    if silent:
        return True
    after = start + 1
    while after < end and (state.isEmpty(after) or state.sCount[after] >= state.blkIndent + INDENT):
        after += 1
    while state.isEmpty(after - 1):
        after -= 1
    token = state.push("box_open", "div", 1)
    token.map, token.meta = [start, after], found.groupdict()
    before = (state.parentType, state.lineMax)
    state.parentType, state.lineMax = "box", after
    state.blkIndent += INDENT
    if found["kind"] in CONVERSATIONS:
        token.content = state.getLines(start + 1, after, state.blkIndent, False)
    else:
        state.md.block.tokenize(state, start + 1, after)
    state.blkIndent -= INDENT
    state.parentType, state.lineMax = before
    state.push("box_close", "div", -1)
    state.line = after
    return True


def _div(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a line that begins or ends an element in which Markdown is read."""
    begin = state.bMarks[start] + state.tShift[start]
    if state.src[begin : begin + 1] != "<" or not DIV.fullmatch(state.src, begin, state.eMarks[start]):
        return False
    if not silent:
        state.line = start + 1
        token = state.push("html_block", "", 0)
        token.map, token.content = [start, start + 1], state.getLines(start, start + 1, state.blkIndent, True)
    return True


def _html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read HTML up to the line that closes its first element, as Python-Markdown does."""
    begin = state.bMarks[start] + state.tShift[start]
    tag = TAG.match(state.src, begin, state.eMarks[start])
    if tag and tag["name"] in WITHIN_WORDS:
        return False
    if not tag or tag["name"] not in HTML_BLOCKS:
        return html_block(state, start, end, silent)
    if silent:
        return True
    after, depth = start, 0
    while after < end:
        for found in TAG.finditer(state.src, state.bMarks[after], state.eMarks[after]):
            depth += (-1 if found["end"] else 1) * (found["name"] in HTML_BLOCKS)
        after += 1
        if depth <= 0:
            break
    token = state.push("html_block", "", 0)
    token.map, token.content = [start, after], state.getLines(start, after, state.blkIndent, True)
    state.line = after
    return True


def _call(state: StateInline, silent: bool) -> bool:
    """Read a macro that is called; the words that are given to it are Markdown too."""
    found = CALL.match(state.src, state.pos) if state.src.startswith("{{", state.pos) else None
    if not found:
        return False
    if not silent:
        token = state.push("call", "", 0)
        token.content = found[0]
        begin = found.start("inside") - state.pos
        token.meta["words"] = [
            (begin + argument.start("words") + 1, argument["words"][1:-1])
            for argument in ARGUMENT.finditer(found["inside"])
        ]
    state.pos = found.end()
    return True


def _destination(text: str, begin: int, end: int) -> Any:
    """Read where a link leads: like Python-Markdown up to the bracket that closes it, spaces in it or not."""
    before = begin - 1
    while text[before].isspace():
        before -= 1
    if text[before] != "(":  # of a link by a name, “[name]: address”
        return parseLinkDestination(text, begin, end)
    line_end = text.find("\n", begin, end)
    end = end if line_end < 0 else line_end
    place = text.find(")", begin, end)
    depth = text.count("(", begin, max(place, begin))
    while place >= 0 and depth:
        after = text.find(")", place + 1, end)
        depth += text.count("(", place, max(after, place)) - 1
        place = after
    if place < 0:
        return SimpleNamespace(ok=False, pos=begin, str="")
    typed = TITLE.sub("", text[begin:place]).rstrip()
    return SimpleNamespace(ok=True, pos=begin + len(typed), str=typed.removeprefix("<").removesuffix(">"))


def _parser() -> MarkdownIt:
    """Make the parser; it keeps nothing of what it reads."""
    parser = MarkdownIt("commonmark", {"store_labels": True}).enable("table")
    # A line under words makes no heading, and spaces at the margin no code: both are refused to authors.
    parser.disable(["lheading", "code"])
    parser.block.ruler.at("heading", _heading, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.block.ruler.before("fence", "box", _box, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.block.ruler.before("html_block", "div", _div, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.block.ruler.at("html_block", _html, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.use(deflist_plugin)
    parser.inline.ruler.before("text", "call", _call)
    # Addresses as they were typed, also those that no page may have: whoever checks them tells it.
    change: Any = parser
    change.validateLink = lambda url: True
    change.normalizeLink = change.normalizeLinkText = lambda url: url
    change.helpers = SimpleNamespace(
        parseLinkLabel=parseLinkLabel, parseLinkTitle=parseLinkTitle, parseLinkDestination=_destination
    )
    return parser


PARSER = _parser()
# Words on one line with no sign that means anything to Markdown, as most values are: whoever meets them need not read.
PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ ,.;:?!'\"()’‘“”–—…%£/-])*")


@dataclass
class _Open:
    """A block whose end is not read yet."""

    token: Token
    line: int
    audience: str
    id: str = ""
    text: str = ""
    begins: tuple[tuple[int, int], ...] = ()
    inlines: tuple[Inline, ...] = ()
    children: list[Block] = field(default_factory=list)
    read_to: int = 0  # of a row: how far its cells have been read


class _Blocks:
    """Makes blocks of the parser's tokens."""

    def __init__(self, lines: Sequence[str], first_line: int, named: dict[str, Any]) -> None:
        self.lines = lines
        self.named = named
        self.first_line = first_line
        self.open: list[_Open] = []
        self.blocks: list[Block] = []

    def read(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """Make the blocks, in order."""
        for token in tokens:
            name = token.type.removesuffix("_open").removesuffix("_close")
            if token.type == "inline":
                self.inline(token)
            elif name in KINDS:
                if token.nesting >= 0:
                    self.begin(token, name)
                if token.nesting <= 0:
                    self.end()
        return tuple(self.blocks)

    def begin(self, token: Token, name: str) -> None:
        around = self.open[-1] if self.open else None
        audience = around.audience if around else EVERYONE
        if name == "box":
            audience = token.meta["kind"] if token.meta["kind"] in ADULTS else audience
        line = token.map[0] if token.map else around.line if around else 0
        opened = _Open(token, line, audience)
        if name == "box" and token.meta["title"]:
            begin = self.lines[line].index(f'"{token.meta["title"]}"') + 1
            opened.inlines = self.pieces(token.meta["title"], [(line, begin)])
        elif name == "tr":
            typed = self.lines[line]
            opened.text = typed.strip()
            opened.begins = tuple(self.placed([(line, len(typed) - len(typed.lstrip()))]))
        self.open.append(opened)

    def inline(self, token: Token) -> None:
        around = self.open[-1]
        text = token.content.replace(BAR, "|")
        names = NAMES.search(text)
        if names and ("\n" in names["before"] or around.token.type in WITHIN_A_LINE):
            text = text[: names.start()]
            around.id = next((name[1:] for name in names["names"].split() if name.startswith("#")), "")
        typed = text.split("\n")
        row = self.open[-2] if around.token.type in ("th_open", "td_open") else around
        begins = []
        for number, words in enumerate(typed):
            line = self.lines[around.line + number]
            # The last line is cut at its end, each at its beginning; a cell or a heading stands within its line.
            behind = len(line.rstrip()) - len(words.rstrip())
            inside = row is not around or not line.rstrip().endswith(words.rstrip())
            place = (
                line.find(words.strip() or " ", row.read_to) - (len(words) - len(words.lstrip())) if inside else behind
            )
            begins.append((around.line + number, max(place, 0)))
        if row is not around:
            row.read_to = begins[-1][1] + len(token.content)
        around.text = text
        around.begins = tuple(self.placed(begins))
        around.inlines = self.pieces(text, begins)

    def pieces(self, text: str, begins: Sequence[tuple[int, int]]) -> tuple[Inline, ...]:
        """Read words into pieces.

        Args:
            text: the words.
            begins: for each of their lines, its number and where in it they begin.
        """
        return _Pieces(text, self.placed(begins), self.named).read()

    def placed(self, begins: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(line + self.first_line, column + 1) for line, column in begins]

    def end(self) -> None:
        done = self.open.pop()
        token, meta = done.token, done.token.meta if done.token.type == "box_open" else {}
        end = token.map[1] if token.map else done.line + 1
        while end > done.line + 1 and not self.lines[end - 1].strip():
            end -= 1
        kind = KINDS[token.type.removesuffix("_open")]
        fence = token.markup if kind == "fence" else ""
        last = self.lines[end - 1].strip(" >")
        block = Block(
            kind,
            self.first_line + done.line,
            self.first_line + end,
            done.audience,
            done.id,
            level=int(token.tag[1]) if kind == "heading" else 0,
            box=meta.get("kind") or "",
            title=meta.get("title") if kind == "box" else token.info.strip() if fence else None,
            picture=meta.get("picture"),
            mark=meta.get("mark") or (token.info + token.markup if kind == "item" else token.markup),
            text=token.content.replace(BAR, "|") or done.text,
            closed=not fence or (end > done.line + 1 and last.startswith(fence) and not last.strip(fence[0])),
            begins=done.begins,
            inlines=done.inlines,
            children=tuple(done.children),
        )
        (self.open[-1].children if self.open else self.blocks).append(block)


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """Join words that stand side by side, such as those round a sign behind a backslash."""
    joined: list[Token] = []
    for token in tokens:
        if token.type in TEXT and joined and joined[-1].type in TEXT:
            joined[-1].content += token.content
        elif token.type not in TEXT or token.content:
            joined.append(token)
    return joined


class _Pieces:
    """Makes pieces of words of the parser's tokens, and finds the place of each by going along what was typed."""

    def __init__(self, text: str, begins: Sequence[tuple[int, int]], named: dict[str, Any]) -> None:
        self.text = text
        self.named = named
        self.begins = begins
        self.done = 0
        ends = (number for number, sign in enumerate(text) if sign == "\n") if len(begins) > 1 else ()
        self.starts = [0, *(end + 1 for end in ends)]

    def place(self, at: int) -> tuple[int, int]:
        number = bisect_right(self.starts, at) - 1
        line, column = self.begins[min(number, len(self.begins) - 1)]
        return line, column + at - self.starts[number]

    def find(self, typed: str) -> int:
        """Go on to what was typed, and past it; give where it begins."""
        found = self.text.find(typed, self.done)
        if found < 0:
            return self.done
        self.done = found + len(typed)
        return found

    def read(self) -> tuple[Inline, ...]:
        tokens: list[Token] = []
        PARSER.inline.parse(self.text, PARSER, self.named, tokens)
        return self.of(_joined(tokens))

    def of(self, tokens: Sequence[Token]) -> tuple[Inline, ...]:
        opened: list[tuple[Inline, list[Inline], Token]] = []
        top: list[Inline] = []
        for token in tokens:
            if token.nesting > 0:
                kind = {"a": "link", "strong": "strong", "em": "emphasis"}.get(token.tag, token.tag)
                typed = "<" if token.markup == "autolink" else "[" if kind == "link" else token.markup
                line, column = self.place(self.find(typed))
                opened.append((Inline(kind, line, column, target=str(token.attrs.get("href", ""))), top, token))
                top = []
            elif token.nesting < 0:
                begun, around, opening = opened.pop()
                piece = replace(begun, children=tuple(top))
                if opening.markup == "autolink":
                    piece = replace(self.led(piece, piece.column + 1), kind="address", text=piece.words, children=())
                    self.find(">")
                elif begun.kind == "link":
                    piece = self.target(piece, opening)
                else:
                    self.find(token.markup)
                around.append(piece)
                top = around
            else:
                top.append(self.one(token))
        return tuple(top)

    def one(self, token: Token) -> Inline:
        kind = INLINE_KINDS.get(token.type, token.type)
        if token.type == "image":
            line, column = self.place(self.find("!["))
            inside = self.of(_joined(token.children or []))
            picture = Inline("picture", line, column, target=str(token.attrs["src"]), children=inside)
            return self.target(picture, token)
        if kind == "code":
            begin = self.find(token.markup)
            self.done += max(len(token.content), 1)
            self.find(token.markup)
            return Inline(kind, *self.place(begin), token.content, self.done - begin)
        typed = "\n" if kind == "break" else token.content
        begin = self.find(typed)
        line, column = self.place(begin)
        words = [
            piece
            for at, given in token.meta.get("words", ())
            for piece in _Pieces(given, [self.place(begin + at)], self.named).read()
        ]
        return Inline(kind, line, column, token.content, children=tuple(words))

    def target(self, piece: Inline, token: Token) -> Inline:
        """Add where the target of a link or a picture stands: behind its words, or, by a name, where the link does."""
        if "label" in token.meta:
            self.find("]")
            return self.led(piece, piece.column)
        self.find("](")
        at = self.done
        while self.text[at : at + 1].isspace():
            at += 1
        line, column = self.place(at)
        self.done = at + len(piece.target)
        self.find(")")
        return replace(piece, target_line=line, target_column=column)

    def led(self, piece: Inline, column: int) -> Inline:
        return replace(piece, target_line=piece.line, target_column=column)
