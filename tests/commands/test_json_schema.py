"""The schemas for editors are those of the models, accept every file that the check accepts, and find slips."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from macros.__main__ import main
from macros.commands.json_schema import EDITOR, FORMS, PLACE, Form, editor_settings, schema_of
from macros.content.reading import FILES
from macros.models.questions import AnyQuestion
from macros.source import parse_yaml

SCHEMAS: dict[str, dict[str, Any]] = {form.name: json.loads(schema_of(form)) for form in FORMS}
SCHEMA = SCHEMAS["quiz"]
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}
ABOUT = {"title", "description", "default", "format", "patternErrorMessage", "$defs", "$schema"}


def faults(value: Any, schema: dict[str, Any], place: str = "", whole: dict[str, Any] | None = None) -> Iterator[str]:
    """Validate with the words of JSON Schema that this schema has; another word is a mistake of the test."""
    whole = whole or schema
    for word, rule in schema.items():
        match word:
            case "$ref":
                yield from faults(value, whole["$defs"][rule.removeprefix("#/$defs/")], place, whole)
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
            case "minItems" | "maxItems" | "minProperties":
                if isinstance(value, list if word.endswith("Items") else dict) and (
                    len(value) > rule if word == "maxItems" else len(value) < rule
                ):
                    yield f"{place} has {len(value)} items"
            case "items":
                for number, item in enumerate(value if isinstance(value, list) else []):
                    yield from faults(item, rule, f"{place}/{number}", whole)
            case "required":
                named = value if isinstance(value, dict) else dict.fromkeys(rule)
                yield from (f"{place}/{name} is missing" for name in rule if name not in named)
            case "properties":
                for name, inner in rule.items():
                    if isinstance(value, dict) and name in value:
                        yield from faults(value[name], inner, f"{place}/{name}", whole)
            case "additionalProperties":
                known = schema.get("properties", {})
                others = [name for name in value if name not in known] if isinstance(value, dict) else []
                for name in others:
                    if rule is False:
                        yield f"{place}/{name} is not known"
                    else:
                        yield from faults(value[name], rule, f"{place}/{name}", whole)
            case "patternProperties":
                for name, inner in value.items() if isinstance(value, dict) else ():
                    for pattern, form in rule.items():
                        if re.search(pattern, name):
                            yield from faults(inner, form, f"{place}/{name}", whole)
            case "minimum" | "maximum":
                if is_a(value, "number") and (value < rule if word == "minimum" else value > rule):
                    yield f"{place} is {value}"
            case "anyOf" | "oneOf":
                fitting = [one for one in rule if not list(faults(value, one, place, whole))]
                if not fitting or (word == "oneOf" and len(fitting) > 1):
                    yield f"{place} fits {len(fitting)} of {len(rule)} forms"
            case _:
                assert word in ABOUT, f"Teach this test the word “{word}”."


def is_a(value: Any, form: str) -> bool:
    return isinstance(value, TYPES[form]) and (form == "boolean" or not isinstance(value, bool))


def quizzes(root: Path) -> list[Path]:
    return [root / "docs/_data/examples.yml", *sorted((root / "quizzes").rglob("*.yml"))]


@pytest.fixture
def example(root: Path) -> dict[str, Any]:
    """The examples as an editor reads them: `yes` is a boolean, 7 a number."""
    data: dict[str, Any] = yaml.safe_load((root / "docs/_data/examples.yml").read_text(encoding="utf-8"))
    return copy.deepcopy(data)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_schema_is_current(root: Path, form: Form) -> None:
    assert (root / form.place).read_text(encoding="utf-8") == schema_of(form), (
        f"{form.place} is not that of the models. Run “python -m macros schema”, and keep what it writes."
    )


def test_editors_know_the_schema_of_each_file(root: Path) -> None:
    assert (root / EDITOR).read_text(encoding="utf-8") == editor_settings()
    patterns = json.loads(editor_settings())["yaml.schemas"]
    for place, files in patterns.items():
        assert (root / place).is_file()
        for pattern in files:
            assert pattern == "answers.yml" or list(root.glob(pattern)), pattern


def test_every_data_file_of_the_content_and_each_front_matter_has_a_schema() -> None:
    models = {kind.model for kind in FILES if kind.path != "docs/policy/index.md"}
    assert models <= {form.model for form in FORMS}


def test_the_command_writes_the_schemas_and_the_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "schema"]) == 0
    for form in FORMS:
        assert (tmp_path / form.place).read_text(encoding="utf-8") == schema_of(form)
    assert capsys.readouterr().out == f"Written: {len(FORMS)} schemas, and {EDITOR}.\n"


def as_an_editor(value: Any) -> Any:
    """Give values as an editor reads them, by YAML 1.2: a day is words to it, and so is “on”."""
    if isinstance(value, dict):
        return {"on" if name is True else name: as_an_editor(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [as_an_editor(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("form", [form for form in FORMS if form.files], ids=lambda form: form.name)
def test_every_file_fits_its_schema_as_an_editor_reads_it(root: Path, form: Form) -> None:
    for file in sorted(file for pattern in form.files for file in root.glob(pattern)):
        value = as_an_editor(yaml.safe_load(file.read_text(encoding="utf-8")))
        assert list(faults(value, SCHEMAS[form.name])) == [], file.name


@pytest.mark.parametrize(("name", "pattern"), [("page", "docs/**/*.md"), ("lesson", "lessons/*/*/lesson.md")])
def test_every_front_matter_fits_its_schema(root: Path, name: str, pattern: str) -> None:
    for file in sorted(root.glob(pattern)):
        front = file.read_text(encoding="utf-8").split("---\n")[1]
        assert list(faults(as_an_editor(yaml.safe_load(front)), SCHEMAS[name])) == [], file.name


@pytest.mark.parametrize(
    ("name", "pattern", "old", "new"),
    [
        ("school", "school.yml", "short_name:", "shortname:"),
        ("clauses", "docs/_data/clauses.yml", "    homes:", "    hoems:"),
        ("help-routes", "docs/_data/help-routes.yml", "when: day", "when: tomorrow"),
        ("facts", "docs/_data/facts.yml", "    checked:", "    chekced:"),
        ("links", "docs/_data/links.yml", "title:", "titel:"),
        ("checklist", "docs/_data/checklists/ages-4-5.yml", "  - id: shared-room", "  - id: Shared room"),
    ],
)
def test_a_slip_in_any_of_them_is_shown(root: Path, name: str, pattern: str, old: str, new: str) -> None:
    text = (root / pattern).read_text(encoding="utf-8")
    assert old in text
    assert list(faults(as_an_editor(yaml.safe_load(text.replace(old, new, 1))), SCHEMAS[name])) != []


def test_it_is_of_the_draft_that_it_names() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "discriminator" not in json.dumps(SCHEMAS)


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
