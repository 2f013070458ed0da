"""What another school answers: what it does not know may be left out, and dates are dates."""

from __future__ import annotations

from macros.models.takeover import Takeover
from tests.models.telling import told

WHOLE = """school:
  name: Elm School
  short_name: Elm
  website: https://elm.example
  council:
    children_phone: 01632 960456
    out_of_hours_phone: 01632 960457
policy:
  file: policy.txt
  approved: March 2025
"""


def test_whole_answers_are_read() -> None:
    assert told(Takeover, WHOLE) == []


def test_a_policy_may_name_nobody() -> None:
    assert told(Takeover, WHOLE.replace("  council:", "  safeguarding:\n    named_in_policy:\n  council:")) == []


def test_a_school_that_does_not_know_its_councils_numbers_leaves_them_out() -> None:
    assert told(Takeover, WHOLE.replace("    out_of_hours_phone: 01632 960457\n", "")) == []


def test_a_season_is_no_date() -> None:
    assert told(Takeover, WHOLE.replace("March 2025", "Autumn 2025")) == [
        "10:13: “Autumn 2025” is not a date. Write a month and a year, as “March 2027”, or a day."
    ]
