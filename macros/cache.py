"""Keeps what was made last time, by all that it was made from, so that a save costs only what it changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar, cast

T = TypeVar("T")


class RoundCache:
    """What has been made in this round, in the last one, and in the last one that went well.

    It belongs to whoever goes through the content again and again: the preview, and one build after another.

    Attributes:
        grown: whether something was made in this round that was not known.
    """

    def __init__(self, known: Mapping[Hashable, Any] | None = None) -> None:
        """Begin the first round.

        Args:
            known: what was made before it.
        """
        self._well: Mapping[Hashable, Any] = known or {}
        self._before: Mapping[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}
        self.grown = False

    @property
    def made(self) -> Mapping[Hashable, Any]:
        """All that was asked for in this round, each by who makes it and what it is made from."""
        return self._now

    def get(self, made_from: Hashable, make: Callable[..., T], *arguments: Any) -> T:
        """Give what a function made of something; call it where that has not been done.

        Args:
            made_from: all that its answer depends on.
            make: the function.
            arguments: what it is given.
        """
        key = (make, made_from)
        if key not in self._now:
            known = next((round_ for round_ in (self._before, self._well) if key in round_), None)
            self._now[key] = make(*arguments) if known is None else known[key]
            self.grown = self.grown or known is None
        return cast("T", self._now[key])

    def start_round(self) -> None:
        """Begin a round; what was not asked for in the last one is forgotten, but for the last that went well."""
        self._before, self._now, self.grown = self._now, {}, False

    def went_well(self) -> None:
        """End a round that came to its end. One that stops at a mistake asks for little, and must not cost the rest."""
        self._well = self._now
