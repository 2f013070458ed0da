"""The pieces of Markdown from which pages are made."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable


def front_matter(**values: object) -> str:
    """Write front matter; JSON is YAML, and needs no care with quotes."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())
    return "\n".join(["---", *lines, "---"])


def block(kind: str, title: str, text: str) -> str:
    """Write an admonition."""
    quiet = title.replace('"', "”")
    return f'!!! {kind} "{quiet}"\n\n{textwrap.indent(text, "    ")}'


def bullets(items: Iterable[str]) -> str:
    """Write a list."""
    return "\n".join(f"- {item}" for item in items)
