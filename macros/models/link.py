"""The addresses of other people's pages that this site names."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.models.base import Address, Day, Finding, Model, Text, repeats


class Link(Model):
    """One address outside the site."""

    address: Address
    """The address, exactly as the pages write it."""
    title: Text
    """What is there."""
    seen: Day | None = None
    """The day on which somebody last opened it and found that; left out where nobody has yet."""


class Links(Model):
    """All addresses outside the site."""

    links: tuple[Link, ...] = Field(min_length=1)
    """Each address, once."""

    def rules(self) -> Iterator[Finding]:
        """No address is listed twice."""
        for number in repeats(link.address for link in self.links):
            yield ("links", number, "address"), f"“{self.links[number].address}” is listed twice. Keep one of them."
