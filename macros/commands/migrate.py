"""Brings what is a school's own from last year's copy of the project into a new one.

Its own are the values of school.yml, its crest, its policy with all that hangs on it, and pages, lessons and quizzes
that the new copy does not have. Nothing that the new copy has is written over but these.
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
# The policy and what hangs on it: a school has all of these, or none.
WITH_POLICY = (POLICY, "docs/policy/review.md", "docs/_data/clauses.yml", "docs/_data/linked-policies.yml")
OWN = (("docs", ".md"), ("docs/_data/checklists", ".yml"), ("lessons", ""), ("quizzes", ".yml"))


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
        raise ContentError([Problem(old.name, 1, 1, "This is the same copy. Name the folder of last year's.")])
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
