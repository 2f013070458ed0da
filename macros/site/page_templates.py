"""Makes the body of a page from its view, straight to HTML: nothing is read as Markdown but an author's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from markdown.extensions.toc import nest_toc_tokens
from markupsafe import Markup

from macros.content.library import Library
from macros.design.markdown_html import MarkdownHtml
from macros.design.rendering import components
from macros.site.author_macros import macros
from macros.source import Call, free_id, slug
from macros.views.addresses import relative
from macros.views.page import PageView

PAGES = Path(__file__).parents[1] / "templates/pages"
ID = re.compile(r'(?<=\s)id="([^"]+)"')


@dataclass(frozen=True)
class Heading:
    """A heading of a page: its level, the id by which a link finds it, and its words as HTML."""

    level: int
    id: str
    words: str


@dataclass(frozen=True)
class Body:
    """The body of a page.

    Attributes:
        html: all of it.
        headings: its headings, in order; None where a host has found them itself, in the Markdown.
    """

    html: str
    headings: Sequence[Heading] | None = None

    @property
    def tokens(self) -> list[Any]:
        """The headings as Python-Markdown tells of its own: each with those below it."""
        found: list[Any] = [{"level": each.level, "id": each.id, "name": each.words} for each in self.headings or ()]
        return list(nest_toc_tokens(found))

    @property
    def ids(self) -> set[str]:
        """Every place that a link can lead to."""
        return set(ID.findall(self.html))


class PageTemplates:
    """The templates of pages, with the macros that they call."""

    def __init__(self, library: Library) -> None:
        """Prepare them.

        Args:
            library: all content.
        """
        self.here = ""
        self.headings: list[Heading] = []
        self.macros = {macro.__name__: macro for macro in macros(library, lambda: self.here)}
        written = MarkdownHtml(self.macros)
        self.environment = components(library.pictures, library.help_numbers)
        self.environment.loader = jinja2.FileSystemLoader(PAGES)
        self.environment.filters |= {"words": written.blocks, "line": written.line}
        self.environment.globals |= {
            "heading": self.heading,
            "link": lambda target: relative(target, self.here),
            "show": self.macros,
            "plan_words": library.plan_words,
        }

    def body(self, view: PageView, here: str) -> Body:
        """Make the body of a page.

        Args:
            view: what it shows.
            here: its address, from the site's root.

        Raises:
            jinja2.UndefinedError: the template names what is not given.
        """
        self.here, self.headings = here, []
        html = self.environment.get_template(f"{view.template}.html").render(**view.values)
        return Body("\n".join(line for line in html.split("\n") if line.strip()), self.headings)

    def called(self, call: Call, here: str) -> str:
        """Give what a macro puts into a page; nothing where there is no such macro.

        Args:
            call: how the page calls it.
            here: the page's address, from the site's root.
        """
        self.here = here
        macro = self.macros.get(call.name)
        return str(macro(*call.arguments, **call.named)) if macro else ""

    def heading(self, level: int, words: str, identity: str = "", *, searched: bool = True) -> Markup:
        """Write a heading.

        Args:
            level: 1 to 6.
            words: Markdown within a line.
            identity: its id; without it, one is made of its words as Markdown makes it.
            searched: whether search may find it.
        """
        written = self.environment.filters["line"](words)
        free = free_id(identity or slug(written.striptags()), {heading.id for heading in self.headings})
        self.headings.append(Heading(level, free, str(written)))
        apart = "" if searched else Markup(" data-search-exclude")
        return Markup('<h{} id="{}"{}>{}</h{}>').format(level, free, apart, written, level)
