"""What a host asks for, whichever it is: the site's files, its menu, the bodies of pages, and what layouts show."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

import jinja2

from macros.cache import RoundCache
from macros.checks.navigation import PLANS
from macros.content.carried import Carried, carried, offered_on
from macros.content.library import Library
from macros.content.loader import read_library
from macros.design.branding import TOKENS, branding
from macros.design.markdown_html import BLOCK
from macros.design.rendering import COMPILED, assets, dial, draw, long_date
from macros.problems import ContentError, Problem
from macros.site.generated_pages import Generated, generated
from macros.site.last_build import go_on, keep
from macros.site.page_templates import Body, PageTemplates
from macros.site.site_check import read_site
from macros.site.taught_pages import may_name, named_anew, taught_page
from macros.source import is_left_out, read_tree
from macros.views import addresses
from macros.views.feed import halves_come, newsletter_feed
from macros.views.large_print import large_print_of, large_print_path
from macros.views.names import keep_names
from macros.views.page import PageView
from macros.views.policy import side_by_side
from macros.views.sharing import full_title, site_name, web_manifest

# What a component needs besides its words: a module is a style sheet and a script, a style is a style sheet alone.
PARTS = re.compile(r'data-(module|style)="([\w -]+)"')
# Modules that display.js brings when the reader is near, by addresses in the page: most of it is read without them.
LATER = frozenset({"quiz", "story"})
# Stands in Markdown for what a macro made, which Markdown need not read.
PUT_IN = re.compile(r'<div data-put-in="(\d+)"></div>')
FOR_FAMILIES = ("parents/", "help/")  # many of whom read through a browser's translation
NO_PACKS: Mapping[str, Carried] = MappingProxyType({})


def read_parts(settings: str, cache: RoundCache | None = None, *, public: bool = False) -> SiteParts:
    """Read and check all content.

    Args:
        settings: the host's file of settings, which lies in the project's folder.
        cache: what a preview keeps from round to round. It shows a page though a link on it leads nowhere yet; a build,
            which has none of its own and goes on from what the last one kept on the disk, does not.
        public: whether the site is without what nobody has checked yet, as `make build PUBLISH=1` says too.

    Returns:
        The parts of the site.

    Raises:
        ContentError: with every problem that was found.
    """
    root = Path(settings).parent
    made = cache or go_on(root)  # what is made to be checked is made once
    library = read_library(root, made) if cache else read_site(root, made)
    if os.environ.get("FOR_THE_PUBLIC") or public:
        library = library.for_the_public()
    library = library.as_taught()
    # Only `make build` takes them in: a preview shows what is changing, of which the packs are old by then.
    packs = carried(library) if os.environ.get("TAKE_IN_PACKS") else {}
    return SiteParts(library, made, packs)


class SiteParts:
    """The parts of the site of one reading of the content.

    Attributes:
        library: all content.
        branding: the school's own colours.
        name: the name of the site.
        address: the address of the site, where it is known.
        without: the templates of the host that say nothing without that.
        feed: the newsletter as a feed, once its page has been made and where there is one.
    """

    def __init__(
        self, library: Library, cache: RoundCache | None = None, packs: Mapping[str, Carried] = NO_PACKS
    ) -> None:
        """Prepare them.

        Args:
            library: all content.
            cache: what was made the last time, where it is made again and again.
            packs: what can be carried away, by name, which pages then offer.
        """
        self.library = library
        self.cache = cache or RoundCache()
        self.packs = packs
        self.branding = branding(library.root, library.school, library.colours)
        self.name = site_name(library.school)
        self.address = library.school.site_root
        self.without = frozenset() if self.address else frozenset({addresses.SITEMAP})
        self.feed: bytes | None = None
        self.papers = offered_on(packs, (phase.id for phase in library.phases))
        self.views: dict[str, PageView] = {}
        self._templates: PageTemplates | None = None
        self._put_in: list[str] = []

    def settings(self, menu: Sequence[Any] | None, address: str | None) -> dict[str, Any]:
        """Give the settings that the content decides, by the names of MkDocs; “parts” and “library” are for our own.

        Args:
            menu: the menu as mkdocs.yml has it, if it has one.
            address: the site's address, likewise.

        Raises:
            ContentError: the menu has no part for the plans of the lessons.
        """
        nav = None if menu is None else self.menu(menu)
        address = self.address or address
        return {"parts": self, "library": self.library, "site_name": self.name, "site_url": address, "nav": nav}

    def page(self, path: str, text: str) -> str:
        """Give the text of a page of docs/ as the school's site has it.

        Args:
            path: the page, below docs/.
            text: what it holds.
        """
        untaught = self.library.untaught
        if may_name(text, untaught):
            file = f"docs/{path}"
            text = taught_page(self.cache.get((file, text), read_tree, text, file), untaught)
        own = (phase for phase in self.library.phases if path == addresses.source(addresses.learners(phase.id)))
        return next((named_anew(text, phase) for phase in own), text)

    def menu(self, written: Sequence[Any]) -> list[Any]:
        """Add the plans of the lessons to the menu, and take out the pages that the school's site has not.

        Args:
            written: the menu as mkdocs.yml has it.

        Raises:
            ContentError: it has no part for them.
        """
        library = self.library
        plans = [_year(phase.id, library) for phase in library.phases]
        plans.append({"Curriculum map": addresses.source(addresses.CURRICULUM_MAP)})
        menu = [
            {PLANS: [*item[PLANS], *plans]} if isinstance(item, dict) and isinstance(item.get(PLANS), list) else item
            for item in written
        ]
        if menu == list(written):
            sentence = f"The navigation has no part “{PLANS}”; the lesson plans belong there."
            raise ContentError([Problem("mkdocs.yml", 1, 1, sentence)])
        return _without(menu, library.untaught.pages)

    def passes_over(self, path: str) -> bool:
        """Say of a file of docs/ whether it is not published, is not taught, or another stands in its place.

        Args:
            path: where it is, below docs/.
        """
        replaced = {*self.without, *self.library.untaught.pages, TOKENS}
        return is_left_out(PurePosixPath(path).name) or path in replaced

    def files(self, written: Mapping[str, str]) -> Iterator[Generated]:
        """Give every page and file that the site has besides those of docs/.

        Args:
            written: the text of each page of docs/, by its path.
        """
        library = self.library
        for page in generated(library, self.cache, self.packs):
            if page.view:
                self.views[page.path] = page.view
            yield page
        yield from (Generated(pack.path, file=pack.file) for pack in self.packs.values())
        for path, text in written.items():
            if large := large_print_of(text):
                yield Generated(large_print_path(path), large)
        for entry in library.lessons.values():
            yield from (Generated(picture, file=library.root / picture) for picture in entry.pictures)
        yield from (Generated(place, file=own) for place, own in assets().items())
        yield Generated(TOKENS, self.branding.tokens)
        yield Generated(addresses.MANIFEST, web_manifest(library.school, self.branding.paper))

    def body(self, path: str, address: str, html: str) -> Body:
        """Give the body of a page.

        Args:
            path: its source, below docs/.
            address: its address, from the site's root.
            html: what Markdown made of it.
        """
        html = PUT_IN.sub(lambda found: self._put_in[int(found[1])], html)
        if path in self.views:
            self._templates = self._templates or PageTemplates(self.library)
            return self._templates.body(self.views[path], address)
        if path == addresses.source(addresses.POLICY):
            return Body(side_by_side(html, self.library.policy, self.library.clause_uses))
        if path == addresses.source(addresses.NEWSLETTER):
            school, feed = self.library.school, addresses.NEWSLETTER_FEED
            self.feed = newsletter_feed(html, self.name, school, address, feed, self._halves())
        if path.startswith(FOR_FAMILIES):
            names = (route.proper_name for route in self.library.help_routes if route.proper_name)
            return Body(keep_names(html, names))
        return Body(html)

    def put_in(self, html: str) -> str:
        """Keep what a macro made apart while Markdown reads the page; `body` puts it back.

        Args:
            html: what it made.

        Returns:
            What stands in its place; a part of a sentence stands where it is.
        """
        if not BLOCK.match(html):
            return html
        self._put_in.append(html)
        return f'<div data-put-in="{len(self._put_in) - 1}"></div>'

    def prepare(self, env: jinja2.Environment) -> None:
        """Give layouts what each of them may show, and what they were compiled to the last time.

        Args:
            env: the templates of the host.
        """
        env.globals.update(self.for_layouts())
        env.bytecode_cache = COMPILED

    def for_layouts(self) -> dict[str, Any]:
        """Give what every layout may show, by the names that the layouts know."""
        library = self.library
        return {
            "school": library.school,
            "dress": self.branding,
            "addresses": addresses,
            "help_numbers": library.help_numbers,
            "phases": library.phases,
            "dial": dial,
            "large_print_path": large_print_path,
            "full_title": lambda title: full_title(title, library.school),
            "picture": lambda name, alt="": draw(library.pictures[name], alt),
        }

    def for_page(self, path: str, meta: dict[str, Any], body: str) -> dict[str, Any]:
        """Give what the layout of one page shows besides: its phase, its PDFs, and what its components need.

        Args:
            path: its source, below docs/.
            meta: its front matter; the day on which it was checked is added in words.
            body: its body, as HTML.
        """
        if isinstance(meta.get("checked"), date):
            meta["checked_words"] = long_date(meta["checked"])
        phase = meta.get("phase")
        found = sorted({(kind, name) for kind, names in PARTS.findall(body) for name in names.split()})
        parts = [(kind, name) for kind, name in found if kind == "style" or name not in LATER]
        has_feed = path == addresses.source(addresses.PARENTS) and self.library.school.site_address and self._halves()
        return {
            "phase": self.library.phase(phase) if phase else None,
            "styles": [name for _, name in parts],
            "modules": [name for kind, name in parts if kind == "module"],
            "papers": self.papers.get(addresses.made_from(path), []),
            "feed": addresses.NEWSLETTER_FEED if has_feed else None,
        }

    def write_feed(self, site: str) -> None:
        """Write the newsletter as a feed, where there is one.

        Args:
            site: the folder of the built site.
        """
        if self.feed:
            Path(site, addresses.NEWSLETTER_FEED).write_bytes(self.feed)

    def end(self, site: str) -> None:
        """End a build: write what is made from all pages, and keep for the next build what was made.

        Args:
            site: the folder of the built site.
        """
        self.write_feed(site)
        keep(self.library.root, self.cache)

    def _halves(self) -> dict[str, date]:
        """Give the half terms that have come: of all that is built, this alone depends on the day."""
        titles = [half.title for half in self.library.phases[0].year]
        return halves_come(self.library.school, titles, date.today())


def _year(phase: str, library: Library) -> dict[str, Any]:
    plans = [
        {entry.lesson.title: addresses.source(addresses.lesson(phase, entry.id, "teach"))}
        for entry in library.of_phase(phase)
    ]
    return {library.phase(phase).title: [addresses.source(addresses.year(phase)), *plans]}


def _without(menu: Sequence[Any], pages: Collection[str]) -> list[Any]:
    """Give a menu without some pages, and without a part that has none left."""
    kept = []
    for item in menu:
        if isinstance(item, dict):
            ((title, inside),) = item.items()
            left = _without(inside if isinstance(inside, list) else [inside], pages)
            if left:
                kept.append({title: left if isinstance(inside, list) else inside})
        elif item not in pages:
            kept.append(item)
    return kept
