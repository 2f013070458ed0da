"""What another school answers: the council's numbers are needed, and dates are dates."""

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


def test_at_night_a_number_is_needed_and_a_season_is_no_date() -> None:
    text = WHOLE.replace("    out_of_hours_phone: 01632 960457\n", "").replace("March 2025", "Autumn 2025")
    assert told(Takeover, text) == [
        "9:13: “Autumn 2025” is not a date. Write a month and a year, as “March 2027”, or a day."
    ]
    text = WHOLE.replace("    out_of_hours_phone: 01632 960457\n", "")
    assert [line.split(": ", 1)[1] for line in told(Takeover, text)] == [
        "“out_of_hours_phone” is needed here: pages send families to the council's service for children, at night too. "
        "It is on the council's website."
    ]
