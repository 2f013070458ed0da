"""What authors write is read by one reader of Markdown: other expressions that read it are few, and named here."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

MACROS = Path(__file__).parents[2] / "macros"
ROOMS = ("checks", "commands", "content", "site", "source", "takeover")
# What Markdown, HTML and the template engine mean by their signs; an expression that holds one of them reads those.
SIGNS = (
    *("!!!", "`", "~~~", r"\]\(", r"\*\*", "[*", r"\{\{", r"\{%", r"\{ *#", r"\{:?", "[{}]", r"\[##", r"!\[", r"\|"),
    *(
        "#{1,6}",
        "^##",
        "[-*+]",
        "> ?",
        "[•",
        "<!-",
        "</",
        "<[",
        "<(",
        "<t",
        "<div",
        "<\\{",
        "^<",
        "[^>]*>",
        "id=",
        "href",
    ),
)
# For each module, how many there are, and why they stay.
NAMED = {
    "source/markdown_tree.py": 5,  # the box, the id behind a block and the like, which the parser does not know
    "source/calls.py": 5,  # the template engine's signs, which are read before Markdown is
    "source/lesson_page.py": 3,  # the minutes of a step; what is no block and was surely meant as one
    "source/markdown_tags.py": 6,  # what a browser takes for a tag, to refuse it
    "source/markdown_words.py": 15,  # the corners in which two programs read Markdown differently; lost cells of tables
    "source/comments.py": 1,  # what a browser takes for a note, to refuse it
    "source/outline.py": 1,  # the ids of HTML
    "source/references.py": 1,  # the addresses of HTML
    "source/policy_page.py": 5,  # the approved text, whose form is stricter than Markdown's
    "source/sentences.py": 2,  # the end of a sentence behind its marks, and a label in bold type
    "checks/help_hours.py": 3,  # the macros and links by which a sentence names who helps
    "checks/lesson_minutes.py": 2,  # the minutes and partners that a teacher's notes name
    "checks/markup.py": 1,  # the signs of Markdown in a value that is shown as typed
    "checks/quiz_quality.py": 1,  # stars in the words of a quiz
    "takeover/commentary.py": 9,  # what begins a point, the sentences of a line, and the links, macros and cells in one
    "takeover/likeness.py": 1,  # the marks of a clause, which are no words of it
    "takeover/page.py": 1,  # an address in a policy that somebody typed
    "takeover/paragraphs.py": 4,  # a policy as a school types it, which is not Markdown
    "commands/check_links.py": 1,  # an address in any file, whatever its form
    "commands/school.py": 1,  # an address that the new policy's page links to
    "site/taught_pages.py": 4,  # the ages behind a heading, the sentences of a line, and what begins a point
    "site/page_templates.py": 1,  # the ids of the HTML of a page
    "site/site_check.py": 2,  # links of our templates and generated pages
    "site/site_parts.py": 1,  # what stands in Markdown for what a macro made
    "site/staging.py": 1,  # what keeps its spaces in the HTML of a page
}


def patterns(tree: ast.AST) -> Iterator[str]:
    """Give each expression of a module that reads Markdown or HTML."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).startswith("re."):
            parts = [part.value for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant)]
            pattern = "".join(part for part in parts if isinstance(part, str))
            if any(sign in pattern for sign in SIGNS):
                yield pattern


def test_the_expressions_that_read_markdown_are_those_that_are_named() -> None:
    found: Counter[str] = Counter()
    for room in ROOMS:
        for file in (MACROS / room).rglob("*.py"):
            read = list(patterns(ast.parse(file.read_text(encoding="utf-8"))))
            found[file.relative_to(MACROS).as_posix()] += len(read)
    assert {name: number for name, number in found.items() if number} == NAMED


@pytest.mark.parametrize(
    "code",
    [
        r're.compile(r"\[([^\]]*)\]\([^)]*\)")',
        r're.sub(r"^#{1,6} ", "", text)',
        r're.search("(?m)^!!! home", text)',
        r're.match(r"\s*[-*+] ", line)',
        r're.split("<[^>]+>", html)',
    ],
)
def test_another_would_be_seen(code: str) -> None:
    assert list(patterns(ast.parse(code)))


def test_an_expression_of_words_alone_is_none() -> None:
    assert list(patterns(ast.parse(r're.compile(r"\b(?:tonight|at night)\b")'))) == []
