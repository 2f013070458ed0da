"""The other policies that the approved policy links with."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.base import Finding, Identity, Model, Text


class LinkedPolicy(Model):
    """One other policy."""

    id: Identity
    """Its name in school.yml, where its address is."""
    name: Text
    """What the approved policy calls it."""
    clause: Identity
    """The point of the approved policy that names it."""


class LinkedPolicies(Model):
    """All of them, in the order in which the approved policy names them."""

    policies: tuple[LinkedPolicy, ...] = ()
    """The policies, in the order in which the approved policy names them."""

    def rules(self) -> Iterator[Finding]:
        """Each has an id and a point of its own."""
        for number, policy in enumerate(self.policies):
            before = self.policies[:number]
            if policy.id in [other.id for other in before]:
                yield ("policies", number, "id"), f"Two policies have the id “{policy.id}”. Give each its own."
            if policy.clause in [other.clause for other in before]:
                yield ("policies", number, "clause"), f"Two policies name the point “{policy.clause}”. Keep one."
