"""A help route can be reached, says when it answers, and tells only what was done to see that it is right."""

from __future__ import annotations

from datetime import date

import pytest

from macros.models.help_route import HelpRoute, HelpRoutes, WithoutSpeech
from tests.models.telling import made, told

ROUTE = (
    "id: a\norder: 1\nname: A\nreaders: [parents]\nwho: For all.\nlooked_up: 2026-11-22\nwhen: day\n"
    "without_speech: {looked_up: 2026-11-23, ways: [{how: Write.}]}\n"
)
RUNG = "rung: none\n"
PHONES = {
    "emergency": 'phone: "999", rung: none, ', "childline": "phone: 0800 1111, rung: none, ",
    "police": 'phone: "101", rung: none, ', "nspcc": "phone: 0808 800 5000, rung: none, ",
}  # fmt: skip
NUMBERS = "routes:\n" + "".join(
    f"  - {{id: {identity}, order: 1, name: A, readers: [learners], who: For all., {phone}looked_up: 2026-11-22, "
    "when: day, without_speech: {looked_up: 2026-11-23, ways: [{how: Write.}]}}\n"
    for identity, phone in PHONES.items()
)
AT_NIGHT = "when: day-and-night, worries: [unkind], readers: [parents]"


def test_a_route_is_read() -> None:
    route = made(HelpRoute, ROUTE + RUNG + "phone: 0800 1111\n")
    assert (route.phone, route.looked_up, route.when) == ("0800 1111", date(2026, 11, 22), "day")
    assert (route.without_speech.looked_up, route.without_speech.ways[0].how) == (date(2026, 11, 23), "Write.")


@pytest.mark.parametrize(
    ("name", "proper", "parts"),
    [
        ("Childline", "proper_name: Childline\n", ("", "Childline", "")),
        ("NHS 111, at night", "proper_name: NHS 111\n", ("", "NHS 111", ", at night")),
        ("The school", "", ("The school", "", "")),
    ],
)
def test_a_proper_name_is_found_in_the_name(name: str, proper: str, parts: tuple[str, str, str]) -> None:
    assert made(HelpRoute, ROUTE.replace("name: A", f'name: "{name}"') + proper).name_parts == parts


def test_a_proper_name_that_is_not_in_the_name_is_told() -> None:
    assert told(HelpRoute, ROUTE + "proper_name: B\n") == [
        "9:14: “B” does not stand in “A”. Write the part of the name as it is there."
    ]


def test_a_number_keeps_its_first_nought() -> None:
    assert made(HelpRoute, ROUTE + RUNG + "phone: 07000 000000\n").phone == "07000 000000"


def test_a_phone_number_with_letters_is_told() -> None:
    assert told(HelpRoute, ROUTE + "phone: 0800 HELP\n") == [
        "9:8: “phone” must be digits and spaces only. Leave other words and signs out."
    ]


def test_a_day_that_is_none_is_told() -> None:
    assert told(HelpRoute, ROUTE.replace("2026-11-22", "last week")) == [
        "6:12: “looked_up” must be a date such as 2026-11-22."
    ]


def test_an_unknown_reader_is_told() -> None:
    assert told(HelpRoute, ROUTE.replace("[parents]", "[parent]")) == [
        "4:11: “parent” is not known as “readers”. Did you mean “parents”?"
    ]


def test_a_route_that_does_not_say_when_it_answers_is_told_what_to_write() -> None:
    assert told(HelpRoute, ROUTE.replace("when: day\n", "")) == [
        "1:1: “when” is missing here. Say when this help answers, and never guess: add “when: day-and-night”, "
        "“when: day” or “when: not-known”."
    ]


@pytest.mark.parametrize("when", ["9 to 5", "always", "night"])
def test_hours_in_other_words_are_told(when: str) -> None:
    (said,) = told(HelpRoute, ROUTE.replace("when: day\n", f"when: {when}\n"))
    assert said.startswith(f"7:7: “{when}” is not known as “when”.")


@pytest.mark.parametrize(("when", "at_night"), [("day-and-night", True), ("day", False), ("not-known", False)])
def test_only_what_answers_day_and_night_answers_at_night(when: str, at_night: bool) -> None:
    assert made(HelpRoute, ROUTE.replace("when: day\n", f"when: {when}\n")).answers_at_night is at_night


def test_a_number_of_which_nobody_says_whether_it_was_rung_is_told() -> None:
    assert told(HelpRoute, ROUTE + "phone: 0800 1111\n") == [
        "9:8: “rung” is missing here. Add “rung: none” until somebody has rung this number, and then "
        "“rung: {on: 2026-11-28, by: Ms Ash (office)}”."
    ]


def test_who_rang_is_kept_and_none_is_nobody() -> None:
    rung = made(HelpRoute, ROUTE + "phone: 0800 1111\nrung: {on: 2026-12-01, by: Ms Ash}\n")
    assert rung.rung is not None
    assert (rung.was_rung, rung.rung.on, rung.rung.by) == (True, date(2026, 12, 1), "Ms Ash")
    assert not made(HelpRoute, ROUTE + "phone: 0800 1111\nrung: none\n").was_rung


@pytest.mark.parametrize("half", ["{on: 2026-12-01}", "{by: Ms Ash}"])
def test_half_of_who_rang_and_when_is_told(half: str) -> None:
    assert told(HelpRoute, ROUTE + f"phone: 0800 1111\nrung: {half}\n") == [
        "10:7: Say both who rang and when: “rung: {on: 2026-11-28, by: Ms Ash (office)}”, or “rung: none”."
    ]


def test_what_has_no_number_cannot_have_been_rung() -> None:
    assert told(HelpRoute, ROUTE + "rung: none\n") == [
        "9:7: There is no number here that could be rung. Take this line out, or add “phone”."
    ]


def test_what_can_be_written_to_has_an_address() -> None:
    assert told(HelpRoute, ROUTE + "write_any_time: yes\n") == [
        "9:17: There is nothing to write to. Add “email” or “web”, or take this line out."
    ]
    assert made(HelpRoute, ROUTE + "write_any_time: yes\nemail: a@b.org\n").write_any_time


def test_a_route_without_a_way_that_needs_no_speech_is_told() -> None:
    assert told(HelpRoute, ROUTE.split("without_speech", maxsplit=1)[0]) == [
        "1:1: “without_speech” is missing here. Add a line “without_speech: …”."
    ]
    assert told(WithoutSpeech, "looked_up: 2026-11-22\n") == [
        "1:1: There is no way here. Add “relay: 18001” for a number, or “ways” with a line “- how: …”."
    ]
    assert told(WithoutSpeech, "ways: [{how: Write.}]\n") == [
        "1:1: “looked_up” is missing here. Add a line “looked_up: …”."
    ]


def test_text_relay_needs_a_number_to_dial() -> None:
    (said,) = told(HelpRoute, ROUTE.replace("ways: [{how: Write.}]", 'relay: "18001"'))
    assert said.endswith("There is no number here to dial after it. Take this line out.")


def test_a_mistake_in_a_list_is_told_where_it_stands() -> None:
    text = "routes:\n  - " + ROUTE.replace("order: 1", "order: first").replace("\n", "\n    ").rstrip() + "\n"
    assert told(HelpRoutes, text) == ["3:12: “order” must be a whole number."]


def test_a_route_helps_with_the_worries_that_it_names_or_with_every_one() -> None:
    assert not made(HelpRoute, ROUTE).helps_with("unkind")
    route = made(HelpRoute, ROUTE + "worries: [unkind]\n")
    assert (route.helps_with("unkind"), route.helps_with("scams")) == (True, False)
    assert made(HelpRoute, ROUTE + "worries: [every]\n").helps_with("scams")


@pytest.mark.parametrize("missing", ["emergency", "childline", "police", "nspcc"])
def test_the_numbers_on_every_learners_page_are_there(missing: str) -> None:
    text = NUMBERS.replace(f"id: {missing}", "id: other")
    reason = "Every learner's page gives its number."
    if missing in ("police", "nspcc"):
        reason = "Pages give its number where the council's is not known."
    sentence = f"There is no route “{missing}” with a “phone”. {reason}"
    assert told(HelpRoutes, text) == [f"2:3: {sentence}"]
    assert told(HelpRoutes, NUMBERS.replace(PHONES[missing], "")) == [f"2:3: {sentence}"]


@pytest.mark.parametrize("identity", ["unkind", "every"])
def test_a_worry_has_an_id_of_its_own(identity: str) -> None:
    worries = f"worries:\n  - {{id: unkind, name: A}}\n  - {{id: {identity}, name: B}}\n"
    text = worries + NUMBERS
    assert told(HelpRoutes, text) == [f"3:10: The id “{identity}” is taken. Give each worry its own."]


@pytest.mark.parametrize("route", ["nspcc", "childline", "lost"])
def test_what_comes_first_for_a_worry_is_a_route_for_it_that_answers_day_and_night(route: str) -> None:
    worries = f"worries:\n  - {{id: unkind, name: A, first: {route}}}\n"
    open_all_night = NUMBERS.splitlines()[1].replace("emergency", "open-all-night")
    open_all_night = open_all_night.replace("readers: [learners], ", "").replace("when: day", AT_NIGHT)
    shown = f"{NUMBERS}{open_all_night}\n"
    assert told(HelpRoutes, worries + shown) == [
        f"2:34: “{route}” is not shown to parents for “unkind”, or doesn't answer day and night. "
        "Write one of these, or take this line out: open-all-night."
    ]
    assert not told(HelpRoutes, worries.replace(route, "open-all-night") + shown)


def test_a_case_of_the_night_names_a_route() -> None:
    text = "at_night:\n  - {case: A threat, routes: []}\nroutes: []\n"
    assert told(HelpRoutes, text) == ["2:30: “routes” needs at least 1 and has 0."]
