"""Proposes an id for each point of a policy: that of the known clause whose words are most like its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from macros.models.policy import Clause, Policy
from macros.takeover.structure import Draft, Point

LEAST = 0.6  # a share of 1: below it two clauses that share it are about different things
LEAST_OF_FEW = 0.75  # the same for up to four words, which are soon alike by chance
FEW = 4  # words
SURE = 0.9  # from here on nobody is asked
ID_WORDS = 5
PASSED_OVER = frozenset({
    "a", "all", "an", "and", "any", "are", "as", "at", "be", "by", "for", "from", "has", "have", "if", "in", "into",
    "is", "it", "its", "may", "must", "not", "of", "on", "or", "our", "shall", "should", "that", "the", "their", "they",
    "this", "to", "use", "used", "we", "when", "which", "who", "will", "with", "you", "your",
})  # fmt: skip


@dataclass(frozen=True)
class Proposal:
    """What a point is to be called.

    Attributes:
        reference: its number on the page.
        text: its words.
        id: its id.
        figure: how like it is to the known clause of that id, from 0 to 1; 0 where the id is new.
        same: whether it has the words of that clause, and each of its sub-points too.
    """

    reference: str
    text: str
    id: str
    figure: float
    same: bool


def words_of(text: str, names: Iterable[str]) -> list[str]:
    """Give the words by which two clauses are compared: no marks, and one word for any school's name.

    Args:
        text: the clause.
        names: the names of both schools.
    """
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|[*<>]", r"\1", text)
    for name in sorted(filter(None, names), key=len, reverse=True):
        plain = re.sub(rf"\b{re.escape(name)}\b", "theschool", plain, flags=re.IGNORECASE)
    return re.findall(r"[\w@]+(?:'\w+)?", plain.casefold().replace("’", "'"))


def propose(
    draft: Draft, known: Policy, names: Collection[str], chosen: Mapping[str, str], taken: Collection[str] = ()
) -> list[Proposal]:
    """Give every point an id, and say how sure that is.

    Args:
        draft: the policy; its points and sections get their ids.
        known: the policy that the site's words are about.
        names: the names of both schools.
        chosen: the ids that somebody chose, by the number of the point; “new” for none of the known ones.
        taken: ids that no point may have.
    """
    clauses = list(known.clauses.values())
    told = {clause.id: words_of(clause.text, names) for clause in clauses}
    points = draft.points
    spoken = [words_of(point.text, names) for point in points]
    given: dict[int, tuple[str, float]] = {}
    for place, point in enumerate(points):
        wanted = chosen.get(point.reference, "")
        if wanted and wanted != "new":
            given[place] = (wanted, _ratio(spoken[place], told[wanted]) if wanted in told else 0.0)
    pairs = sorted(
        (
            (-figure, place, clause.id)
            for place, words in enumerate(spoken)
            if points[place].reference not in chosen
            for clause in clauses
            if (figure := _ratio(words, told[clause.id])) >= _least(words)
        ),
    )
    used = {identity for identity, _ in given.values()}
    for figure, place, identity in pairs:
        if place not in given and identity not in used:
            given[place] = (identity, -figure)
            used.add(identity)
    _name_sections(draft, known, {*told, *taken})
    free = {*told, *taken, *used, *(section.id for section in draft.sections)}
    for place, point in enumerate(points):
        point.id = given[place][0] if place in given else _new_id(spoken[place], free)
        free.add(point.id)
    same = _same(points, spoken, told, known)
    return [
        Proposal(point.reference, point.text, point.id, given.get(place, ("", 0.0))[1], point.id in same)
        for place, point in enumerate(points)
    ]


def _ratio(one: Sequence[str], other: Sequence[str]) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    least = _least(one)
    return matcher.ratio() if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= least else 0.0


def _least(words: Sequence[str]) -> float:
    return LEAST_OF_FEW if len(words) <= FEW else LEAST


def _same(
    points: Sequence[Point], spoken: Sequence[list[str]], told: Mapping[str, list[str]], known: Policy
) -> set[str]:
    """Name the points that say what the known clause says, down to their sub-points."""
    alike = {point.id for point, words in zip(points, spoken, strict=True) if told.get(point.id) == words}
    parts: dict[str, list[str]] = {}
    above = ""
    for point in points:
        if not point.level:
            above = point.id
            parts[above] = []
        else:
            parts[above].append(point.id)
    whole = {
        identity
        for identity in alike
        if identity not in parts
        or (
            _ids(known.parts(identity)) == [one for one in parts[identity] if one in alike]
            and len(parts[identity]) == len(known.parts(identity))
        )
    }
    return whole


def _ids(clauses: Iterable[Clause]) -> list[str]:
    return [clause.id for clause in clauses]


def _name_sections(draft: Draft, known: Policy, taken: Collection[str]) -> None:
    free = {section.id: words_of(section.title, ()) for section in known.sections}
    used: set[str] = set()
    for section in draft.sections:
        words = words_of(section.title, ())
        best = max(((_ratio(words, there), identity) for identity, there in free.items()), default=(0.0, ""))
        if words and best[0] >= LEAST_OF_FEW:
            section.id = best[1]
            del free[section.id]
        else:
            section.id = _new_id(words or ["opening"], {*taken, *used, *(one.id for one in known.sections)}, "about")
        used.add(section.id)


def _new_id(words: Sequence[str], free: Collection[str], first: str = "") -> str:
    """Make an id of the first words that mean something."""
    letters = [re.sub(r"[^a-z0-9]", "", word) for word in words if word not in PASSED_OVER and word != "theschool"]
    chosen = [word for word in letters if word][:ID_WORDS] or ["point"]
    name = "-".join([first, *chosen] if first else chosen)[:50].strip("-")
    number, found = 2, name
    while found in free:
        found = f"{name}-{number}"
        number += 1
    return found
