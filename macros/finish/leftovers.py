"""Deletes from a built site what no page asks for: source maps, the theme's scripts, unseen pictures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

ASKED_FOR = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".js"})
READ = frozenset({".html", ".css", ".js", ".json", ".webmanifest", ".xml"})
NAMED = re.compile(r"""[^\s"'`()<>=,;/\\]+\.(?:svg|png|jpe?g|webp|gif|ico|js)\b""", re.IGNORECASE)


def delete_unused(site: Path) -> list[str]:
    """Delete what no page, style sheet or script of a built site asks for.

    Args:
        site: the built site.

    Returns:
        What was deleted, from the site's root, in order.
    """
    gone: list[Path] = []
    # What only an unused script names is unused too.
    while unused := _unused(site):
        for file in unused:
            file.unlink()
        gone += unused
    for folder in sorted({folder for file in gone for folder in file.parents if site in folder.parents}, reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return sorted(file.relative_to(site).as_posix() for file in gone)


def _unused(site: Path) -> list[Path]:
    named: dict[str, set[Path]] = defaultdict(set)
    for file in _files(site):
        if file.suffix in READ:
            for name in _names(file):
                named[name].add(file)
    return [
        file
        for file in _files(site)
        if file.suffix == ".map" or (file.suffix.lower() in ASKED_FOR and not named[file.name] - {file})
    ]


def _files(site: Path) -> Iterator[Path]:
    return (file for file in site.rglob("*") if file.is_file())


def _names(file: Path) -> set[str]:
    """Give the names of the pictures and scripts in a file, as on the disk: “my photo.png” and not “my%20photo.png”."""
    return {unquote(name) for name in NAMED.findall(file.read_text(encoding="utf-8", errors="replace"))}
