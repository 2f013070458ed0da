"""Prints each figure beside its budget, and keeps what is over it for the end."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

WIDTH = 52  # of the column of names

Sense = Literal["at most", "at least"]


class Report:
    """What has been measured, printed as it comes.

    Attributes:
        lines: every line that was printed.
        over: the figures that are not within their budgets.
        missing: what could not be measured, and why.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.over: list[str] = []
        self.missing: list[str] = []
        self._about = ""
        self._of = ""

    def heading(self, text: str) -> None:
        """Begin a part."""
        self._about = text.partition(":")[0].partition(",")[0]
        self._print("")
        self._print(text)

    def figure(
        self,
        name: str,
        value: float,
        unit: str,
        budget: float | None = None,
        beside: str = "",
        sense: Sense = "at most",
    ) -> None:
        """Print a figure.

        Args:
            name: what was measured; one that begins with spaces belongs to the line above that does not.
            value: how much it is.
            unit: of what; "" where the name says it.
            budget: what it may be, if anything was agreed.
            beside: what the peer has, or how it was measured.
            sense: whether the budget is the most or the least that it may be.
        """
        told = verdict(value, budget, sense)
        whole = f"{self._named(name)} {shown(value)} {unit}".strip()
        line = f"  {name:<{WIDTH}}{shown(value):>7} {unit:<4} {told:<24} {beside}".rstrip()
        self._print(line)
        if told.endswith("OVER"):
            self.over.append(f"{self._about}: {whole} ({told})")

    def note(self, text: str) -> None:
        """Print a line that is no figure."""
        self._named(text)
        self._print(f"  {text}")

    def absent(self, what: str, why: str) -> None:
        """Say that something could not be measured."""
        self.missing.append(f"{what}: {why}")
        self._print(f"  {what}: NOT MEASURED. {why}")

    def close(self, file: Path) -> None:
        """Print what is over its budget and what was not measured, and keep the whole in a file."""
        for title, found in (("Over budget", self.over), ("Not measured", self.missing)):
            self._print("")
            self._print(f"{title}: {len(found) or 'nothing'}")
            for each in found:
                self._print(f"  {each}")
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(self.lines).strip() + "\n", encoding="utf-8")

    def _named(self, name: str) -> str:
        if name.startswith(" "):
            return f"{self._of}, {name.strip()}"
        self._of = name
        return name

    def _print(self, line: str) -> None:
        self.lines.append(line)
        print(line, flush=True)


def shown(value: float) -> str:
    """Write a number as people read it: whole ones without a point."""
    return f"{value:.0f}" if value == int(value) or value >= 1000 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def verdict(value: float, budget: float | None, sense: Sense = "at most") -> str:
    """Say whether a figure is within its budget."""
    if budget is None:
        return ""
    within = value <= budget if sense == "at most" else value >= budget
    return f"{sense} {budget:g}: {'within' if within else 'OVER'}"


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value that a share of all are no greater than (98 of 100: 0.98)."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def growth(small: float, small_pages: int, large: float, large_pages: int) -> float:
    """Give the exponent by which a time grows with the number of pages: 1 is in proportion."""
    return math.log(large / small) / math.log(large_pages / small_pages)
