"""The newsletter's page becomes a feed when the site's address is known, and is linked from the parents' front page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.files import Files

from macros.content.library import Library
from macros.site import hooks
from macros.site.site_parts import SiteParts

NEWSLETTER = "parents/print/newsletter.md"
FEED = "parents/newsletter.xml"

HTML = '<h2 id="autumn">Autumn, first half</h2><p>Ask.</p>'
BEGUN, AHEAD = (date(2020, 9, 3),), (date(2999, 9, 3),)
ADDRESS = "https://www.example.sch.uk/safe/"


def page(path: str, **meta: object) -> Any:
    return SimpleNamespace(
        file=SimpleNamespace(src_uri=path), url=path.replace(".md", ".html"), meta=meta, content="", toc=[]
    )


def settings(library: Library, tmp_path: Path, address: str | None, days: tuple[date, ...] = BEGUN) -> Any:
    class Settings(dict[str, Any]):
        site_dir = str(tmp_path)
        site_name = "Online safety"

    school = library.school.model_copy(update={"site_address": address, "half_terms": days})
    return Settings(parts=SiteParts(Library(**{**vars(library), "school": school})))


@pytest.mark.parametrize(
    ("address", "days", "written"),
    [(ADDRESS, BEGUN, True), (None, BEGUN, False), (ADDRESS, AHEAD, False), (ADDRESS, (), False)],
)
def test_a_feed_is_written_only_where_the_address_is_known_and_a_half_term_has_come(
    library: Library, tmp_path: Path, address: str | None, days: tuple[date, ...], written: bool
) -> None:
    config = settings(library, tmp_path, address, days)
    (tmp_path / "parents").mkdir()
    shown = hooks.on_page_content(HTML, page(NEWSLETTER), config, Files([]))
    assert shown == HTML
    hooks.on_post_build(config)
    assert (tmp_path / FEED).exists() is written


@pytest.mark.parametrize(
    ("path", "address", "days", "feed"),
    [
        ("parents/index.md", ADDRESS, BEGUN, FEED),
        ("parents/index.md", ADDRESS, AHEAD, None),
        ("parents/index.md", None, BEGUN, None),
        ("parents/three-minutes.md", ADDRESS, BEGUN, None),
    ],
)
def test_the_parents_front_page_names_the_feed(
    library: Library, tmp_path: Path, path: str, address: str | None, days: tuple[date, ...], feed: str | None
) -> None:
    config = settings(library, tmp_path, address, days)
    context: dict[str, Any] = {}
    hooks.on_page_context(context, page(path), config, None)
    assert context["feed"] == feed


def test_the_newsletters_page_has_a_paragraph_for_each_half_term(library: Library, root: Path) -> None:
    text = (root / "docs" / NEWSLETTER).read_text(encoding="utf-8")
    titles = [line.removeprefix("## ") for line in text.split("\n") if line.startswith("## ")]
    assert titles == [half.title for half in library.phases[0].year]
