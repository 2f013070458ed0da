"""What the site never does, and what it keeps in a reader's browser once a button is pressed that says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.base import Finding, Identity, Model, Text


class Never(Model):
    """Something that the site never does; the tests watch for it."""

    id: Identity
    """Its name in this project; the tests watch for it by this name."""
    title: Text
    """What it is, in a few words."""
    child: Text
    """What a child is told."""
    parent: Text
    """What a family is told."""
    officer: Text
    """What a data protection officer is told."""


class Kept(Never):
    """Something that is kept in the reader's browser, only after a press."""

    place: Literal["local storage", "cache storage"]
    """Which of a browser's stores holds it."""
    name: Text
    """Its name in that store; “*” stands for the rest of a name."""
    button: Text
    """The words of the button that is pressed to keep it."""
    forget: Text
    """The words of the button that is pressed to clear it."""


class Privacy(Model):
    """All that the privacy page says of what is done and kept."""

    never: tuple[Never, ...] = Field(min_length=1)
    """What the site never does."""
    kept: tuple[Kept, ...] = Field(min_length=1)
    """What it keeps after a press."""

    def rules(self) -> Iterator[Finding]:
        """No two have one id, and no two of what is kept have one name in one place."""
        ids: set[str] = set()
        for part, facts in (("never", self.never), ("kept", self.kept)):
            for number, fact in enumerate(facts):
                if fact.id in ids:
                    yield (part, number, "id"), f"The id “{fact.id}” is taken. Give each its own."
                ids.add(fact.id)
        names: set[tuple[str, str]] = set()
        for number, fact in enumerate(self.kept):
            if (fact.place, fact.name) in names:
                yield ("kept", number, "name"), f"“{fact.name}” is kept in {fact.place} twice. Tell of it once."
            names.add((fact.place, fact.name))
