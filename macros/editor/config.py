"""The configuration of the editor, Sveltia CMS, made from the forms; Decap CMS reads the same collections."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

import yaml

from macros.editor.desk import Desk
from macros.editor.forms import Field
from macros.editor.sheets import BODY, PICTURES, Drawer, Sheet

FORMATS = MappingProxyType({"values": "yaml", "page": "yaml-frontmatter", "typed": "raw"})
WIDGETS = MappingProxyType({
    "words": "string",
    "text": "text",
    "date": "datetime",
    "yes-no": "boolean",
    "number": "number",
    "choice": "select",
    "choices": "select",
    "list": "list",
    "object": "object",
    "objects": "list",
    "picture": "image",
})  # fmt: skip
FIRST = 2  # fields of a page above its words: title and description
ANOTHER = "another"  # on a button: “Add another”
MOST_OPEN = 7  # fields of a group that is shown unfolded
# What stands on a folded entry of a list, by the first of these fields that it has.
TITLES = MappingProxyType({
    "name": "{{fields.name}}",
    "case": "{{fields.case}}",
    "how": "{{fields.how}}",
    "plain": "{{fields.id}}: {{fields.plain.parents | default('{{fields.plain.everyone}}') | truncate(60)}}",
    "id": "{{fields.id}}",
})  # fmt: skip
LONG_TEXT = 300  # characters: from here on no count is shown; the check tells of what is too long


def config_of(desk: Desk) -> str:
    """Write the configuration for the files that there are now.

    Args:
        desk: reads the files.

    Returns:
        The text of config.yml.
    """
    config = {
        "backend": {"name": "test-repo"},  # the one without a log-in; folder.js gives it the project's files
        "app_title": "The online-safety site",
        "show_preview_links": False,
        "media_folder": PICTURES,
        "public_folder": f"/{PICTURES}",
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_size": 2}},
        "collections": [_collection(desk, drawer) for drawer in desk.open()],
    }
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=10**6)


def _collection(desk: Desk, drawer: Drawer) -> dict[str, Any]:
    return {
        "name": drawer.name,
        "label": drawer.label,
        "icon": drawer.icon,
        "description": drawer.says,
        "files": [_file(desk, sheet) for sheet in drawer.sheets],
    }


def _file(desk: Desk, sheet: Sheet) -> dict[str, Any]:
    fields = widgets(desk.form(sheet))
    if sheet.kind != "values":
        words = "As it is typed. Leave what stands in double braces, and lines that begin with !!!, as they are."
        body = {"name": BODY, "label": "The words", "widget": "text", "hint": words}
        fields = [*fields[:FIRST], body, *fields[FIRST:]]  # what an office changes stands before what it leaves alone
    name = sheet.path.removesuffix(".md").removesuffix(".yml").replace("/", "-").strip("_")
    return {"name": name, "label": sheet.label, "file": sheet.path, "format": FORMATS[sheet.kind], "fields": fields}


def widgets(fields: Sequence[Field]) -> list[dict[str, Any]]:
    """Give each field of a form as the editor takes it.

    Args:
        fields: the fields.
    """
    return [widget(field) for field in fields]


def widget(field: Field) -> dict[str, Any]:
    """Give one field as the editor takes it.

    Args:
        field: the field.
    """
    made: dict[str, Any] = {"name": field.name, "label": field.label, "widget": WIDGETS[field.kind]}
    made["required"] = field.required
    if field.hint:
        made["hint"] = field.hint
    if field.pattern and field.kind in {"words", "text"}:
        made["pattern"] = list(field.pattern)
    if field.longest and field.longest < LONG_TEXT and field.kind in {"words", "text"}:
        made["maxlength"] = field.longest
    match field.kind:
        case "date":
            made |= {"type": "date", "format": "YYYY-MM-DD"}
        case "yes-no":
            made |= {"default": field.default}
        case "number":
            made |= {"value_type": "int", **_bounds(field)}
        case "choice" | "choices":
            made["options"] = [{"value": value, "label": shown} for value, shown in field.options]
            if field.kind == "choices":
                made |= {"multiple": True, **_bounds(field)}
        case "list":
            made |= {"label_singular": ANOTHER, **_bounds(field)}
            (inner,) = field.fields
            if inner.kind == "date":
                made["field"] = widget(inner) | {"label": field.label, "required": True}
            elif inner.pattern:
                made["pattern"] = list(inner.pattern)
        case "objects":
            made |= {"label_singular": ANOTHER, "fields": widgets(field.fields), "collapsed": True, **_bounds(field)}
            names = {inner.name for inner in field.fields}
            made["summary"] = next((title for name, title in TITLES.items() if name in names), "")
        case "object":
            made["fields"] = widgets(field.fields)
            # What may be left empty is shown at once; what asks for something is first asked for.
            made["required"] = field.required or not (field.unset or any(inner.required for inner in field.fields))
            made["collapsed"] = len(field.fields) > MOST_OPEN
        case "picture":
            made |= {"choose_url": False, "accept": ".svg,.png"}
    return made


def _bounds(field: Field) -> dict[str, int]:
    bounds = {"min": field.least, "max": field.most}
    return {name: bound for name, bound in bounds.items() if bound is not None}
