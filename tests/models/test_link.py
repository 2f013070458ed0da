"""An address outside the site is whole, listed once, and says when it was seen."""

from __future__ import annotations

from datetime import date

from macros.models.link import Link, Links
from tests.models.telling import made, told


def test_an_address_is_read() -> None:
    link = made(Link, "address: https://www.example.org\ntitle: A\nseen: 2026-11-22\n")
    assert (link.address, link.seen) == ("https://www.example.org", date(2026, 11, 22))


def test_an_address_that_nobody_has_opened_has_no_day() -> None:
    assert made(Link, "address: https://www.example.org\ntitle: A\n").seen is None


def test_an_address_that_is_not_whole_is_told() -> None:
    assert told(Link, "address: www.example.org\ntitle: A\n") == [
        "1:10: “address” must be a whole address that begins with “https://”."
    ]


def test_an_address_that_is_listed_twice_is_told() -> None:
    one = "  - {address: https://www.example.org, title: A}\n"
    assert told(Links, f"links:\n{one}{one}") == ["3:15: “https://www.example.org” is listed twice. Keep one of them."]
