"""Compares two versions of the policy, and names what cites a clause that has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.commands.citations import Citation, citations
from macros.problems import ContentError, Problem
from macros.source import Document, files_in, read_policy, read_text
from macros.takeover.commentary import claims_in

POLICY = "docs/policy/index.md"
NOTES = '<div class="policy-notes"'
ABOUT = ("docs/about/", "docs/policy/review.md")  # of how the site is made; and the reviewers' own page, read whole
FEWEST_WORDS = 4  # fewer words can stand inside another clause by chance


@dataclass(frozen=True)
class Point:
    """A clause as one version of the policy has it.

    Attributes:
        id: its id.
        reference: its number.
        text: its words.
        section: the id of its section.
        part_of: the id of the point above it, or None.
    """

    id: str
    reference: str
    text: str
    section: str
    part_of: str | None

    @property
    def words(self) -> str:
        """Its words in the form in which two are the same to a reader."""
        return " ".join(self.text.casefold().replace("’", "'").rstrip(".:; ").split())

    def __str__(self) -> str:
        return f"{self.reference} ({self.id})"


@dataclass(frozen=True)
class Change:
    """One difference, and the ids by which the project may cite it."""

    kind: str
    told: tuple[str, ...]
    ids: tuple[str, ...]


def review(root: Path, old: Path) -> Iterator[str]:
    """Tell the differences between another version of the policy and the present one.

    Args:
        root: the project's folder.
        old: the other version: a copy of docs/policy/index.md, from anywhere.

    Yields:
        The report, line by line.

    Raises:
        ContentError: one of the two is not such a page, or a file of the project cannot be read.
    """
    before, after = _read_both(root, old)
    changes = list(compare(before.data, after.data))
    yield f"{old.name}: {_dates(before.data)}. {POLICY}: {_dates(after.data)}."
    if not changes:
        yield "The two versions say the same, point by point."
        return
    cited: dict[str, list[Citation]] = {}
    for citation in citations(root):
        cited.setdefault(citation.clause, []).append(citation)
    for kind in dict.fromkeys(change.kind for change in changes):
        alike = [change for change in changes if change.kind == kind]
        yield ""
        yield f"{kind} ({len(alike)})"
        for change in alike:
            yield from _told(change, cited)
    yield from _of_the_whole(root)
    touched = {one.path for change in changes for identity in change.ids for one in cited.get(identity, ())}
    yield ""
    yield f"{len(changes)} difference{_s(changes)}; {len(touched)} file{_s(touched)} to read again."


def _of_the_whole(root: Path) -> Iterator[str]:
    """Tell each sentence that says something of the policy and cites no clause: nothing but a reader can judge it."""
    found = []
    for path in files_in(root, "docs", ".md"):
        text = read_text(root, path)
        # Of the policy's own page only the notes, which stand below it, are the website's.
        notes = text[: text.find(NOTES)].count("\n") if path == POLICY else 0
        if not path.startswith(ABOUT):
            found += [f"  {path}:{line}: {words}" for line, words in claims_in(text, path) if line > notes]
    if found:
        yield ""
        yield f"Sentences about the policy as a whole: is each still true? ({len(found)})"
        yield from found


def _read_both(root: Path, old: Path) -> tuple[Document, Document]:
    """Read both versions; what is wrong with either is told together."""
    read: list[Document] = []
    problems: list[Problem] = []
    other = old.resolve()
    for folder, path in ((other.parent, other.name), (root, POLICY)):
        try:
            read.append(read_policy(folder, path))
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    return read[0], read[1]


def compare(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    """Find the differences between two versions of the policy, as `read_policy` gives them.

    Args:
        old: the earlier version.
        new: the later one.

    Yields:
        Clauses with another id, other words, another place; added and removed ones; then sections and
        the approval table; last, clauses that have nothing but another number.
    """
    before, after = _points(old), _points(new)
    gone = [point for identity, point in before.items() if identity not in after]
    come = [point for identity, point in after.items() if identity not in before]
    renamed = dict(_renamed(gone, come))
    for earlier, later in renamed.items():
        sentence = f"{before[earlier]} is now {after[later]}: the same words, another id."
        yield Change("Another id", (sentence, f"“{after[later].text}”"), (earlier, later))
    both = [identity for identity in before if identity in after]
    for identity in both:
        one, other = before[identity], after[identity]
        if one.text != other.text:
            yield Change("Other words", (f"{other}", f"was: “{one.text}”", f"now: “{other.text}”"), _with_point(other))
    moved = set(_moved(before, after, both))
    for identity in both:
        if identity in moved:
            sentence = f"{before[identity]} is now {after[identity].reference}."
            yield Change("Another place", (sentence,), _with_point(after[identity]))
    for point in come:
        if point.id not in renamed.values():
            told = (f"{point}", f"“{point.text}”", *_split_from(point, before.values()))
            yield Change("Added: not in the other version", told, _with_point(point))
    for point in gone:
        if point.id not in renamed:
            yield Change("Removed: only in the other version", (f"{point}", f"“{point.text}”"), _with_point(point))
    yield from _sections(old, new)
    yield from _approval(old, new)
    numbers = [
        f"{before[identity].reference} is now {after[identity].reference} ({identity})."
        for identity in both
        if identity not in moved and before[identity].reference != after[identity].reference
    ]
    if numbers:
        first = "Nothing to do, unless a page types one of these numbers by hand."
        yield Change("Another number, and nothing else", (first, *numbers), ())


def _points(policy: dict[str, Any]) -> dict[str, Point]:
    return {
        clause["id"]: Point(clause["id"], clause["reference"], clause["text"], section["id"], clause["part_of"])
        for section in policy["sections"]
        for clause in section["clauses"]
    }


def _with_point(point: Point) -> tuple[str, ...]:
    """A list that is made of a point shows each of its sub-points."""
    return (point.id, point.part_of) if point.part_of else (point.id,)


def _renamed(gone: Sequence[Point], come: Sequence[Point]) -> Iterator[tuple[str, str]]:
    free = list(come)
    for point in gone:
        same = next((other for other in free if other.words == point.words), None)
        if same:
            free.remove(same)
            yield point.id, same.id


def _moved(before: dict[str, Point], after: dict[str, Point], both: Sequence[str]) -> Iterator[str]:
    """Name what is in another section, under another point, or out of the order that most have kept."""
    places = {identity: number for number, identity in enumerate(after)}
    kept = _longest_in_order([places[identity] for identity in both])
    for identity in both:
        one, other = before[identity], after[identity]
        if (one.section, one.part_of) != (other.section, other.part_of) or places[identity] not in kept:
            yield identity


def _longest_in_order(numbers: Sequence[int]) -> set[int]:
    """Find the longest row of numbers that rise: they have kept their order."""
    best: list[list[int]] = [[]]
    for number in numbers:
        rows = [row for row in best if not row or row[-1] < number]
        best.append([*sorted(rows, key=len)[-1], number])
    return set(sorted(best, key=len)[-1])


def _split_from(point: Point, before: Iterable[Point]) -> Iterator[str]:
    if len(point.words.split()) >= FEWEST_WORDS:
        for other in before:
            if point.words in other.words:
                yield f"These words were part of {other}."


def _sections(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    before = {section["id"]: f"{section['number']}. {section['title']}" for section in old["sections"]}
    after = {section["id"]: f"{section['number']}. {section['title']}" for section in new["sections"]}
    for identity in dict.fromkeys((*before, *after)):
        one, other = before.get(identity), after.get(identity)
        if one != other:
            yield Change("Sections", (f"was: {one or 'not there'}", f"now: {other or 'not there'}"), (identity,))


def _approval(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    before = {fact["name"]: fact["value"] for fact in old["approval"]}
    after = {fact["name"]: fact["value"] for fact in new["approval"]}
    for name in dict.fromkeys((*before, *after)):
        one, other = before.get(name, "not there"), after.get(name, "not there")
        if one != other:
            yield Change("The approval table", (f"{name}: {one} is now {other}.",), ())


def _told(change: Change, cited: dict[str, list[Citation]]) -> Iterator[str]:
    first, *rest = change.told
    yield f"  {first}"
    yield from (f"    {line}" for line in rest)
    places = sorted({citation for identity in change.ids for citation in cited.get(identity, ())})
    for place in dict.fromkeys(str(citation) for citation in places):
        yield f"      {place}"


def _dates(policy: dict[str, Any]) -> str:
    return ", ".join(f"{fact['name']} {fact['value']}" for fact in policy["approval"] if "ate" in fact["name"]) or (
        "no dates"
    )


def _s(things: Sequence[object] | set[str]) -> str:
    return "" if len(things) == 1 else "s"
