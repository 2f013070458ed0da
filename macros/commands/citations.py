"""Finds every place of the project that cites a clause of the policy.

It reads what authors wrote, and not the checked content: just after the policy has changed, the content does not
pass its checks, and that is when these places are wanted.
"""

from __future__ import annotations

import contextlib
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.models.clause_use import BY_NAME
from macros.problems import ContentError, Problem
from macros.source import Document, Tree, files_in, front_matter_of, parse_yaml, read_text, read_tree
from macros.source.markdown_links import links_of
from macros.source.markdown_tree import read_blocks

POLICY = "policy/index.md"  # below docs/
MACROS = ("clause", "checklist")
CLAUSES = "docs/_data/clauses.yml"


@dataclass(frozen=True, order=True)
class Citation:
    """A place that cites a clause.

    Attributes:
        path: the file, from the project's root.
        line: the line, counted from 1.
        what: what stands there: "page", "lesson", "question “strongest”", "checklist", "plain words" and the like.
        clause: the clause's id.
    """

    path: str
    line: int
    what: str
    clause: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


def citations(root: Path) -> list[Citation]:
    """Find every citation of the project, in the order of the files.

    Raises:
        ContentError: a file cannot be read.
    """
    found: set[Citation] = set()
    problems: list[Problem] = []
    about = _about(root)
    for folder, ending in (("docs", ".md"), ("docs/_data", ".yml"), ("lessons", "lesson.md"), ("quizzes", ".yml")):
        for path in files_in(root, folder, ending):
            try:
                found.update(_in_file(root, path, about))
            except ContentError as error:
                problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    return sorted(found)


def _in_file(root: Path, path: str, about: Mapping[str, list[str]]) -> Iterator[Citation]:
    text = read_text(root, path)
    kind = _kind(path)
    if path.endswith(".md"):
        tree = read_tree(text, path)
        yield from _of_page(tree, kind)
        if path.startswith("lessons/"):
            yield from _on_topics(front_matter_of(tree), ("topics",), kind, about)
        return
    document = parse_yaml(text, path)
    yield from _in_values(document, text, kind)
    if path.startswith("quizzes/") or path == "docs/_data/examples.yml":
        for number, question in enumerate(_list(_get(document.data, "questions"))):
            what = f"question “{_get(question, 'id')}”"
            yield from _on_topics(document, ("questions", number, "topics"), what, about)
    elif path == CLAUSES:
        yield from _of_clauses(document)
    elif path == "docs/_data/linked-policies.yml":
        for number, policy in enumerate(_list(_get(document.data, "policies"))):
            yield _at(document, ("policies", number, "clause"), "linked policy", str(_get(policy, "clause")))
    elif path == "docs/_data/phases.yml":
        yield from _on_topics(document, ("every_phase_teaches",), "what every age teaches", about)


def _kind(path: str) -> str:
    if path.startswith("lessons/"):
        return "lesson"
    if path.startswith("quizzes/"):
        return "quiz"
    if path.startswith("docs/_data/checklists/"):
        return "checklist"
    return "plain words" if path == CLAUSES else "page"


def _of_page(tree: Tree, kind: str) -> Iterator[Citation]:
    for link in links_of(tree.blocks):
        yield from _link(link.target, tree.path, link.line, kind)
    for call in tree.calls:
        if call.name in MACROS and call.arguments:
            yield Citation(tree.path, call.line, kind, str(call.arguments[0]))
    if tree.front:
        yield from _in_values(tree.front, tree.text, kind)


def _in_values(document: Document, text: str, kind: str) -> Iterator[Citation]:
    """Find the links in values; each is told on its own line, and not on that on which a long value begins."""
    lines = text.split("\n")
    for loc, value in document.texts():
        if "](" in value:
            begin = document.position(loc).line
            for link in links_of(read_blocks(value)):
                line = next((at for at in range(begin, len(lines) + 1) if link.target in lines[at - 1]), begin)
                yield from _link(link.target, document.path, line, kind)


def _link(target: str, path: str, line: int, kind: str) -> Iterator[Citation]:
    """Cite a clause where a link leads to it: from anywhere by its page, and on that page by an id alone."""
    page, _, identity = target.partition("#")
    here = path.removeprefix("docs/")
    place = posixpath.normpath(posixpath.join(posixpath.dirname(here), page)) if page else here
    # A checklist or a quiz is shown on many pages, so its links are read by how they end.
    shown_elsewhere = not path.endswith(".md") or path.startswith("lessons/")
    if identity and (place == POLICY or (shown_elsewhere and page.endswith(POLICY))):
        yield Citation(path, line, kind, identity)


def _of_clauses(document: Document) -> Iterator[Citation]:
    entries = _get(document.data, "clauses")
    if isinstance(entries, dict):
        raise ContentError([document.problem(BY_NAME, ("clauses",))])
    for place, use in enumerate(_list(entries)):
        identity = str(_get(use, "id"))
        yield _at(document, ("clauses", place), "plain words", identity)
        for number, home in enumerate(_list(_get(use, "homes"))):
            page = str(home).partition("#")[0]
            line = document.position(("clauses", place, "homes", number)).line
            yield Citation(f"docs/{page}", 1, f"page where it is at home ({CLAUSES}, line {line})", identity)


def _about(root: Path) -> dict[str, list[str]]:
    """Give the clauses that are about each topic, as clauses.yml says; none where it cannot be read, which is told."""
    found: dict[str, list[str]] = {}
    if (root / CLAUSES).is_file():
        with contextlib.suppress(ContentError):
            entries = _get(parse_yaml(read_text(root, CLAUSES), CLAUSES).data, "clauses")
            for use in _list(entries):
                for topic in _list(_get(use, "about")):
                    found.setdefault(str(topic), []).append(str(_get(use, "id")))
    return found


def _on_topics(
    document: Document, loc: tuple[str | int, ...], what: str, about: Mapping[str, list[str]]
) -> Iterator[Citation]:
    """Find the topics that are named there, and cite each clause that is about one."""
    for number, topic in enumerate(_list(_get(document.data, *loc))):
        for identity in about.get(str(topic), ()):
            yield _at(document, (*loc, number), what, identity)


def _at(document: Document, loc: tuple[str | int, ...], what: str, clause: str) -> Citation:
    return Citation(document.path, document.position(loc).line, what, clause)


def _get(value: Any, *loc: str | int) -> Any:
    """Follow a way into values whose shape nobody has checked; None where it leads nowhere."""
    for step in loc:
        inside = isinstance(value, dict) and step in value
        inside = inside or (isinstance(value, list) and isinstance(step, int) and step < len(value))
        value = value[step] if inside else None
    return value


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
