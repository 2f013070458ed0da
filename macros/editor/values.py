"""What a file says, as a form shows it; and what a form gave back, as the file is to say it.

A form knows text, numbers, days and yes-or-no, and leaves out what is empty. The file keeps its own words: “yes”,
“none”, a day without quotes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from macros.editor.forms import Field

LISTS = frozenset({"list", "objects", "choices"})
YES = frozenset({"yes", "true", "on", "y", "1"})


def for_form(data: Any, fields: Sequence[Field]) -> dict[str, Any]:
    """Give the values of a file as a form takes them.

    Args:
        data: the values: dictionaries, lists, text and None.
        fields: the fields of the form. What the form has no field for is left out.
    """
    given = data if isinstance(data, dict) else {}
    shown = ((field.name, _shown(given.get(field.name), field)) for field in fields)
    return {name: value for name, value in shown if value is not None}


def _shown(value: Any, field: Field) -> Any:
    if field.kind == "yes-no":
        return (field.default or False) if value is None else str(value).lower() in YES
    if field.unset and value in (None, field.unset):
        return None
    if value is None:  # as the form would have it, so that it does not take what it shows for a change
        empty = field.kind == "object" and not any(inner.required for inner in field.fields)
        if empty:
            return for_form({}, field.fields)
        return [] if field.kind in LISTS else "" if field.kind == "choice" else None
    match field.kind:
        case "object":
            return for_form(value, field.fields)
        case "objects" if isinstance(value, list):
            return [for_form(item, field.fields) for item in value]
        case "number" if isinstance(value, str) and value.lstrip("-").isdecimal():
            return int(value)
        case "picture":
            return f"/{value}"
        case "words" | "text" if isinstance(value, str):
            return value.strip()
    return value


def from_form(data: Any, fields: Sequence[Field]) -> dict[str, Any]:
    """Give what a form gave back as the file is to say it, without what is empty there.

    Args:
        data: the values, each the words that the form wrote.
        fields: the fields of the form. A name that is none of them is passed on, so that it is told.
    """
    known = {field.name: field for field in fields}
    given = data if isinstance(data, dict) else {}
    found = ((name, _written(value, known[name]) if name in known else value) for name, value in given.items())
    return {name: value for name, value in found if value not in (None, "", [], {})}


def _written(value: Any, field: Field) -> Any:
    match field.kind:
        case "yes-no":
            said = str(value).lower() in YES
            return None if said == field.default else said
        case "object":
            return from_form(value, field.fields)
        case "objects" if isinstance(value, list):
            return [from_form(item, field.fields) for item in value]
        case "list" if isinstance(value, list):
            return [_written(item, field.fields[0]) for item in value if item]
        case "number" if isinstance(value, str) and value.lstrip("-").isdecimal():
            return int(value)
        case "date":
            return _day(value)
        case "picture" if isinstance(value, str):
            return value.removeprefix("/")
    return value.strip() if isinstance(value, str) else value


def _day(value: Any) -> Any:
    """Read a day; what is none stays as it was typed, so that it is told."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return value
