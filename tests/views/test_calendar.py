"""The calendar file is one that every calendar reads (RFC 5545), and the same whenever it is built."""

from __future__ import annotations

import re

import pytest

from macros.models.policy import ApprovalFact, Policy
from macros.models.school import Safeguarding, School
from macros.views.calendar import LONGEST_LINE, review_calendar

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
    assert lines[:4] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//A School//Online safety//EN",
        "CALSCALE:GREGORIAN",
    ]
    assert lines[-3:] == ["TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR"]
    for line in (
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
