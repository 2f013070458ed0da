"""Two hosts are held to each word, each id and each link, and to no space between them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.generators.comparing import differences

PAGE = '<!doctype html><title>A</title><body><p id="b">Words <a href="c.html">here</a></p></body>'


def site(folder: Path, page: str, name: str = "a.html") -> Path:
    folder.mkdir()
    (folder / name).write_text(page, encoding="utf-8")
    return folder


@pytest.mark.parametrize("other", [PAGE, PAGE.replace("<p", "\n\n  <p").replace("Words <a", "Words\n<a")])
def test_space_may_differ(tmp_path: Path, other: str) -> None:
    assert differences(site(tmp_path / "one", PAGE), site(tmp_path / "two", other)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Words", "Word"),
        ('id="b"', ""),
        ("c.html", "d.html"),
        ("<title>A", "<title>B"),
        ("<p ", "<div "),
        (" here", "here"),
    ],
)
def test_nothing_else_may(tmp_path: Path, old: str, new: str) -> None:
    assert old in PAGE or old == " here"
    other = PAGE.replace("Words <a", "Words<a") if old == " here" else PAGE.replace(old, new)
    (found,) = differences(site(tmp_path / "one", PAGE), site(tmp_path / "two", other))
    assert found.startswith("a.html: …")


def test_a_page_that_only_one_has_is_named(tmp_path: Path) -> None:
    two = site(tmp_path / "two", PAGE)
    (two / "b.html").write_text(PAGE, encoding="utf-8")
    assert differences(site(tmp_path / "one", PAGE), two) == ["b.html: only one host has it."]
