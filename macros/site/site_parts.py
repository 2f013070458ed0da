"""What a host asks for, whichever it is: the site's files, its menu, the bodies of pages, and what layouts show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from macros.cache import RoundCache
from macros.checks.navigation import PLANS
from macros.content.carried import Carried, offered_on
from macros.content.library import Library
from macros.design.branding import TOKENS, branding
from macros.design.rendering import assets, dial, draw
from macros.problems import ContentError, Problem
from macros.site.generated_pages import Generated, generated
from macros.site.page_templates import Body, PageTemplates
from macros.site.taught_pages import may_name, named_anew, taught_page
from macros.source import read_tree
from macros.views import addresses
from macros.views.feed import halves_come, newsletter_feed
from macros.views.large_print import large_print_of, large_print_path
from macros.views.names import keep_names
from macros.views.page import PageView
from macros.views.policy import side_by_side
from macros.views.sharing import full_title, site_name, web_manifest

# What a component needs besides its words: a module is a style sheet and a script, a style is a style sheet alone.
PARTS = re.compile(r'data-(module|style)="([\w-]+)"')
# Modules that display.js brings when the reader is near, by addresses in the page: most of it is read without them.
LATER = frozenset({"quiz", "story"})
FOR_FAMILIES = ("parents/", "help/")  # many of whom read through a browser's translation
NO_PACKS: Mapping[str, Carried] = MappingProxyType({})


class SiteParts:
    """The parts of the site of one reading of the content.

    Attributes:
        library: all content.
        branding: the school's own colours.
        name: the name of the site.
        replaced: what stands in the place of a file of docs/, by its path.
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
        self.cache = cache
        self.packs = packs
        self.branding = branding(library.root, library.school, library.colours)
        self.name = site_name(library.school)
        self.replaced = {TOKENS: self.branding.tokens}
        self.feed: bytes | None = None
        self.papers = offered_on(packs, (phase.id for phase in library.phases))
        self.views: dict[str, PageView] = {}
        self._templates: PageTemplates | None = None

    def page(self, path: str, text: str) -> str | None:
        """Give the text of a page of docs/ as the school's site has it; None where it has no such page.

        Args:
            path: the page, below docs/.
            text: what it holds.
        """
        untaught = self.library.untaught
        if path in untaught.pages:
            return None
        if may_name(text, untaught):
            text = taught_page(read_tree(text, f"docs/{path}"), untaught)
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
        yield Generated(addresses.MANIFEST, web_manifest(library.school, self.branding.paper))

    def body(self, path: str, address: str, html: str) -> Body:
        """Give the body of a page.

        Args:
            path: its source, below docs/.
            address: its address, from the site's root.
            html: what Markdown made of it.
        """
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

    def for_page(self, path: str, phase: str | None, body: str) -> dict[str, Any]:
        """Give what the layout of one page shows besides: its phase, its PDFs, and what its components need.

        Args:
            path: its source, below docs/.
            phase: the id of its phase, if it has one.
            body: its body, as HTML.
        """
        found = sorted(set(PARTS.findall(body)))
        parts = [(kind, name) for kind, name in found if kind == "style" or name not in LATER]
        has_feed = path == addresses.source(addresses.PARENTS) and self.library.school.site_address and self._halves()
        return {
            "phase": self.library.phase(phase) if phase else None,
            "styles": [name for _, name in parts],
            "modules": [name for kind, name in parts if kind == "module"],
            "papers": self.papers.get(addresses.made_from(path), []),
            "feed": addresses.NEWSLETTER_FEED if has_feed else None,
        }

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
