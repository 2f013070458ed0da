"""Takes out of a hand-written page what is for an age that the school does not teach.

One rule, for every page. A section whose heading names such ages alone, as classes, goes. So does a sentence, or a row
of a table, whose links and macros to ages and lessons all name what is not taught, and what `only_for` marks: at the
beginning of a paragraph, a point of a list or a row all of it, elsewhere its sentence. In any other sentence
such a link becomes its words. What is then left without words goes with it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.content.library import Untaught
from macros.models.phase import YEARS, Phase
from macros.models.years import ages_of, name_of, title_of
from macros.problems import Problem
from macros.source import Tree, read_outline, read_tree
from macros.source.markdown_links import links_of
from macros.source.markdown_tree import Block, Inline

# Of a heading, the ages that its section is for, among the names behind it: “## Ages 9 to 11 { .years-5-6 }”.
NAMES = re.compile(r" *\{:? *(?P<names>[^{}]*?) *\} *$")
MARKS = "only_for"  # the macro that names the ages a sentence is for
# In these a full stop ends no sentence; while sentences are parted, a sign that no file may hold stands for them. What
# marks a sentence belongs to the one that it begins.
WHOLE = re.compile(r"\{\{.*?\}\}|\]\([^()\s]*\)", re.DOTALL)
MASK, MARK = "\ue000", "\ue001"
END = re.compile(rf"(?:[.!?…][\"”’')\]*_{MASK}]*|(?<={MASK}))\s+(?=[A-Z\"“*\[{{{MASK}{MARK}])")
FIRST_ARGUMENT = re.compile(r"\{\{ *(?P<macro>\w+)\( *[\"'](?P<name>[^\"'/]*)")
# What begins a point of a list or a quotation, and what is no word of its own: a label in bold letters.
LEAD = re.compile(r"\s*(?:(?:[-*:|]|\d+\.)\s+|>\s*)*")
LABEL = re.compile(r"\*\*[^*]*\*\*")
LESSON_OR_AGE = re.compile(r"(?:lessons|learners|teachers|parents/ages)/")
UNITS = frozenset({"paragraph", "row"})


def taught_page(tree: Tree, untaught: Untaught) -> str:
    """Give a page without what is for an age that is not taught.

    Args:
        tree: the page.
        untaught: what the school does not teach.
    """
    lines: list[str | None] = list(tree.text.split("\n"))
    for begin, end in _sections(tree.blocks, lines, untaught):
        lines[begin - 1 : end - 1] = [None] * (end - begin)
    for unit, item in _units(tree.blocks):
        if lines[unit.line - 1] is not None:
            _Unit(tree, unit, untaught).mend(lines, item)
    return "\n".join(line for line in lines if line is not None)


def lost_places(trees: Iterable[Tree], untaught: Untaught) -> Iterator[Problem]:
    """Find each link that is left, and leads to a section that has gone with its age.

    Args:
        trees: every page below docs/.
        untaught: what the school does not teach.
    """
    left: dict[str, tuple[Tree, Tree]] = {}
    lost: dict[str, frozenset[str]] = {}
    for tree in trees:
        page = tree.path.removeprefix("docs/")
        if page not in untaught.pages:
            taught = read_tree(taught_page(tree, untaught), tree.path) if may_name(tree.text, untaught) else tree
            left[page] = tree, taught
            if taught is not tree:
                lost[page] = read_outline(tree).ids - read_outline(taught).ids
    for page, (tree, taught) in left.items() if any(lost.values()) else ():
        for link in links_of(taught.blocks):
            path, _, place = link.target.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            if place in lost.get(target, ()):
                lines = enumerate(tree.text.split("\n"), start=1)
                line, column = next((n, typed.index(link.target)) for n, typed in lines if f"]({link.target})" in typed)
                sentence = (
                    f"“{link.target}” leads to a section for an age that the school does not teach. Mark this sentence "
                    "with “only_for”, as docs/about/writing-facts.md says, or lead to the page alone."
                )
                yield Problem(tree.path, line, column + 1, sentence)


def named_anew(text: str, phase: Phase) -> str:
    """Give a phase's page for learners with the years and ages that the school teaches of it, where these are fewer.

    Args:
        text: the page.
        phase: the phase, as the school teaches it.
    """
    whole = YEARS[phase.id]
    if len(whole) == 1 or phase.title not in map(name_of, whole):  # of one year alone a phase has the name
        return text
    text = text.replace(title_of(whole), phase.title).replace(f"ages {ages_of(whole)}", phase.ages.lower())
    for name in map(name_of, whole):
        if name != phase.title:
            text = text.replace(f", {name}]", "]").replace(f"[{name}, ", "[")
    return text


def may_name(text: str, untaught: Untaught) -> bool:
    """Tell whether a page may hold something for `taught_page` to do, without reading it.

    Args:
        text: the page.
        untaught: what the school does not teach.
    """
    return (
        any(f" .{age}" in text for age in YEARS)
        or any(page in text for page in untaught.ids)
        or any(posixpath.basename(page) in text for page in untaught.pages if not page.startswith("lessons/"))
    )


def _sections(blocks: Sequence[Block], lines: list[str | None], untaught: Untaught) -> Iterator[tuple[int, int]]:
    """Give the lines of each section that goes; take the ages out of the names of the other headings."""
    for place, block in enumerate(blocks):
        line = lines[block.line - 1] or ""
        found = NAMES.search(line) if block.kind == "heading" else None
        if not found:
            continue
        names = found["names"].split()
        ages = {name.removeprefix(".") for name in names if name.startswith(".")} & set(YEARS)
        if ages and ages <= untaught.ids:
            after = (other for other in blocks[place + 1 :] if other.kind == "heading" and other.level <= block.level)
            following = next(after, None)
            yield block.line, following.line if following else len(lines) + 1
        elif ages:
            kept = [name for name in names if name.removeprefix(".") not in ages]
            lines[block.line - 1] = line[: found.start()] + (f" {{ {' '.join(kept)} }}" if kept else "")


def _units(blocks: Iterable[Block], item: Block | None = None) -> Iterator[tuple[Block, Block]]:
    """Give each paragraph and each row of a table, with what goes where it goes: of a point of a list all of it."""
    for number, block in enumerate(blocks):
        if block.kind in UNITS:
            yield block, item if item and not number else block
        elif block.kind != "fence":
            yield from _units(block.children, block if block.kind == "item" else None)


@dataclass(frozen=True)
class _Named:
    """A link or a macro that names a lesson or an age.

    Attributes:
        begin: where it begins in the words of its unit.
        end: where it ends.
        words: what is left where it is no longer a link.
        taught: whether the school teaches what it names.
        marks: whether it marks the whole sentence as one for an age.
    """

    begin: int
    end: int
    words: str
    taught: bool
    marks: bool = False


class _Unit:
    """The words of a paragraph or of a row."""

    def __init__(self, tree: Tree, block: Block, untaught: Untaught) -> None:
        self.here = tree.path.removeprefix("docs/")
        self.block = block
        self.untaught = untaught
        typed = tree.text.split("\n")[block.line - 1 : block.end - 1]
        self.text = "\n".join(typed)
        self.starts = [0]
        for line in typed:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def mend(self, lines: list[str | None], around: Block) -> None:
        """Mend its lines.

        Args:
            lines: the lines of the page; those that go are None.
            around: what goes with it, where nothing is left of it.
        """
        named = sorted(self.named(), key=lambda one: one.begin)
        if all(one.taught for one in named):
            return
        lead = LEAD.match(self.text)
        assert lead
        whole = any(one.marks and one.begin <= lead.end() for one in named)  # a mark at its beginning is for all of it
        rest = "" if whole else "".join(self.sentences(named))
        if not re.search(r"\w", LABEL.sub("", rest[lead.end() :])):
            lines[around.line - 1 : around.end - 1] = [None] * (around.end - around.line)
            return
        mended = rest.rstrip().split("\n")
        lines[self.block.line - 1 : self.block.end - 1] = [
            *mended, *([None] * (self.block.end - self.block.line - len(mended)))
        ]  # fmt: skip

    def sentences(self, named: Sequence[_Named]) -> Iterator[str]:
        """Give what stays of each sentence; a row of a table is one."""
        masked = WHOLE.sub(lambda whole: (MARK if f"{MARKS}(" in whole[0] else MASK) * len(whole[0]), self.text)
        ends = [] if self.block.kind == "row" else [found.end() for found in END.finditer(masked)]
        lead = LEAD.match(self.text)
        begin = lead.end() if lead and self.block.kind != "row" else 0
        yield self.text[:begin]
        for end in (*(end for end in ends if end > begin), len(self.text)):
            within = [one for one in named if begin <= one.begin < end]
            if any(one.marks for one in within) or (within and not any(one.taught for one in within)):
                begin = end
                continue
            for one in within:
                yield self.text[begin : one.begin] + (self.text[one.begin : one.end] if one.taught else one.words)
                begin = one.end
            yield self.text[begin:end]
            begin = end

    def named(self) -> Iterator[_Named]:
        """Give the links and macros that name a lesson or an age."""
        inlines = [*self.block.inlines, *(inline for cell in self.block.children for inline in cell.inlines)]
        for piece in (piece for inline in inlines for piece in inline.walk()):
            if piece.kind == "link":
                yield from self.link(piece)
            elif piece.kind == "call":
                yield from self.call(piece)

    def link(self, piece: Inline) -> Iterator[_Named]:
        page = posixpath.normpath(posixpath.join(posixpath.dirname(self.here), piece.target.partition("#")[0]))
        if ":" in piece.target or piece.target.startswith("#") or not LESSON_OR_AGE.match(page):
            return
        begin, target = self.at(piece.line, piece.column), self.at(piece.target_line, piece.target_column)
        end = self.text.index(")", target + len(piece.target)) + 1
        words = self.text[begin + 1 : self.text.rindex("](", begin, target)]
        yield _Named(begin, end, words, page not in self.untaught.pages)

    def call(self, piece: Inline) -> Iterator[_Named]:
        found = FIRST_ARGUMENT.match(piece.text)
        if found and set(found["name"].split()) <= self.untaught.ids:
            begin = self.at(piece.line, piece.column)
            yield _Named(begin, begin + len(piece.text), "", taught=False, marks=found["macro"] == MARKS)

    def at(self, line: int, column: int) -> int:
        return self.starts[line - self.block.line] + column - 1
