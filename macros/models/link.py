"""The addresses of other people's pages that this site names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import Field

from macros.models.base import Address, Finding, Model, Text


class Link(Model):
    """One address outside the site."""

    address: Address
    """The address, exactly as the pages write it."""
    title: Text
    """What is there."""
    seen: date | None = None
    """The day on which somebody last opened it and found that; left out where nobody has yet."""


class Links(Model):
    """All addresses outside the site."""

    links: tuple[Link, ...] = Field(min_length=1)
    """Each address, once."""

    def rules(self) -> Iterator[Finding]:
        """No address is listed twice."""
        addresses: set[str] = set()
        for number, link in enumerate(self.links):
            if link.address in addresses:
                yield ("links", number, "address"), f"“{link.address}” is listed twice. Keep one of them."
            addresses.add(link.address)
