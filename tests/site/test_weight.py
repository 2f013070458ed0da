"""No learner's page is heavier than was agreed: HTML, style and scripts, as they go over the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.weight import code_of, learners_pages

# Bytes, as was agreed.
MOST = 20_000


def test_every_learners_page_is_weighed_and_none_is_too_heavy(site: Path, root: Path) -> None:
    pages = learners_pages(site)
    assert len(pages) == len(list(root.glob("lessons/*/*/lesson.md"))) > 30
    assert {page.parent.name: size for page in pages if (size := code_of(site, page)) > MOST} == {}


def test_a_page_is_weighed_with_all_that_it_loads(tmp_path: Path) -> None:
    page = tmp_path / "a" / "index.html"
    page.parent.mkdir()
    page.write_text("<p>Hello")
    alone = code_of(tmp_path, page)
    (tmp_path / "a.css").write_text("p { color: red; }")
    (tmp_path / "a.js").write_text("go();")
    page.write_text('<p>Hello<link rel="stylesheet" href="../a.css"><script src="../a.js" defer></script>')
    more = code_of(tmp_path, page)
    assert more > alone + 20
    (tmp_path / "a.js").write_text("".join(f"go({number**5});" for number in range(200)))
    assert code_of(tmp_path, page) > more + 300


def test_what_is_for_browsers_without_scripts_is_not_weighed(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    (tmp_path / "a.css").write_text("".join(f".a{number**5} {{ width: {number**4}px; }}" for number in range(200)))
    link = '<link rel="stylesheet" href="a.css">'
    page.write_text(f"<noscript>{link}</noscript>")
    light = code_of(tmp_path, page)
    page.write_text(f"<noscript></noscript>{link}<noscript></noscript>")
    assert code_of(tmp_path, page) > light + 300


def test_a_file_from_elsewhere_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "site" / "index.html"
    page.parent.mkdir()
    page.write_text('<script src="../a.js"></script>')
    with pytest.raises(FileNotFoundError, match="not of the site"):
        code_of(page.parent, page)
