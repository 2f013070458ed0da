"""Takes out of the scripts of a built site what is for those who mend them, and would be loaded: comments, indents."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "assets/javascripts"
# A comment that begins a line and ends one: within a line a mark of a comment may stand in a string or a pattern.
COMMENT = re.compile(r"^[ \t]*(?:/\*(?!!)(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)
INDENT = re.compile(r"^\s+", re.MULTILINE)


def take_out_comments(site: Path) -> None:
    """Take the comments that stand on lines of their own, and the indents, out of each script of the site.

    Args:
        site: the built site.
    """
    for file in sorted((site / FOLDER).glob("*.js")):
        code = COMMENT.sub("", file.read_text(encoding="utf-8"))
        file.write_text(code if _has_long_text(code) else INDENT.sub("", code), encoding="utf-8")


def _has_long_text(code: str) -> bool:
    """Is there a text that goes on over lines? Its spaces are its own."""
    return any(line.count("`") % 2 or line.endswith("\\") for line in code.split("\n"))
