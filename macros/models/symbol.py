"""The register of symbols: each stands for one thing, everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.models.base import Finding, Identity, Model, Text, normalised

ShownAs = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
SymbolGroup = Literal["people", "feelings", "actions", "screens", "things"]


class Symbol(Model):
    """One symbol."""

    id: Identity
    """Its file, without ".svg"."""
    means: Text
    """The one thing that it stands for, in a few words."""
    alt: ShownAs
    """What is drawn, for those who cannot see it."""
    group: SymbolGroup
    """What it is a sign of, for a writer who looks for one: what is on screens is apart from other things."""

    def rules(self) -> Iterator[Finding]:
        """What is drawn is a sentence, so that it is read aloud as one."""
        if self.alt[-1] not in ".!?":
            yield ("alt",), f"End “{self.alt}” with a full stop, so that it is read aloud as a sentence."


class Symbols(Model):
    """Every symbol."""

    symbols: tuple[Symbol, ...] = Field(min_length=1)
    """Each symbol, once."""

    def rules(self) -> Iterator[Finding]:
        """A symbol stands for one thing, and one thing has one symbol."""
        for name, said in (
            ("id", "“{value}” is in the register twice. A symbol stands for one thing: keep one row."),
            (
                "means",
                "“{other}” stands for “{value}” as well. One thing has one symbol: use that, or say what differs.",
            ),
        ):
            seen: dict[str, Symbol] = {}
            for number, symbol in enumerate(self.symbols):
                value = getattr(symbol, name)
                if other := seen.get(normalised(value)):
                    yield ("symbols", number, name), said.format(value=value, other=other.id)
                seen.setdefault(normalised(value), symbol)

    def by_id(self) -> dict[str, Symbol]:
        """Give each symbol by its id."""
        return {symbol.id: symbol for symbol in self.symbols}
