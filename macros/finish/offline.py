"""Lists what a device may be asked to keep of a built site, so that it opens without the internet.

The list is for the page “Keep this site for offline” and for its worker: each file with a hash and its size, what is
always kept, and what each age, each lesson and the whole site add to that. Nothing is kept by a list: a person presses.
"""

from __future__ import annotations

import hashlib
import html
import json
import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from macros.finish.pages import Pages

# Names that macros/components/offline/ has too: its script asks for the list, and its worker stands at the root, for a
# worker serves only what lies beside it and below.
LIST = "offline.json"
WORKER = "offline-worker.js"
SCRIPTS = "assets/javascripts"

EVERYTHING = "everything"
# Whatever is chosen: the front doors, all help, and the page on which the choice was made.
ALWAYS = re.compile(r"(?:index|learners/index|about/offline|help/.+|parents/index|parents/worries/.+)\.html")
# Of no use without the internet: the page for what is not there, and the showroom of parts.
NEVER = re.compile(r"404\.html|about/look/.*")
LESSON = re.compile(r"lessons/(?P<phase>[^/]+)/(?P<lesson>[^/]+)/")
# What a page is made of. Other pages, and files to take away, are not.
MADE_OF = frozenset({".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".woff2", ".webmanifest"})
NAMES = re.compile(r"""\s(?:href|src|data-[\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)""")
IN_SCRIPT = re.compile(r"[\w.-]+\.(?:js|css)\b")
HASH_LENGTH = 16  # hexadecimal digits of SHA-256: 64 bits tell two versions of a file apart


def add_offline(site: Path, pages: Pages) -> None:
    """Write the list of what can be kept, and put the worker at the root of the site.

    Args:
        site: the built site, otherwise finished: the hashes are of its files as they will be served. Without the
            worker among its scripts, it is left as it is.
        pages: its pages, as they will be served.
    """
    script = site / SCRIPTS / WORKER
    if not script.exists():
        return
    script.rename(site / WORKER)
    (site / LIST).write_text(json.dumps(offline_list(site, pages), separators=(",", ":")) + "\n", encoding="utf-8")


def offline_list(site: Path, pages: Pages) -> dict[str, object]:
    """Give the list.

    Args:
        site: the built site.
        pages: its pages, as they will be served.

    Returns:
        `version`, a hash of all that can be kept; `files`, each with its path, hash and size in bytes; `always`, the
        numbers of those that are kept whatever is chosen; and `sets`, for each choice the numbers of its files.
    """
    kept = sorted(path for path in pages if not NEVER.fullmatch(path))
    chosen = {"": [page for page in kept if ALWAYS.fullmatch(page)], EVERYTHING: kept, **_choices(kept)}
    needs = _Needs(site, pages)
    sets = {name: sorted(set(own).union(*map(needs.of, own))) for name, own in chosen.items()}
    files = sorted(set().union(*sets.values()))
    number = {path: place for place, path in enumerate(files)}
    rows = [(path, _hash((site / path).read_bytes()), (site / path).stat().st_size) for path in files]
    numbered = {name: [number[path] for path in own] for name, own in sets.items()}
    return {
        "version": _hash(json.dumps(rows).encode()),
        "files": rows,
        "always": numbered.pop(""),
        "sets": numbered,
    }


def _choices(pages: Iterable[str]) -> dict[str, list[str]]:
    """Give the pages of each lesson and of each age, by the lesson's id and the age's."""
    found: dict[str, list[str]] = defaultdict(list)
    phases = {lesson["phase"] for page in pages if (lesson := LESSON.match(page))}
    for page in pages:
        lesson = LESSON.match(page)
        if lesson:
            found[lesson["lesson"]].append(page)
        # “lessons/years-1-2/…”, “learners/years-1-2.html” and “learners/years-1-2-words.html”.
        for phase in phases:
            if re.search(rf"(?:^|/){re.escape(phase)}[/.-]", page):
                found[phase].append(page)
    return dict(sorted(found.items()))


class _Needs:
    """What pages are made of, each file read once."""

    def __init__(self, site: Path, pages: Pages) -> None:
        self._site = site
        self._pages = pages
        self._files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
        self._known: dict[str, frozenset[str]] = {}

    def of(self, path: str) -> frozenset[str]:
        """Give every file that a page is made of, what is asked for later by a press among them."""
        found: set[str] = set()
        ahead = {path}
        while ahead:
            new = set().union(*map(self._named, ahead)) - found
            found |= new
            ahead = new
        return frozenset(found)

    def _named(self, path: str) -> frozenset[str]:
        if path not in self._known:
            read = READERS.get(posixpath.splitext(path)[1])
            text = self._pages.get(path) or ((self._site / path).read_text(encoding="utf-8") if read else "")
            folder = posixpath.dirname(path)
            parts = {name for name in (read(text) if read else ()) if posixpath.splitext(name)[1].lower() in MADE_OF}
            places = (posixpath.normpath(posixpath.join(folder, name)) for name in parts)
            self._known[path] = frozenset(place for place in places if place in self._files)
        return self._known[path]


def _in_page(text: str) -> Iterator[str]:
    for found in set(NAMES.findall(text)):
        # A quiz names several files in one attribute.
        for name in html.unescape("".join(found)).split():
            parts = urlsplit(name)
            if not parts.scheme and not parts.netloc:
                yield unquote(parts.path)


def _in_style(text: str) -> Iterator[str]:
    return (unquote(name) for name in IN_STYLE.findall(text) if not name.startswith("data:"))


def _in_script(text: str) -> Iterator[str]:
    return (name for name in IN_SCRIPT.findall(text) if name != WORKER)


Reads = Callable[[str], Iterator[str]]
READERS: Mapping[str, Reads] = MappingProxyType({".html": _in_page, ".css": _in_style, ".js": _in_script})


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:HASH_LENGTH]
