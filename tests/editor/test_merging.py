"""A save changes what was changed, and not another character; a second reader of YAML reads what the form gave."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.editor.forms import Field, fields_of
from macros.editor.merging import merged
from macros.editor.values import for_form, from_form
from macros.models.app import Apps
from macros.models.base import Model
from macros.models.clause_use import ClauseUses
from macros.models.fact import Facts
from macros.models.help_route import HelpRoutes
from macros.models.linked_policy import LinkedPolicies
from macros.models.page import FrontMatter
from macros.models.school import School
from macros.source import parse_yaml

FILES: dict[str, type[Model]] = {
    "school.yml": School,
    "docs/_data/apps.yml": Apps,
    "docs/_data/clauses.yml": ClauseUses,
    "docs/_data/facts.yml": Facts,
    "docs/_data/help-routes.yml": HelpRoutes,
    "docs/_data/linked-policies.yml": LinkedPolicies,
}
WORDS = Field("words", "words")
FIELDS = (
    Field("name", "words"),
    Field("phone", "words"),
    Field("people", "list", fields=(WORDS,)),
    Field("office", "object", fields=(Field("phone", "words"), Field("email", "words"))),
    Field("answers", "object", fields=(Field("who", "object", fields=(Field("says", "text", required=True),)),)),
    Field(
        "apps",
        "objects",
        fields=(Field("id", "words"), Field("also", "list", fields=(WORDS,)), Field("most", "yes-no", default=False)),
    ),
)
FILE = """\
# About the school.
name: 'Oak'
phone: # not known yet
people: []

office: # on the ground floor
  # Rings all day.
  phone: 01632 1
  email:
answers:
  who:

apps:
  # The first.
  - id: one
    also: [a, "b: c"]
    most: yes

  # The second.
  - id: two
    also:
      - d
"""


def given(text: str = FILE, fields: tuple[Field, ...] = FIELDS) -> dict[str, Any]:
    """What a form gives back of a file in which nobody has changed anything."""
    return from_form(yaml.load(yaml.safe_dump(for_form(parse_yaml(text, "f").data, fields)), yaml.BaseLoader), fields)


def changed(values: dict[str, Any], **options: bool) -> list[str]:
    """The lines that a save takes out and puts in."""
    after = merged(FILE, values, FIELDS, **options)
    parse_yaml(after, "f")  # so that it is a file as ours are
    lines = difflib.ndiff(FILE.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize("path", FILES)
def test_a_file_of_which_nothing_was_changed_stays_byte_for_byte(root: Path, path: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    data = parse_yaml(text, path).data
    names = {name: [(key, key) for key in data[name] or ()] for name in ("answers", "linked_policies") if name in data}
    fields = fields_of(FILES[path], names, data)
    back = yaml.load(yaml.safe_dump(for_form(data, fields), allow_unicode=True), yaml.BaseLoader)
    assert merged(text, from_form(back, fields), fields) == text


def test_the_front_matter_of_every_page_stays_byte_for_byte(root: Path) -> None:
    fields = fields_of(FrontMatter)
    pages = sorted((root / "docs/parents").rglob("*.md"))
    assert pages
    for page in pages:
        front = page.read_text(encoding="utf-8").split("---\n")[1]
        assert merged(front, given(front, fields), fields) == front, page


def test_a_value_takes_the_place_of_an_empty_one() -> None:
    assert changed(given() | {"people": ["Ms A"]}) == ["- people: []", "+ people: [Ms A]"]


def test_a_value_that_yaml_would_misread_is_in_quotes_and_a_day_is_not() -> None:
    assert changed(given() | {"name": "999"}) == ["- name: 'Oak'", '+ name: "999"']
    assert changed(given() | {"name": "Ask: #1"}) == ["- name: 'Oak'", '+ name: "Ask: #1"']
    assert changed(given() | {"name": date(2026, 11, 28)}) == ["- name: 'Oak'", "+ name: 2026-11-28"]


def test_a_note_behind_a_name_goes_above_it_when_that_gets_a_value() -> None:
    assert changed(given() | {"phone": "01632 960285"}) == [
        "- phone: # not known yet",
        "+ # not known yet",
        "+ phone: 01632 960285",
    ]


def test_what_is_taken_away_leaves_its_name_and_its_note() -> None:
    values = given()
    del values["office"]
    assert changed(values) == ["-   phone: 01632 1", "+   phone:"]


def test_a_name_that_may_not_stay_goes_with_its_value() -> None:
    values = given()
    del values["office"]["phone"]
    assert changed(values, names_stay=False) == ["-   phone: 01632 1"]


def test_names_are_put_under_one_that_was_empty() -> None:
    values = given() | {"answers": {"who": {"says": "Mrs Ash."}}}
    assert changed(values) == ["+     says: Mrs Ash."]
    assert changed(given() | {"answers": {}}) == []


def test_a_list_of_words_stays_on_its_line() -> None:
    assert changed(given() | {"people": ["Ms A", "Mr B, too"]}) == ["- people: []", '+ people: [Ms A, "Mr B, too"]']
    values = given()
    values["apps"][0]["also"] = ["b: c", "a", "e"]
    assert changed(values) == ['-     also: [a, "b: c"]', '+     also: ["b: c", a, e]']


def test_a_new_entry_has_the_space_of_the_others() -> None:
    values = given()
    values["apps"].append({"id": "three", "also": ["f"]})
    assert changed(values) == ["+ ", "+   - id: three", "+     also: [f]"]


def test_an_entry_that_is_removed_goes_with_its_lines_and_leaves_a_note() -> None:
    values = given()
    del values["apps"][1]
    assert changed(values) == ["- ", "-   - id: two", "-     also:", "-       - d"]


def test_the_note_above_a_list_stays_there() -> None:
    values = given()
    del values["apps"][0]
    assert "apps:\n  # The first.\n" in merged(FILE, values, FIELDS)


def test_entries_that_change_places_keep_their_lines() -> None:
    values = given()
    values["apps"].reverse()
    after = merged(FILE, values, FIELDS)
    assert [app["id"] for app in yaml.safe_load(after)["apps"]] == ["two", "one"]
    assert "  # The second.\n  - id: two\n    also:\n      - d\n" in after
    assert '  - id: one\n    also: [a, "b: c"]\n    most: yes\n' in after


def test_yes_is_taken_back_with_its_line() -> None:
    values = given()
    del values["apps"][0]["most"]
    assert changed(values) == ["-     most: yes"]


def test_what_has_no_field_stays() -> None:
    fields = tuple(field for field in FIELDS if field.name != "office")
    values = given()
    del values["office"]
    assert merged(FILE, values, fields) == FILE


def test_another_reader_reads_what_the_form_gave() -> None:
    values = given() | {
        "name": "“Oak” & Elm: the #1",
        "people": ["No", "- dash", "{brace}", "it's", "1.5"],
        "office": {"phone": "0800 11 11", "email": "a@b.example"},
    }
    values["apps"] = [{"id": "new", "also": ["yes", "~"]}, *values["apps"][1:], {"id": "last", "also": ["x"]}]
    read = yaml.load(merged(FILE, values, FIELDS), yaml.BaseLoader)
    assert read["name"] == values["name"]
    assert read["people"] == values["people"]
    assert read["office"] == values["office"]
    assert [app["id"] for app in read["apps"]] == ["new", "two", "last"]
    assert read["apps"][0]["also"] == ["yes", "~"]
