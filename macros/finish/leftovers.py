"""Deletes from a built site what no page asks for: source maps, the theme's scripts, unseen pictures."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote

from macros.finish.pages import Pages

ASKED_FOR = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".js"})
READ = frozenset({".css", ".js", ".json", ".webmanifest", ".xml"})
# A name is looked for from its end: there are few of those on a page.
ENDING = re.compile(r"\.(?:svg|png|jpe?g|webp|gif|ico|js)\b", re.IGNORECASE)
BEGINNING = re.compile(r"""[^\s"'`()<>=,;/\\]+$""")
LONGEST = 255  # characters of a name on a disk


def delete_unused(site: Path, pages: Pages) -> list[str]:
    """Delete what no page, style sheet or script of a built site asks for.

    Args:
        site: the built site.
        pages: its pages.

    Returns:
        What was deleted, from the site's root, in order.
    """
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    named = {path: _names(html) for path, html in pages.items()}
    for path, file in files.items():
        if file.suffix in READ:
            named[path] = _names(file.read_text(encoding="utf-8", errors="replace"))
    gone: list[str] = []
    # What only an unused script names is unused too.
    while unused := _unused(files, named):
        for path in unused:
            files.pop(path).unlink()
            named.pop(path, None)
        gone += unused
    _delete_empty({folder for path in gone for folder in (site / path).parents if site in folder.parents})
    return sorted(gone)


def _unused(files: Iterable[str], named: Mapping[str, set[str]]) -> list[str]:
    """Give each map, and each file of a kind that is asked for by name and that no other file names."""
    by: dict[str, set[str]] = defaultdict(set)
    for path, names in named.items():
        for name in names:
            by[name].add(path)
    return [
        path
        for path in files
        if (kind := posixpath.splitext(path)[1].lower()) == ".map"
        or (kind in ASKED_FOR and not by[posixpath.basename(path)] - {path})
    ]


def _delete_empty(folders: Iterable[Path]) -> None:
    for folder in sorted(folders, reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _names(text: str) -> set[str]:
    """Give the names of the pictures and scripts in a text, as on the disk: “my photo.png” and not “my%20photo.png”."""
    found = set()
    for ending in ENDING.finditer(text):
        beginning = BEGINNING.search(text[max(0, ending.start() - LONGEST) : ending.start()])
        if beginning:
            found.add(unquote(beginning[0] + ending[0]))
    return found
