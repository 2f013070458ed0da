"""The page that stands where another stood once, and leads to where its words are now."""

from __future__ import annotations

from macros.models.moved import MovedPage
from macros.views.addresses import made_from, relative, typed
from macros.views.markdown import as_words, front_matter


def moved_page(page: MovedPage, title: str) -> str:
    """Make that page.

    Args:
        page: which page has moved, and where to.
        title: the title of the page where its words are now.
    """
    new = made_from(page.to)
    head = front_matter(
        title=f"Moved: {page.was}",
        description=f"This page has moved. Its words are now part of “{title}”.",
        template="moved.html",
        leads_to=relative(new, page.address),
        search={"exclude": True},
        **{"for": "Everyone"},
    )
    link = f"[{as_words(title)}]({typed(new, page.address)})"
    return f"{head}\n\n# {as_words(page.was)}\n\nThis page has moved. You’ll find it in {link} now.\n"
