"""The two years of a class of two year groups: cycle A has half of their lessons, and cycle B the other half.

Whoever is in the class for two years misses none, in whichever cycle they begin. The lesson that opens the year is on
whom to tell, so it comes in both. Where the two year groups are
of two ages, such as Years 2 and 3, cycle A has what is written for the younger, and cycle B what is for the older.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.models.framework import ALL_STRANDS, Year
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
        year: the year group whose lessons it has, as “Year 3”; empty where it has some of both.
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
        years: each of them, as “Year 3”.
        phase: the phase of the younger, in whose folder its calendars are.
        cycles: both its school years.
    """

    id: str
    title: str
    years: tuple[str, ...]
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
            tuple(map(name_of, pair)),
            _phase_of(pair[0], phases).id,
            _cycles(pair, _phase_of(pair[0], phases), _phase_of(pair[1], phases), lessons),
        )
        for pair in pairs
    )


def _cycles(
    pair: tuple[Year, Year], first: Phase, second: Phase, lessons: Mapping[str, Mapping[str, Lesson]]
) -> tuple[Cycle, ...]:
    if first == second:
        shares = _shared(pair[0], first, lessons[first.id])
        return tuple(Cycle(letter, "", _halves(first, own)) for letter, own in zip("AB", shares, strict=True))
    return tuple(
        Cycle(
            letter,
            name_of(year),
            _halves(phase, {name: one for name, one in lessons[phase.id].items() if one.year == year or _opens(one)}),
        )
        for letter, year, phase in zip("AB", pair, (first, second), strict=True)
    )


def _shared(younger: Year, phase: Phase, lessons: Mapping[str, Lesson]) -> tuple[dict[str, Lesson], dict[str, Lesson]]:
    """Share the lessons of an age between two school years, half term by half term: the next is for who has fewer."""
    shares: tuple[dict[str, Lesson], dict[str, Lesson]] = ({}, {})
    for _, names in phase.by_half_term(lessons):
        for name in sorted(names, key=lambda name: lessons[name].year != younger):
            for share in shares if _opens(lessons[name]) else (min(shares, key=len),):
                share[name] = lessons[name]
    return shares


def touching(classes: Sequence[MixedClass], phase: Phase) -> tuple[MixedClass, ...]:
    """Give those of some classes in which there are children of a phase.

    Args:
        classes: the classes.
        phase: the phase.
    """
    names = {name_of(year) for year in YEARS[phase.id]}
    return tuple(one for one in classes if names.intersection(one.years))


def _phase_of(year: Year, phases: Sequence[Phase]) -> Phase:
    return next(phase for phase in phases if year in YEARS[phase.id])


def _opens(lesson: Lesson) -> bool:
    return lesson.strand == ALL_STRANDS


def _halves(phase: Phase, lessons: Mapping[str, Lesson]) -> tuple[tuple[str, tuple[CycleLesson, ...]], ...]:
    return tuple(
        (title or ANY_TIME, tuple(CycleLesson(phase.id, name, lessons[name]) for name in names))
        for title, names in phase.by_half_term(lessons)
    )
