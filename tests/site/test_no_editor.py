"""The forms of the office are for its own machine: no part of them is in a built site."""

from __future__ import annotations

from pathlib import Path

from macros.editor.server import PAGE

TEXTS = frozenset({".html", ".js", ".css", ".json", ".yml", ".xml", ".txt", ".webmanifest"})


def test_no_file_of_the_site_is_of_the_editor(site: Path) -> None:
    files = [file for file in site.rglob("*") if file.is_file()]
    assert files
    for file in files:
        place = file.relative_to(site).as_posix().lower()
        assert not {"admin", "editor"} & set(place.split("/")), place
        assert "sveltia" not in place
        assert file.name not in {file.name for file in PAGE.iterdir()} - {"index.html"}, place
        if file.suffix in TEXTS:
            text = file.read_text(encoding="utf-8")
            for sign in ("sveltia-cms.js", "cms-config-url", "nc-root", "folder.js"):
                assert sign not in text, f"{place}: {sign}"
