"""A date as a policy's approval table gives it: a day, or a whole month."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

# Written out, so that a date means the same whatever language the machine speaks.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WORDS = re.compile(r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? +)?(?P<month>[a-z]+),? +(?P<year>\d{4})", re.IGNORECASE)
NUMBERS = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")


@dataclass(frozen=True)
class PolicyDate:
    """A date of the policy.

    Attributes:
        words: the date as the table writes it.
        first: its first day.
        last: its last day: another day for a month, the same for a day.
    """

    words: str
    first: date
    last: date


def policy_date(words: str) -> PolicyDate | None:
    """Read a date such as "March 2023", "1 March 2023" or "01/03/2023"; None where it is none."""
    spoken = " ".join(words.split())
    if match := WORDS.fullmatch(spoken):
        name = match["month"].capitalize()
        months = [number for number, month in enumerate(MONTHS, start=1) if name in (month, month[:3])]
        month = months[0] if months else 0
    elif match := NUMBERS.fullmatch(spoken):
        month = int(match["month"])
    else:
        return None
    year, day = int(match["year"]), int(match["day"] or 0)
    try:
        first = date(year, month, day or 1)
    except ValueError:
        return None
    return PolicyDate(words, first, first if day else first.replace(day=calendar.monthrange(year, month)[1]))
