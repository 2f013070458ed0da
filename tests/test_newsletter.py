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

NEWSLETTER = "parents/print/newsletter.md"
FEED = "parents/newsletter.xml"

HTML = '<h2 id="autumn">Autumn</h2><p>Ask.</p>'
ADDRESS = "https://www.example.sch.uk/safe/"


def page(path: str, **meta: object) -> Any:
    return SimpleNamespace(file=SimpleNamespace(src_uri=path), url=path.replace(".md", ".html"), meta=meta, content="")


def settings(library: Library, tmp_path: Path, address: str | None) -> Any:
    class Settings(dict[str, Any]):
        site_dir = str(tmp_path)
        site_name = "Online safety"

    school = library.school.model_copy(update={"site_address": address})
    return Settings(library=Library(**{**vars(library), "school": school}))


@pytest.mark.parametrize(("address", "written"), [(ADDRESS, True), (None, False)])
def test_a_feed_is_written_only_where_the_address_is_known(
    library: Library, tmp_path: Path, address: str | None, written: bool
) -> None:
    config = settings(library, tmp_path, address)
    (tmp_path / "parents").mkdir()
    shown = hooks.on_page_content(HTML, page(NEWSLETTER, checked=date(2026, 11, 22)), config, Files([]))
    assert shown == HTML
    hooks.on_post_build(config)
    assert (tmp_path / FEED).exists() is written


@pytest.mark.parametrize(
    ("path", "address", "feed"),
    [
        ("parents/index.md", ADDRESS, FEED),
        ("parents/index.md", None, None),
        ("parents/three-minutes.md", ADDRESS, None),
    ],
)
def test_the_parents_front_page_names_the_feed(
    library: Library, tmp_path: Path, path: str, address: str | None, feed: str | None
) -> None:
    config = settings(library, tmp_path, address)
    context = hooks.on_page_context({}, page(path), config, None)
    assert context["feed"] == feed


def test_the_newsletters_page_has_a_paragraph_for_each_half_term(library: Library, root: Path) -> None:
    text = (root / "docs" / NEWSLETTER).read_text(encoding="utf-8")
    titles = [line.removeprefix("## ") for line in text.split("\n") if line.startswith("## ")]
    assert titles == [half.title for half in library.phases[0].year]
