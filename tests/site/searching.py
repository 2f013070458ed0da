"""Searches a built site as a reader does: with its own script and its own index, in Node."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from macros.finish.search import INDEX
from tests.tools.node import run_node

SCRIPT = "assets/javascripts/search.js"


@cache
def read_index(site: Path) -> tuple[list[list[Any]], str]:
    """Read the index of a site.

    Returns:
        For each page its path, title, group, description, other words and headings; and each word with its pages.
    """
    script = (site / INDEX).read_text(encoding="utf-8")
    match = re.fullmatch(r"school\.fillSearch\((\[.*\]), (\".*\")\);\n", script, re.DOTALL)
    assert match
    return json.loads(match[1]), json.loads(match[2])


def hits(asked: Sequence[tuple[str, str]], site: Path, index: Path | None = None) -> list[list[str]]:
    """Give what search finds, the best first: the page, and after "#" the part of it that says most of what was typed.

    Args:
        asked: for each search the reader (“families”, “staff” or “learners”) and what is typed.
        site: the built site.
        index: another index than the site's own.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "asked.json"
        file.write_text(json.dumps(asked), encoding="utf-8")
        run = run_node("search.cjs", *map(str, (site / SCRIPT, index or site / INDEX, file)))
    assert run.returncode == 0, run.stderr
    found: list[list[str]] = json.loads(run.stdout)
    return found


def first(asked: Sequence[tuple[str, str]], site: Path) -> list[str]:
    """Give the page that search puts first, for each of what is typed; "" where it finds none.

    Args:
        asked: as for `hits`.
        site: the built site.
    """
    return [found[0].partition("#")[0] if found else "" for found in hits(asked, site)]
