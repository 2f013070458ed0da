"""Tells how two copies of the project differ for those who read the site, as a page that office and governors can sign.

It reads files and not the checked content, so that a copy of last year can be read too.
"""

from __future__ import annotations

import difflib
import io
import re
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.problems import ContentError, Problem
from macros.source import Document, files_in, parse_yaml, read_text, read_tree

LEARNERS, FAMILIES, STAFF, POLICY, EVERYONE = "Learners", "Families", "Staff", "The policy", "Everyone"
READERS = (LEARNERS, FAMILIES, STAFF, POLICY, EVERYONE)
FOLDERS = (("docs", ".md"), ("docs/_data", ".yml"), ("lessons", "lesson.md"), ("quizzes", ".yml"))
# Whom a page is for, by its front matter.
PAGES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "Learners": (LEARNERS,),
    "Parents and carers": (FAMILIES,),
    "Parents, carers and staff": (FAMILIES, STAFF),
    "Teachers and staff": (STAFF,),
})  # fmt: skip
BOXES: Mapping[str, str] = MappingProxyType({"teacher": STAFF, "home": FAMILIES})
PLAIN: Mapping[str, str] = MappingProxyType({"learners": LEARNERS, "young": LEARNERS, "parents": FAMILIES})
# What of a question says which answer is right.
MARKS = frozenset({"right", "correct", "grade", "answer", "is_true", "group", "to", "order", "fits"})
PASSED_OVER = frozenset({"id", "order"})  # nobody reads these
NUMBER = re.compile(r"(?<![\d./-])(?:0\d(?:[ -]?\d){8,9}|1(?:01|05|11|12)|999|0800 ?1111|18001)(?![\d-])")
LONGEST = 300  # characters of what is quoted


@dataclass(frozen=True)
class Difference:
    """One thing that somebody reads otherwise than before.

    Attributes:
        path: the file, from the root.
        what: "words", "answer" or "number".
        was: what it was; "" where it is new.
        now: what it is; "" where it is gone.
    """

    path: str
    what: str
    was: str
    now: str


class NoCopyError(Exception):
    """There is no such copy of the project; the text says what to write."""


@contextmanager
def copy_of(root: Path, name: str) -> Iterator[Path]:
    """Give the folder of a copy of the project.

    Args:
        root: the project's folder, for a revision.
        name: a folder, or a revision of git, such as “v2026” or “HEAD~3”.

    Raises:
        NoCopyError: it is neither.
    """
    folder = Path(name)
    if folder.is_dir():
        if not (folder / "school.yml").is_file():
            raise NoCopyError(f"There is no copy of the project in {name}: it has no school.yml.")
        yield folder
        return
    git = ["git", "-C", str(root)]
    try:
        subprocess.run(
            [*git, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"], check=True, capture_output=True
        )
        packed = subprocess.run([*git, "archive", "--format=tar", name], check=True, capture_output=True).stdout
    except (subprocess.CalledProcessError, FileNotFoundError):
        raise NoCopyError(f"“{name}” is neither a folder nor a revision of git. Write one of the two.") from None
    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(place, filter="data")
        yield Path(place)


def differences(old: Path, new: Path) -> dict[str, list[Difference]]:
    """Find what each reader reads otherwise, by reader.

    Args:
        old: the earlier copy.
        new: the later one.

    Raises:
        ContentError: a file of one of them cannot be read.
    """
    found: dict[str, list[Difference]] = defaultdict(list)
    problems: list[Problem] = []
    for path in sorted(_paths(old) | _paths(new)):
        try:
            before, after = _units(old, path), _units(new, path)
        except ContentError as error:
            problems += error.problems
            continue
        for reader in READERS:
            one, other = before.get(reader, []), after.get(reader, [])
            if one != other:
                found[reader] += _compared(path, one, other)
    if problems:
        raise ContentError(problems)
    return {reader: found[reader] for reader in READERS if found[reader]}


def report(root: Path, old: str, new: str) -> Iterator[str]:
    """Tell the differences between two copies, as Markdown.

    Args:
        root: the project's folder.
        old: the earlier copy: a folder, or a revision of git.
        new: the later one.

    Yields:
        The report, line by line.

    Raises:
        NoCopyError: one of them is no copy of the project.
        ContentError: a file of one of them cannot be read.
    """
    with copy_of(root, old) as before, copy_of(root, new) as after:
        found = differences(before, after)
        gone, come = sorted(_paths(before) - _paths(after)), sorted(_paths(after) - _paths(before))
    yield f"# What changes on the online-safety site: from {_named(old)} to {_named(new)}"
    yield ""
    if not found:
        yield "Nothing that anybody reads is another."
        return
    yield from ("| For | Words | Answers | Numbers |", "| --- | --- | --- | --- |")
    for reader, changes in found.items():
        counts = [sum(one.what == what for one in changes) for what in ("words", "answer", "number")]
        yield f"| {reader} | {counts[0]} | {counts[1]} | {counts[2]} |"
    for title, paths in (("Pages, lessons and quizzes that are new", come), ("Those that are gone", gone)):
        if paths:
            yield from ("", f"## {title}", "", *(f"- {path}" for path in paths))
    numbers = [one for changes in found.values() for one in changes if one.what == "number"]
    if numbers:
        yield from ("", "## Numbers: ring each new one before you sign", "")
        yield from dict.fromkeys(f"- {_told(one)} ({one.path})" for one in numbers)
    for reader, changes in found.items():
        yield from ("", f"## {reader}")
        path = ""
        for one in changes:
            if one.what == "number":
                continue
            if one.path != path:
                path = one.path
                yield from ("", f"### {path}", "")
            yield f"- {'The answer: ' if one.what == 'answer' else ''}{_told(one)}"
    yield from ("", "## Signed", "", "| Read by | For | Date |", "| --- | --- | --- |")
    yield from (f"| | {reader} | |" for reader in found)


def _named(copy: str) -> str:
    """Give the name by which a copy is told: of a folder its own, without the folders that hold it."""
    return Path(copy).resolve().name if Path(copy).is_dir() else copy


def _told(one: Difference) -> str:
    was, now = (words if len(words) <= LONGEST else f"{words[:LONGEST]}…" for words in (one.was, one.now))
    if not was:
        return f"new: “{now}”"
    return f"gone: “{was}”" if not now else f"was “{was}”, now “{now}”"


def _paths(copy: Path) -> set[str]:
    found = {path for folder, ending in FOLDERS for path in files_in(copy, folder, ending)}
    return found | {"school.yml"}


def _compared(path: str, one: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]]) -> Iterator[Difference]:
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    for tag, begin, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        gone, come = list(one[begin:end]), list(other[first:last])
        for place in range(max(len(gone), len(come))):
            what, was = gone[place] if place < len(gone) else ("", "")
            kind, now = come[place] if place < len(come) else ("", "")
            yield Difference(path, kind or what, was, now)
            before, after = NUMBER.findall(was), NUMBER.findall(now)
            if before != after:
                yield Difference(path, "number", ", ".join(before), ", ".join(after))


def _units(copy: Path, path: str) -> dict[str, list[tuple[str, str]]]:
    """Give what each reader reads in a file, piece by piece, each with its kind."""
    if not (copy / path).is_file():
        return {}
    text = read_text(copy, path)
    return _of_page(text, path) if path.endswith(".md") else _of_values(parse_yaml(text, path))


def _of_page(text: str, path: str) -> dict[str, list[tuple[str, str]]]:
    tree = read_tree(text, path)
    lesson = path.startswith("lessons/")
    readers: tuple[str, ...] = (LEARNERS,) if lesson else PAGES.get(str(tree.meta.get("for")), (EVERYONE,))
    if path == "docs/policy/index.md":
        readers = (POLICY,)
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    head = tree.front.texts() if tree.front else ()
    for loc, words in head:
        if loc and loc[0] not in ("also", "checked", "template", "for"):
            for reader in (STAFF,) if lesson else readers:
                found[reader].append(("words", " ".join(words.split())))
    lines = text.split("\n")
    for block in tree.walk():
        if block.kind in ("paragraph", "heading", "row", "term", "fence") or (block.kind == "box" and block.text):
            words = " ".join(" ".join(lines[block.line - 1 : block.end - 1]).split())
            for reader in (BOXES[block.audience],) if block.audience in BOXES else readers:
                if words:
                    found[reader].append(("words", words))
    return found


def _of_values(document: Document) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for loc, words in document.texts():
        if loc and loc[-1] in PASSED_OVER:
            continue
        marks = document.path.startswith("quizzes/") and any(step in MARKS for step in loc)
        said = " ".join(words.split())
        if marks:
            named = ".".join(str(step) for step in loc if isinstance(step, str)).rpartition(".")[2]
            said = f"{_choice(document.data, loc)}{named}: {said}"
        found[_reader(document.path, loc)].append(("answer" if marks else "words", said))
    return found


def _choice(data: Any, loc: Sequence[Any]) -> str:
    """Give the words of the choice to which a mark belongs: without them, a mark that moved would be the same."""
    for step in loc[:-1]:
        data = data[step]
    text = data.get("text") if isinstance(data, dict) else None
    return f"“{' '.join(str(text).split())}” is " if text else ""


def _reader(path: str, loc: Sequence[Any]) -> str:
    if path.startswith("quizzes/"):
        return FAMILIES if path.startswith("quizzes/adults/") else LEARNERS
    name = path.rpartition("/")[2]
    if name == "clauses.yml":
        return next((PLAIN[step] for step in loc if step in PLAIN), POLICY)
    if name == "linked-policies.yml":
        return POLICY
    if name.startswith(("staff-", "phases", "frameworks", "school-questions")):
        return STAFF
    if "/checklists/" in path or name == "apps.yml":
        return FAMILIES
    return EVERYONE
