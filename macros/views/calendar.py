"""The yearly review of the policy as a calendar file (RFC 5545)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from macros.models.policy import Policy
from macros.models.school import School
from macros.views import addresses

LONGEST_LINE = 75  # octets, without the line's end (RFC 5545, 3.1)


def review_calendar(policy: Policy, school: School) -> bytes:
    """Make the calendar file: one day, every year from the date for review on.

    Nothing in it depends on the day of the build. The event has the policy's own stamp and name, so that a
    calendar into which a newer file is brought shows the review once.

    Args:
        policy: the policy; its approval table has both dates.
        school: whose policy it is.
    """
    approved, review = policy.approved, policy.review
    assert approved
    assert review
    host = school.website.removeprefix("https://").split("/")[0]
    name = hashlib.sha256(policy.title.encode()).hexdigest()[:16]
    description = (
        f"The policy was approved: {approved.words}. Its date for review: {review.words}. It says that it is reviewed "
        "at least once a year. Begin with the page for reviewers on the online-safety site, and with the "
        "changes since the last review."
    )
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(school.name)}//Online safety//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        f"UID:policy-review-{name}@{host}",
        f"DTSTAMP:{approved.first:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{_every_year(review.first):%Y%m%d}",
        "RRULE:FREQ=YEARLY",
        f"SUMMARY:{_text(f'Review the policy: {policy.title} ({school.name})')}",
        f"DESCRIPTION:{_text(description)}",
        *([f"URL:{school.site_root}{addresses.POLICY_REVIEW}"] if school.site_root else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _every_year(day: date) -> date:
    """Give a day that every year has."""
    return day.replace(day=28) if (day.month, day.day) == (2, 29) else day


def _text(words: str) -> str:
    """Escape a text (RFC 5545, 3.3.11)."""
    plain = " ".join(words.split())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """Break a long line between two characters; what follows begins with a space."""
    part = ""
    for character in line:
        if len((part + character).encode()) > LONGEST_LINE:
            yield part
            part = " "
        part += character
    yield part
