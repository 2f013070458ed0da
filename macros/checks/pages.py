"""Checks what the pages call and show: macros and their ids, pictures and their words, numbers to call."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from macros.cache import RoundCache
from macros.checks.contacts import check_page_contacts
from macros.checks.help_hours import APPROVED
from macros.checks.markup import check_page_markup
from macros.checks.symbols import FOLDER, departs
from macros.models.base import HOST_NAME
from macros.models.help_route import COUNCIL, COUNCIL_AT_NIGHT
from macros.models.macro_row import MacroRow
from macros.models.page import FrontMatter
from macros.models.school import School
from macros.models.symbol import Symbol
from macros.problems import Problem, did_you_mean
from macros.source import Call, Document, Tree, read_long_lines, read_pictures_without_words, read_tree
from macros.source.front_matter import read_as_the_host
from macros.source.markdown_links import links_of

# The layouts that the generated pages have, and what is not the layout of a page.
NOT_LAYOUTS = frozenset({
    "404.html", "answers.html", "large.html", "light.html", "main.html", "moved.html", "plan.html", "poster.html",
    "worksheet.html",
})  # fmt: skip
# What MkDocs and the layouts need of each name, which they read by themselves.
AS_THE_HOST_READS: Mapping[str, type] = MappingProxyType({
    **dict.fromkeys(("title", "description", "for", "template", "phase", "sheet"), str),
    **dict.fromkeys(("paper", "large_print", "leave"), bool),
    "checked": date,
})  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What a page may name.

    Attributes:
        rows: the row of each macro, by its name.
        names: the ids that there are of what the rows say that a macro takes (None: not known, as the file that says
            so has problems of its own).
        school: the facts that `fact` may show, or None where school.yml has problems of its own.
        phases: the ids that a page may give as its phase.
        reached: the phone numbers and email addresses that it may name, or None where they are not known.
        symbols: what each symbol stands for, by its id.
    """

    rows: Mapping[str, MacroRow]
    names: Mapping[str, Collection[str] | None]
    school: School | None
    phases: Collection[str]
    reached: Collection[str] | None = None
    symbols: Mapping[str, Symbol] = field(default_factory=dict)


def check_pages(root: Path, texts: Mapping[str, str], known: Known, cache: RoundCache) -> list[Problem]:
    """Check pages and lessons.

    Args:
        root: the project's folder.
        texts: the text of each Markdown file, by its place from the root.
        known: what they may name.
        cache: what was read the last time.

    Returns:
        Every problem.
    """
    problems: list[Problem] = []
    for path, text in texts.items():
        tree = cache.get((path, text), read_tree, text, path)
        problems.extend(tree.refused)
        problems.extend(cache.get((path, text), read_long_lines, text, path))
        problems.extend(cache.get((path, text), read_pictures_without_words, tree))
        if path.startswith("lessons/"):  # of other pages MkDocs tells it itself, by their own names
            problems.extend(_missing_pictures(root, tree))
        problems.extend(cache.get((path, text), check_page_markup, tree))
        if not path.startswith("lessons/"):  # whose headings are steps, and whose boxes are read as parts
            problems.extend(cache.get((path, text), check_blocks, tree))
        if known.reached is not None:
            problems.extend(cache.get((path, text, frozenset(known.reached)), check_page_contacts, tree, known.reached))
        for call in tree.calls:
            problems.extend(Problem(path, call.line, call.column, said) for said in _wrong_with(call, known))
        phase = tree.meta.get("phase")
        if tree.front and phase is not None and phase not in known.phases:
            said = f"There is no phase “{phase}”.{did_you_mean(str(phase), known.phases)}"
            problems.append(tree.front.problem(said, ("phase",)))
    return problems


def check_blocks(tree: Tree) -> list[Problem]:
    """Find a heading, a box or a link of a page that no reader would find as it was meant.

    Args:
        tree: the page.
    """
    problems: list[Problem] = []
    level, ids = 0, set[str]()

    def tell(line: int, sentence: str, column: int = 1) -> None:
        problems.append(Problem(tree.path, line, column, sentence))

    for block in tree.walk():
        if block.id in ids and tree.path != APPROVED:  # whose reader tells it
            tell(block.line, f"The id “{block.id}” stands further up already, and links lead there. Give this its own.")
        ids |= {block.id} - {""}
        if block.kind == "heading":
            if block.level == 1 and level:
                tell(block.line, "A page has one heading of the first level, at its top. Begin this one with “## ”.")
            elif level and block.level > level + 1:
                marks = "#" * (level + 1)
                tell(block.line, f"This heading leaves a level out. Begin it with “{marks} ”.")
            level = block.level
        elif block.kind == "box" and not block.children:
            tell(block.line, f"“!!! {block.box}” has no words. Indent them by four spaces under this line.")
    for _, piece in tree.inlines():
        shown = any(within.kind in {"picture", "call"} for within in piece.walk())
        if piece.kind == "link" and not piece.words.strip() and not shown:
            tell(
                piece.line,
                "This link has no words, so nobody can see or press it. Write them in its brackets.",
                piece.column,
            )
        # One with a bracket is no address, or a number in place of a name: `site_check` judges it.
        host = re.match(r"https://([^/?#:]*)", piece.target)
        if host and not host[1].startswith("[") and not re.fullmatch(HOST_NAME, host[1]):
            sentence = (
                f"“{host[1]}” is not the name of a website such as “www.example.org”: a letter of another alphabet can "
                "look like one of ours. Copy the address again from the browser's address line."
            )
            tell(piece.target_line, sentence, piece.target_column)
    return problems


def check_front_matter(text: str, document: Document, page: FrontMatter, layouts: Collection[str]) -> list[Problem]:
    """Check what stands above a page that was written by hand.

    Args:
        text: the page.
        document: its front matter, as it was read.
        page: the same, as it was understood.
        layouts: the names of the files of all layouts.
    """
    problems = read_as_the_host(text, document.path, AS_THE_HOST_READS)
    known = sorted(set(layouts) - NOT_LAYOUTS)
    if page.template is not None and page.template not in known:
        sentence = f"There is no layout “{page.template}”.{did_you_mean(page.template, known)}"
        problems.append(document.problem(sentence, ("template",)))
    return problems


def _missing_pictures(root: Path, tree: Tree) -> Iterator[Problem]:
    folder = PurePosixPath(tree.path).parent
    for link in links_of(tree.blocks):
        elsewhere = ":" in link.target or "#" in link.target or not link.target
        if link.picture and not elsewhere and not (root / folder / link.target).exists():
            said = f"There is no picture “{link.target}” beside this page. Put it there, or mend its name."
            yield Problem(tree.path, link.line, link.column, said)


def _wrong_with(call: Call, known: Known) -> Iterator[str]:
    if call.name not in known.rows:
        yield f"There is no macro “{call.name}”.{did_you_mean(call.name, known.rows)}"
        return
    row = known.rows[call.name]
    if row.takes is None:
        if call.arguments or call.named:
            yield f"“{call.name}” needs nothing in its brackets: {{{{ {call.name}() }}}}."
        if not row.inside and not call.alone:
            yield f"“{call.name}” must stand alone on its line, at the left margin."
        return
    ids = known.names.get(row.takes)
    expected = {"picture": 2, "if_taught": 2, "if_school": 3}.get(call.name, 1)
    given = len(call.arguments) + len(call.named)
    if call.name == "picture" and given == 1 and str((*call.arguments, "")[0]).startswith(FOLDER):
        expected = 1  # the register has a symbol's words
    if given != expected or not call.arguments:
        if call.name == "if_taught":
            yield (
                "“if_taught” needs the words for a school that teaches these lessons, and those for one that does not "
                'yet: {{ if_taught("Your child learns", "These lessons teach") }}.'
            )
        elif call.name == "if_school":
            yield (
                "“if_school” needs a case, the words for a school of which it is so, and those for any other: "
                '{{ if_school("headteacher-is-dsl", "Tell a deputy.", "Tell the headteacher.") }}.'
            )
        elif call.name == "picture":
            yield 'A picture needs its words: {{ picture("cast/kit-calm", alt="Kit the fox") }}.'
        else:
            yield f'“{call.name}” needs one id in quotes: {{{{ {call.name}("…") }}}}.'
        return
    identity = str(call.arguments[0])
    if call.name == "picture" and expected == 2:
        words = call.named.get("alt", call.arguments[-1] if len(call.arguments) == expected else None)
        if not isinstance(words, str) or not words.strip():
            yield "This picture has no alternative text. Say what it shows in “alt”, or use “decoration”."
        elif said := departs(identity, words, known.symbols):
            yield said
    if call.name == "fact":
        yield from _wrong_with_fact(identity, known.school)
    elif ids is not None and identity not in ids and call.name == "phone" and identity in (COUNCIL, COUNCIL_AT_NIGHT):
        yield (
            "The school does not know this number of its council's. Write "
            '{{ contact("council") }}, which names national help then.'
        )
    elif ids is not None and identity not in ids:
        yield f"There is no {row.takes} “{identity}”.{did_you_mean(identity, ids)}"
    if not row.inside and not call.alone:
        yield f"“{call.name}” must stand alone on its line, at the left margin."


def _wrong_with_fact(loc: str, school: School | None) -> Iterator[str]:
    if school is None:
        return
    try:
        school.fact(loc)
    except KeyError:
        yield f"There is no fact “{loc}” in school.yml.{did_you_mean(loc, school.facts())}"
