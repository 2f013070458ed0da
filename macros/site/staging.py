"""The whole site for another generator: each page a body of HTML under its front matter, and files, menu and layouts.

No hook and no macro of ours is needed to build it. It is made for MkDocs and whatever reads its settings and layouts;
another generator takes the pages, the files and the menu, and brings layouts of its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import AnchorLink

from macros.design.rendering import draw
from macros.finish.search import VOID
from macros.site.preview import SETTINGS, Preview, Reading
from macros.site.site_parts import SiteParts
from macros.views import addresses
from macros.views.markdown import front_matter
from macros.views.sharing import LONGEST_TITLE, titles_of_site

LAYOUTS = Path(__file__).parents[1] / "theme"
GIVEN = Path(__file__).parents[1] / "templates/stage/site.html"
# Stands before all else of each layout, so that it finds by the same names what Python gives it here.
NAMES = (
    "school", "dress", "phases", "help_numbers", "phase", "headings", "styles", "modules", "papers", "feed", "dial",
    "large_print_path", "picture", "full_title", "addresses",
)  # fmt: skip
GIVES = f'{{%- from "{GIVEN.name}" import {", ".join(NAMES)} with context -%}}\n'
KEPT_AS_IT_IS = re.compile(r"<(pre|textarea|script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
BLANK_LINES = re.compile(r"\n\s*\n")


def staged(root: Path, *, public: bool = False) -> dict[str, bytes]:
    """Make every file of the tree, by its path.

    Args:
        root: the project's folder. Its content has been checked.
        public: whether it is to be published, and so without what nobody has checked yet.

    Raises:
        MistakeError: a page cannot be made.
    """
    with TemporaryDirectory() as folder:
        preview = Preview(root, Path(folder), public=public)
        preview.read()
        reading = preview.reading
        assert reading is not None
        tree = {f"docs/{path}": content for path, content in _docs(preview, reading)}
    tree |= {f"theme/{path}": content for path, content in _layouts(reading.config["parts"])}
    tree[SETTINGS] = _json(_settings(reading))
    return tree


def _docs(preview: Preview, reading: Reading) -> Iterator[tuple[str, bytes]]:
    parts: SiteParts = reading.config["parts"]
    for file in reading.files.documentation_pages():
        preview.answer(file.dest_uri)
        yield file.src_uri, _page(file, parts).encode()
    if parts.feed:
        yield addresses.NEWSLETTER_FEED, parts.feed
    for file in reading.by_address.values():
        if not file.is_documentation_page() and file.src_dir in (None, reading.config.docs_dir):
            yield file.src_uri, file.content_bytes


def _page(file: File, parts: SiteParts) -> str:
    page = file.page
    assert page is not None
    body = page.content or ""
    own = parts.for_page(file.src_uri, {}, body)
    own |= {
        "phase": page.meta.get("phase"),
        "papers": [[{"words": paper.words}, {"path": file.path, "about": file.about}] for paper, file in own["papers"]],
        "headings": [_heading(link) for link in page.toc],
    }
    meta = {"title": page.title, **page.meta, **{name: value for name, value in own.items() if value}}
    plain = json.loads(json.dumps(meta, default=str, ensure_ascii=False))  # a day is written as 2026-11-29
    return f"{front_matter(**plain)}\n\n{as_raw_html(body)}\n"


def _heading(link: AnchorLink) -> dict[str, Any]:
    children = [_heading(child) for child in link.children]
    return {"level": link.level, "url": link.url, "title": link.title, "children": children}


def as_raw_html(html: str) -> str:
    """Write HTML so that a reader of Markdown hands each of its outermost elements on as it is.

    To the readers of Markdown, HTML begins at the start of a line and goes on to a blank line (CommonMark 0.31, 4.6).
    So there is none within an element, and one after each. In what keeps its spaces a line’s end is written “&#10;”.

    Args:
        html: well-formed; at its outside are blocks alone.
    """
    html = KEPT_AS_IT_IS.sub(lambda kept: kept[0].replace("\n", "&#10;").replace("\t", "&#9;"), html)
    outermost = _Outermost(BLANK_LINES.sub("\n", html))
    return "\n\n".join(outermost.pieces)


class _Outermost(HTMLParser):
    """Cuts HTML between its outermost elements."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.depth, self.begun, self.pieces = 0, 0, list[str]()
        self.lines = [0]
        for line in html.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.html = html
        self.feed(html)
        self.close()
        self._cut(len(html))

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in VOID:
            return
        if not self.depth:
            self._cut(self._at())
        self.depth += 1

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Pass it over: it is an element of a drawing."""

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        self.depth -= 1
        if not self.depth:
            self._cut(self.html.index(">", self._at()) + 1)

    def _at(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def _cut(self, here: int) -> None:
        if piece := self.html[self.begun : here].strip():
            self.pieces.append(piece)
        self.begun = here


def _layouts(parts: SiteParts) -> Iterator[tuple[str, bytes]]:
    for file in sorted(LAYOUTS.rglob("*")):
        if file.is_file():
            layout = file.parent == LAYOUTS and file.suffix == ".html"
            yield file.relative_to(LAYOUTS).as_posix(), (GIVES.encode() if layout else b"") + file.read_bytes()
    yield GIVEN.name, GIVEN.read_bytes()
    for name, svg in parts.library.pictures.items():  # as templates: MkDocs publishes all else of a theme
        yield f"pictures/{name}.html", draw(svg, "").encode()


def _settings(reading: Reading) -> dict[str, Any]:
    config = reading.config
    unnamed = [
        file.src_uri for file in reading.files.documentation_pages() if file.inclusion is InclusionLevel.NOT_IN_NAV
    ]
    return {
        "site_name": config.site_name,
        **({"site_url": config.site_url} if config.site_url else {}),
        "use_directory_urls": config.use_directory_urls,
        "strict": True,
        "theme": {
            "name": config.theme.name,
            "custom_dir": "theme",
            **{name: config.theme[name] for name in ("language", "font", "features") if name in config.theme},
        },
        "plugins": [],
        "nav": config.nav,
        "not_in_nav": "\n".join(f"/{path}" for path in unnamed),
        "extra": _for_layouts(config["parts"]),
    }


def _for_layouts(parts: SiteParts) -> Mapping[str, Any]:
    school, library = parts.library.school, parts.library
    return {
        "school": {
            name: getattr(school, name) for name in ("name", "short_name", "site_address", "crest_file", "crest_alt")
        },
        "titles": {"names": titles_of_site(school), "longest": LONGEST_TITLE},
        "dress": asdict(parts.branding),
        "help_numbers": dict(library.help_numbers),
        "phases": [
            {name: getattr(phase, name) for name in ("id", "title", "ages", "friend")} for phase in library.phases
        ],
        "addresses": {
            name: value for name, value in vars(addresses).items() if name.isupper() and isinstance(value, str)
        },
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n").encode()
