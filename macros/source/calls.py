"""Finds the macros that a page calls, and refuses all else that the host would run as a program.

The host gives every page to a template engine (Jinja). That engine can run any program on the machine that builds, so
its language is not open to pages: a page calls a macro with words in quotes, shows braces between `{% raw %}` and
`{% endraw %}`, and nothing else. Read from left to right, once, so that no line can hold the reader up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from macros.problems import Problem

# A longer line is told of (`read_long_lines`), and is not looked into.
LONGEST_LINE = 2000  # characters

# No backslash, brace or angle bracket: what stands in quotes is words, and cannot be more.
WORDS = r"""(?:"[^"\\{}<>\n]*"|'[^'\\{}<>\n]*')"""
ARGUMENT = re.compile(rf"(?:(?P<name>[a-z_]+) *= *)?(?P<words>{WORDS})")
ARGUMENTS = rf"(?: *(?:[a-z_]+ *= *)?{WORDS}(?: *, *(?:[a-z_]+ *= *)?{WORDS})*)?"
CALL = re.compile(rf"\{{\{{ *(?P<name>[a-z_][a-z0-9_]*) *\((?P<inside>{ARGUMENTS} *)\) *\}}\}}")
# “[##” begins a note of the engine, as mkdocs.yml says: “{#” would be an id.
MARK = re.compile(r"\{\{|\}\}|\{%|\[##")
ENDS = MappingProxyType({"{{": "}}", "{%": "%}", "[##": "##]"})
RAW = re.compile(r"\{% *raw *%\}")
END_RAW = re.compile(r"\{% *endraw *%\}")


@dataclass(frozen=True)
class Call:
    """A macro called on a page: `{{ name("one", two="three") }}`."""

    name: str
    arguments: tuple[str, ...]
    named: dict[str, str]
    line: int
    column: int
    alone: bool  # nothing else stands on its line, and it begins at the left margin


def read_calls(text: str, path: str, first_line: int = 1) -> tuple[list[Call], list[Problem]]:
    """Read every macro call of a page.

    Args:
        text: the page's Markdown.
        path: its file, for problems.
        first_line: the line of the file on which the text begins.

    Returns:
        The calls, and a problem for each thing besides that the template engine would read.
    """
    calls: list[Call] = []
    problems: list[Problem] = []
    for number, line in enumerate(without_raw(text).split("\n"), start=first_line):
        if len(line) > LONGEST_LINE:
            continue
        for place, read in _marks(line):
            if isinstance(read, str):
                problems.append(Problem(path, number, place + 1, read))
                continue
            arguments = list(ARGUMENT.finditer(read["inside"]))
            calls.append(
                Call(
                    read["name"],
                    tuple(found["words"][1:-1] for found in arguments if not found["name"]),
                    {found["name"]: found["words"][1:-1] for found in arguments if found["name"]},
                    number,
                    place + 1,
                    alone=line.strip() == read[0] and place == 0,
                )
            )
    return calls, problems


def read_long_lines(text: str, path: str) -> list[Problem]:
    """Find each line that is too long to be anything but a slip, such as a picture pasted as letters.

    Args:
        text: what a page or a file holds.
        path: its file, for problems.

    Returns:
        A problem for each, at the first character that is not read.
    """
    sentence = f"This line has {{}} characters; at most {LONGEST_LINE} are read. Break it, or take out what was pasted."
    return [
        Problem(path, number, LONGEST_LINE + 1, sentence.format(len(line)))
        for number, line in enumerate(text.split("\n"), start=1)
        if len(line) > LONGEST_LINE
    ]


def without_raw(text: str) -> str:
    """Blank what stands between `{% raw %}` and `{% endraw %}`, and the two marks; lines and columns stay."""
    return _raw_as(text, r"[^\n]")


def shown_raw(text: str) -> str:
    """Blank the two marks and the braces between them alone: the rest is read as Markdown."""
    return _raw_as(text, r"\{% *(?:end)?raw *%\}|[{}]")


def _raw_as(text: str, blanked: str) -> str:
    pieces = []
    done = 0
    while begin := RAW.search(text, done):
        end = END_RAW.search(text, begin.end())
        if end is None:
            break  # the mark stays, and is refused
        pieces.append(text[done : begin.start()])
        raw = text[begin.start() : end.end()]
        pieces.append(re.sub(blanked, lambda found: " " * len(found[0]), raw))
        done = end.end()
    return "".join((*pieces, text[done:]))


def without_calls(line: str) -> str:
    """Blank each call of a line by letters, as a word stands there in the end, and all that the engine would read."""
    pieces = []
    done = 0
    for place, read in _marks(line):
        end = read.end() if isinstance(read, re.Match) else _end_of(line, place)
        pieces += [line[done:place], "x" * (end - place)]
        done = end
    return "".join((*pieces, line[done:]))


def _marks(line: str) -> Iterator[tuple[int, re.Match[str] | str]]:
    """Give the place of each mark of a line, with the call that begins there or the sentence for what does."""
    done = 0
    while mark := MARK.search(line, done):
        place = mark.start()
        call = CALL.match(line, place)
        yield place, call or _refused(line, place)
        done = call.end() if call else _end_of(line, place)
        if done == place + 2:
            return  # a mark without its other: what stands behind it cannot be told apart


def _end_of(line: str, place: int) -> int:
    end = ENDS.get(line[place : place + 2]) or ENDS.get(line[place : place + 3])
    found = line.find(end, place + 2) if end else -1
    return found + len(end) if end and found >= 0 else place + 2


def _refused(line: str, place: int) -> str:
    end = _end_of(line, place)
    shown = line[place:end] if end - place < 60 else line[place : place + 60] + "…"
    if line.startswith("[##", place):
        return "Words from “[##” to “##]” vanish from the page. Write them without these signs, or take them out."
    if line.startswith("{%", place):
        if RAW.match(line, place):
            return "“{% raw %}” has no end. Write {% endraw %} behind the braces that you want to show."
        return (
            f"“{shown}” is a program, and a page holds none. Take it out; to show it, write {{% raw %}} before it and "
            "{% endraw %} after it."
        )
    if line.startswith("}}", place) or end == place + 2:
        return "“{{” and “}}” do not pair up on this line. To show braces, write {% raw %}{{ }}{% endraw %}."
    if re.fullmatch(r"\{\{ *[\w.]+ *\}\}", shown):
        return (
            f'“{shown}” shows a setting of the program. Pages show facts by a macro, as {{{{ fact("short_name") }}}}.'
        )
    return f'“{shown}” cannot be read. Write it as {{{{ name("id") }}}}.'
