"""The two years of a class of two year groups: cycle A has the lessons of the younger, and cycle B those of the older.

Whoever is in the class for two years has each lesson once, in whichever cycle they begin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.models.framework import Year
from macros.models.lesson import Lesson
from macros.models.phase import YEARS, Phase
from macros.models.years import name_of, title_of
from macros.views.phases import ANY_TIME


@dataclass(frozen=True)
class CycleLesson:
    """A lesson of a cycle: its phase, its id, and the lesson."""

    phase: str
    id: str
    lesson: Lesson


@dataclass(frozen=True)
class Cycle:
    """One of the two school years.

    Attributes:
        letter: A or B.
        year: the year group whose lessons it has, as “Year 3”.
        halves: each half term of the school year with its lessons.
    """

    letter: str
    year: str
    halves: tuple[tuple[str, tuple[CycleLesson, ...]], ...]

    @property
    def count(self) -> int:
        """How many lessons it has."""
        return sum(len(lessons) for _, lessons in self.halves)


@dataclass(frozen=True)
class MixedClass:
    """A class of two year groups.

    Attributes:
        id: its years, as “3-4”.
        title: its years for a reader, as “Years 3 and 4”.
        phase: the phase of the younger, in whose folder its calendars are.
        cycles: both its school years.
    """

    id: str
    title: str
    phase: str
    cycles: tuple[Cycle, ...]


def mixed_classes(
    pairs: Sequence[tuple[Year, Year]], phases: Sequence[Phase], lessons: Mapping[str, Mapping[str, Lesson]]
) -> tuple[MixedClass, ...]:
    """Give the mixed classes of a school.

    Args:
        pairs: the years of each, the younger first.
        phases: the phases that are taught.
        lessons: the lessons of each phase, by id, in the order in which they are taught.
    """
    return tuple(
        MixedClass(
            "-".join(pair).lower(),
            title_of(pair),
            _phase_of(pair[0], phases).id,
            tuple(
                Cycle(letter, name_of(year), _halves(year, _phase_of(year, phases), lessons))
                for letter, year in zip("AB", pair, strict=True)
            ),
        )
        for pair in pairs
    )


def touching(classes: Sequence[MixedClass], phase: Phase) -> tuple[MixedClass, ...]:
    """Give those of some classes in which there are children of a phase.

    Args:
        classes: the classes.
        phase: the phase.
    """
    names = {name_of(year) for year in YEARS[phase.id]}
    return tuple(one for one in classes if names & {cycle.year for cycle in one.cycles})


def _phase_of(year: Year, phases: Sequence[Phase]) -> Phase:
    return next(phase for phase in phases if year in YEARS[phase.id])


def _halves(
    year: Year, phase: Phase, lessons: Mapping[str, Mapping[str, Lesson]]
) -> tuple[tuple[str, tuple[CycleLesson, ...]], ...]:
    of_year = {name: lesson for name, lesson in lessons[phase.id].items() if lesson.year == year}
    return tuple(
        (title or ANY_TIME, tuple(CycleLesson(phase.id, name, of_year[name]) for name in names))
        for title, names in phase.by_half_term(of_year)
    )
