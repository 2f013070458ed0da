"""Joins the style sheets of each page into one file, for a slow telephone pays for each file that it asks for.

Pages with the same style sheets share the file. It is named after what is in it, so a browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.finish.pages import Pages

FOLDER = "assets/stylesheets"

HEAD_ENDS = re.compile(r"</head\s*>", re.IGNORECASE)
# What is in a comment or a script is no link, and what is for a browser without scripts is not for all.
LINK = re.compile(
    r"""<!--.*?--> | <(script|noscript|template|style)\b.*?</\1\s*> | (?P<link><link\b(?:[^>"']|"[^"]*"|'[^']*')*>)""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
# A link that says more (“integrity”, “title”) means more than a joined sheet could keep.
UNDERSTOOD = frozenset({"rel", "href", "media", "type"})
# Comments and strings are found so that nothing within them is taken for an address, as in a string “/* ”.
PIECE = re.compile(
    r"""(?P<comment>/\*.*?\*/)
    | url\(\s*(?P<address>"(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | [^"'()\s]+)\s*\)
    | @charset\s[^;]*;
    | (?P<first>@(?:import|namespace)\b)
    | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*'""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)

# Spaces that say nothing: one before ":" parts two selectors, and one after it does not.
SPACES = re.compile(r"\s*(?:;\s*)?(})\s*|\s*([{;,])\s*|(?<=:)\s+")

# The scale of space and of letters (tokens.css): no page or theme has another, so its values stand for its names.
STEP = re.compile(r"(--(?:space|size)-[\w-]+):\s*([^;}]+);\s*")
STEPPED = re.compile(r"var\((--(?:space|size)-[\w-]+)\)")

NAMED = re.compile(r"\.css(?![\w.<-])")


@dataclass(frozen=True)
class _Link:
    """A style sheet that a page loads.

    Attributes:
        start: where the link begins in the page.
        end: where it ends.
        root: the way from the page to the site's root: "../../", or the part of the address that a host adds.
        path: of the sheet, from the site's root; "" if it is to be left as it is.
        media: for which it is; "" for all.
    """

    start: int
    end: int
    root: str
    path: str
    media: str


def join_style_sheets(site: Path, pages: Pages) -> list[Path]:
    """Give each page of a built site one style sheet in place of its own several, and delete those no longer loaded.

    A sheet that a script loads later, by an address in the page, stays where it is. So does one from elsewhere, one
    that begins by importing others, and one whose link says more than its address and medium. All lose what is for
    those who mend them alone: reasons, spaces that mean nothing, and the names of the steps of space and letters.

    Args:
        site: the built site.
        pages: its pages, which are changed.

    Returns:
        The joined sheets, each for one combination.
    """
    sheets = _stepped(
        {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in site.rglob("*.css")}
    )
    joinable = {path for path, style in sheets.items() if not any(found["first"] for found in PIECE.finditer(style))}
    rules = {path: _rules(path, sheets[path], FOLDER) for path in joinable}
    joined: dict[tuple[tuple[str, str], ...], str] = {}
    named: set[str] = set()
    for name, page in pages.items():
        # From the last to the first, so that the places of those before stay true.
        for run in reversed(list(_runs(page, name, joinable))):
            parts = tuple((link.path, link.media) for link in run)
            if parts not in joined:
                joined[parts] = _write(site, "".join(_part(path, media, rules[path]) for path, media in parts))
            pages[name] = _relinked(pages[name], run, joined[parts])
        named |= _names(pages[name])
    for path in _delete_unnamed(site, sheets, named):
        (site / path).write_text(_rules(path, sheets[path], posixpath.dirname(path)), encoding="utf-8")
    return [site / path for path in sorted(set(joined.values()))]


def _stepped(sheets: dict[str, str]) -> dict[str, str]:
    """Write the value of each step of the scale in the place of its name."""
    steps = {step[1]: step[2] for style in sheets.values() for step in STEP.finditer(style)}
    return {
        path: STEPPED.sub(lambda found: steps.get(found[1], found[0]), STEP.sub("", style))
        for path, style in sheets.items()
    }


def _write(site: Path, style: str) -> str:
    """Write a joined sheet, and give its path from the site's root."""
    path = f"{FOLDER}/joined.{hashlib.sha256(style.encode()).hexdigest()[:8]}.css"
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(style, encoding="utf-8")
    return path


def _runs(page: str, path: str, joinable: set[str]) -> Iterator[list[_Link]]:
    """Give the links that stand together; one that is left as it is parts them, so that the order of rules stays."""
    for joins, run in groupby(_links(page, path, joinable), key=lambda link: bool(link.path)):
        if joins:
            yield list(run)


def _links(page: str, path: str, joinable: set[str]) -> Iterator[_Link]:
    """Find the style sheets that a page loads in its head."""
    end = HEAD_ENDS.search(page)
    for found in LINK.finditer(page, 0, end.start() if end else len(page)):
        if not found["link"]:
            continue
        values = {
            name.lower(): html.unescape(double or single or bare)
            for name, double, single, bare in ATTRIBUTE.findall(found["link"][len("<link") : -1])
        }
        if "stylesheet" not in values.get("rel", "").lower().split():
            continue
        root, sheet = _placed(values.get("href", ""), path, joinable)
        if values.keys() - UNDERSTOOD or values["rel"].lower() != "stylesheet":
            sheet = ""
        media = values.get("media", "").strip()
        yield _Link(*found.span(), root, sheet, "" if media == "all" else media)


def _placed(address: str, page: str, joinable: set[str]) -> tuple[str, str]:
    """Give the way from a page to the site's root, and the path of a sheet from there; "" if it is not to be joined."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    if parts.scheme or parts.netloc:
        return "", ""
    if not path.startswith("/"):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        return "../" * page.count("/"), path if path in joinable else ""
    # A page for addresses that are not there counts from its host, where the site may stand in a folder.
    while path and path not in joinable:
        path = path.partition("/")[2]
    return parts.path.removesuffix(path), path


def _part(path: str, media: str, rules: str) -> str:
    """Write a sheet as a part of a joined one: its name, and its rules with their addresses counted from there."""
    return f"/* {path} */\n" + (f"@media {media} {{\n{rules}\n}}\n" if media else f"{rules}\n")


def _rules(path: str, style: str, folder: str) -> str:
    """Give the rules of a sheet without reasons and spaces, their addresses counted from a folder of the site."""

    def moved(found: re.Match[str]) -> str:
        text = found[0]
        if text.lower().startswith("@charset") or (found["comment"] and not text.startswith("/*!")):
            return ""  # reasons are for those who mend the sheets; a licence goes with what it licenses
        address = found["address"]
        parts = urlsplit(address.strip("\"'")) if address else None
        if parts is None or parts.scheme or not parts.path or parts.path.startswith("/"):
            return text
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
        begin, end = (place - found.start() for place in found.span("address"))
        return text[:begin] + address.replace(parts.path, posixpath.relpath(target, folder or "."), 1) + text[end:]

    return _small(PIECE.sub(moved, style)).strip()


def _small(style: str) -> str:
    """Take out of a style sheet the spaces that mean nothing; what is quoted, and an address, stays as it is."""
    small: list[str] = []
    at = 0
    for piece in PIECE.finditer(style):
        small += _without_spaces(style[at : piece.start()]), piece[0]
        at = piece.end()
    return "".join((*small, _without_spaces(style[at:])))


def _without_spaces(rules: str) -> str:
    return SPACES.sub(lambda found: found[1] or found[2] or "", re.sub(r"\s+", " ", rules))


def _relinked(page: str, run: list[_Link], path: str) -> str:
    """Put one link in the place of several, and keep what stands between them."""
    between = "".join(page[one.end : other.start].strip() for one, other in pairwise(run))
    link = f'<link rel="stylesheet" href="{html.escape(run[0].root + path)}">'
    return page[: run[0].start] + link + between + page[run[-1].end :]


def _names(text: str) -> set[str]:
    """Give the names of the style sheets that a page or script names; one in its prose, before a tag, is not loaded."""
    return {re.split(r"[^\w.-]", before[-100:])[-1] + ".css" for before in NAMED.split(text)[:-1]}


def _delete_unnamed(site: Path, sheets: dict[str, str], named: set[str]) -> list[str]:
    """Delete the style sheets, with their maps, that no page, no script and no other sheet names; give the others."""
    named = named.union(*(_names(file.read_text(encoding="utf-8")) for file in site.rglob("*.js")))
    kept = []
    for path in sheets:
        name = posixpath.basename(path)
        if name not in named and not any(name in _names(text) for other, text in sheets.items() if other != path):
            (site / path).unlink()
            (site / f"{path}.map").unlink(missing_ok=True)
        else:
            kept.append(path)
    return kept
