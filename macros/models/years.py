"""The school years that a school teaches, and how they are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field

from macros.models.base import Finding, Model, YesNo, refusal
from macros.models.framework import Year

YearName = Literal["reception", "year-1", "year-2", "year-3", "year-4", "year-5", "year-6"]
YEARS: tuple[Year, ...] = get_args(Year)
CODES = MappingProxyType(dict(zip(get_args(YearName), YEARS, strict=True)))
NAMES = MappingProxyType({code: name for name, code in CODES.items()})
Pair = Annotated[tuple[YearName, ...], Field(min_length=2, max_length=2)]


def _in_pairs(given: Any) -> Any:
    if isinstance(given, list) and given and all(isinstance(one, str) for one in given):
        raise refusal("Each class has square brackets of its own, though there is one alone: [[year-1, year-2]].")
    return given


class Teaches(Model):
    """The years that the school teaches; as it stands, all of a primary school."""

    first_year: YearName | None = None
    """The youngest year, such as year-3; empty for reception."""
    last_year: YearName | None = None
    """The oldest year, such as year-2; empty for year-6."""
    nursery: YesNo = False
    """Whether the school has a nursery class; it uses what is for Reception."""
    mixed_classes: Annotated[tuple[Pair, ...], BeforeValidator(_in_pairs)] = ()
    """The classes of two years, as [[year-1, year-2], [year-3, year-4]]: each is taught the lessons of one of its years
    in one school year, and those of the other in the next."""

    def rules(self) -> Iterator[Finding]:
        """There are years to teach, a nursery leads to Reception, and mixed classes are of years that meet."""
        if not self.years:
            yield (
                ("last_year",),
                f"“{self.last_year}” comes before “{self.first_year}”, so no year would be taught. Give the youngest "
                "year as “first_year” and the oldest as “last_year”.",
            )
            return
        if self.nursery and "R" not in self.years:
            yield (
                ("nursery",),
                "A nursery uses the lessons of Reception. Write “first_year: reception”, or “nursery: no”.",
            )
        claimed: set[str] = set()
        for number, pair in enumerate(self.mixed_classes):
            for place, name in enumerate(pair):
                if CODES[name] not in self.years:
                    sentence = (
                        f"“{name}” is not taught here: the years are {NAMES[self.years[0]]} to {NAMES[self.years[-1]]}."
                    )
                    yield ("mixed_classes", number, place), sentence
                elif name in claimed:
                    yield ("mixed_classes", number, place), f"“{name}” is in two mixed classes. Keep one of them."
                claimed.add(name)
            first, second = (YEARS.index(CODES[name]) for name in pair)
            if second - first != 1:
                sentence = (
                    f"A mixed class is of two years that follow each other, the younger first, and {pair[1]} does not "
                    f"follow {pair[0]}. Write, for example, [year-3, year-4]."
                )
                yield ("mixed_classes", number, 1), sentence

    @property
    def years(self) -> tuple[Year, ...]:
        """The years that are taught, from the youngest on."""
        first, last = CODES[self.first_year or "reception"], CODES[self.last_year or "year-6"]
        return YEARS[YEARS.index(first) : YEARS.index(last) + 1]

    @property
    def pairs(self) -> tuple[tuple[Year, Year], ...]:
        """The years of each mixed class, the younger first."""
        return tuple((CODES[younger], CODES[older]) for younger, older in self.mixed_classes)

    @property
    def ages(self) -> str:
        """The ages of all the school's children, as “4 to 11”."""
        return ages_of(self.years, nursery=self.nursery)

    @property
    def span(self) -> str:
        """The first year and the last, as “Reception to Year 6”."""
        first = "Nursery" if self.nursery else name_of(self.years[0])
        last = name_of(self.years[-1])
        return last if first == last else f"{first} to {last}"

    def titled(self, years: Sequence[Year]) -> str:
        """Name some of its years for a reader, with the nursery where that uses the same.

        Args:
            years: years that follow each other.
        """
        before = "Nursery and " if self.nursery and years[0] == "R" else ""
        return before + title_of(years)


def name_of(year: Year) -> str:
    """Name a year, as “Reception” or “Year 3”."""
    return "Reception" if year == "R" else f"Year {year}"


def title_of(years: Sequence[Year]) -> str:
    """Name years that follow each other, as “Years 3 and 4” or “Reception and Year 1”."""
    if len(years) == 1:
        return name_of(years[0])
    if years[0] == "R":
        return f"Reception and {title_of(years[1:])}"
    return f"Years {years[0]} {'and' if len(years) == 2 else 'to'} {years[-1]}"


def ages_of(years: Sequence[Year], *, nursery: bool = False) -> str:
    """Give the ages of the children of some years, as “4 to 5”: in Reception they become five.

    Args:
        years: years that follow each other.
        nursery: whether there is a nursery class besides, of children who become four.
    """
    youngest = 3 if nursery and years[0] == "R" else 4 + YEARS.index(years[0])
    return f"{youngest} to {5 + YEARS.index(years[-1])}"
