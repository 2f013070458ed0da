"""Deletes from a built site what no page asks for: source maps, the search of other languages, unseen pictures."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico"})
READ = frozenset({".html", ".css", ".js", ".json", ".webmanifest", ".xml"})
NAMED = re.compile(r"""[^\s"'`()<>=,;/\\]+\.(?:svg|png|jpe?g|webp|gif|ico)\b""", re.IGNORECASE)
# The theme brings the rules of 34 languages for its search. This site is in English, which needs none of them.
LANGUAGES = "assets/javascripts/lunr"


def delete_unused(site: Path) -> list[str]:
    """Delete what no page, style sheet or script of a built site asks for.

    Args:
        site: the built site.

    Returns:
        What was deleted, from the site's root, in order.
    """
    named = {name for file in _files(site) if file.suffix in READ for name in _names(file)}
    unused = [
        file
        for file in _files(site)
        if file.suffix == ".map"
        or file.relative_to(site).as_posix().startswith(f"{LANGUAGES}/")
        or (file.suffix.lower() in PICTURES and file.name not in named)
    ]
    for file in unused:
        file.unlink()
    shutil.rmtree(site / LANGUAGES, ignore_errors=True)
    return sorted(file.relative_to(site).as_posix() for file in unused)


def _files(site: Path) -> Iterator[Path]:
    return (file for file in site.rglob("*") if file.is_file())


def _names(file: Path) -> set[str]:
    """Give the names of the pictures that a file names, as on the disk: “my photo.png” and not “my%20photo.png”."""
    return {unquote(name) for name in NAMED.findall(file.read_text(encoding="utf-8", errors="replace"))}
