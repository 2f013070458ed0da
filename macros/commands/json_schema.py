"""The form of a quiz file as a JSON Schema, by which an editor completes names and underlines slips.

The models are the rule. The schema is made from them, and knows only what a schema can say.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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
        kind = made["properties"].get("type", {}).get("const")
        made["title"] = kind or made["title"]
        return made
