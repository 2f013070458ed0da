"""The editor is told of every field, in the words that the schema of its own package allows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.editor.config import config_of, widget
from macros.editor.desk import Desk
from macros.editor.forms import Field


@pytest.fixture(scope="module")
def config(thinned: Path) -> dict[str, Any]:
    made = yaml.safe_load(config_of(Desk(thinned, lambda root, cache: [])))
    assert isinstance(made, dict)
    return made


def every(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from every(field.get("fields", []))


def file(config: dict[str, Any], path: str) -> dict[str, Any]:
    found = (one for collection in config["collections"] for one in collection["files"])
    return next(one for one in found if one["file"] == path)


def test_nobody_logs_in_and_nothing_that_is_empty_is_written(config: dict[str, Any]) -> None:
    assert config["backend"] == {"name": "test-repo"}
    assert config["output"]["omit_empty_optional_fields"] is True


def test_no_two_files_or_fields_of_one_place_have_one_name(config: dict[str, Any]) -> None:
    for collection in config["collections"]:
        names = [one["name"] for one in collection["files"]]
        assert len(names) == len(set(names))
        for one in collection["files"]:
            fields = [field["name"] for field in one["fields"]]
            assert len(fields) == len(set(fields))


def test_labels_are_words_and_guidance_is_in_hints(config: dict[str, Any]) -> None:
    school = file(config, "school.yml")["fields"]
    phone = next(field for field in every(school) if field["label"] == "Office phone")
    assert phone["hint"] == "The number to call."
    assert phone["pattern"][1].startswith("This must be digits and spaces only.")
    assert all("_" not in field["label"] for field in every(school))


def test_days_choices_and_lists_have_their_own_fields(config: dict[str, Any]) -> None:
    app = file(config, "docs/_data/apps.yml")["fields"][0]["fields"]
    fields = {field["name"]: field for field in app}
    assert (fields["checked"]["widget"], fields["checked"]["format"]) == ("datetime", "YYYY-MM-DD")
    assert {"value": "chatbot", "label": "Chatbot"} in fields["kind"]["options"]
    assert (fields["risks"]["min"], fields["risks"]["max"]) == (2, 4)
    assert fields["asked_most"]["widget"] == "boolean"
    assert fields["note"]["required"] is False


def test_the_worries_of_a_route_are_chosen_from_those_that_there_are(config: dict[str, Any]) -> None:
    routes = next(field for field in file(config, "docs/_data/help-routes.yml")["fields"] if field["name"] == "routes")
    worries = next(field for field in routes["fields"] if field["name"] == "worries")
    assert worries["multiple"] is True
    assert {"value": "unkind", "label": "Someone is being unkind"} in worries["options"]


def test_an_entry_of_a_clause_says_its_id_and_what_parents_read_and_its_plain_words_are_unfolded(
    config: dict[str, Any],
) -> None:
    (clauses,) = file(config, "docs/_data/clauses.yml")["fields"]
    assert clauses["summary"].startswith("{{fields.id}}: {{fields.plain.parents ")
    assert clauses["collapsed"] is True
    fields = {field["name"]: field for field in clauses["fields"]}
    assert list(fields) == ["id", "for", "about", "plain", "gap", "picture", "young", "homes"]
    assert (fields["plain"]["required"], fields["plain"]["collapsed"]) == (True, False)
    assert [field["required"] for field in fields["plain"]["fields"]] == [False] * 7
    assert (fields["for"]["multiple"], fields["about"]["multiple"]) == (True, True)
    assert {"value": "key", "label": "a password"} in fields["picture"]["options"]


def test_what_may_be_empty_is_shown_at_once_and_what_asks_for_something_is_asked_for_first() -> None:
    free = widget(Field("office", "object", fields=(Field("phone", "words"),)))
    asks = widget(Field("answer", "object", fields=(Field("says", "text", required=True),)))
    assert (free["required"], asks["required"]) == (True, False)


def test_a_lesson_is_shown_as_it_is_typed(config: dict[str, Any]) -> None:
    lesson = file(config, "lessons/years-3-4/three-word-locks/lesson.md")
    assert (lesson["label"], lesson["format"]) == ("Three-word locks", "raw")
    assert [(field["name"], field["widget"]) for field in lesson["fields"]] == [("body", "text")]
