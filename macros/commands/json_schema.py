"""The form of a quiz file as a JSON Schema, by which an editor completes names and underlines slips.

The models are the rule. The schema is made from them, and knows only what a schema can say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from macros.models.quiz import Quiz

PLACE = "schema/quiz.schema.json"
TYPED_AS_WORDS = ("string", "number", "boolean")


def quiz_schema() -> str:
    """Give the schema of a quiz, as text."""
    schema = Quiz.model_json_schema(schema_generator=_Schema)
    return json.dumps({"$schema": _Schema.schema_dialect, **schema}, indent=2, ensure_ascii=False) + "\n"


def write_schema(root: Path) -> str:
    """Write the schema into its file; give the file's place."""
    file = root / PLACE
    file.parent.mkdir(exist_ok=True)
    file.write_text(quiz_schema(), encoding="utf-8")
    return PLACE


class _Schema(GenerateJsonSchema):
    """Makes the schema for editors, which read `yes` and 7 as YAML does; the site reads all as words."""

    def str_schema(self, schema: Any) -> JsonSchemaValue:
        return {**super().str_schema(schema), "type": list(TYPED_AS_WORDS)}

    def bool_schema(self, schema: Any) -> JsonSchemaValue:
        return {"enum": ["yes", "no", True, False]}

    def tagged_union_schema(self, schema: Any) -> JsonSchemaValue:
        union = super().tagged_union_schema(schema)
        union.pop("discriminator", None)  # a word of OpenAPI, not of JSON Schema
        return union

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().model_schema(schema)
        about, fields = _described(schema["cls"])
        made["description"] = about
        kind = made["properties"].get("type", {}).get("const")
        made["title"] = kind or made["title"]
        for name, words in fields.items():
            made["properties"][name]["description"] = words
        return made


def _described(model: type[BaseModel]) -> tuple[str, dict[str, str]]:
    """Read what a model is, and what its fields are, from its docstring and those of the models it builds on."""
    fields: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel):
            fields.update(_attributes(base.__doc__ or ""))
    about = cleandoc(model.__doc__ or "").split("\n\nAttributes:")[0]
    return " ".join(about.split()), {name: words for name, words in fields.items() if name in model.model_fields}


def _attributes(docstring: str) -> Iterator[tuple[str, str]]:
    """Give the names and words of the part “Attributes:” of a docstring."""
    name, words = "", ""
    for line in cleandoc(docstring).partition("Attributes:\n")[2].split("\n"):
        if not line.startswith("    "):
            break
        if line.startswith("     "):
            words += f" {line.strip()}"
            continue
        if name:
            yield name, words
        name, _, words = (part.strip() for part in line.partition(":"))
    if name:
        yield name, words
