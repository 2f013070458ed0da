"""Each point of the policy has a home that leads to its very words."""

from __future__ import annotations

import posixpath

from macros.content.library import Library
from tests.site.page import Page

POLICY = "policy/index.html"


def leads_to(page: Page, clause: str) -> bool:
    """Say whether a page has a link to a clause."""
    for link in page.all("a"):
        path, _, fragment = link.attrib.get("href", "").partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
        if fragment == clause and target == POLICY:
            return True
    return False


def test_every_point_has_a_home_from_which_its_words_are_one_tap_away(pages: dict[str, Page], library: Library) -> None:
    found = []
    for identity, use in library.clause_uses.items():
        homes = {home.partition("#")[0].removesuffix(".md") + ".html" for home in use.homes}
        # A page of the policy itself leads to every point, and says nothing of what is done.
        if not any(leads_to(pages[home], identity) for home in homes if not home.startswith("policy/")):
            found.append(f"docs/_data/clauses.yml: no home of “{identity}” leads to it: {', '.join(sorted(homes))}.")
    assert len(library.clause_uses) == 84
    assert not found, "\n".join(found)


def test_a_link_to_another_point_is_no_home(pages: dict[str, Page]) -> None:
    page = pages["parents/what-we-ask.html"]
    assert leads_to(page, "partnership")
    assert not leads_to(page, "safe-passwords")
