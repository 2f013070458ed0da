"""The approved policy, clause by clause."""

from __future__ import annotations

from macros.models.base import Identity, Model, Text
from macros.models.policy_date import PolicyDate, policy_date


class Clause(Model):
    """One point or sub-point of the policy.

    Attributes:
        id: its name in this project and in addresses.
        reference: its number as people say it, such as 6.4(d).
        text: its words, as Markdown.
        part_of: for a sub-point, the id of its point.
    """

    id: Identity
    reference: Text
    text: Text
    part_of: Identity | None = None


class Section(Model):
    """A numbered section of the policy."""

    id: Identity
    number: Text
    title: Text
    clauses: tuple[Clause, ...]


class ApprovalFact(Model):
    """A row of the approval table."""

    name: Text
    value: Text


class Policy(Model):
    """The whole approved policy."""

    title: Text
    approval: tuple[ApprovalFact, ...]
    sections: tuple[Section, ...]

    @property
    def clauses(self) -> dict[str, Clause]:
        """Every clause by its id, in the order of the policy."""
        return {clause.id: clause for section in self.sections for clause in section.clauses}

    @property
    def approved(self) -> PolicyDate | None:
        """When it was approved."""
        return self._date("approv", "date")

    @property
    def review(self) -> PolicyDate | None:
        """When it is to be reviewed."""
        return self._date("review")

    def _date(self, *words: str) -> PolicyDate | None:
        number = self.row(*words)
        return None if number is None else policy_date(self.approval[number].value)

    def row(self, *words: str) -> int | None:
        """Find the row of the approval table whose name has some words; None where there is none."""
        names = [fact.name.lower() for fact in self.approval]
        return next((number for number, name in enumerate(names) if all(word in name for word in words)), None)

    def parts(self, identity: str) -> tuple[Clause, ...]:
        """Give the sub-points of a point, in order."""
        return tuple(clause for clause in self.clauses.values() if clause.part_of == identity)
