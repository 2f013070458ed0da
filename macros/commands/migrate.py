"""Brings what is a school's own from last year's copy of the project into a new one.

Its own are the values of school.yml, its crest, its policy with all that hangs on it, and pages, lessons and quizzes
that the new copy does not have. Nothing that the new copy has is written over but these. A file that is written in
last year's way is rewritten in this year's, with every note and word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from macros.models.base import explain
from macros.models.school import School
from macros.problems import ContentError, Problem
from macros.source import files_in, parse_yaml, read_text

SCHOOL, MENU, MOVED, POLICY = "school.yml", "mkdocs.yml", "docs/_data/moved.yml", "docs/policy/index.md"
CLAUSES = "docs/_data/clauses.yml"
# The policy and what hangs on it: a school has all of these, or none.
WITH_POLICY = (POLICY, "docs/policy/review.md", CLAUSES, "docs/_data/linked-policies.yml")
OWN = (("docs", ".md"), ("docs/_data/checklists", ".yml"), ("lessons", ""), ("quizzes", ".yml"))
NAME = re.compile(r"""("[^"]*"|'[^']*'|[^\s:]+)\s*:""")
APART = (
    "Write what belongs to this clause on lines of its own below its name: “for: …” and the others. Then begin again."
)


@dataclass
class Brought:
    """What a migration writes.

    Attributes:
        files: the bytes of each file, by its place.
        differ: what both copies have and is not the same: the new one's stays.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    differ: list[str] = field(default_factory=list)


def migrate(root: Path, old: Path) -> Brought:
    """Find what is to be brought, and write nothing yet.

    Args:
        root: the folder of the new copy.
        old: the folder of last year's.

    Raises:
        ContentError: the old copy is none, or its school.yml does not fit; or the new copy is another school's already.
    """
    if not (old / SCHOOL).is_file():
        sentence = (
            "There is no copy of the project in that folder: it has no school.yml. Name the folder that holds it."
        )
        raise ContentError([Problem(old.name or ".", 1, 1, sentence)])
    if root.resolve() == old.resolve():
        raise ContentError([Problem(old.name or ".", 1, 1, "This is the same copy. Name the folder of last year's.")])
    ours, theirs = _school(old), _school(root)
    if ours.name != theirs.name and (root / "takeover.md").exists():
        sentence = (
            f"This copy belongs to {theirs.name} already, and the old one to {ours.name}. Begin with a fresh copy."
        )
        raise ContentError([Problem(SCHOOL, 1, 1, sentence)])
    brought = Brought()
    brought.files[SCHOOL] = (old / SCHOOL).read_bytes()
    if ours.crest and (old / ours.crest).is_file():
        brought.files[ours.crest] = (old / ours.crest).read_bytes()
    if (old / POLICY).read_bytes() != (root / POLICY).read_bytes():
        brought.files |= {path: (old / path).read_bytes() for path in WITH_POLICY if (old / path).is_file()}
        brought.files |= in_this_years_way(old)
    elif (old / CLAUSES).is_file():
        clauses = in_this_years_way(old).get(CLAUSES) or (old / CLAUSES).read_bytes()
        brought.differ += [CLAUSES] if clauses != (root / CLAUSES).read_bytes() else []
    moved = {str(one.get("from")) for one in parse_yaml(read_text(root, MOVED), MOVED).data.get("moved") or ()}
    for path in _own(old):
        if path in brought.files:
            continue
        if not (root / path).exists():
            if path.removeprefix("docs/").replace(".md", ".html") not in moved:
                brought.files[path] = (old / path).read_bytes()
        elif (old / path).read_bytes() != (root / path).read_bytes():
            brought.differ.append(path)
    menu = _with_pages(read_text(root, MENU), [path for path in brought.files if not (root / path).exists()])
    if menu != read_text(root, MENU):
        brought.files[MENU] = menu.encode()
    return brought


def in_this_years_way(copy: Path) -> dict[str, bytes]:
    """Give each file of a copy that is written in last year's way as it is written now.

    Args:
        copy: the folder of the copy.

    Returns:
        The bytes of each such file, by its place; of one that is written as it should be, nothing.

    Raises:
        ContentError: such a file cannot be read.
    """
    if not (copy / CLAUSES).is_file():
        return {}
    text = read_text(copy, CLAUSES)
    now = clauses_as_list(text, CLAUSES)
    if now == text:
        return {}
    windows = b"\r\n" in (copy / CLAUSES).read_bytes()
    return {CLAUSES: (now.replace("\n", "\r\n") if windows else now).encode()}


def clauses_as_list(text: str, path: str) -> str:
    """Give clauses.yml, in which each clause was a name until November 2026, with each as an entry of a list.

    Args:
        text: the file.
        path: where it is, for problems.

    Returns:
        The file with the same notes and words; where it is no set of names, the same file.

    Raises:
        ContentError: it cannot be read, or a clause does not stand on lines of its own.
    """
    document = parse_yaml(text, path)
    entries = document.data.get("clauses") if isinstance(document.data, dict) else None
    if not isinstance(entries, dict):
        return text
    lines = text.split("\n")
    begins = {identity: document.position(("clauses", identity), key=True) for identity in entries}
    fields = {identity: document.position(("clauses", identity)) for identity in entries}
    apart = [one for one, entry in entries.items() if isinstance(entry, dict) and fields[one].line > begins[one].line]
    # Two letters before its fields, so that no other line has to move.
    dash = min(fields[one].column - 3 for one in apart) if apart else 0
    problems = []
    for identity, begin in begins.items():
        line = lines[begin.line - 1]
        name = NAME.match(line, begin.column - 1)
        if identity not in apart or line[: begin.column - 1].strip() or not name:
            problems.append(document.problem(APART, ("clauses", identity), key=True))
            continue
        gap = " " * (fields[identity].column - 2 - dash)
        lines[begin.line - 1] = f"{' ' * dash}-{gap}id: {name[1]}{line[name.end() :]}"
    if problems:
        raise ContentError(problems)
    return "\n".join(lines)


def bring(root: Path, brought: Brought) -> None:
    """Write what a migration found.

    Args:
        root: the folder of the new copy.
        brought: what it found.
    """
    for path, data in brought.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def _school(copy: Path) -> School:
    document = parse_yaml(read_text(copy, SCHOOL), SCHOOL)
    try:
        return School.model_validate(document.data)
    except ValidationError as error:
        raise ContentError(document.problem(said, loc, key=key) for loc, said, key in explain(error, School)) from None


def _own(old: Path) -> Iterator[str]:
    for folder, ending in OWN:
        yield from files_in(old, folder, ending)


def _with_pages(menu: str, paths: list[str]) -> str:
    """Name each new page in the menu, after the last page of its folder."""
    lines = menu.split("\n")
    for path in sorted(paths):
        page = path.removeprefix("docs/")
        if not path.startswith("docs/") or not path.endswith(".md"):
            continue
        folder = page.rpartition("/")[0] + "/"
        while folder:
            beside = re.compile(rf"( +)- (?:[^:]+: )?{re.escape(folder)}[^/]+\.md$")
            at = [(number, found[1]) for number, line in enumerate(lines) if (found := beside.match(line))]
            if at:
                number, indent = at[-1]
                lines.insert(number + 1, f"{indent}- {page}")
                break
            folder = folder.rstrip("/").rpartition("/")[0] and folder.rstrip("/").rpartition("/")[0] + "/"
    return "\n".join(lines)
