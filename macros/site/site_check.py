"""Checks how the pages hang together: what a build would refuse, told before one is begun, with its place.

Every link leads somewhere, every place in a page that a link names is there, the menu names every page, and no page
stands where the site makes one by itself. MkDocs finds these too, but by the names of pages that the author may never
have written, and without a line.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from macros.cache import RoundCache
from macros.checks.navigation import check_navigation
from macros.content.library import Library
from macros.content.loader import read_library, without_collecting
from macros.content.reading import read_model
from macros.models.macro_row import MacroRows
from macros.models.school import CASES, School
from macros.problems import ContentError, Problem, did_you_mean
from macros.site.generated_pages import generated
from macros.site.page_templates import ID, PageTemplates
from macros.site.taught_pages import lost_places
from macros.source import Call, Outline, Tree, files_in, parse_yaml, read_outline, read_text, read_tree
from macros.source.markdown_links import Link, links_of
from macros.source.markdown_tree import read_blocks
from macros.views import addresses
from macros.views.large_print import large_print_of, large_print_path
from macros.views.page import PageView

DOCS = "docs/"
NOT_PUBLISHED = "docs/_data/"
# A link or a picture of a generated page, or a link round one. In the words of a quiz a “[” stands there as “&#91;”.
OWN_LINK = re.compile(r"(?:\[(?:(?!&#91;)[^\[\]])*|\))\]\(([^()\s:]+)\)")
# In these Markdown is not read.
HTML_LINE = re.compile(r"^<.*$", re.MULTILINE)
# The pages on which the words for each reader are shown, beside the lesson's file.
SHOWN_ON = MappingProxyType({
    "everyone": ("index.md", "teach.md"),
    "teacher": ("teach.md",),
    "home": ("index.md",),
    "worksheet": ("worksheet.md", "worksheet-large.md"),
})  # fmt: skip
# What may stand before the colon of an address; each other would run something, or show what others may change.
SCHEMES = frozenset({"https", "mailto", "tel"})


@without_collecting()
def read_site(root: Path, cache: RoundCache | None = None) -> Library:
    """Read and check all content, and how its pages hang together.

    Args:
        root: the project's folder.
        cache: what was read the last time, where content is read again and again.

    Returns:
        All content.

    Raises:
        ContentError: with every problem that was found.
    """
    library = None
    problems: list[Problem] = []
    cache = cache or RoundCache()  # so that each page is read once
    try:
        library = read_library(root, cache)
    except ContentError as error:
        problems.extend(error.problems)
    told = {(problem.path, problem.line, problem.column) for problem in problems}
    problems += [
        found for found in check_site(root, library, cache) if (found.path, found.line, found.column) not in told
    ]
    if problems or library is None:
        raise ContentError(problems)
    return library


def check_site(root: Path, library: Library | None, cache: RoundCache | None = None) -> list[Problem]:
    """Find what a build would refuse though each file by itself is right.

    Args:
        root: the project's folder.
        library: all content; None if some of it is to be mended. Then it is not known what generated pages and macros
            hold, and links into those are passed over until it is.
        cache: what was made the last time.
    """
    site = _Site(root, library, cache)
    problems = list(site.clashes())
    problems += check_navigation(root, site.written, site.made, site.listed)
    for path, tree in site.trees.items():
        hidden = list(_not_shown(tree, library.school)) if library else []
        problems += [
            Problem(path, link.line, link.column, said)
            for here, link in _links(tree)
            if not any(line == link.line and begin <= link.column < end for line, begin, end in hidden)
            for said in site.wrong_with(link, here)
        ]
    untaught = library.as_taught().untaught if library else None
    if untaught and untaught.ids:
        problems += lost_places((tree for path, tree in site.trees.items() if path.startswith(DOCS)), untaught)
    return problems + list(site.own_links())


def _not_shown(tree: Tree, school: School) -> Iterator[tuple[int, int, int]]:
    """Give the words for another school than this one: the line, the first column, and the one after the last."""
    lines = tree.text.split("\n")
    for call in tree.calls:
        if call.name == "if_school" and len(call.arguments) == 3 and call.arguments[0] in CASES:
            case, so, otherwise = call.arguments
            at = lines[call.line - 1].index(so, lines[call.line - 1].index(case, call.column) + len(case))
            if school.is_so(case):
                so, at = otherwise, lines[call.line - 1].index(otherwise, at + len(so) + 1)
            yield call.line, at + 1, at + len(so) + 1


def _links(tree: Tree) -> Iterator[tuple[str, Link]]:
    """Give each link of a file, with each page on which it is shown."""
    if tree.path.startswith(DOCS):
        yield from ((tree.path.removeprefix(DOCS), link) for link in links_of(tree.blocks))
        return
    folder = posixpath.dirname(tree.path)
    for link in links_of(tree.blocks):
        yield from ((f"{folder}/{name}", link) for name in SHOWN_ON.get(link.audience, ()))
    for loc, value in tree.front.texts() if tree.front else ():
        if "](" in value:
            line, column = tree.front.position(loc) if tree.front else (1, 1)
            for found in links_of(read_blocks(value)):
                yield f"{folder}/teach.md", replace(found, line=line, column=column)


class _Site:
    """What there is to lead to."""

    def __init__(self, root: Path, library: Library | None, cache: RoundCache | None = None) -> None:
        self.root = root
        self.library = library
        self.cache = cache or RoundCache()
        self.trees = dict(self.read())
        self.contents: dict[str, str | bytes] = {}
        self.views: dict[str, PageView] = {}
        self.listed: frozenset[str] = frozenset()
        if library:
            made = list(generated(library, self.cache))
            self.contents = {page.path: page.content for page in made}
            self.views = {page.path: page.view for page in made if page.view}
            self.listed = frozenset(page.path for page in made if page.listed)
        else:
            # Also of a lesson that cannot be read: its pages are not missed as well.
            files = (path.split("/") for path in files_in(root, "lessons", "lesson.md"))
            lessons = [parts for parts in files if len(parts) == 4]
            made_names = addresses.made_pages([(parts[1], parts[2]) for parts in lessons])
            self.contents = dict.fromkeys(
                (
                    *made_names,
                    addresses.REVIEW_CALENDAR,
                    addresses.CURRICULUM_MAP_FILE,
                    addresses.POLICY_MAP_FILE,
                    addresses.POLICY_TO_PASTE,
                    *addresses.DATA,
                ),
                "",
            )
        pages = {path.removeprefix(DOCS): tree.text for path, tree in self.trees.items() if path.startswith(DOCS)}
        large = {large_print_path(path): text for path, text in pages.items() if large_print_of(text)}
        written_here = {path: text for path, text in self.contents.items() if isinstance(text, str) and self.library}
        self.texts_of = {**written_here, **large, **pages}
        self.made: frozenset[str] = frozenset({*self.contents, *large})
        self.written = {
            path.removeprefix(DOCS) for path in files_in(root, "docs") if not path.startswith(NOT_PUBLISHED)
        }
        beside = {path for path in files_in(root, "lessons") if not path.endswith("lesson.md")}
        self.files = self.written | self.made | beside
        self.outlines: dict[str, Outline] = {}
        self.made_ids: dict[str, frozenset[str]] = {}

    def read(self) -> Iterator[tuple[str, Tree]]:
        """Give each page and lesson that can be read; of the others that has been told."""
        for folder, ending in (("docs", ".md"), ("lessons", "lesson.md")):
            for path in files_in(self.root, folder, ending):
                if path.startswith(NOT_PUBLISHED) or (folder == "lessons" and path.count("/") != 3):
                    continue
                with suppress(ContentError):
                    yield path, self.tree(read_text(self.root, path), path)

    def tree(self, text: str, path: str) -> Tree:
        return self.cache.get((path, text), read_tree, text, path)

    def clashes(self) -> Iterator[Problem]:
        """Find a file that stands where the site makes one by itself, and two of one address."""
        for path in sorted(self.written & self.made):
            yield Problem(DOCS + path, 1, 1, "The site makes this page by itself. Move or rename this file.")
        for path in sorted(self.written):
            folder, name = posixpath.split(path)
            if name == "README.md" and posixpath.join(folder, "index.md") in self.written:
                sentence = "This file and “index.md” beside it are one page to the site. Keep one of them."
                yield Problem(DOCS + path, 1, 1, sentence)

    def wrong_with(self, link: Link, here: str) -> Iterator[str]:
        """Say what is wrong with a link on a page."""
        target = link.target
        if "{" in target or not target:
            yield "A link names its page itself, as in [Get help](../help/index.md). Write the page here."
            return
        try:
            parts = urlsplit(target)
        except ValueError:
            yield f"“{target}” is no address. Copy it again from the browser’s address line."
            return
        if parts.scheme or parts.netloc:
            if link.picture:
                yield "No page asks another host for a picture. Put the file into the project, and name it here."
            elif parts.scheme not in SCHEMES:
                yield f"“{target}” cannot be opened from a page. Begin with “https://”, or name a page of this site."
            return
        if target.startswith(("/", "\\")):
            known = self.nearest_to(posixpath.normpath(target.lstrip("/\\")).partition("#")[0], here)
            yield f"“{target}” begins at the top of the host, and the site may not stand there. Count from here.{known}"
            return
        page = here
        if parts.path:
            path = unquote(parts.path)
            page = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
            if page not in self.files and not self.may_be_made(page):
                what = "picture" if link.picture else "page or file"
                yield f"There is no {what} “{path}” from here.{self.nearest_to(page, here, path)}"
                return
        if parts.fragment and page.endswith(".md") and not self.has(page, parts.fragment):
            where = f"The page “{parts.path}”" if parts.path else "This page"
            places = self.outline(page).ids | self.made_ids.get(page, frozenset())
            yield f"{where} has no place “{parts.fragment}”.{did_you_mean(parts.fragment, places)}"

    def may_be_made(self, page: str) -> bool:
        """Whether a page may be one that is generated, while it is not known which are."""
        folder = posixpath.dirname(page)
        return self.library is None and f"{folder}/index.md" in self.contents and not page.endswith(".md")

    def nearest_to(self, page: str, here: str, typed: str = "") -> str:
        """Name the page that was meant, as a link from this one would.

        Args:
            page: the page that was named, counted from docs/.
            here: the page that names it.
            typed: how it was named: perhaps from docs/ and not from this page.
        """
        folder = posixpath.dirname(here)
        for guess in (
            posixpath.normpath(typed or page),
            f"{page}/index.md",
            f"{page}.md",
            re.sub(r"\.html$", ".md", page),
        ):
            if guess in self.files:
                return f" Did you mean “{posixpath.relpath(guess, folder or '.')}”?"
        like = page.casefold()
        for known in sorted(self.files):
            if known.casefold() == like:
                return f" Did you mean “{posixpath.relpath(known, folder or '.')}”? Capitals count."
        ending = posixpath.splitext(page)[1] or ".md"
        choices = {posixpath.relpath(known, folder or "."): known for known in self.files if known.endswith(ending)}
        return did_you_mean(posixpath.relpath(page, folder or "."), choices) if choices else ""

    def has(self, page: str, place: str) -> bool:
        """Whether a page has a place that a link can lead to; true while that is not known."""
        outline = self.outline(page)
        if place in outline.ids:
            return True
        if self.library is None:
            return page not in self.texts_of or any(call.name in self.with_places for call in outline.calls)
        if page not in self.made_ids:
            shown = "".join(self.shown_by(call, page) for call in outline.calls)
            if page in self.views:
                shown += self.templates.body(self.views[page], addresses.made_from(page)).html
            self.made_ids[page] = frozenset(ID.findall(shown))
        return place in self.made_ids[page]

    def outline(self, page: str) -> Outline:
        """Give what a page is made of; nothing for one that cannot be read, of which that is told."""
        if page not in self.outlines:
            text = self.texts_of.get(page, "")
            self.outlines[page] = self.cache.get((DOCS + page, text), read_outline, self.tree(text, DOCS + page))
        return self.outlines[page]

    @cached_property
    def with_places(self) -> frozenset[str]:
        """The macros that put places into a page that a link can lead to."""
        found: set[str] = set()
        for path in files_in(self.root, "macros/components", "macros.yml"):
            with suppress(ContentError):  # as below: what is to be mended there has been told
                text = read_text(self.root, path)
                made_from = (path, text, parse_yaml, MacroRows)  # as the content has read it
                _, rows, _ = self.cache.get(made_from, read_model, (text, path), path, parse_yaml, MacroRows)
                found.update(row.name for row in (rows.macros if rows else ()) if row.places)
        return frozenset(found)

    def shown_by(self, call: Call, page: str) -> str:
        """Give what a macro puts into a page, by asking the macro."""
        return self.templates.called(call, addresses.made_from(page))

    @cached_property
    def templates(self) -> PageTemplates:
        assert self.library
        return PageTemplates(self.library)

    def own_links(self) -> Iterator[Problem]:
        """Find a page, or a place in one, that is gone though our own layouts and generated pages lead to it."""
        wanted: dict[tuple[str, str], str] = {}
        for address in addresses.WRITTEN:
            page, _, anchor = addresses.source(address).partition("#")
            wanted.setdefault((page, anchor), "layouts lead")
        lessons = [tree for path, tree in self.trees.items() if path.startswith("lessons/")]
        typed = {link.target for tree in lessons for _, link in _links(tree)}
        for path, content in self.contents.items():
            if not isinstance(content, str) or not path.endswith(".md"):
                continue
            for target in OWN_LINK.findall(HTML_LINE.sub("", content)):
                if target not in typed:
                    page, _, anchor = target.partition("#")
                    page = posixpath.normpath(posixpath.join(posixpath.dirname(path), page)) if page else path
                    wanted.setdefault((page, anchor), f"page “{path}” leads")
        for (page, anchor), who in wanted.items():
            if page not in self.files and self.library:
                yield Problem(DOCS + page, 1, 1, f"This page is missing, and the site’s own {who} to it. Put it back.")
            elif anchor and page in self.written and not self.has(page, anchor):
                sentence = (
                    f"The site’s own {who} to “{anchor}” on this page. Give a heading this id: “{{ #{anchor} }}”."
                )
                yield Problem(DOCS + page, 1, 1, sentence)
