"""The forms of the office are for its own machine: no part of them is in a built site."""

from __future__ import annotations

from pathlib import Path


def test_no_file_of_the_site_is_of_the_editor(site: Path) -> None:
    files = [file for file in site.rglob("*") if file.is_file()]
    assert files
    for file in files:
        place = file.relative_to(site).as_posix().lower()
        assert not {"admin", "editor"} & set(place.split("/")), place
        assert "sveltia" not in place
        if file.suffix in {".html", ".js", ".json", ".yml", ".xml", ".txt"}:
            text = file.read_text(encoding="utf-8").lower()
            assert "sveltia" not in text, place
            assert "/admin/" not in text, place
