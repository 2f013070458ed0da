"""A new site takes the place of the old one only when it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.finish.building import BuildError, build_site, swap


def folder(path: Path, words: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(words, encoding="utf-8")
    return path


def test_a_new_site_takes_the_old_ones_place(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "old")
    swap(folder(tmp_path / ".site-new", "new"), site)
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_first_site_is_put_in_place(tmp_path: Path) -> None:
    swap(folder(tmp_path / ".site-new", "new"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "new"


def test_what_an_earlier_run_left_behind_does_no_harm(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "old")
    folder(tmp_path / ".site-old", "older")
    swap(folder(tmp_path / ".site-new", "new"), site)
    assert (site / "index.html").read_text(encoding="utf-8") == "new"


def test_the_old_site_comes_back_if_the_new_one_cannot_be_put_in_place(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "old")
    with pytest.raises(OSError, match="missing"):
        swap(tmp_path / "missing", site)
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_no_project_gives_a_sentence_and_leaves_the_site(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "old")
    with pytest.raises(BuildError, match=r"The site was not built; the last good one stays\.$") as caught:
        build_site(tmp_path, site)
    assert "mkdocs.yml" in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
