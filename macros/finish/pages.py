"""Reads a built site's pages once for all that is done to them, and takes out what says nothing to a browser."""

from __future__ import annotations

import re
from pathlib import Path

# The HTML of each page of a built site, by its file from the site's root, in the order of those.
Pages = dict[str, str]

# What is written in a script, a style or a comment stays, and so does what keeps its spaces. Most of a page has nothing
# to be taken out (`same`): it is passed over in one step, which makes a build half a second shorter.
PIECE = re.compile(
    r"""(?P<same>(?>
        [^<&\n]+(?=<) | \n(?=<)
        | <(?!svg|a\s|!--|script|style|pre|textarea)[^>"'&]*+(?:"[^"&(]*+"[^>"'&]*+)*+>
    )+)
    | (?P<kept><!--.*?--> | <(script|style|pre|textarea)\b.*?</\3\s*>)
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


def read_pages(site: Path) -> Pages:
    """Read every page of a built site."""
    files = {file.relative_to(site).as_posix(): file for file in site.rglob("*.html")}
    return {path: file.read_text(encoding="utf-8") for path, file in sorted(files.items())}


def write_pages(site: Path, pages: Pages) -> None:
    """Write every page of a built site.

    Args:
        site: the built site.
        pages: its pages, as they are to be.
    """
    for path, html in pages.items():
        (site / path).write_text(html, encoding="utf-8")


def lighter(html: str) -> str:
    """Give a page without blank lines and marks that need not be written out, with short drawings and open ways out."""
    styled = bool(SHEET.search(html))

    def without(found: re.Match[str]) -> str:
        if found["same"] or found["kept"]:
            return found[0]
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
