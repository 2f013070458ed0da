"""A date of the policy is a day or a month; anything else is none."""

from __future__ import annotations

from datetime import date

import pytest

from macros.models.policy_date import policy_date


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("March 2023", date(2023, 3, 1), date(2023, 3, 31)),
        ("february 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("Sept 2023", None, None),
        ("Sep 2023", date(2023, 9, 1), date(2023, 9, 30)),
        ("1 March 2023", date(2023, 3, 1), date(2023, 3, 1)),
        ("21st  March 2023", date(2023, 3, 21), date(2023, 3, 21)),
        ("03/04/2023", date(2023, 4, 3), date(2023, 4, 3)),
        ("31 February 2023", None, None),
        ("13/13/2023", None, None),
        ("March", None, None),
        ("2023", None, None),
        ("Spring 2023", None, None),
        ("March 2023 or later", None, None),
        ("0 March 0000", None, None),
        ("", None, None),
    ],
)
def test_a_date_is_read_or_is_none(words: str, first: date | None, last: date | None) -> None:
    found = policy_date(words)
    assert (found.first if found else None, found.last if found else None) == (first, last)


def test_the_words_of_a_date_are_kept() -> None:
    found = policy_date("March 2023")
    assert found
    assert found.words == "March 2023"
