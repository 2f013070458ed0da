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

# A character that belongs to nobody (Unicode 17.0, 23.5): the readers of files refuse it in what authors write.
MARK = "\ue000"
MARKED = re.compile(f'<p>{MARK}(/?(?:div|section|details|summary)(?: (?:class|id|data-module)="[\\w -]+")*){MARK}</p>')


def opened(tag: str, classes: str, identity: str = "", module: str = "") -> str:
    """Write where an element begins that holds Markdown; `with_elements` puts the element there.

    Python-Markdown reads what stands within HTML anew, also what a component made: so no HTML stands round it.

    Args:
        tag: the element's name.
        classes: its classes.
        identity: its id, if it has one.
        module: the script and style that it needs, if it needs one.
    """
    named = f' id="{identity}"' if identity else ""
    needs = f' data-module="{module}"' if module else ""
    return f'{MARK}{tag} class="{classes}"{named}{needs}{MARK}'


def closed(tag: str) -> str:
    """Write where an element ends."""
    return f"{MARK}/{tag}{MARK}"


def with_elements(page: str) -> str:
    """Put in the elements that `opened` and `closed` marked.

    Args:
        page: what Markdown made of it.
    """
    return MARKED.sub(r"<\1>", page)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table.

    Args:
        heads: the heads of the columns.
        rows: the cells of each row, as many as there are heads; a “|” in one is escaped.
    """
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)


def bullets(items: Iterable[str]) -> str:
    """Write a list."""
    return "\n".join(f"- {item}" for item in items)


def as_words(text: str) -> str:
    """Keep a text from being read as tags, macros, links or blocks: only emphasis and code are meant."""
    line = html.escape(" ".join(text.split()), quote=False).replace("{", "&#123;").replace("[", "&#91;")
    return BLOCK_BEGINS.sub(lambda mark: f"&#{ord(mark[0][0])};{mark[0][1:]}", line)
