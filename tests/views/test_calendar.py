"""The calendar file is one that every calendar reads (RFC 5545), and the same whenever it is built."""

from __future__ import annotations

import re
from datetime import date

import pytest

from macros.content.library import Library
from macros.models.policy import ApprovalFact, Policy
from macros.models.school import Safeguarding, School
from macros.views.calendar import review_calendar, year_calendar

LONGEST_LINE = 75  # octets, without the line's end (RFC 5545, 3.1)

SCHOOL = School(
    name="A School", short_name="A", website="https://a.sch.uk/home", safeguarding=Safeguarding(named_in_policy="B")
)


def policy(title: str = "A Policy", approved: str = "March 2022", review: str = "March 2023") -> Policy:
    rows = (("Approval Date", approved), ("Date for Review", review))
    return Policy(
        title=title, approval=tuple(ApprovalFact(name=name, value=value) for name, value in rows), sections=()
    )


def unfolded(file: bytes) -> list[str]:
    assert file.endswith(b"\r\n")
    return file.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]


def test_the_file_holds_one_day_of_every_year() -> None:
    lines = unfolded(review_calendar(policy(), SCHOOL))
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//A School//Online safety//EN"]
    assert lines[-2:] == ["END:VEVENT", "END:VCALENDAR"]
    for line in (
        "CALSCALE:GREGORIAN",
        "TRANSP:TRANSPARENT",
        "DTSTAMP:20220301T000000Z",
        "DTSTART;VALUE=DATE:20230301",
        "RRULE:FREQ=YEARLY",
        "SUMMARY:Review the policy: A Policy (A School)",
    ):
        assert line in lines
    assert not [line for line in lines if line.startswith("URL")]


def test_the_address_is_there_once_it_is_known() -> None:
    school = SCHOOL.model_copy(update={"site_address": "https://a.sch.uk/safety/"})
    assert "URL:https://a.sch.uk/safety/policy/review.html" in unfolded(review_calendar(policy(), school))


def test_the_name_of_the_event_stays_when_its_dates_change() -> None:
    def uid(one: Policy) -> str:
        return next(line for line in unfolded(review_calendar(one, SCHOOL)) if line.startswith("UID:"))

    assert uid(policy()) == uid(policy(approved="May 2023", review="May 2024"))
    assert uid(policy()) != uid(policy(title="Another Policy"))
    assert re.fullmatch(r"UID:policy-review-[0-9a-f]{16}@a\.sch\.uk", uid(policy()))


@pytest.mark.parametrize(
    "title",
    [
        "A policy; with, marks \\ and more",
        "Crème brûlée – “quotes” 🦊 " * 12,
        "BEGIN:VEVENT\r\nEND:VCALENDAR",
        f"{'x' * 60} " * 6,
    ],
)
def test_any_title_keeps_the_form(title: str) -> None:
    file = review_calendar(policy(title), SCHOOL)
    assert re.search(rb"[^\r]\n|\r[^\n]", file) is None
    assert max(len(line) for line in file.split(b"\r\n")) <= LONGEST_LINE
    lines = unfolded(file)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VCALENDAR") == 1
    (summary,) = [line for line in lines if line.startswith("SUMMARY:")]
    plain = re.sub(r"\\([\\;,])", r"\1", summary)
    assert plain == f"SUMMARY:Review the policy: {' '.join(title.split())} (A School)"


def test_the_last_day_of_february_is_a_day_of_every_year() -> None:
    assert "DTSTART;VALUE=DATE:20240228" in unfolded(review_calendar(policy(review="29 February 2024"), SCHOOL))


DAYS = (date(2026, 9, 3), date(2026, 11, 2), date(2027, 1, 4), date(2027, 2, 22), date(2027, 4, 12), date(2027, 6, 7))


def year(library: Library, **values: object) -> bytes | None:
    phase = library.phase("years-3-4")
    lessons = {entry.id: entry.lesson for entry in library.of_phase(phase.id)}
    return year_calendar(phase, lessons, SCHOOL.model_copy(update=values))


def test_without_the_schools_dates_there_is_no_calendar_of_the_year(library: Library) -> None:
    assert year(library) is None


def test_each_half_term_has_a_day_with_its_lessons(library: Library) -> None:
    lines = unfolded(year(library, half_terms=DAYS, site_address="https://a.sch.uk/safety") or b"")
    assert [line for line in lines if line.startswith("DTSTART")] == [
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}" for day in DAYS
    ]
    assert len({line for line in lines if line.startswith("UID:")}) == 6
    summaries = [line for line in lines if line.startswith("SUMMARY:")]
    assert summaries[0] == "SUMMARY:Online safety\\, Years 3 and 4: Autumn\\, first half"
    said = [line for line in lines if line.startswith("DESCRIPTION:")]
    phase = library.phase("years-3-4")
    for half, text in zip(phase.year, said, strict=True):
        for identity in half.lessons:
            if identity in library.lessons:
                assert library.lessons[identity].lesson.title.split(",")[0] in text
    assert lines.count("URL:https://a.sch.uk/safety/teachers/years-3-4/index.html") == 6


def test_a_half_term_without_a_lesson_says_so(library: Library) -> None:
    made = year_calendar(library.phase("years-3-4"), {}, SCHOOL.model_copy(update={"half_terms": DAYS[:1]}))
    (text,) = [line for line in unfolded(made or b"") if line.startswith("DESCRIPTION:")]
    assert text.startswith("DESCRIPTION:No new lesson.")


def test_a_moved_day_is_still_the_same_event(library: Library) -> None:
    def uids(days: tuple[date, ...]) -> list[str]:
        return re.findall(r"UID:(.*)\r", (year(library, half_terms=days) or b"").decode().replace("\r\n ", ""))

    assert uids(DAYS) == uids((DAYS[0], date(2026, 11, 3), *DAYS[2:]))
    assert uids(DAYS) != uids(tuple(day.replace(year=day.year + 1) for day in DAYS))
