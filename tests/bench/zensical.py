"""Builds the plain pages with Zensical too, which the makers of Material write in its place; installed from PyPI."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.bench.builds import timed
from tests.bench.peers import installed
from tests.bench.weight import TAG

PEER = "zensical==0.0.73"  # 0.1.1 asks for zensical-ui, which could not be had on 29 November 2026

ARTICLE = re.compile(r"<article\b[^>]*>(.*?)</article>", re.DOTALL)


@dataclass(frozen=True)
class Zensical:
    """What builds the plain pages.

    Attributes:
        python: that of its environment.
        config: of the pages.
        site: what it builds.
    """

    python: str
    config: Path
    site: Path

    def build(self, *, warm: bool = False) -> float:
        """Build; give the processor seconds it took.

        Args:
            warm: whether it may keep what it has of the build before, where no page has changed.
        """
        named = ["--config-file", str(self.config), *([] if warm else ["--clean"])]
        return timed([self.python, "-m", "zensical", "build", *named], self.config.parent)


def zensical_of(peer: Path) -> Zensical | None:
    """Install Zensical, and configure it for the pages of a peer.

    Args:
        peer: the configuration of the plain peer; that of Zensical is written beside it.

    Returns:
        None where it cannot be had.
    """
    python = installed("zensical", [PEER])
    if python is None:
        return None
    settings = yaml.safe_load(peer.read_text(encoding="utf-8"))
    # It draws each link that it doubts, in colours, which takes twice as long as the build; MkDocs is quiet too.
    quiet = dict.fromkeys(("invalid_links", "invalid_link_anchors", "unresolved_references"), False)
    config = peer.with_name("zensical.yml")
    config.write_text(yaml.safe_dump({**settings, "site_dir": "zensical", "validation": quiet}), encoding="utf-8")
    return Zensical(python, config, config.with_suffix(""))


def whole_pages(site: Path, beside: Path) -> int:
    """Count the pages of a site that have every word that another site's page has in its article.

    Args:
        site: whose pages are counted.
        beside: the other, built of the same Markdown.
    """
    return sum(
        words(page) <= words(site / page.relative_to(beside))
        for page in beside.rglob("*.html")
        if (site / page.relative_to(beside)).is_file()
    )


def words(page: Path) -> set[str]:
    """Give every word in the articles of a page."""
    articles = " ".join(ARTICLE.findall(page.read_text(encoding="utf-8")))
    return set(re.findall(r"\w+", html.unescape(TAG.sub(" ", articles))))
