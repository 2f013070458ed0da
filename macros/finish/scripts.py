"""Takes the comments out of the scripts of a built site: reasons are for those who mend them, and are loaded too."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "assets/javascripts"
# A comment that begins a line and ends one: within a line a mark of a comment may stand in a string or a pattern.
COMMENT = re.compile(r"^[ \t]*(?:/\*(?!!)(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)
MADE_SMALL = ".min.js"  # as the theme's are, with their licences


def take_out_comments(site: Path) -> None:
    """Take the comments that stand on lines of their own out of each script of the site.

    Args:
        site: the built site.
    """
    for file in sorted((site / FOLDER).glob("*.js")):
        if not file.name.endswith(MADE_SMALL):
            file.write_text(COMMENT.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
