"""Help in another language: who has checked it, and that no number is typed."""

from __future__ import annotations

import pytest

from macros.models.translation import Translation, places_of
from tests.models.telling import made, told

WORDS = (
    "language: pl\nname: Polski\nin_english: Polish\nchecked_by:\nchecked_on:\ntitle: T\nintro: I\n"
    "lines:\n  - Ring {police}.\nsay: S\nmore: M\nnot_checked: N\n"
)


def test_a_translation_waits_until_somebody_has_checked_it() -> None:
    assert not made(Translation, WORDS).is_checked
    checked = WORDS.replace("by:", "by: Ms Ash").replace("on:", "on: 2026-11-28")
    assert made(Translation, checked).is_checked


@pytest.mark.parametrize(
    ("old", "new", "place"), [("by:", "by: Ms Ash", "5:12"), ("on:\nt", "on: 2026-11-28\nt", "4:12")]
)
def test_a_check_without_a_day_or_a_person_is_told(old: str, new: str, place: str) -> None:
    (said,) = told(Translation, WORDS.replace(old, new))
    assert said == f"{place}: Say both who checked it and when: “checked_by” and “checked_on”. Or leave both empty."


@pytest.mark.parametrize("typed", ["101", "0800", "٩٩٩"])
def test_a_number_that_is_typed_is_told(typed: str) -> None:
    assert told(Translation, WORDS.replace("Ring {police}.", f"Ring {{police}} or {typed}.")) == [
        f"9:5: “{typed}” is typed here. Write the id of its help route in braces, as in {{police}}."
    ]


def test_an_id_with_figures_is_no_number() -> None:
    assert told(Translation, WORDS.replace("{police}", "{nhs-111}")) == []


def test_a_language_is_named_by_its_letters() -> None:
    assert told(Translation, WORDS.replace("language: pl", "language: Polish")) == [
        "1:11: “language” is the two or three small letters that stand for a language, as in “pl”."
    ]


@pytest.mark.parametrize(("language", "direction"), [("pl", "ltr"), ("uk", "ltr"), ("ar", "rtl"), ("ur", "rtl")])
def test_a_language_has_its_direction(language: str, direction: str) -> None:
    assert made(Translation, WORDS.replace("language: pl", f"language: {language}")).direction == direction


def test_the_places_of_a_line_are_the_same_in_every_order() -> None:
    assert places_of("{b} then {a} or {a email}") == places_of("{a email}, {b} {a}") == ["{a email}", "{a}", "{b}"]
