"""An app of the table says what a parent needs, and when that was checked."""

from __future__ import annotations

from datetime import date

import pytest

from macros.models.app import App, Apps
from tests.models.telling import made, told

APP = (
    "id: zap\nname: Zap\nalso: [zapp]\nkind: social\nage: 13 or 16.\nfrom_age: 13\nunder_16: named\nwhat: Pictures.\n"
    "risks: [chat, spending]\ncontrol: Make it private.\nsure: reported\nchecked: 2026-11-22\n"
)


def listed(*apps: str) -> str:
    lines = [line for app in apps for line in ("  - " + app.replace("\n", "\n    ")).rstrip().split("\n")]
    return "apps:\n" + "\n".join(lines) + "\n"


def test_an_app_is_read() -> None:
    app = made(App, APP + "note: Shops disagree.\n")
    assert (app.also, app.from_age, app.checked, app.note) == (("zapp",), 13, date(2026, 11, 22), "Shops disagree.")


def test_the_age_to_sort_by_must_stand_in_the_words() -> None:
    assert told(App, APP.replace("from_age: 13", "from_age: 6")) == [
        "6:11: “age” does not say 6. Make the two agree, or write 0 for no set age."
    ]


def test_an_app_for_which_no_age_is_set_is_right() -> None:
    assert made(App, APP.replace("age: 13 or 16.\nfrom_age: 13", "age: None is set.\nfrom_age: 0")).from_age == 0


@pytest.mark.parametrize("words", ["[zap]", "[Zap.]"])
def test_a_search_word_that_is_the_name_is_told(words: str) -> None:
    (said,) = told(App, APP.replace("[zapp]", words))
    assert said.startswith("3:8: “")
    assert said.endswith("is here already, or is the name itself. Keep one of them.")


def test_a_search_word_that_stands_twice_is_told() -> None:
    assert told(App, APP.replace("[zapp]", "[zapp, z, zapp]")) == [
        "3:17: “zapp” is here already, or is the name itself. Keep one of them."
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: social", "kind: socail", "4:7: “socail” is not known as “kind”. Did you mean “social”?"),
        ("under_16: named", "under_16: name", "7:11: “name” is not known as “under_16”. Did you mean “named”?"),
        ("sure: reported", "sure: yes", "11:7: “yes” is not known as “sure”. There is “read”, “reported”, “weak”."),
        ("[chat, spending]", "[chat]", "9:8: “risks” needs at least 2 and has 1."),
        ("checked: 2026-11-22", "checked: today", "12:10: “checked” must be a date such as 2026-11-22."),
    ],
)
def test_a_slip_is_told_in_its_place(old: str, new: str, said: str) -> None:
    assert told(App, APP.replace(old, new)) == [said]


def test_two_apps_alike_are_told() -> None:
    assert told(Apps, listed(APP, APP)) == [
        "14:9: Two apps have the id “zap”. Give each its own.",
        "15:11: Two apps are called “Zap”. Keep one of them.",
    ]


def test_an_empty_table_is_refused() -> None:
    assert told(Apps, "apps: []\n") == ["1:7: “apps” needs at least 1 and has 0."]


def test_a_fact_that_changes_and_a_place_before_the_rest_are_read() -> None:
    app = made(App, APP + "fact: zap-law\nasked_most: yes\n")
    assert (app.fact, app.asked_most) == ("zap-law", True)
    assert (made(App, APP).fact, made(App, APP).asked_most) == (None, False)


def test_ten_apps_can_stand_before_the_rest_and_the_eleventh_is_told() -> None:
    many = [APP.replace("zap", f"zap-{number}").replace("Zap", f"Zap {number}") for number in range(11)]
    most = [app + "asked_most: yes\n" for app in many]
    assert len(made(Apps, listed(*most[:10], many[10])).apps) == 11
    (said,) = told(Apps, listed(*most))
    assert said.endswith("11 apps have “asked_most”, and 10 is the most. Take it from this one.")
    assert said.startswith("144:")
