"""Reads YAML as a person means it: every value is the words that were typed.

Plain YAML turns the choice No into "false" and 12:30 into 750. Here a value is text as it stands;
the models turn text into numbers, dates and yes-or-no where they expect those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.problems import ContentError, Problem
from macros.source.document import Document, Position, Step
from macros.source.files import HIDDEN, hidden_sentence, read_text

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# No file of ours has more than about ten lists within lists; some thousands would run the reader out of stack,
# which ends the whole program.
DEEPEST = 30

JOINED = re.compile(r"( *(?:- )?)([A-Za-z_][\w-]*):(?=[^ \t/])")  # a name, its colon and no space

NOTHING = frozenset({"", "~", "null"})


def read_yaml(root: Path, path: str) -> Document:
    """Read a YAML file.

    Args:
        root: the project's folder.
        path: the file, from the root, with forward slashes.

    Returns:
        The values with their places.

    Raises:
        ContentError: with every problem that can be told: not text, not YAML, empty,
            a repeated key, an alias, an anchor, a tag, or a note that hides the end of a value.
    """
    return parse_yaml(read_text(root, path), path)


def parse_yaml(text: str, path: str, first_line: int = 1) -> Document:
    """Read YAML from text.

    Args:
        text: the YAML.
        path: the file that it stands in, for problems.
        first_line: the line of the file on which the text begins.

    Returns:
        The values with their places.

    Raises:
        ContentError: as for `read_yaml`.
    """
    offset = first_line - 1
    for position, sentence in _wrong_indents(text):
        raise ContentError([Problem(path, position.line + offset, position.column, sentence)])
    try:
        aliases = _aliases(text)
        if aliases is None:
            raise ContentError([Problem(path, first_line, 1, "The lists in this file are nested too deeply.")])
        nodes = list(yaml.compose_all(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        raise ContentError([_syntax_problem(error, path, offset, text)]) from None
    except yaml.YAMLError:
        raise ContentError([Problem(path, first_line, 1, "This is not YAML. Is it the right file?")]) from None
    if not nodes or nodes[0] is None:
        raise ContentError([Problem(path, first_line, 1, "This file is empty. Fill it in or delete it.")])
    if len(nodes) > 1:
        line = nodes[1].start_mark.line + 1 + offset
        raise ContentError([Problem(path, line, 1, "A second part begins here (“---”). Keep one part to a file.")])
    reader = _Reader(path, offset, text.split("\n"))
    reader.document.data = reader.value(nodes[0], ())
    sentence = "Aliases (“*name”) are not used here. Write the value out."
    reader.problems += [Problem(path, at.line + offset, at.column, sentence) for at in aliases]
    if reader.problems:
        raise ContentError(reader.problems)
    return reader.document


def _aliases(text: str) -> list[Position] | None:
    """Find where an alias is typed, which a tree of nodes no longer tells; None where lists are nested too deeply."""
    depth = 0
    found: list[Position] = []
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return None
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.AliasEvent) and event.start_mark:
            found.append(Position(event.start_mark.line + 1, event.start_mark.column + 1))
    return found


def _wrong_indents(text: str) -> Iterator[tuple[Position, str]]:
    """Find what is no usual space at the beginning of a line."""
    for number, line in enumerate(text.split("\n"), start=1):
        indent = line[: len(line) - len(line.lstrip())]
        other = indent.lstrip(" ")[:1]
        if other:
            sentence = "A tab stands here. Use spaces: YAML does not allow tabs."
            if other != "\t":
                sentence = (
                    f"A space of another kind (U+{ord(other):04X}) stands at the beginning of this line, as a word "
                    "processor types it. Delete it and type usual spaces."
                )
            yield Position(number, indent.index(other) + 1), sentence


def _syntax_problem(error: yaml.MarkedYAMLError, path: str, offset: int, text: str) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}"
    lines = text.split("\n")
    found = error.problem_mark.line if error.problem_mark else 0
    for number in (found, found - 1):  # it is noticed there, or on the next line
        joined = JOINED.match(lines[number]) if 0 <= number < len(lines) else None
        if joined:
            sentence = f"A space is missing after the colon: write “{joined[2]}: …”."
            return Problem(path, number + 1 + offset, joined.end() + 1, sentence)
    # What is begun and not ended is told where it begins: where that is noticed may be the end of the file.
    begun = "simple key" in said or "end of stream" in said or "separator" in said or "flow " in said
    mark = error.context_mark if begun and error.context_mark else error.problem_mark or error.context_mark
    line = (mark.line if mark else 0) + 1
    column = (mark.column if mark else 0) + 1
    if line > len(lines):  # libyaml counts a line after the last
        line, column = len(lines), len(lines[-1]) + 1
    if "undefined alias" in said or "did not find expected alphabetic" in said:
        sentence = "A value begins with “*” or “&”. Put the whole value in quotes."
    elif re.search(r":\s*[“”]", lines[line - 1]):
        sentence = 'Curly quotes do not hold a value together. Type straight ones: "…".'
    elif "mapping values are not allowed" in said:
        sentence = "There is a second colon in this line. Put the words after the first colon in quotes."
    elif "escape" in said or "hexdec" in said:
        sentence = "Between double quotes no backslash can stand here. Take it out, or use single quotes: '…'."
    elif "quoted scalar" in said or "unexpected end of stream" in said:
        sentence = "A quotation mark is opened and not closed."
    elif "cannot start any token" in said:
        sentence = f"A value cannot begin with “{lines[line - 1][column - 1 : column]}”. Put the whole value in quotes."
    elif "<document start>" in said:
        sentence = "A line “...” ends the file above this place, and more follows. Take that line out."
    elif "simple key" in said or "expected ':'" in said:
        sentence = "A colon is missing: each line here is “name: value”."
    elif "flow " in said:
        sentence = "A bracket is opened here and not closed, or a comma is missing in it."
    elif "block " in said and re.search(r":\s*(?:'[^']*'|\"[^\"]*\")\s*\S", lines[line - 1]):
        sentence = "Words stand after a closing quotation mark. Put the whole value in one pair of quotes."
    elif "block end" in said or "block mapping" in said or "block collection" in said:
        sentence = (
            "The indentation does not fit the lines above, or a quotation mark above is not closed, "
            "or words stand after a closing one."
        )
    else:
        sentence = f"This is not YAML here ({' '.join(said.split())}). Compare it with a file that works."
    return Problem(path, line + offset, column, sentence)


class _Reader:
    """Turns YAML nodes into plain values and notes where each one stands."""

    def __init__(self, path: str, offset: int, lines: list[str]) -> None:
        self.document = Document(path)
        self.problems: list[Problem] = []
        self.offset = offset
        self.lines = lines
        self.seen: set[int] = set()

    def place(self, node: yaml.Node) -> Position:
        line, column = node.start_mark.line, node.start_mark.column
        if line >= len(self.lines):  # of a value that is missing at the end of the file
            line, column = len(self.lines) - 1, len(self.lines[-1])
        return Position(line + 1 + self.offset, column + 1)

    def typed(self, node: yaml.Node) -> str:
        """Give the line from where a value begins; nothing of one that is missing at the end of the file."""
        line = node.start_mark.line
        return self.lines[line][node.start_mark.column :] if line < len(self.lines) else ""

    def refuse(self, node: yaml.Node, sentence: str) -> None:
        self.problems.append(Problem(self.document.path, *self.place(node), sentence))

    def value(self, node: yaml.Node, loc: tuple[Step, ...]) -> Any:
        self.document.values[loc] = self.place(node)
        if id(node) in self.seen:  # of an alias, which is told where it is typed
            return None
        self.seen.add(id(node))
        # An anchor or a tag, even “!” alone, is taken from the words without a trace.
        start = self.typed(node)[:1]
        quoted = isinstance(node, yaml.ScalarNode) and node.style in {"'", '"', "|", ">"}
        if start == "!" and not quoted:
            self.refuse(node, "Tags (“!name”) are not used here. Put the value in quotes.")
        elif start == "&":
            self.refuse(node, "A value begins with “&”. Put the whole value in quotes.")
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*loc, number)) for number, item in enumerate(node.value)]
        hidden = HIDDEN.search(node.value) if isinstance(node, yaml.ScalarNode) else None
        if hidden:  # typed as an escape: the file itself holds none
            self.refuse(node, hidden_sentence(hidden[0]))
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        if plain:
            self.refuse_note(node)
        return None if plain and node.value in NOTHING else str(node.value)

    def refuse_note(self, node: yaml.Node) -> None:
        """Refuse words after “ #” on the line on which a plain value ends: YAML takes them for a note.

        After a name that has no value, “# not known yet” is one.
        """
        line, column = node.end_mark.line, node.end_mark.column
        rest = self.lines[line][column:] if line < len(self.lines) else ""
        if rest.lstrip().startswith("#") and (node.value or not rest.lstrip().startswith("# ")):
            place = column + len(rest) - len(rest.lstrip()) + 1
            sentence = (
                "A # after a space hides the rest of this line. Put the whole value in quotes; or, if it is a note, "
                "put it on a line of its own."
            )
            self.problems.append(Problem(self.document.path, line + 1 + self.offset, place, sentence))

    def mapping(self, node: yaml.MappingNode, loc: tuple[Step, ...]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.refuse(key_node, "A name is needed before the colon.")
                continue
            key = str(key_node.value)
            if key in found:
                first = self.document.keys[(*loc, key)].line
                self.refuse(key_node, f"“{key}” is here twice; the first is on line {first}. Keep one of them.")
                continue
            self.document.keys[(*loc, key)] = self.place(key_node)
            found[key] = self.value(value_node, (*loc, key))
        return found
