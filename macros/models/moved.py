"""Pages that stood at another address once, and where their words are now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from macros.models.base import NAME, Finding, Form, Model, Text, repeats

Address = Annotated[
    str,
    Form(r"[a-z0-9-]+(/[a-z0-9-]+)*\.html", f"“{NAME}” is an address from the site’s root, as in “help/old.html”."),
]


class MovedPage(Model):
    """One page that has moved."""

    was: Text
    """What it was called."""
    address: Address = Field(alias="from")
    """Its address then, from the site's root; written as “from”."""
    to: Text
    """The page, under docs/, where its words are now, and the place on it."""


class MovedPages(Model):
    """All of them."""

    moved: tuple[MovedPage, ...] = ()
    """Each of them, once."""

    def rules(self) -> Iterator[Finding]:
        """No address leads two ways."""
        for number in repeats(page.address for page in self.moved):
            yield ("moved", number, "from"), f"“{self.moved[number].address}” stands here twice. Keep one line."
