"""Puts what a form gave back into the file, and leaves every other character as it was typed.

A form knows nothing of notes, empty lines and quotes. So a file is never written anew: each value that is another one
is put where the old one stood. What is taken away leaves its name with nothing behind it, where its note may stand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from macros.editor.forms import Field
from macros.editor.values import YES

STEP = 2  # spaces by which what belongs to a name stands further in
WIDE = 100  # characters of a list on one line
NOTHING = frozenset({"", "~", "null", "[]", "{}"})
IN_BRACKETS = re.compile(r"[,\[\]{}:#&*!|>'\"%@`]")
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Edit:
    """Some characters of the text that are to be others."""

    start: int
    end: int
    words: str


def merged(text: str, values: Values, fields: Sequence[Field], *, names_stay: bool = True) -> str:
    """Put values into a file.

    Args:
        text: the file: one set of names, of block style at its top.
        values: what the form gave, as `from_form` has it.
        fields: the fields of the form; what has no field stays as it is.
        names_stay: whether a name stays where its value was taken away; else its line goes too. In a list it always
            goes.

    Returns:
        The file with these values, and all else as it was.
    """
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(node, yaml.MappingNode):
        return _block(values, 0) + "\n"
    merger = _Merger(text, names_stay)
    return _applied(text, 0, len(text), list(merger.mapping(node, values, fields, in_list=False)))


class _Merger:
    """Finds what is to be changed in one text."""

    def __init__(self, text: str, names_stay: bool) -> None:
        self.text = text
        self.names_stay = names_stay

    def value(self, node: yaml.Node, new: Any, field: Field | None, *, indent: int, in_list: bool) -> Iterator[Edit]:
        """Change one value.

        Args:
            node: what stands there.
            new: what is to stand there.
            field: its field.
            indent: how far in the name stands that it belongs to.
            in_list: whether it stands in a list.
        """
        fields = field.fields if field else ()
        if isinstance(node, yaml.MappingNode) and isinstance(new, dict) and node.value:
            yield from self.mapping(node, new, fields, in_list=in_list)
        elif isinstance(node, yaml.SequenceNode) and isinstance(new, list) and node.value:
            yield from self.sequence(node, new, fields, indent)
        elif not isinstance(node, yaml.ScalarNode) or not _same(node, new):
            yield from self.replaced(node, new, indent)

    def replaced(self, node: yaml.Node, new: Any, indent: int) -> Iterator[Edit]:
        """Put something else in the place of a value."""
        start, end = node.start_mark.index, self.end(node)
        if isinstance(node, yaml.SequenceNode | yaml.MappingNode) and not node.flow_style:
            start = self.text.rindex(":", 0, start) + 1
        words = _behind_colon(new, indent)
        if start > 0 and self.text[start - 1] == ":":
            yield from self.note_above(end, indent)
        else:
            words = words.removeprefix(" ") if "\n" not in words else words
            if words.startswith("\n"):  # the space before what stood here is to go as well
                start = len(self.text[:start].rstrip(" "))
        yield Edit(start, end, words)

    def note_above(self, end: int, indent: int) -> Iterator[Edit]:
        """Put a note behind a name that gets a value on a line of its own: behind a value no note may stand."""
        line_end = self.line_end(end)
        rest = self.text[end:line_end]
        if rest.lstrip().startswith("#"):
            start = self.text.rfind("\n", 0, end) + 1
            yield Edit(start, start, f"{' ' * indent}{rest.strip()}\n")
            yield Edit(end, line_end, "")

    def mapping(self, node: yaml.MappingNode, new: Values, fields: Sequence[Field], *, in_list: bool) -> Iterator[Edit]:
        """Change the values of a set of names."""
        known = {field.name: field for field in fields}
        old = {str(key.value): (key, value) for key, value in node.value}
        gone = [name for name in old if name in known and name not in new and not self.is_blank(old[name][1])]
        more = [name for name in new if name not in old]
        if node.flow_style and (gone or more):
            kept = {name: new[name] for name in new} | {n: _plain(old[n][1]) for n in old if n not in known}
            yield Edit(node.start_mark.index, node.end_mark.index, _in_braces(kept))
            return
        for name, value in new.items():
            if name in old:
                key, there = old[name]
                indent = key.start_mark.column
                yield from self.value(there, value, known.get(name), indent=indent, in_list=in_list)
        for name in gone:
            key, there = old[name]
            inner = known[name].fields
            if self.names_stay and not in_list and isinstance(there, yaml.MappingNode) and not _asks(inner):
                yield from self.mapping(there, {}, inner, in_list=False)
            elif self.names_stay and not in_list:
                yield Edit(self.text.index(":", key.end_mark.index) + 1, self.end(there), _nothing(there))
            else:
                yield self.line_of(key, there, first=name == next(iter(old)), indent=key.start_mark.column)
        order = list(new)
        for name in more:
            before = next((one for one in reversed(order[: order.index(name)]) if one in old), None)
            indent = node.value[0][0].start_mark.column
            place = self.line_end(self.end(old[before][1] if before else node.value[-1][1]))
            yield Edit(place, place, "\n" + " " * indent + _named(name, new[name], indent))

    def line_of(self, key: yaml.Node, value: yaml.Node, *, first: bool, indent: int) -> Edit:
        """Take a name and its value out; the first of a list's entry leaves its dash to the next."""
        end = min(self.line_end(self.end(value)) + 1, len(self.text))
        if first:
            return Edit(key.start_mark.index, min(end + indent, len(self.text)), "")
        return Edit(self.text.rfind("\n", 0, key.start_mark.index) + 1, end, "")

    def sequence(self, node: yaml.SequenceNode, new: list[Any], fields: Sequence[Field], indent: int) -> Iterator[Edit]:
        """Change a list: what stays in it keeps its own lines, wherever it stands now."""
        pairs = _pairs([_plain(item) for item in node.value], new)
        if node.flow_style:
            if [old for old, _ in pairs] != list(range(len(node.value))) or any(
                not _same(node.value[old], value) for old, value in pairs if old is not None
            ):
                yield Edit(node.start_mark.index, node.end_mark.index, self.brackets(node, pairs))
            return
        if [old for old, _ in pairs] == list(range(len(node.value))):
            for old, value in pairs:
                item = node.value[old or 0]
                yield from self.item(item, value, fields)
            return
        yield self.put_together(node, pairs, fields)

    def item(self, item: yaml.Node, value: Any, fields: Sequence[Field]) -> Iterator[Edit]:
        if isinstance(item, yaml.MappingNode) and isinstance(value, dict):
            yield from self.mapping(item, value, fields, in_list=True)
        elif not _same(item, value):
            yield Edit(item.start_mark.index, self.end(item), _scalar(value))

    def put_together(
        self, node: yaml.SequenceNode, pairs: Sequence[tuple[int | None, Any]], fields: Sequence[Field]
    ) -> Edit:
        """Write a list of other entries, or in another order."""
        dash = node.value[0].start_mark.column - 2
        starts = [self.text.rfind("\n", 0, item.start_mark.index) + 1 for item in node.value]
        ends = [min(self.line_end(self.end(item)) + 1, len(self.text)) for item in node.value]
        above = [self.text[before:start] for before, start in zip((starts[0], *ends[:-1]), starts, strict=True)]
        apart = "\n" if len(above) > 1 and above[-1].startswith("\n") else ""
        pieces = []
        for old, value in pairs:
            if old is None:
                lines = _block(value, dash + STEP) if isinstance(value, dict) else _scalar(value)
                pieces.append((apart, " " * dash + "- " + lines.lstrip(" ") + "\n"))
            else:
                edits = list(self.item(node.value[old], value, fields))
                body = _applied(self.text, starts[old], ends[old], edits)
                pieces.append((above[old] or apart if old == 0 else above[old], body.rstrip("\n") + "\n"))
        kept = {old for old, _ in pairs}
        left = "".join(above[old].lstrip("\n") for old in range(len(above)) if old not in kept and "#" in above[old])
        first = pieces[0][0].lstrip("\n") + pieces[0][1]
        words = first + "".join(a + body for a, body in pieces[1:]) + left
        end = ends[-1]
        ended = self.text[end - 1 : end] == "\n"
        return Edit(starts[0], end, words if ended else words.rstrip("\n"))

    def brackets(self, node: yaml.SequenceNode, pairs: Sequence[tuple[int | None, Any]]) -> str:
        """Write a list on one line; what stays in it keeps its quotes."""
        words = [
            self.text[node.value[old].start_mark.index : node.value[old].end_mark.index]
            if old is not None and _same(node.value[old], value)
            else _in_brackets(value)
            for old, value in pairs
        ]
        return f"[{', '.join(words)}]"

    def is_blank(self, node: yaml.Node) -> bool:
        """Say whether nothing is given here."""
        if isinstance(node, yaml.ScalarNode):
            return node.style is None and node.value in {*NOTHING, "none", "no", "false"}
        if isinstance(node, yaml.MappingNode):
            return all(self.is_blank(value) for _, value in node.value)
        return not node.value

    def end(self, node: yaml.Node) -> int:
        """Give the place behind the last character of a value, and not that of what comes after it."""
        if isinstance(node, yaml.ScalarNode):
            start = node.start_mark.index
            return start + len(self.text[start : node.end_mark.index].rstrip())
        if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self.end(last[1] if isinstance(last, tuple) else last)

    def line_end(self, place: int) -> int:
        end = self.text.find("\n", place)
        return len(self.text) if end < 0 else end


def _applied(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """Give a part of the text with its changes."""
    made, place = [], start
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        made += [text[place : edit.start], edit.words]
        place = edit.end
    return "".join(made) + text[place:end]


def _pairs(old: list[Any], new: list[Any]) -> list[tuple[int | None, Any]]:
    """Say for each new entry which old one it was: the one of its id, else an equal one, else the one in its place."""
    free = set(range(len(old)))
    found: list[int | None] = []
    for value in new:
        identity = value.get("id") if isinstance(value, dict) else None
        same = (
            number
            for number in sorted(free)
            if (isinstance(old[number], dict) and identity is not None and old[number].get("id") == identity)
            or _text(old[number]) == _text(value)
        )
        match = next(same, None)
        free.discard(-1 if match is None else match)
        found.append(match)
    for place, value in enumerate(new):
        if found[place] is None and place in free and len(old) == len(new):
            found[place] = place
            free.discard(place)
        del value
    return list(zip(found, new, strict=True))


def _plain(node: yaml.Node) -> Any:
    """Give the values of a node, each as the words that were typed."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _same(node: yaml.Node, new: Any) -> bool:
    """Say whether a value means what it is to mean."""
    if not isinstance(node, yaml.ScalarNode):
        return bool(_text(_plain(node)) == _text(new))
    if new is None:
        return node.style is None and node.value in NOTHING
    if isinstance(new, bool):
        return (node.value.lower() in YES) == new
    return bool(node.value.strip() == _text(new))


def _text(value: Any) -> Any:
    """Give a value as words alone, however it is written."""
    if isinstance(value, dict):
        return {name: _text(inner) for name, inner in value.items() if inner not in (None, "", [], {})}
    if isinstance(value, list):
        return [_text(inner) for inner in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).strip()


def _asks(fields: Sequence[Field]) -> bool:
    return any(field.required for field in fields)


def _nothing(node: yaml.Node) -> str:
    return " []" if isinstance(node, yaml.SequenceNode) else ""


def _scalar(value: Any) -> str:
    """Write a value: in quotes where another reader of YAML would take it for something else."""
    if isinstance(value, bool | int | date):
        return str(_text(value))
    words = str(value)
    plain = yaml.safe_dump(words, allow_unicode=True, width=10**6).removesuffix("\n").removesuffix("\n...")
    return plain if plain == words else json.dumps(words, ensure_ascii=False)


def _in_brackets(value: Any) -> str:
    if isinstance(value, dict):
        return _in_braces(value)
    if isinstance(value, list):
        return f"[{', '.join(_in_brackets(item) for item in value)}]"
    words = _scalar(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) and IN_BRACKETS.search(value) else words


def _in_braces(values: Values) -> str:
    return "{" + ", ".join(f"{name}: {_in_brackets(value)}" for name, value in values.items()) + "}"


def _behind_colon(value: Any, indent: int) -> str:
    """Write what stands behind a name and its colon."""
    if isinstance(value, dict):
        return "\n" + _block(value, indent + STEP) if value else ""
    if isinstance(value, list):
        line = _in_brackets(value)
        if not any(isinstance(item, dict) for item in value) and len(line) < WIDE:
            return f" {line}"
        dash = " " * (indent + STEP)
        items = (
            _block(item, indent + 2 * STEP).lstrip(" ") if isinstance(item, dict) else _scalar(item) for item in value
        )
        return "".join(f"\n{dash}- {item}" for item in items)
    return "" if value is None else f" {_scalar(value)}"


def _named(name: str, value: Any, indent: int) -> str:
    return f"{name}:{_behind_colon(value, indent)}"


def _block(values: Values, indent: int) -> str:
    return "\n".join(" " * indent + _named(name, value, indent) for name, value in values.items())
