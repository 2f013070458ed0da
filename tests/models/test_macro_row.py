"""A macro's row says what it is called, what it takes and where it stands."""

from __future__ import annotations

import pytest

from macros.models.macro_row import MacroRows
from tests.models.telling import made, told


def test_a_row_is_read() -> None:
    (row,) = made(MacroRows, "macros:\n  - {name: help_routes, takes: reader, places: yes}\n").macros
    assert (row.name, row.takes, row.inside, row.places) == ("help_routes", "reader", False, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("macros: []", "1:9: “macros” needs at least 1 and has 0."),
        (
            "macros: [{name: Help Routes}]",
            "1:17: “name” must be small letters with “_” between words, as in “app_table”.",
        ),
        ("macros: [{name: a, insid: yes}]", "1:20: “insid” is not a name that is known here. Did you mean “inside”?"),
    ],
)
def test_a_row_that_is_not_right_is_told(text: str, said: str) -> None:
    assert told(MacroRows, text) == [said]
