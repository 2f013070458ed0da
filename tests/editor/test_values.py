"""What a form shows and gives back is what the file says, in the file's own words."""

from __future__ import annotations

from datetime import date

from macros.editor.forms import Field
from macros.editor.values import for_form, from_form

FIELDS = (
    Field("phone", "words"),
    Field("on", "date"),
    Field("most", "yes-no", default=False),
    Field("order", "number"),
    Field("crest", "picture"),
    Field("rung", "object", unset="none", fields=(Field("by", "words"),)),
    Field("ways", "objects", fields=(Field("how", "text"), Field("days", "list", fields=(Field("days", "date"),)))),
)
FILE = {
    "phone": "999",
    "on": "2026-11-28",
    "most": "yes",
    "order": "50",
    "crest": "docs/assets/images/school/oak.svg",
    "rung": "none",
    "ways": [{"how": "Text it.", "days": ["2026-11-28"]}],
}


def test_a_form_gets_numbers_and_yes_or_no_as_what_they_are() -> None:
    shown = for_form(FILE, FIELDS)
    assert shown["most"] is True
    assert shown["order"] == 50
    assert shown["phone"] == "999"
    assert shown["crest"] == "/docs/assets/images/school/oak.svg"
    assert "rung" not in shown


def test_what_is_not_in_the_file_is_not_in_the_form() -> None:
    assert for_form({"phone": None}, FIELDS) == {"most": False, "ways": []}


def test_what_comes_back_is_what_the_file_can_say() -> None:
    back = from_form(
        {
            "phone": " 999 ",
            "on": "2026-11-28",
            "most": "true",
            "order": "50",
            "crest": "/docs/a.svg",
            "rung": {"by": ""},
            "ways": [{"how": "Text it.", "days": ["2026-11-28", ""]}],
        },
        FIELDS,
    )
    assert back == {
        "phone": "999",
        "on": date(2026, 11, 28),
        "most": True,
        "order": 50,
        "crest": "docs/a.svg",
        "ways": [{"how": "Text it.", "days": [date(2026, 11, 28)]}],
    }


def test_what_is_empty_or_means_nothing_new_is_left_out() -> None:
    assert from_form({"phone": "", "most": "false", "ways": [], "rung": {}}, FIELDS) == {}


def test_what_is_no_day_stays_so_that_it_is_told() -> None:
    assert from_form({"on": "28/11/2026"}, FIELDS) == {"on": "28/11/2026"}
