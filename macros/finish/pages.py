"""Takes out of a built site's pages what says nothing to a browser, and lets their links out leave a frame."""

from __future__ import annotations

import re
from pathlib import Path

# What is written in a script, a style or a comment stays, and so does what keeps its spaces.
PIECE = re.compile(
    r"""(?P<kept><!--.*?--> | <(script|style|pre|textarea)\b.*?</\2\s*>)
    | (?P<tag><(?:[^>"']|"[^"]*"|'[^']*')*>)
    | (?P<text>[^<]+)""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
LINES = re.compile(r"\s*\n\s*")
# A drawing in a page needs no name of its language, and nothing that was for browsers of 2015.
SAID = re.compile(
    r'(?<=<svg)(?P<others>(?:\s[\w-]+="[^"]*")*?)\s(?:xmlns="http://www\.w3\.org/2000/svg"|focusable="false")'
)
# The colour that a drawing has without a style sheet.
SPARE = re.compile(r'(?<="var\(--picture-)(\w+), #\w+(?=\)")')
# What leads off the site: to another one, to the telephone or to a letter. Where a school's own site shows a page of
# ours in a frame, such a link goes on in the whole window: another site may refuse the frame, and a telephone, too.
OUT = re.compile(r'\shref="(?:https?|tel|sms|mailto):', re.IGNORECASE)
TARGET = re.compile(r"\starget=")
SHEET = re.compile(r'<link\b[^>]*\srel="stylesheet"')


def lighten_pages(site: Path) -> None:
    """Take out of each page what says nothing, and let its links out leave a frame.

    Args:
        site: the built site.
    """
    for file in site.rglob("*.html"):
        file.write_text(lighter(file.read_text(encoding="utf-8")), encoding="utf-8")


def lighter(html: str) -> str:
    """Give a page without blank lines and marks that need not be written out, with short drawings and open ways out."""
    styled = bool(SHEET.search(html))

    def without(found: re.Match[str]) -> str:
        if found["kept"]:
            return found["kept"]
        if found["text"]:
            return LINES.sub("\n", found["text"]).replace("&#39;", "'").replace("&#34;", '"')
        tag: str = found["tag"]
        if "'" not in tag:
            tag = tag.replace("&#39;", "'")
        while tag.startswith("<svg") and SAID.search(tag):
            tag = SAID.sub(r"\g<others>", tag)
        if tag.startswith("<a ") and OUT.search(tag) and not TARGET.search(tag):
            tag = tag[:-1] + ' target="_top">'
        return SPARE.sub(r"\1", tag) if styled else tag

    return PIECE.sub(without, html)
