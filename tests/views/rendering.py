"""Shows a view as the site does, but where a template calls a macro, with the name of that."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from macros.content.loader import read_library
from macros.site.page_templates import PageTemplates
from macros.views.page import PageView

ROOT = Path(__file__).parents[2]


class Named(dict[str, Callable[..., str]]):
    """Gives, for whatever macro is called, its name and what it is given."""

    def __missing__(self, name: str) -> Callable[..., str]:
        return lambda *given: f"<div>{name}({', '.join(given)})</div>"


@cache
def templates() -> PageTemplates:
    """Give the templates of pages; whatever macro they call gives its name."""
    made = PageTemplates(read_library(ROOT))
    made.environment.globals["show"] = Named()
    return made


def html_of(view: PageView, here: str = "lessons/years-3-4/keep-it/page.html") -> str:
    """Give the body of a page.

    Args:
        view: what it shows.
        here: its address.
    """
    return templates().body(view, here).html
