"""A checklist as a page shows it, whether an author wrote it or the policy holds it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from macros.models.checklist import Checklist
from macros.models.policy import Policy


@dataclass(frozen=True)
class ShownItem:
    """One line: its text, and for a policy's point its reference and the clause to link to."""

    id: str
    text: str
    note: str | None = None
    reference: str | None = None


@dataclass(frozen=True)
class ShownList:
    """A list to tick.

    Attributes:
        id: its name; remembered ticks are kept under it.
        version: changes whenever an item changes, so that old ticks are dropped and not moved.
        title: its heading.
        items: its lines.
        clause: the id of the clause whose sub-points it shows, or None.
    """

    id: str
    version: str
    title: str
    items: tuple[ShownItem, ...]
    clause: str | None = None


def checklist_of(identity: str, authored: Checklist | None, policy: Policy) -> ShownList:
    """Make the list that an id names.

    Args:
        identity: the id of an authored list, or of a policy clause with sub-points.
        authored: the authored list of that id, if there is one.
        policy: the policy; the text of a sub-point is taken from it word for word.

    Raises:
        KeyError: it names neither.
    """
    if authored:
        items = tuple(ShownItem(item.id, item.text, item.note) for item in authored.items)
        return ShownList(identity, _version(items), authored.title, items)
    clause = policy.clauses[identity]
    items = tuple(ShownItem(part.id, part.text, None, part.reference) for part in policy.parts(identity))
    return ShownList(identity, _version(items), f"Policy point {clause.reference}", items, identity)


def _version(items: tuple[ShownItem, ...]) -> str:
    return hashlib.sha256("\n".join(f"{item.id} {item.text}" for item in items).encode()).hexdigest()[:8]
