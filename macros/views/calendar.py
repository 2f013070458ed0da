"""The yearly review of the policy, and the year of lessons, as calendar files (RFC 5545) by icalendar.

Nothing in a file depends on the day of the build, and each event has a name that stays: a calendar into which a newer
file is brought shows everything once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from macros.models.lesson import Lesson
from macros.models.phase import Phase
from macros.models.policy import Policy
from macros.models.school import School
from macros.views import addresses
from macros.views.cycles import Cycle, MixedClass
from macros.views.phases import NO_LESSON


def review_calendar(policy: Policy, school: School) -> bytes:
    """Make the calendar file of the review: one day, every year from the date for review on.

    Args:
        policy: the policy; its approval table has both dates.
        school: whose policy it is.
    """
    approved, review = policy.approved, policy.review
    assert approved
    assert review
    event = _event(
        f"policy-review-{hashlib.sha256(policy.title.encode()).hexdigest()[:16]}",
        _every_year(review.first),
        approved.first,
        f"Review the policy: {policy.title} ({school.name})",
        f"The policy was approved: {approved.words}. Its date for review: {review.words}. It says that it is reviewed "
        "at least once a year. Begin with the page for reviewers on the online-safety site, and with the "
        "changes since the last review.",
        addresses.POLICY_REVIEW,
        school,
    )
    event.add("rrule", {"freq": "yearly"})
    return _file([event], school)


def year_calendar(phase: Phase, lessons: Mapping[str, Lesson], school: School) -> bytes | None:
    """Make the calendar file of an age's year: its lessons on the first day of each half term.

    Args:
        phase: the age.
        lessons: its lessons, by id.
        school: the school, which says when its half terms begin.

    Returns:
        The file, or None where the school has not said so.
    """
    halves = [(half.title, [lessons[name] for name in half.lessons if name in lessons]) for half in phase.year]
    return _year(phase.id, phase.title, halves, addresses.year(phase.id), school)


def cycle_calendar(mixed: MixedClass, cycle: Cycle, school: School) -> bytes | None:
    """Make the calendar file of one school year of a class of two year groups.

    Args:
        mixed: the class.
        cycle: which of its years.
        school: the school, which says when its half terms begin.

    Returns:
        The file, or None where the school has not said so.
    """
    halves = [(title, [one.lesson for one in lessons]) for title, lessons in cycle.halves]
    name = f"cycle-{cycle.letter.lower()}-{mixed.id}"
    return _year(name, f"{mixed.title}, cycle {cycle.letter}", halves, addresses.year(mixed.phase), school)


def _year(
    name: str, title: str, halves: Sequence[tuple[str, Sequence[Lesson]]], page: str, school: School
) -> bytes | None:
    days = school.half_terms
    if not days:
        return None
    events = [
        _event(
            f"half-term-{number}-{days[0].year}-{name}",
            day,
            days[0],
            f"Online safety, {title}: {half}",
            "\n".join(map(_taught, lessons)) or NO_LESSON,
            page,
            school,
        )
        for number, ((half, lessons), day) in enumerate(zip(halves, days, strict=False), start=1)
    ]
    return _file(events, school)


def _taught(lesson: Lesson) -> str:
    return f"{_line(lesson.title)}, {lesson.minutes} minutes: {_line(lesson.outcome)}"


def _event(name: str, day: date, stamp: date, summary: str, text: str, page: str, school: School) -> Event:
    event = Event()
    event.add("uid", f"{name}@{school.website.removeprefix('https://').split('/')[0]}")
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    event.add("dtstart", day)
    event.add("summary", _line(summary))
    event.add("description", text)
    if school.site_root:
        event.add("url", f"{school.site_root}{page}")
    event.add("transp", "TRANSPARENT")
    return event


def _file(events: Iterable[Event], school: School) -> bytes:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{_line(school.name)}//Online safety//EN")
    calendar.add("calscale", "GREGORIAN")
    for event in events:
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _every_year(day: date) -> date:
    """Give a day that every year has."""
    return day.replace(day=28) if (day.month, day.day) == (2, 29) else day


def _line(words: str) -> str:
    return " ".join(words.split())
