"""The other policies that the approved policy links with."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.models.base import Finding, Identity, Model, Text


class LinkedPolicy(Model):
    """One other policy.

    Attributes:
        id: its name in school.yml, where its address is.
        name: what the approved policy calls it.
        clause: the point of the approved policy that names it.
    """

    id: Identity
    name: Text
    clause: Identity


class LinkedPolicies(Model):
    """All of them, in the order in which the approved policy names them."""

    policies: tuple[LinkedPolicy, ...] = Field(min_length=1)

    def rules(self) -> Iterator[Finding]:
        """Each has an id and a point of its own."""
        for number, policy in enumerate(self.policies):
            before = self.policies[:number]
            if policy.id in [other.id for other in before]:
                yield ("policies", number, "id"), f"Two policies have the id “{policy.id}”. Give each its own."
            if policy.clause in [other.clause for other in before]:
                yield ("policies", number, "clause"), f"Two policies name the point “{policy.clause}”. Keep one."
