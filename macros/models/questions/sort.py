"""Sort things into groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.base import Finding, Identity, Model, Text
from macros.models.questions.common import Question, alike_texts
from macros.problems import did_you_mean


class Group(Model):
    """A group that things are sorted into."""

    id: Identity
    """Its name within the question."""
    text: Text
    """What it is called."""
    picture: Identity | None = None
    """The name of a symbol shown with it."""


class SortItem(Model):
    """A thing to sort."""

    text: Text
    """The thing."""
    picture: Identity | None = None
    """The name of a symbol shown with it."""
    group: Identity
    """The id of the group that it belongs to."""
    feedback: Text
    """What is said when it is there: why."""
    not_yet: Text
    """What is said when it is in another group: why, and what is safer."""


class Sort(Question):
    """Sort things into two to four groups."""

    type: Literal["sort"]
    groups: tuple[Group, ...] = Field(min_length=2, max_length=4)
    """The groups to sort into."""
    items: tuple[SortItem, ...] = Field(min_length=2, max_length=8)
    """The things to sort."""

    def rules(self) -> Iterator[Finding]:
        """Each item belongs to a group that exists, each group has an item, and no two are alike."""
        ids = [group.id for group in self.groups]
        for number, identity in enumerate(ids):
            if identity in ids[:number]:
                yield ("groups", number, "id"), f"Two groups have the id “{identity}”. Give each its own."
            elif not any(item.group == identity for item in self.items):
                yield ("groups", number), f"Nothing belongs to the group “{identity}”. Add an item, or take it out."
        for number, item in enumerate(self.items):
            if item.group not in ids:
                yield ("items", number, "group"), f"There is no group “{item.group}”.{did_you_mean(item.group, ids)}"
        yield from alike_texts([group.text for group in self.groups], "groups")
        yield from alike_texts([item.text for item in self.items], "items")
