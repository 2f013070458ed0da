"""Takes out of a page what it says of another school's policy, and keeps a list of it.

Taken out are the sentences that make a claim, and those after them that lean on it (“It doesn't …”), rows of tables,
calls of macros, and then what is left without a meaning. Kept is what only leads to the policy, what shows its words by
a macro, what cites a clause that says the same in both, and whatever tells people where to turn.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from macros.source import read_tree
from macros.source.markdown_tree import Block, Tree

POLICY = "policy/index.md"  # below docs/
# The macros that show a clause's own words, or its plain words.
SHOWN = frozenset({"clause", "in_short", "checklist"})
# These show what the policy says, too.
OWN_WORDS = SHOWN | {"linked_policies", "plain_words", "policy_map"}
MOST_ROUNDS = 12
SAYS = (
    "says?|said|asks?|advises|expects?|promises|names?|mentions?|gives?|wants|points to|requires|encourages|uses|talks|"
    "leaves|covers|has|hasn't|does|doesn't|was|were|is (?:about|for|built)|applies|rests|makes|sets|decides|leads|"
    "lists|calls|builds|speaks|cites|rely|relies"
)
CLAIM = re.compile(
    rf"(?<!what )(?<!when )\b(?:the|this|our|approved|school's|its) (?:approved )?policy(?:'s|'s title)?"
    rf"(?: on this site)?(?:'s|,? which)? \[?(?:also )?(?:{SAYS})\b|"
    r"\bpolicy's (?:title|text|words?)\b|\bsections? \d|\bpoints? \d|"
    r"\bthe policy of\b|\bapproved the policy\b|\bwhat the policy (?:rests|leaves)|"
    r"\b(?:the|its) (?:title|text) (?:says|names|promises|has|is about)\b|"
    r"\bpart of the policy\b|\bnot in the policy\b|\bin the policy,|\bin this policy\b|\bthan the policy\b|"
    r"\bgathers what this policy\b|\bha(?:s|ve) a wide meaning\b|\bwhat has changed since\b|\bfor what's missing\b",
    re.IGNORECASE,
)
COUNTS = re.compile(r'policy_count\("(?:advice|advised|ages)"\)')
SOURCE = re.compile(r"^\*From the policy of\b")
CALL = re.compile(r'\{\{ *(\w+)\("([^"]*)"')
TARGET = re.compile(r"\]\(([^()\s]+)\)")
LEAD = re.compile(r"\s*(?:(?:[-*:]|\d+\.)\s+|>\s*)?")  # what begins a point of a list, a definition or a quotation
# A sentence ends before a capital letter, a quotation, a mark or a macro.
SENTENCES = re.compile(r"(?<=[.!?\"”)*}])(?<!e\.g\.)\s+(?=[A-Z\"“*\[{])")
LEANS = re.compile(
    r"(?:It|Its|They|That|That's|These|Those|This|There(?!'s more)|Not|And|But|So|\[What it)\b(?!.*\{\{)"
    r"|.{0,60}\b(?:do|does|count)\.$|(?:Look for those|All of that|The nearest it comes|Ask which is meant)\b"
    r"|\[Its rules\b|Governors can ask who writes it\b|The second includes\b"
)
# What speaks of a clause that was shown just before.
LEANS_ON_SHOWN = re.compile(
    r"(?:That's|All of that|You're encouraged to|You can read the last of these|The words are"
    r"|The (?:first|second) point is)\b|\"[A-Z][^\"]{0,30}\" (?:means|leaves)\b"
)
LEANS_FROM_AFAR = re.compile(r"It (?:does|doesn't|says|names|gives|points|promises)\b")
PLAIN_INTRODUCTION = "The policy says:"
# What is true of any school in a sentence with a claim: before “although the policy …” or “: the policy …”, and what to
# do after “…, so”.
BEFORE_CLAIM = re.compile(
    r"(?P<kept>.+?)(?:, (?:al)?though|:) (?=(?:the|this|our) (?:school's )?policy\b)(?P<claim>.+)"
)
AFTER_CLAIM = re.compile(
    r"(?P<claim>.+?), so "
    r"(?P<kept>(?:ask|tell|check|look|see|you can (?:ask|tell|check)|we suggest you|you're right to)\b.+)"
)
# Whom to ask or tell is where to turn, though the words lead to a clause: these stay, without the link.
TO_TURN_TO = re.compile(r"(?:^|, |\*\* ?)(?:ask|tell|ring|speak to|go to)\b(?!.*\b(?:will|promises)\b)", re.IGNORECASE)
WHO_TO_TELL = re.compile(r"\b(?:DSL|headteacher|leadership team)\b")
HOLDERS = frozenset({"list", "table", "definitions", "quotation", "box"})


@dataclass(frozen=True)
class Knowledge:
    """What is known of the two policies.

    Attributes:
        same: the ids of clauses that say the same in both.
        kept: the ids of all clauses and sections that the new policy has.
        lost: the ids of clauses that it does not have.
        alike: whether nothing but names differs between the two.
        stale: words that were true of the old policy alone: names, dates, channels.
        readable: for “reader/clause”, whether that reader finds plain words there.
    """

    same: frozenset[str]
    kept: frozenset[str]
    lost: frozenset[str]
    alike: bool
    stale: tuple[str, ...]
    readable: Collection[str]

    @staticmethod
    def claims(words: str) -> bool:
        """Tell whether words say what the policy says, or how it is built."""
        return bool(CLAIM.search(words))


@dataclass(frozen=True, order=True)
class Taken:
    """What was taken out.

    Attributes:
        path: the file.
        line: the line on which it stood.
        text: what stood there.
    """

    path: str
    line: int
    text: str


def without_commentary(text: str, path: str, known: Knowledge) -> tuple[str, list[Taken]]:
    """Give a page without what it says of another policy.

    Args:
        text: the page.
        path: its file, from the root.
        known: what is known of the two policies.

    Returns:
        The page, and what was taken out, with the lines on which it stood.
    """
    lines: list[tuple[int, str]] = list(enumerate(text.split("\n"), start=1))
    taken: list[Taken] = []
    for _ in range(MOST_ROUNDS):
        tree = read_tree("\n".join(line for _, line in lines), path)
        edits = sorted(_Round(tree, known).edits())
        if not edits:
            break
        for edit in reversed(edits):
            first = lines[edit.begin - 1][0]
            if edit.gone:
                taken.append(Taken(path, first, edit.gone))
            lines[edit.begin - 1 : edit.end - 1] = [(first, edit.kept)] if edit.kept else []
    page = "\n".join(_counted(line for _, line in lines)) if taken else text
    return re.sub(r"\n{3,}", "\n\n", page) if taken else text, sorted(taken)


def claims_in(text: str, path: str) -> Iterator[tuple[int, str]]:
    """Find what a page says of the policy as a whole, citing no clause: each sentence with its line.

    Args:
        text: the page.
        path: its file, from the root.
    """
    tree = read_tree(text, path)
    nothing = Knowledge(frozenset(), frozenset(), frozenset(), False, (), ())
    reading = _Round(tree, nothing)
    for unit in reading.units(tree.blocks):
        for sentence in sentences_of(" ".join(reading.typed(unit).split())):
            whole = CLAIM.search(sentence) and not sentence.endswith(":") and not SOURCE.match(sentence)
            if whole and not any(reading.cited(sentence)):
                lines = range(unit.line, unit.end)
                begin = " ".join(sentence.split()[:3])
                yield next((line for line in lines if begin in reading.source[line - 1]), unit.line), sentence


def sentences_of(words: str) -> list[str]:
    """Part words into sentences; what stands in the brackets of a macro is not parted.

    Args:
        words: a paragraph on one line.
    """
    masked = re.sub(r"\{\{.*?\}\}", lambda call: "{{" + "x" * (len(call[0]) - 4) + "}}", words)
    found, done = [], 0
    for gap in SENTENCES.finditer(masked):
        found.append(words[done : gap.start()])
        done = gap.end()
    return [*found, words[done:]]


def _counted(lines: Iterable[str]) -> Iterator[str]:
    """Count the lines of each list anew, where one is gone."""
    counts: dict[int, int] = {}
    for line in lines:
        indent = len(line) - len(line.lstrip())
        found = re.match(r" *(\d+)\. ", line)
        if line.strip():
            counts = {depth: count for depth, count in counts.items() if depth < indent or (found and depth == indent)}
        if found:
            counts[indent] = counts.get(indent, 0) + 1
            yield f"{' ' * indent}{counts[indent]}. {line[found.end() :]}"
        else:
            yield line


@dataclass(frozen=True, order=True)
class _Edit:
    """Some lines to be taken out: from the first to before the last, what is gone of them, and what stays."""

    begin: int
    end: int
    gone: str
    kept: str = ""


class _Round:
    def __init__(self, tree: Tree, known: Knowledge) -> None:
        self.tree = tree
        self.known = known
        self.source = tree.text.split("\n")

    def edits(self) -> list[_Edit]:
        """Give what is to be changed in this round: first what is said, then what is left without a meaning."""
        found = [edit for unit in self.units(self.tree.blocks) if (edit := self._edit(unit))]
        if found:
            return found
        found = [edit for unit in self.units(self.tree.blocks) if (edit := self._without_introduction(unit))]
        if found:
            return found
        spans = _outermost(sorted(set(self._left_over(self.tree.blocks))))
        return [_Edit(begin, end, " ".join(" ".join(self.source[begin - 1 : end - 1]).split())) for begin, end in spans]

    def _without_introduction(self, unit: Block) -> _Edit | None:
        """Take away a last sentence that introduces the policy's words where none follow."""
        text = self.typed(unit)
        introduces = text.endswith(":") and re.search(r"\bpolicy\b", text, re.IGNORECASE)
        if unit.kind == "row" or not (introduces or SOURCE.match(text)) or "\n" in text or self._is_followed(unit):
            return None
        *kept, last = sentences_of(text)
        indent = self.source[unit.line - 1][: -len(self.source[unit.line - 1].lstrip())]
        return _Edit(unit.line, unit.end, last, indent + " ".join(kept) if kept else "")

    def _is_followed(self, unit: Block) -> bool:
        """Tell whether a macro, a list, a table or a quotation comes next."""
        after = next((line.strip() for line in self.source[unit.end - 1 :] if line.strip()), "")
        called = re.match(r"\{\{ *(\w+)", after)
        return after.startswith(("- ", "* ", "|", ">", "1. ", "!!!")) or (called is not None and called[1] in OWN_WORDS)

    def _follows_what_goes(self, unit: Block) -> bool:
        """Tell whether the words of a clause that are to go stand just before."""
        before = next((line.strip() for line in reversed(self.source[: unit.line - 1]) if line.strip()), "")
        call = CALL.match(before)
        return call is not None and call[1] in SHOWN and not self._can_show(call[1], call[2])

    def _edit(self, unit: Block) -> _Edit | None:
        """Say what is to go of one unit; None where all of it stays."""
        text = " ".join(self.typed(unit).split())
        if unit.kind == "row":
            if unit.line == self._first_row(unit) or not self._is_commentary(text):
                return None
            kept_row = self._row(text)
            return _Edit(unit.line, unit.end, text, kept_row)
        raw = self.source[unit.line - 1]
        lead = LEAD.match(raw)
        assert lead
        words = " ".join([raw[lead.end() :].strip(), *(line.strip() for line in self.source[unit.line : unit.end - 1])])
        gone, kept, leaning, quoted = list[str](), list[str](), False, False
        on_shown = self._follows_what_goes(unit)
        for sentence in sentences_of(words.strip()):
            leaning = (
                self._is_commentary(sentence)
                or (leaning and bool(LEANS.match(sentence)))
                or (bool(gone) and bool(LEANS_FROM_AFAR.match(sentence)))
                or (on_shown and bool(LEANS_ON_SHOWN.match(sentence)))
            )
            on_shown = False
            changed = self._given_back(sentence) if leaning else self._introduced(sentence, unit)
            if changed != sentence:
                gone.append(sentence)
                quoted = not changed and sentence.count('"') % 2 == 1 and not sentence.endswith('"')
            elif quoted:
                changed, quoted = f'"{changed}', False
            if changed:
                kept.append(changed)
        if not gone:
            return None
        rest = " ".join(kept)
        if not re.search(r"\w", re.sub(r"\*\*[^*]*\*\*", "", rest)):
            rest = ""
        return _Edit(unit.line, unit.end, " ".join(gone), f"{lead[0]}{rest}" if rest else "")

    def _row(self, text: str) -> str:
        """Give a row without its claims; "" where a cell would be empty, or what it leads to is what it is about."""
        last = text.strip("| ").rpartition("|")[2]
        if WHO_TO_TELL.search(last) and not any(self.cited(last)) and not self.known.claims(text):
            return self._unlinked(text)
        cells = [cell.strip() for cell in text.strip().strip("|").split("|")]
        left = []
        for cell in cells:
            parts = [one if not self._is_commentary(one) else self._given_back(one) for one in sentences_of(cell)]
            left.append(" ".join(part for part in parts if part))
        return f"| {' | '.join(left)} |" if all(left) and left != cells else ""

    def _given_back(self, sentence: str) -> str:
        """Give what is true of any school in a sentence that is to go, or ""."""
        if any(word in sentence for word in self.known.stale) or set(self.cited(sentence)) - self.known.same:
            cut = AFTER_CLAIM.fullmatch(sentence)
            told = not self.known.claims(sentence) and TO_TURN_TO.search(sentence)
            if told and not any(word in sentence for word in self.known.stale):
                return self._unlinked(sentence)
            if not cut or self._is_commentary(cut["kept"]):
                return ""
        for form, end in ((BEFORE_CLAIM, "."), (AFTER_CLAIM, "")):
            found = form.fullmatch(sentence)
            if found and self._is_commentary(found["claim"]) and not self._is_commentary(found["kept"]):
                return found["kept"][:1].upper() + found["kept"][1:] + end
        return ""

    def _unlinked(self, words: str) -> str:
        """Give words whose links to clauses that say something else are no links any more."""

        def kept(link: re.Match[str]) -> str:
            return link[1] if set(self.cited(link[0])) - self.known.same else link[0]

        return re.sub(r"\[([^\[\]]*)\]\([^()\s]+\)", kept, words)

    def _introduced(self, sentence: str, unit: Block) -> str:
        """Give a sentence that introduces a clause: of one with other words, none but that the policy says it."""
        if self.known.alike:
            return sentence
        if SOURCE.match(sentence):
            return re.sub(r", points? [\d.()a-z]+", "", sentence)
        if not sentence.endswith(":") or not self.known.claims(sentence):
            return sentence
        shown = next((call for call in self.tree.calls if call.line >= unit.end and call.name in SHOWN), None)
        identity = str(shown.arguments[0]).rpartition("/")[2] if shown and shown.arguments else ""
        near = shown is not None and shown.line <= unit.end + 2
        return sentence if near and identity in self.known.same else PLAIN_INTRODUCTION

    def units(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Give what is taken out as one: a point of a list with its words, a row, a paragraph, a pair of a list."""
        for block in blocks:
            if block.kind in ("paragraph", "row") or (
                block.kind == "item" and not any(child.kind in HOLDERS for child in block.children)
            ):
                yield block
            elif block.kind == "definitions":
                yield from self._pairs(block)
            else:
                yield from self.units(block.children)

    def _pairs(self, block: Block) -> Iterator[Block]:
        yield from block.children

    def _is_commentary(self, text: str) -> bool:
        """Tell whether a sentence, or a row, says something of the old policy that may not hold for the new one."""
        cited = set(self.cited(text))
        if cited - self.known.same or any(word in text for word in self.known.stale):
            return True
        for name, argument in CALL.findall(text):
            if name in SHOWN and not self._can_show(name, argument):
                return True
        if self.known.alike or text.rstrip().endswith(":") or SOURCE.match(text):
            return False
        return bool(COUNTS.search(text)) or (self.known.claims(text) and not cited)

    def _says(self, block: Block) -> bool:
        """Tell whether a block says anything: a fact that the school may not have given is not enough."""
        text = self.typed(block)
        call = CALL.match(text)
        return not (call and call[1] == "known" and text.count("{{") == 1 and text.endswith("}}"))

    def _first_row(self, unit: Block) -> int:
        tables = (block for block in self.tree.walk() if block.kind == "table")
        return next((table.line for table in tables if table.line <= unit.line < table.end), 0)

    def _can_show(self, name: str, argument: str) -> bool:
        if name == "in_short":
            return argument in self.known.readable
        if name == "clause":
            return argument in self.known.kept
        return argument not in self.known.lost

    def typed(self, unit: Block) -> str:
        return "\n".join(self.source[unit.line - 1 : unit.end - 1]).strip()

    def cited(self, text: str) -> Iterator[str]:
        here = self.tree.path.removeprefix("docs/")
        for target in TARGET.findall(text):
            page, _, identity = target.partition("#")
            place = posixpath.normpath(posixpath.join(posixpath.dirname(here), page)) if page else here
            if place == POLICY and identity:
                yield identity

    def _left_over(self, blocks: tuple[Block, ...]) -> Iterator[tuple[int, int]]:
        """Find what introduces nothing, holds nothing, or heads nothing."""
        for place, block in enumerate(blocks):
            if block.kind == "heading" and block.level > 1:
                own = _section(block.level, blocks[place + 1 :])
                if not any(self._says(one) for one in own):
                    yield (block.line, own[-1].end if own else block.end)
            elif (block.kind == "box" and not block.children and block.title is not None) or (
                block.kind == "table" and block.end - block.line <= 2
            ):
                yield (block.line, block.end)
            elif block.kind in ("html", "fence"):
                continue
            else:
                yield from self._left_over(block.children)


def _section(level: int, blocks: Iterable[Block]) -> list[Block]:
    """Give the blocks under a heading of some level."""
    return list(takewhile(lambda one: one.kind != "heading" or one.level > level, blocks))


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out a span that lies in another."""
    kept: list[tuple[int, int]] = []
    for begin, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or begin >= kept[-1][1]:
            kept.append((begin, end))
    return kept


def without_lost_links(text: str, path: str, places: Mapping[str, Collection[str]]) -> str:
    """Give a page whose links into other pages' places lead to the page alone where such a place is gone.

    Args:
        text: the page.
        path: its file, from the root.
        places: for each page whose places are known, below docs/, those that are gone.
    """
    here = path.removeprefix("docs/")

    def mended(match: re.Match[str]) -> str:
        page, _, identity = match["target"].partition("#")
        place = posixpath.normpath(posixpath.join(posixpath.dirname(here), page)) if page else here
        if identity not in places.get(place, ()):
            return match[0]
        return f"[{match['words']}]({page})" if page else match["words"]

    return re.sub(r"\[(?P<words>[^\[\]]*)\]\((?P<target>[^()\s]*#[\w-]+)\)", mended, text)
