"""The pieces of Markdown from which pages are made."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Sequence
from html import unescape


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


# Words of authors hold no such character: it belongs to nobody (Unicode 17.0, 23.5, private use).
MARK = "\ue000"
MARKED = re.compile(f"<p>{MARK}([^{MARK}<]*){MARK}</p>")


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


def with_elements(html: str) -> str:
    """Put in the elements that `opened` and `closed` marked.

    Args:
        html: what Markdown made of a page.
    """
    return MARKED.sub(lambda found: f"<{unescape(found[1])}>", html)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)


def bullets(items: Iterable[str]) -> str:
    """Write a list."""
    return "\n".join(f"- {item}" for item in items)
