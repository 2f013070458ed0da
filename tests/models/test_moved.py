"""Pages that have moved: each old address leads one way."""

from __future__ import annotations

from macros.models.moved import MovedPages
from tests.models.telling import made, told

ROW = "- {was: Old, from: a/old.html, to: a/new.md}\n"


def test_a_page_has_its_old_address() -> None:
    assert made(MovedPages, f"moved:\n{ROW}").moved[0].address == "a/old.html"


def test_an_address_that_leads_two_ways_is_told() -> None:
    assert told(MovedPages, f"moved:\n{ROW}{ROW}") == ["3:20: “a/old.html” stands here twice. Keep one line."]


def test_what_is_no_address_of_a_page_is_told() -> None:
    assert told(MovedPages, "moved:\n" + ROW.replace("a/old.html", "a/old.md")) == [
        "2:20: “from” is an address from the site’s root, as in “help/old.html”."
    ]
