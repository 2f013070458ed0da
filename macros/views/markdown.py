"""The pieces of Markdown from which pages are made."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Sequence


def front_matter(**values: object) -> str:
    """Write front matter; JSON is YAML, and needs no care with quotes."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())
    return "\n".join(["---", *lines, "---"])


def block(kind: str, title: str, text: str) -> str:
    """Write an admonition."""
    quiet = title.replace('"', "”")
    return f'!!! {kind} "{quiet}"\n\n{textwrap.indent(text, "    ")}'


def details(kind: str, title: str, text: str) -> str:
    """Write a block that opens when its title is pressed."""
    quiet = title.replace('"', "”")
    return f'??? {kind} "{quiet}"\n\n{textwrap.indent(text, "    ")}'


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)


def bullets(items: Iterable[str]) -> str:
    """Write a list."""
    return "\n".join(f"- {item}" for item in items)
