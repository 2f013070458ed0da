"""The four ages that the site teaches."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from macros.models.base import Identity, Model, Text
from macros.models.framework import Year
from macros.models.quiz import Recalled
from macros.models.years import Teaches, ages_of, name_of, title_of

PhaseId = Literal["early-years", "years-1-2", "years-3-4", "years-5-6"]
YEARS: Mapping[str, tuple[Year, ...]] = MappingProxyType(
    {
        "early-years": ("R",),
        "years-1-2": ("1", "2"),
        "years-3-4": ("3", "4"),
        "years-5-6": ("5", "6"),
    }
)  # the school years of each phase


class HalfTerm(Model):
    """Half a term, and the lessons that are taught in it."""

    title: Text
    """Its name."""
    lessons: tuple[Identity, ...] = ()
    """The ids of its lessons, in the order in which they are taught."""


class Phase(Model):
    """One age group; its id is the name of its folders."""

    id: PhaseId
    """The folder's name."""
    title: Text
    """Its name for everyone."""
    ages: Text
    """The ages in it, in words."""
    also: tuple[Text, ...] = ()
    """Other words by which a teacher may search for its plans."""
    friend: Text
    """The animal friend who goes with it (the name of its pictures)."""
    promise: tuple[Text, ...] = Field(min_length=3, max_length=4)
    """The lines of its promise, which a learner can print."""
    year: tuple[HalfTerm, ...] = Field(min_length=1, max_length=6)
    """The half terms of the school year, with the lessons of each."""
    check: tuple[Recalled, ...] = Field(default=(), max_length=12)
    """The questions to ask before and after the year: "lesson/question"."""

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the lessons, in the order in which they are taught."""
        return tuple(identity for half_term in self.year for identity in half_term.lessons)

    def taught(self, lessons: Collection[str], school: Teaches) -> Phase:
        """Give the age as a school teaches it: with the years and the lessons that it has there.

        Args:
            lessons: the ids of the lessons that are taught.
            school: the years that the school teaches.
        """
        years = tuple(year for year in YEARS[self.id] if year in school.years)
        update: dict[str, object] = {
            "year": tuple(
                half.model_copy(update={"lessons": tuple(name for name in half.lessons if name in lessons)})
                for half in self.year
            ),
            "check": tuple(name for name in self.check if name.partition("/")[0] in lessons),
        }
        if years != YEARS[self.id]:
            update |= {"title": title_of(years), "ages": f"Ages {ages_of(years)}"}
            others = [name_of(year) for year in YEARS[self.id] if year not in years]
            update["also"] = tuple(words for words in self.also if words not in others)
        if school.nursery and years[0] == "R":
            update["ages"] = f"{school.titled(years)}, ages {ages_of(years, nursery=True)}"
        return self.model_copy(update=update)

    def by_half_term(self, lessons: Collection[str]) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
        """Sort lessons into the half terms of the year.

        Args:
            lessons: their ids, in the order in which they are taught.

        Returns:
            The name of each half term with its lessons; last, where there are any, None with those for any time.
        """
        halves = [(half.title, tuple(name for name in half.lessons if name in lessons)) for half in self.year]
        placed = set(self.order)
        others = tuple(name for name in lessons if name not in placed)
        return (*halves, (None, others)) if others else tuple(halves)


class Phases(Model):
    """All phases in order of age."""

    every_phase_teaches: tuple[Identity, ...] = ()
    """The topics that every phase teaches and asks about."""
    phases: tuple[Phase, ...]
    """The phases, from the youngest to the oldest."""
