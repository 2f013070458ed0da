"""The colours of the site: every one is known on light pages."""

from __future__ import annotations

from macros.models.colours import SiteColours
from tests.models.telling import made, told

COLOURS = """light:
  ink: "#22303c"
  paper: "#FDF8EF"
dark:
  ink: "#f2ede2"
calm: {}
paper:
  ink: "#000000"
paper_without_colour: {}
"""


def test_colours_are_read_by_their_names() -> None:
    colours = made(SiteColours, COLOURS)
    assert colours.light == {"ink": "#22303c", "paper": "#fdf8ef"}
    assert colours.dark == {"ink": "#f2ede2"}


def test_a_name_that_no_light_page_has_is_told() -> None:
    assert told(SiteColours, COLOURS.replace("dark:\n  ink", "dark:\n  inc")) == [
        "5:8: There is no colour “inc” on light pages. Did you mean “ink”? Mend the name, or put it under “light” too."
    ]


def test_what_is_no_colour_is_told() -> None:
    (said,) = told(SiteColours, COLOURS.replace('"#000000"', "black"))
    assert said.startswith("8:8: ")
    assert "six digits or letters from a to f" in said
