"""A list of things to do or check."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.models.base import Finding, Identity, Model, Text, normalised


class ChecklistItem(Model):
    """One thing to do."""

    id: Identity
    """Its name within the list."""
    text: Text
    """What to do."""
    note: Text | None = None
    """How, or why, in a sentence."""


class Checklist(Model):
    """A list that a reader ticks off on screen or on paper."""

    title: Text
    """Its name, as its page and its print show it."""
    items: tuple[ChecklistItem, ...] = Field(min_length=1)
    """What is to be done, in order."""

    def rules(self) -> Iterator[Finding]:
        """No two items may be the same."""
        ids: set[str] = set()
        texts: set[str] = set()
        for number, item in enumerate(self.items):
            if item.id in ids:
                yield ("items", number, "id"), f"Two items have the id “{item.id}”. Give each its own."
            if normalised(item.text) in texts:
                yield ("items", number, "text"), "This item says the same as one above. Keep one of them."
            ids.add(item.id)
            texts.add(normalised(item.text))
