"""The pieces of Markdown from which pages are made."""

from __future__ import annotations

import html
import json
import re
import textwrap
from collections.abc import Iterable, Sequence


def front_matter(**values: object) -> str:
    """Write front matter; JSON is YAML, and needs no care with quotes."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())
    return "\n".join(["---", *lines, "---"])


def block(kind: str, title: str, text: str, *, shut: bool = False) -> str:
    """Write an admonition, or, if it is shut, a block that opens when its title is pressed.

    Args:
        kind: its class, as in “home”.
        title: its title; straight quotes in it become curly ones.
        text: Markdown.
        shut: whether it is opened by pressing its title.
    """
    quiet = title.replace('"', "”")
    return f'{"???" if shut else "!!!"} {kind} "{quiet}"\n\n{textwrap.indent(text, "    ")}'


BLOCK_BEGINS = re.compile(r"^(?:[#+:=~!?-]|\*\s|\d+[.)]\s)")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table.

    Args:
        heads: the heads of the columns.
        rows: the cells of each row, as many as there are heads; a “|” in one is escaped.
    """
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)


def as_words(text: str) -> str:
    """Keep a text from being read as tags, macros, links or blocks: only emphasis and code are meant."""
    line = html.escape(" ".join(text.split()), quote=False).replace("{", "&#123;").replace("[", "&#91;")
    return BLOCK_BEGINS.sub(lambda mark: f"&#{ord(mark[0][0])};{mark[0][1:]}", line)
