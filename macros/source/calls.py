"""Finds the macros that a page calls, so that a mistyped name is told before anything is built."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from macros.problems import Problem

EXPRESSION = re.compile(r"\{\{(?P<inside>.*?)\}\}")
RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)


@dataclass(frozen=True)
class Call:
    """A macro called on a page: `{{ name("one", two="three") }}`."""

    name: str
    arguments: tuple[object, ...]
    named: dict[str, object]
    line: int
    column: int
    alone: bool  # nothing else stands on its line, and it begins at the left margin


def read_calls(text: str, path: str, first_line: int = 1) -> tuple[list[Call], list[Problem]]:
    """Read every `{{ … }}` of a page that calls something.

    Args:
        text: the page's Markdown.
        path: its file, for problems.
        first_line: the line of the file on which the text begins.

    Returns:
        The calls, and the problems of those that cannot be read. `{{ name.part }}`, which shows
        a value and calls nothing, is passed over.
    """
    calls: list[Call] = []
    problems: list[Problem] = []
    blanked = RAW.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for number, line in enumerate(blanked.split("\n"), start=first_line):
        for match in EXPRESSION.finditer(line):
            inside = match["inside"].strip()
            column = match.start() + 1
            if re.fullmatch(r"[\w.]+", inside):
                continue
            try:
                call = ast.parse(inside, mode="eval").body
                if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
                    raise ValueError
                arguments = tuple(ast.literal_eval(argument) for argument in call.args)
                named = {str(word.arg): ast.literal_eval(word.value) for word in call.keywords}
            except (SyntaxError, ValueError):
                sentence = f'“{match[0]}” cannot be read. Write it as {{{{ name("id") }}}}.'
                problems.append(Problem(path, number, column, sentence))
                continue
            alone = line.strip() == match[0] and match.start() == 0
            calls.append(Call(call.func.id, arguments, named, number, column, alone))
        opened, closed = line.count("{{"), line.count("}}")
        if opened != closed:
            sentence = "“{{” and “}}” do not pair up on this line. To show braces, write {% raw %}{{ }}{% endraw %}."
            problems.append(Problem(path, number, max(line.find("{{"), line.find("}}")) + 1, sentence))
    return calls, problems
