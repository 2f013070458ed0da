"""A help route can be reached, and says when it was checked."""

from __future__ import annotations

from datetime import date

import pytest

from macros.models.help_route import HelpRoute, HelpRoutes
from tests.models.telling import made, told

ROUTE = "id: a\norder: 1\nname: A\nreaders: [parents]\nwho: For all.\nchecked: 2026-11-22\n"


def test_a_route_is_read() -> None:
    route = made(HelpRoute, ROUTE + "phone: 0800 1111\n")
    assert (route.phone, route.checked) == ("0800 1111", date(2026, 11, 22))


def test_a_number_keeps_its_first_nought() -> None:
    assert made(HelpRoute, ROUTE + "phone: 07000\n").phone == "07000"


def test_a_phone_number_with_letters_is_told() -> None:
    assert told(HelpRoute, ROUTE + "phone: 0800 HELP\n") == [
        "7:8: “phone” must be digits and spaces only. Put other words in “note”, or leave them out."
    ]


def test_a_day_that_is_none_is_told() -> None:
    assert told(HelpRoute, ROUTE.replace("2026-11-22", "last week")) == [
        "6:10: “checked” must be a date such as 2026-11-22."
    ]


def test_an_unknown_reader_is_told() -> None:
    assert told(HelpRoute, ROUTE.replace("[parents]", "[parent]")) == [
        "4:11: “parent” is not known as “readers”. Did you mean “parents”?"
    ]


def test_a_mistake_in_a_list_is_told_where_it_stands() -> None:
    text = "routes:\n  - id: a\n    order: first\n    name: A\n    readers: []\n    who: B\n    checked: 2026-11-22\n"
    assert told(HelpRoutes, text) == ["3:12: “order” must be a whole number."]


def test_a_route_helps_with_the_worries_that_it_names_or_with_every_one() -> None:
    assert not made(HelpRoute, ROUTE).helps_with("unkind")
    route = made(HelpRoute, ROUTE + "worries: [unkind]\n")
    assert (route.helps_with("unkind"), route.helps_with("scams")) == (True, False)
    assert made(HelpRoute, ROUTE + "worries: [every]\n").helps_with("scams")


@pytest.mark.parametrize("identity", ["unkind", "every"])
def test_a_worry_has_an_id_of_its_own(identity: str) -> None:
    worries = f"worries:\n  - {{id: unkind, name: A}}\n  - {{id: {identity}, name: B}}\n"
    text = worries + "routes:\n  - {id: a, order: 1, name: A, readers: [], who: B, checked: 2026-11-22}\n"
    assert told(HelpRoutes, text) == [f"3:10: The id “{identity}” is taken. Give each worry its own."]


def test_a_number_for_other_hours_needs_one_for_the_usual_hours() -> None:
    assert told(HelpRoute, ROUTE + "out_of_hours_phone: 0800 1111\n") == [
        "7:21: There is no other number. Write this one as “phone”."
    ]
    assert (
        made(HelpRoute, ROUTE + "phone: 0800 1111\nout_of_hours_phone: 0800 2222\n").out_of_hours_phone == "0800 2222"
    )
