"""What the last build or check made of the content, from which the next goes on."""

from __future__ import annotations

from pathlib import Path

from macros.cache import RoundCache
from macros.design.rendering import COMPILED
from macros.kept import load, save

CONTENT = "content"
TEMPLATES = "templates"


def go_on(root: Path) -> RoundCache:
    """Give what was made of the content the last time, and have templates be what they were compiled to.

    Args:
        root: the project's folder.
    """
    COMPILED.code.update(load(root, TEMPLATES))
    return RoundCache(load(root, CONTENT))


def keep(root: Path, made: RoundCache) -> None:
    """Keep what was made of content that is all well, where something of it is new.

    Args:
        root: the project's folder.
        made: what was made of the content.
    """
    if made.grown:
        save(root, CONTENT, made.made)
    if COMPILED.grown:
        save(root, TEMPLATES, COMPILED.code)
