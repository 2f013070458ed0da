"""The schema for editors is that of the models, accepts every quiz that the check accepts, and finds slips."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from macros.__main__ import main
from macros.commands.json_schema import PLACE, quiz_schema
from macros.models.questions import AnyQuestion
from macros.source import parse_yaml

SCHEMA: dict[str, Any] = json.loads(quiz_schema())
FORMS: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "number": (int, float),
    "null": (type(None),),
}
ABOUT = {"title", "description", "default", "$defs", "$schema"}


def faults(value: Any, schema: dict[str, Any], place: str = "") -> Iterator[str]:
    """Validate with the words of JSON Schema that this schema has; another word is a mistake of the test."""
    for word, rule in schema.items():
        match word:
            case "$ref":
                yield from faults(value, SCHEMA["$defs"][rule.removeprefix("#/$defs/")], place)
            case "type":
                if not any(is_a(value, form) for form in ([rule] if isinstance(rule, str) else rule)):
                    yield f"{place} is not {rule}"
            case "const":
                if value != rule:
                    yield f"{place} is not {rule}"
            case "enum":
                if not any(type(value) is type(one) and value == one for one in rule):
                    yield f"{place} is not of {rule}"
            case "pattern":
                if isinstance(value, str) and not re.search(rule, value):
                    yield f"{place} is not as {rule}"
            case "minLength" | "maxLength":
                if isinstance(value, str) and (len(value) < rule if word == "minLength" else len(value) > rule):
                    yield f"{place} has {len(value)} letters"
            case "minItems" | "maxItems":
                if isinstance(value, list) and (len(value) < rule if word == "minItems" else len(value) > rule):
                    yield f"{place} has {len(value)} items"
            case "items":
                for number, item in enumerate(value if isinstance(value, list) else []):
                    yield from faults(item, rule, f"{place}/{number}")
            case "required":
                yield from (f"{place}/{name} is missing" for name in rule if name not in value)
            case "properties":
                for name, inner in rule.items():
                    if isinstance(value, dict) and name in value:
                        yield from faults(value[name], inner, f"{place}/{name}")
            case "additionalProperties":
                assert rule is False
                yield from (f"{place}/{name} is not known" for name in value if name not in schema["properties"])
            case "anyOf" | "oneOf":
                fitting = [one for one in rule if not list(faults(value, one, place))]
                if not fitting or (word == "oneOf" and len(fitting) > 1):
                    yield f"{place} fits {len(fitting)} of {len(rule)} forms"
            case _:
                assert word in ABOUT, f"Teach this test the word “{word}”."


def is_a(value: Any, form: str) -> bool:
    return isinstance(value, FORMS[form]) and (form == "boolean" or not isinstance(value, bool))


def quizzes(root: Path) -> list[Path]:
    return [root / "docs/_data/examples.yml", *sorted((root / "quizzes").rglob("*.yml"))]


@pytest.fixture
def example(root: Path) -> dict[str, Any]:
    """The examples as an editor reads them: `yes` is a boolean, 7 a number."""
    data: dict[str, Any] = yaml.safe_load((root / "docs/_data/examples.yml").read_text(encoding="utf-8"))
    return copy.deepcopy(data)


def test_the_schema_is_current(root: Path) -> None:
    assert (root / PLACE).read_text(encoding="utf-8") == quiz_schema(), (
        f"{PLACE} is not that of the models. Run “python -m macros schema”, and keep what it writes."
    )


def test_the_command_writes_the_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "schema"]) == 0
    assert (tmp_path / PLACE).read_text(encoding="utf-8") == quiz_schema()
    assert capsys.readouterr().out == f"Written: {PLACE}.\n"


def test_it_is_of_the_draft_that_it_names() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "discriminator" not in quiz_schema()


def test_every_quiz_and_example_fits_it_read_as_an_editor_does_and_as_we_do(root: Path) -> None:
    for file in quizzes(root):
        text = file.read_text(encoding="utf-8")
        assert list(faults(yaml.safe_load(text), SCHEMA)) == [], file.name
        assert list(faults(parse_yaml(text, file.name).data, SCHEMA)) == [], file.name


@pytest.mark.parametrize("value", [True, False, "yes", "no"])
def test_yes_and_no_may_be_words_or_booleans(example: dict[str, Any], value: object) -> None:
    example["questions"][6]["answer"] = value
    assert list(faults(example, SCHEMA)) == []


@pytest.mark.parametrize("value", [7, 12.5, True, "No"])
def test_words_may_be_what_yaml_takes_for_a_number_or_a_boolean(example: dict[str, Any], value: object) -> None:
    example["questions"][0]["choices"][0]["text"] = value
    assert list(faults(example, SCHEMA)) == []


@pytest.mark.parametrize("question", range(9))
def test_a_misspelt_or_missing_name_in_any_type_is_found(example: dict[str, Any], question: int) -> None:
    example["questions"][question]["hnit"] = example["questions"][question].pop("hint")
    assert list(faults(example, SCHEMA)) == [f"/questions/{question} fits 0 of 9 forms"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("type", "chose-one"), ("id", "Not An Id"), ("choices", "one"), ("choices", []), ("text", ""), ("hint", None)],
)
def test_a_value_of_the_wrong_kind_is_found(example: dict[str, Any], name: str, value: object) -> None:
    example["questions"][0][name] = value
    assert list(faults(example, SCHEMA)) == ["/questions/0 fits 0 of 9 forms"]


def test_every_type_is_offered_by_its_name_and_says_what_it_is() -> None:
    types = [get_args(model.model_fields["type"].annotation)[0] for model in get_args(get_args(AnyQuestion)[0])]
    forms = SCHEMA["properties"]["questions"]["items"]["oneOf"]
    offered = [SCHEMA["$defs"][form["$ref"].removeprefix("#/$defs/")] for form in forms]
    assert [form["title"] for form in offered] == types
    for form in SCHEMA["$defs"].values():
        assert form["description"].endswith("."), form["title"]
        assert "Attributes:" not in form["description"]


def test_a_field_is_described_by_the_words_below_it_or_below_that_which_it_inherits() -> None:
    many = SCHEMA["$defs"]["ManyChoice"]["properties"]
    assert many["missed"]["description"] == "For a good answer, what is said to a learner who did not choose it."
    assert many["feedback"]["description"] == SCHEMA["$defs"]["Choice"]["properties"]["feedback"]["description"]
    assert SCHEMA["$defs"]["Story"]["properties"]["hint"]["description"] == "What is offered after the first try."


def test_every_field_is_described_but_the_type_which_its_one_value_explains() -> None:
    forms = [*SCHEMA["$defs"].values(), SCHEMA]
    silent = {name for form in forms for name, field in form["properties"].items() if "description" not in field}
    assert silent == {"type"}


def test_a_description_is_kept_with_its_quotes() -> None:
    grade = SCHEMA["$defs"]["GradedChoice"]["properties"]["grade"]["description"]
    assert grade == 'How safe it is: "safest"; "okay" where it is fine and one should also tell; or "risky".'


def test_the_page_for_authors_and_new_quizzes_name_the_schema(root: Path) -> None:
    line = f"# yaml-language-server: $schema=../../{PLACE}"
    assert line in (root / "docs/about/writing-quizzes.md").read_text(encoding="utf-8")
    for file in (root / "macros/templates/quiz.yml", root / "docs/_data/examples.yml"):
        assert file.read_text(encoding="utf-8").startswith(f"{line}\n")
