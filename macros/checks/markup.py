"""Checks what authors typed besides words: that Markdown keeps every word, and that no HTML or program is among them.

A page's body is Markdown. So are the values of a lesson's front matter and of the files that the generated pages are
made from. In other files only stars, underscores, backslashes and code mean something, and HTML is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.problems import Problem
from macros.source import Document, Tree
from macros.source.calls import MARK
from macros.source.markdown_lines import Line, lines_of, read_lines
from macros.source.markdown_links import read_unended
from macros.source.markdown_tags import read_tags, read_typed_html
from macros.source.markdown_tree import CONVERSATIONS
from macros.source.markdown_words import read_emphasis, read_sentence, read_words

# What of a file of values becomes Markdown of a page: its path from the root.
MARKDOWN = re.compile(r"lessons/.*|docs/_data/(?:phases|frameworks)\.yml|docs/.*\.md")
# Shown on every page as it is, so that a tag in it would be one.
SHOWN_RAW = "school.yml"
# Shown to a child as it was typed, and never read as Markdown.
SHOWN_AS_TYPED = "outcome"
# Expressions that are looked for, and shown nowhere.
SHOWN_NOWHERE = "docs/_data/voice-patterns.yml"
# The body of a lesson, which is read as a page's.
STEPS = "steps"


def check_page_markup(tree: Tree) -> list[Problem]:
    """Check a page or lesson that was written by hand.

    Args:
        tree: the page. Where its front matter is missing or has no end, which is told, no word is known to be its own.
    """
    if not tree.body_is_known:
        return []
    path = tree.path
    lines, problems = lines_of(tree)
    lines = list(_outside_conversations(lines, tree))
    problems += [*read_unended(tree.blocks, path), *read_tags(lines, path)]
    problems += read_words(lines, path, lesson=path.startswith("lessons/"))
    for call in tree.calls:
        if call.line < tree.first_line - 1:
            sentence = "A macro works only under the front matter. Write the words themselves here."
            problems.append(Problem(path, call.line, call.column, sentence))
    return problems


def check_value_markup(document: Document) -> list[Problem]:
    """Check the values of a file: those of front matter or of YAML.

    Args:
        document: a file that could be read.
    """
    problems: list[Problem] = []
    if document.path == SHOWN_NOWHERE:
        return problems
    markdown = MARKDOWN.fullmatch(document.path)
    for loc, value in document.texts():
        if markdown and loc[:1] != (STEPS,):
            problems.extend(_in_markdown(document, loc, value))
        elif not markdown:
            if document.path == SHOWN_RAW:
                problems.extend(_as_html(document, loc, value))
            told = [] if document.path == SHOWN_RAW else read_typed_html(value)
            problems.extend(document.problem(sentence, loc) for sentence in (*told, *read_emphasis(value)))
    return problems


def _outside_conversations(lines: Iterable[Line], tree: Tree) -> Iterator[Line]:
    boxes = [block for block in tree.blocks if block.box in CONVERSATIONS]
    within = {number for box in boxes for number in range(box.line + 1, box.end)}
    return (line for line in lines if line.number not in within)


def _as_html(document: Document, loc: tuple[str | int, ...], value: str) -> Iterator[Problem]:
    lines, _ = read_lines(value, document.path)
    for problem in read_tags(lines, document.path):
        yield document.problem(problem.sentence, loc)


def _in_markdown(document: Document, loc: tuple[str | int, ...], value: str) -> Iterator[Problem]:
    if loc == (SHOWN_AS_TYPED,) and re.search(r"[*\[`]", value):
        yield document.problem("The outcome is shown as it is typed. Take the stars, brackets and the like out.", loc)
        return
    if MARK.search(value):
        sentence = "Double braces and the like are read as a program here. Write the words themselves."
        yield document.problem(sentence, loc)
        return
    yield from read_sentence(value, document.path, *document.position(loc))
