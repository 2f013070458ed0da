"""The policy in plain words, for one reader, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.models.clause_use import ClauseUse
from macros.models.policy import Clause, Policy, Section


@dataclass(frozen=True)
class PlainLine:
    """One clause in plain words.

    Attributes:
        id: the clause's id.
        reference: its number.
        text: its words for the reader.
        picture: its symbol, or None.
        parts: the lines of its sub-points.
    """

    id: str
    reference: str
    text: str
    picture: str | None = None
    parts: tuple[PlainLine, ...] = ()


@dataclass(frozen=True)
class PlainSection:
    """A section of the policy that has something to say to the reader."""

    id: str
    number: str
    title: str
    lines: tuple[PlainLine, ...]


def plain_words_of(policy: Policy, uses: Mapping[str, ClauseUse], reader: str) -> tuple[PlainSection, ...]:
    """Give the policy in plain words.

    Args:
        policy: the policy, which gives the order.
        uses: the plain words of each clause, by its id.
        reader: whose words are wanted.

    Returns:
        The sections with a line for the reader. A sub-point stands under its point, or alone where
        the point has no words for the reader.
    """
    sections = []
    for section in policy.sections:
        lines = tuple(_lines(section, uses, reader))
        if lines:
            sections.append(PlainSection(section.id, section.number, section.title, lines))
    return tuple(sections)


def _lines(section: Section, uses: Mapping[str, ClauseUse], reader: str) -> Iterator[PlainLine]:
    def words(clause: Clause) -> str | None:
        return uses[clause.id].words_for(reader)

    spoken = {clause.id for clause in section.clauses if words(clause)}
    for clause in section.clauses:
        said = words(clause)
        if said and clause.part_of not in spoken:
            parts = tuple(
                PlainLine(part.id, part.reference, part_words, uses[part.id].picture)
                for part in section.clauses
                if part.part_of == clause.id and (part_words := words(part))
            )
            yield PlainLine(clause.id, clause.reference, said, uses[clause.id].picture, parts)


def pictures_of(policy: Policy, uses: Mapping[str, ClauseUse]) -> tuple[PlainLine, ...]:
    """Give the lines of the picture version, in the order of the policy.

    Args:
        policy: the approved policy.
        uses: what is made of each of its clauses, by id.

    Returns:
        A line for each clause that has words for the young.
    """
    return tuple(
        PlainLine(clause.id, clause.reference, young, uses[clause.id].picture)
        for clause in policy.clauses.values()
        if (young := uses[clause.id].young)
    )
