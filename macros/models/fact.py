"""A fact that changes: what can be said of it, and when and where it was last looked up."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.models.base import Day, Finding, Identity, Model, Text


class Fact(Model):
    """One fact that changes, such as a law that is planned."""

    id: Identity
    """Its name in this project; pages name it."""
    text: Text
    """The fact, in whole sentences that stay true if it has changed since it was checked."""
    checked: Day
    """The day on which it was last checked."""
    source: Text
    """Where it was read, and how sure that is, for whoever checks it again."""


class Facts(Model):
    """All facts that change."""

    facts: tuple[Fact, ...] = Field(min_length=1)
    """Each fact, once."""

    def rules(self) -> Iterator[Finding]:
        """No two facts have one id; each text ends as a sentence does, for its date comes after it."""
        seen: set[str] = set()
        for number, fact in enumerate(self.facts):
            if fact.id in seen:
                yield ("facts", number, "id"), f"The id “{fact.id}” is taken. Give each fact its own."
            seen.add(fact.id)
            if not fact.text.endswith((".", "!", "?")):
                sentence = "A fact is whole sentences: end it with a full stop. The day of its check comes after it."
                yield ("facts", number, "text"), sentence
