"""Reads the clauses of the policy from the page that shows it, so that there is no second copy."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.problems import ContentError, Problem
from macros.source.document import Document, Position
from macros.source.files import read_text
from macros.source.markdown_tree import Tree, front_matter_of, read_tree

BEGIN = '<div class="policy" markdown="1">'
END = "</div>"
SECTION = re.compile(
    r"^###? (?:(?P<number>\d+(?:\.\d+)*|[A-Z](?=[.)]))[.)]? )?(?P<title>.+?)"
    r"(?: +\{ *#(?P<id>[\w-]+)(?: \.clause__ours)? *\})?\s*$"  # a heading of the website's own is marked so
)
# The number that a policy itself prints before a point, where its own are not those that are counted here.
PRINTED = re.compile(r"(?P<number>\d+(?:\.\d+)+)\.?\s+(?P<text>.+)")
POINT = re.compile(r"^(?P<indent> {0}| {4})- (?P<text>.+)$")
IDENTITY = re.compile(r"^ +\{ *#(?P<id>[\w-]+) *\}\s*$")
ROW = re.compile(r'^\s*<tr><th scope="row">(?P<name>.+?)</th><td>(?P<value>.+?)</td></tr>\s*$')


def read_policy(root: Path, path: str) -> Document:
    """Read the approved text from the page that shows it.

    Args:
        root: the project's folder.
        path: the file, from the root, with forward slashes.

    Returns:
        As for `parse_policy`.

    Raises:
        ContentError: the file cannot be read, or as for `parse_policy`.
    """
    return parse_policy(read_tree(read_text(root, path), path))


def parse_policy(tree: Tree) -> Document:
    """Read the approved text between `<div class="policy" markdown="1">` and `</div>`, once or more often.

    A section is a heading with its number or letter; one that has neither is counted. A point is a list item; a
    sub-point is a list item indented by four spaces; either may begin with the number that the policy prints, as
    “1.1.1”. Each carries an id: `{ #id }` at the heading's end, or on a line of its own under the item. Other
    paragraphs and tables are shown as they are.

    Args:
        tree: the page.

    Returns:
        `title`, `approval` (name and value for each row of the table) and `sections`, each with
        `id`, `number`, `title` and `clauses`; each clause with `id`, `reference`, `text` and
        `part_of` (the id of the point that a sub-point belongs to, or None).

    Raises:
        ContentError: a clause or section has no id, an id stands twice, or the approved text has
            no beginning or end.
    """
    front_matter_of(tree)
    return _Policy(tree.path, tree.body.split("\n"), tree.first_line).read()


class _Policy:
    def __init__(self, path: str, lines: list[str], first_line: int) -> None:
        self.document = Document(path)
        self.lines = lines
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.sections: list[dict[str, Any]] = []
        self.approval: list[dict[str, str]] = []
        self.ids: dict[str, int] = {}
        self.open: dict[str, Any] | None = None  # the clause that still waits for its id
        self.open_at = 0
        self.point = 0
        self.sub_point = 0
        self.numbers: set[str] = set()  # of sections

    def refuse(self, line: int, sentence: str, column: int = 1) -> None:
        self.problems.append(Problem(self.document.path, line, column, sentence))

    def inside(self) -> Iterator[int]:
        """Give the number of each line between a beginning and its end."""
        begins = [number for number, line in enumerate(self.lines) if line == BEGIN]
        if not begins:
            self.refuse(self.first_line, f"The approved text has no beginning. Put a line {BEGIN} before it.")
            raise ContentError(self.problems)
        for begin, following in zip(begins, [*begins[1:], len(self.lines)], strict=True):
            if END not in self.lines[begin:following]:
                self.refuse(self.first_line + begin, f"The approved text has no end. Put a line {END} after it.")
                raise ContentError(self.problems)
            yield from range(begin + 1, begin + self.lines[begin:].index(END))

    def read(self) -> Document:
        title = ""
        lines = list(self.inside())
        headings = (SECTION.match(self.lines[number]) for number in lines)
        self.numbers = {match["number"] for match in headings if match and match["number"]}
        begin = Position(self.first_line + (lines[0] - 1 if lines else 0), 1)
        self.document.values[("sections",)] = self.document.values[("approval",)] = begin
        for number in lines:
            line, place = self.lines[number], self.first_line + number
            if match := SECTION.match(line):
                self.close()
                self.begin_section(match, place)
            elif match := POINT.match(line):
                self.close()
                self.begin_clause(match, place)
            elif match := IDENTITY.match(line):
                self.identify(match["id"], place, match.start("id") + 1)
            elif match := ROW.match(line):
                loc = ("approval", len(self.approval))
                self.document.values[loc] = Position(place, 1)
                self.document.values[(*loc, "value")] = Position(place, match.start("value") + 1)
                self.approval.append({"name": match["name"], "value": match["value"]})
            elif line.startswith("# "):
                title = line[2:].strip()
            elif line.strip() and self.open:
                self.refuse(place, "A clause must stand on one line, with its “{ #id }” on the next.")
        self.close()
        if self.problems:
            raise ContentError(self.problems)
        self.document.data = {"title": title, "approval": self.approval, "sections": self.sections}
        return self.document

    def begin_section(self, match: re.Match[str], place: int) -> None:
        self.point = self.sub_point = 0
        number = match["number"] or self.next_number()
        if not match["id"]:
            self.refuse(place, f"Section {number} has no id. Add “{{ #a-short-name }}” to the heading.")
        else:
            self.know(match["id"], place, match.start("id") + 1)
        loc = ("sections", len(self.sections))
        self.document.values[loc] = self.document.values[(*loc, "clauses")] = Position(place, 1)
        self.sections.append({"id": match["id"], "number": number, "title": match["title"], "clauses": []})

    def next_number(self) -> str:
        """Count a section that has no number: 0 before a printed 1, or else the first that is free."""
        first = 0 if self.numbers and not self.sections else 1
        number = next(str(free) for free in itertools.count(first) if str(free) not in self.numbers)
        self.numbers.add(number)
        return number

    def begin_clause(self, match: re.Match[str], place: int) -> None:
        if not self.sections:
            self.refuse(
                place, "This point stands before the first section. Put a heading before it, as “## 1. Aims { #aims }”."
            )
            return
        section = self.sections[-1]
        part_of = None
        if match["indent"] and self.point:
            self.sub_point += 1
            reference = f"{section['number']}.{self.point}({chr(ord('a') + self.sub_point - 1)})"
            part_of = next(c["id"] for c in reversed(section["clauses"]) if c["part_of"] is None)
        else:
            self.point += 1
            self.sub_point = 0
            reference = f"{section['number']}.{self.point}"
        text = match["text"].strip()
        if printed := PRINTED.fullmatch(text):
            reference, text = printed["number"], printed["text"]
        self.open = {"id": None, "reference": reference, "text": text, "part_of": part_of}
        self.open_at = place
        loc = ("sections", len(self.sections) - 1, "clauses", len(section["clauses"]))
        self.document.values[loc] = Position(place, match.start("text") + 1)
        section["clauses"].append(self.open)

    def identify(self, name: str, place: int, column: int) -> None:
        if self.open is None:
            self.refuse(place, "This id belongs to no clause. It must stand on the line under one.")
            return
        self.know(name, place, column)
        self.open["id"] = name
        self.open = None

    def know(self, name: str, place: int, column: int) -> None:
        if name in self.ids:
            self.refuse(place, f"The id “{name}” is used before, on line {self.ids[name]}. Give each its own.", column)
        self.ids.setdefault(name, place)

    def close(self) -> None:
        if self.open is not None:
            reference = self.open["reference"]
            self.refuse(self.open_at, f"Clause {reference} has no id. Put “  {{ #a-short-name }}” on a line under it.")
            self.open = None
