"""What a form asks, made from a model: what the model takes, the form shows, without a line here.

The labels are the names of the fields, put in plain English by `labels.py`; what stands below a field in the form is
its description, which is the docstring below it in the model.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from macros.editor.labels import label_of
from macros.models.base import SENTENCE, Model

Kind = Literal["words", "text", "date", "yes-no", "number", "choice", "choices", "list", "object", "objects", "picture"]
YES_OR_NO = ("yes", "no")
LONG = 60  # characters that fit on one line of the form
Names = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True)
class Field:
    """One field of a form.

    Attributes:
        name: its name in the file.
        kind: what it holds: words on one line or on several (text), a day, yes or no, a number, one of some choices or
            several, a list of words, names with values (object), a list of those, or a picture's file.
        label: what stands above it.
        hint: what stands below it.
        required: whether it must be filled in.
        pattern: the form that its words must have, as a regular expression, and what is said of others.
        options: what can be chosen, each with what is shown for it.
        fields: the fields of an object, or of each object of a list.
        least: how many a list has at least, or the smallest number.
        most: how many a list has at most, or the largest number.
        longest: how many characters its words have at most.
        unset: the word that the file has where nothing is given, such as “none”; "" where it has nothing.
        default: the value without which the file means the same; only of yes-or-no.
    """

    name: str
    kind: Kind
    label: str = ""
    hint: str = ""
    required: bool = False
    pattern: tuple[str, str] | None = None
    options: tuple[tuple[str, str], ...] = ()
    fields: tuple[Field, ...] = ()
    least: int | None = None
    most: int | None = None
    longest: int | None = None
    unset: str = ""
    default: bool | None = None


def fields_of(model: type[Model], names: Names | None = None, values: Any = None) -> tuple[Field, ...]:
    """Make the form of a model.

    Args:
        model: what the file must be.
        names: for a field whose names are not the model's, as “answers”, the ids that it may have, and for a field that
            holds ids, as “worries”, those that there are; each with what is shown for it.
        values: what the file holds now: words that are long there have a box of several lines.
    """
    schema = model.model_json_schema()
    reader = _Reader(schema.get("$defs", {}), names or {})
    return reader.fields(schema, model.__name__, values)


class _Reader:
    """Reads JSON Schema, as pydantic writes it."""

    def __init__(self, models: Mapping[str, Any], names: Names) -> None:
        self.models = models
        self.names = names

    def fields(self, schema: Mapping[str, Any], model: str, values: Any) -> tuple[Field, ...]:
        """Give the fields of a model.

        Args:
            schema: its schema.
            model: its name.
            values: what it holds now, or the list of what several of its kind hold.
        """
        found = (
            self.field(name, inner, model, _below(values, name), required=name in schema.get("required", ()))
            for name, inner in schema.get("properties", {}).items()
        )
        # A form that shows nothing of a value would give nothing back of it.
        return tuple(field for field in found if field.kind != "object" or field.fields)

    def field(self, name: str, schema: Mapping[str, Any], model: str, values: Any, *, required: bool) -> Field:
        """Give one field: what it holds, under its name."""
        whole, unset = self.resolved(schema)
        if "default" in schema and whole.get("type") != "boolean":
            required = False
        made = self.held(name, whole, values)
        label = label_of(model, name)
        if made.kind == "object":
            made = replace(made, fields=tuple(_named(field, label) for field in made.fields))
        hint = str(schema.get("description", "")).replace("\n", " ")
        if made.kind == "words" and "sentence" in hint and not made.pattern:
            made = replace(made, kind="text")
        return replace(made, label=label, hint=hint, required=required and made.kind != "yes-no", unset=unset)

    def held(self, name: str, schema: Mapping[str, Any], values: Any) -> Field:
        """Give what is held, without its label."""
        match schema.get("type"):
            case "boolean":
                return Field(name, "yes-no", default=bool(schema.get("default", False)))
            case "integer":
                return Field(name, "number", least=schema.get("minimum"), most=schema.get("maximum"))
            case "array":
                return self.several(name, schema, values)
            case "object" if "properties" in schema:
                return Field(name, "object", fields=self.fields(schema, str(schema["title"]), values))
            case "object":
                return self.by_names(name, schema["additionalProperties"], values)
        choices = tuple(str(choice) for choice in schema.get("enum", ()))
        if set(choices) == set(YES_OR_NO):
            return Field(name, "yes-no", default=schema.get("default") == "yes")
        if choices:
            return Field(name, "choice", options=tuple((choice, _shown(choice)) for choice in choices))
        if schema.get("format") == "date":
            return Field(name, "date")
        if "docs/assets/images/" in schema.get("pattern", ""):
            return Field(name, "picture")
        if self.names.get(name):
            return Field(name, "choice", options=tuple(self.names[name]))
        kind: Kind = "text" if any(len(value) > LONG for value in _words(values)) else "words"
        pattern = (schema["pattern"], schema[SENTENCE]) if "pattern" in schema else None
        return Field(name, kind, pattern=pattern, longest=schema.get("maxLength"))

    def several(self, name: str, schema: Mapping[str, Any], values: Any) -> Field:
        """Give a list."""
        item, _ = self.resolved(schema["items"])
        inner = self.held(name, item, values)
        least, most = schema.get("minItems"), schema.get("maxItems")
        if inner.kind == "object":
            return Field(name, "objects", fields=inner.fields, least=least, most=most)
        if inner.kind == "choice":
            return Field(name, "choices", options=inner.options, least=least, most=most)
        return replace(inner, kind="list", fields=(replace(inner, name=name),), least=least, most=most)

    def by_names(self, name: str, schema: Mapping[str, Any], values: Any) -> Field:
        """Give an object whose names are ids of other files."""
        inner, _ = self.resolved(schema)
        there = {identity: label_of("", identity) for identity in values} if isinstance(values, dict) else {}
        found = (
            replace(self.held(identity, inner, _below(values, identity)), label=shown)
            for identity, shown in {
                **dict(self.names.get(name, ())),
                **_others(there, self.names.get(name, ())),
            }.items()
        )
        return Field(name, "object", fields=tuple(found))

    def resolved(self, schema: Mapping[str, Any]) -> tuple[Mapping[str, Any], str]:
        """Follow a name to what it stands for; leave out that it may be missing, and keep the word for that."""
        unset = ""
        kinds = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
        words = [one for one in kinds if "const" in one]
        if words:
            unset = str(words[0]["const"])
        if kinds:
            schema = {**schema, **next(one for one in kinds if "const" not in one)}
        if "$ref" in schema:
            schema = {**self.models[schema["$ref"].rpartition("/")[2]], **_without_ref(schema)}
        return schema, unset


def _others(there: Mapping[str, str], known: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Give the names that a file has and that are not known: they are shown too, so that the check's word is heard."""
    return {identity: shown for identity, shown in there.items() if identity not in dict(known)}


def _without_ref(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in schema.items() if name not in {"$ref", "description", "anyOf"}}


def _named(field: Field, above: str) -> Field:
    """Say whose it is: “Phone” of the office is “Office phone”."""
    if field.label not in OF_SOMEBODY:
        return field
    return replace(field, label=f"{above} {field.label.lower()}")


OF_SOMEBODY = frozenset({"Name", "Phone", "Email", "Lead", "Deputies"})
SHOWN = MappingProxyType({"dsl": "The DSL"})


def _shown(choice: str) -> str:
    """Put a choice in words: “day-and-night” is “Day and night”."""
    words = choice.replace("-", " ")
    return SHOWN.get(choice, words[:1].upper() + words[1:])


def _below(values: Any, name: str) -> Any:
    """Give what stands under a name, in one set of names or in each of a list."""
    if isinstance(values, dict):
        return values.get(name)
    return [_below(value, name) for value in values] if isinstance(values, list) else None


def _words(values: Any) -> list[str]:
    if isinstance(values, list):
        return [word for value in values for word in _words(value)]
    return [values] if isinstance(values, str) else []
