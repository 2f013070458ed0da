"""Finds the files that a page names: the pictures that it shows, and what it links to."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

from macros.source.markdown_links import links_of
from macros.source.markdown_tree import Tree

# Of an element of HTML, which pages do not use and which is told.
ATTRIBUTE = re.compile(r"""\b(?:src|href)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<plain>[^\s"'>]+))""")


def read_references(tree: Tree, page: str) -> frozenset[str]:
    """Give the files of the site that a page names, those in its code left out.

    Args:
        tree: the page.
        page: where it is, from the site's root.

    Returns:
        Each file, from the site's root.
    """
    typed = [block.text for block in tree.walk() if block.kind == "html"]
    typed += [piece.text for _, piece in tree.inlines() if piece.kind == "html"]
    named = [next(filter(None, found.groups()), "") for html in typed for found in ATTRIBUTE.finditer(html)]
    named += [link.target for link in links_of(tree.blocks)]
    return frozenset(_placed(target, page) for target in named) - {""}


def _placed(target: str, page: str) -> str:
    """Give a file from the site's root; "" for an address outside the site and for a place on the page itself."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
