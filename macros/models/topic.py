"""What lessons and quizzes are about, in the site's own words, so that no lesson names a clause of a policy."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.models.base import Finding, Identity, Model, Text, same_ids_or_names


class Topic(Model):
    """One topic."""

    id: Identity
    """Its name in lessons, in quizzes, and in what is made of a clause."""
    name: Text
    """Its name for readers."""


class Topics(Model):
    """All topics."""

    topics: tuple[Topic, ...] = Field(min_length=1)
    """The topics, in the order in which they are shown."""

    def rules(self) -> Iterator[Finding]:
        """Each has an id and a name of its own."""
        yield from same_ids_or_names("topics", self.topics)
