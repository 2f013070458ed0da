"""A form asks what its model takes: a field that is added to a model is in the form without a line here."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

import pytest
from pydantic import Field as Described

from macros.editor.forms import Field, fields_of
from macros.models.app import Apps
from macros.models.base import Identity, Model, Phone, Text
from macros.models.clause_use import ClauseUses
from macros.models.fact import Facts
from macros.models.help_route import HelpRoutes
from macros.models.page import FrontMatter
from macros.models.school import School


class Room(Model):
    """A room."""

    name: Text
    """What stands on its door."""
    floor: int = Described(ge=0, le=3)
    """Its floor."""


class House(Model):
    """A house."""

    id: Identity
    """Its short name."""
    phone: Phone | None = None
    """The number to call."""
    built: date | None = None
    """The day."""
    empty: bool = False
    """Whether nobody lives there."""
    for_whom: Literal["people", "hens"]
    """Who lives there."""
    about: Text | None = None
    """What it is, in a sentence."""
    notes: tuple[Text, ...] = Described(min_length=1, max_length=2)
    """What else to know."""
    rooms: tuple[Room, ...] = ()
    """Its rooms."""
    keys: dict[str, Text | None] = Described(default_factory=dict)
    """Where each key is."""


def by_name(fields: tuple[Field, ...]) -> dict[str, Field]:
    return {field.name: field for field in fields}


HOUSE = by_name(fields_of(House, {"keys": [("front", "Front door")]}))


@pytest.mark.parametrize(
    ("name", "kind", "required"),
    [
        ("id", "words", True),
        ("phone", "words", False),
        ("built", "date", False),
        ("empty", "yes-no", False),
        ("for_whom", "choice", True),
        ("about", "text", False),
        ("notes", "list", True),
        ("rooms", "objects", False),
        ("keys", "object", False),
    ],
)
def test_each_kind_of_value_has_its_kind_of_field(name: str, kind: str, required: bool) -> None:
    assert (HOUSE[name].kind, HOUSE[name].required) == (kind, required)


def test_what_stands_below_a_field_is_its_description() -> None:
    assert HOUSE["phone"].hint == "The number to call."
    assert HOUSE["rooms"].fields[0].hint == "What stands on its door."


def test_a_field_has_the_bounds_and_the_form_of_its_value() -> None:
    assert (HOUSE["notes"].least, HOUSE["notes"].most) == (1, 2)
    assert (HOUSE["rooms"].fields[1].least, HOUSE["rooms"].fields[1].most) == (0, 3)
    assert HOUSE["for_whom"].options == (("people", "People"), ("hens", "Hens"))
    assert HOUSE["keys"].fields[0].label == "Front door"


@pytest.mark.parametrize(("given", "right"), [("01632 960285", True), ("01632 ABC", False), ("call 1", False)])
def test_the_pattern_of_a_phone_number_refuses_letters_with_a_sentence(given: str, right: bool) -> None:
    assert HOUSE["phone"].pattern
    pattern, sentence = HOUSE["phone"].pattern
    assert bool(re.search(pattern, given)) == right
    assert sentence == "This must be digits and spaces only. Leave other words and signs out."


def test_words_that_are_long_have_a_box_of_several_lines() -> None:
    (field,) = (field for field in fields_of(House, {}, {"notes": ["w " * 40]}) if field.name == "notes")
    assert field.fields[0].kind == "text"


def test_names_that_no_other_file_knows_are_shown_and_a_group_of_nothing_is_not() -> None:
    assert "keys" not in by_name(fields_of(House))
    shown = by_name(fields_of(House, {"keys": [("front", "Front door")]}, {"keys": {"back": "Hook", "front": None}}))
    assert [(field.name, field.label) for field in shown["keys"].fields] == [("front", "Front door"), ("back", "Back")]


def names(fields: tuple[Field, ...]) -> set[str]:
    return {field.name for field in fields} | {name for field in fields for name in names(field.fields)}


@pytest.mark.parametrize(
    "model", [School, Apps, ClauseUses, HelpRoutes, Facts, FrontMatter], ids=lambda model: model.__name__
)
def test_every_field_of_a_model_is_in_its_form_with_words_below_it(model: type[Model]) -> None:
    fields = fields_of(model, {"answers": [("a", "A?")], "linked_policies": [("b", "B")]})
    assert {field.name for field in fields} == {field.alias or name for name, field in model.model_fields.items()}
    assert all(field.hint.endswith(".") for field in fields)


def test_a_number_of_the_office_is_called_so() -> None:
    office = by_name(by_name(fields_of(School))["office"].fields)
    assert office["phone"].label == "Office phone"
    assert {"lead", "deputies", "worries", "without_speech"} <= names(fields_of(School))
