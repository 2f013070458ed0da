"""The approved policy, clause by clause."""

from __future__ import annotations

from macros.models.base import Identity, Model, Text
from macros.models.policy_date import PolicyDate, policy_date


class Clause(Model):
    """One point or sub-point of the policy."""

    id: Identity
    """Its name in this project and in addresses."""
    reference: Text
    """Its number as people say it, such as 6.4(d)."""
    text: Text
    """Its words, as Markdown."""
    part_of: Identity | None = None
    """For a sub-point, the id of its point."""


class Section(Model):
    """A numbered section of the policy."""

    id: Identity
    """Its name in addresses."""
    number: Text
    """Its number, as the policy prints it."""
    title: Text
    """Its heading, without the number."""
    clauses: tuple[Clause, ...]
    """Its points and sub-points, in order."""


class ApprovalFact(Model):
    """A row of the approval table."""

    name: Text
    """What the row is about."""
    value: Text
    """What it says."""


class Policy(Model):
    """The whole approved policy."""

    title: Text
    """Its name."""
    approval: tuple[ApprovalFact, ...]
    """The rows of the approval table, in order."""
    sections: tuple[Section, ...]
    """Its sections, in order."""

    @property
    def clauses(self) -> dict[str, Clause]:
        """Every clause by its id, in the order of the policy."""
        return {clause.id: clause for section in self.sections for clause in section.clauses}

    @property
    def approved(self) -> PolicyDate | None:
        """When it was approved."""
        return self._date("approv", "adopt", "ratif")

    @property
    def review(self) -> PolicyDate | None:
        """When it is to be reviewed; where several rows speak of a review, that of the next one."""
        return self._date("next review", "for review", "review due", "review")

    def _date(self, *words: str) -> PolicyDate | None:
        """Give the first date of a row whose name has the first word that any has."""
        for word in words:
            for fact in self.approval:
                if word in fact.name.lower() and (found := policy_date(fact.value)):
                    return found
        return None

    def row(self, *words: str) -> int | None:
        """Find the first row of the approval table whose name has all of some words.

        Args:
            *words: the words, or parts of them, in small letters.

        Returns:
            Its number, from 0; None where there is none.
        """
        names = [fact.name.lower() for fact in self.approval]
        return next((number for number, name in enumerate(names) if all(word in name for word in words)), None)

    def parts(self, identity: str) -> tuple[Clause, ...]:
        """Give the sub-points of a point, in order."""
        return tuple(clause for clause in self.clauses.values() if clause.part_of == identity)
