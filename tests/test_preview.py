"""What is shown while the site is written is what the build makes before it finishes, byte for byte, in any order."""

from __future__ import annotations

import json
import posixpath
import random
import re
from pathlib import Path

import pytest

from macros.finish.security import secure_pages
from macros.finish.stylesheets import join_style_sheets
from macros.preview import Preview
from macros.problems import MistakeError

SEARCH = "search/search_index.json"
ONLY_BUILT = {SEARCH, "sitemap.xml.gz"}  # the first comes later, and the second is the sitemap again
JOINED = "assets/stylesheets/joined."  # of those that the pages shown load one by one
STYLE_SHEET = re.compile(r'<link rel="stylesheet" href="([^":?#]+\.css)')


@pytest.fixture(scope="module")
def preview(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Preview:
    preview = Preview(root, tmp_path_factory.mktemp("preview"))
    preview.read()
    preview.read()  # from what was kept of the first reading
    return preview


def test_every_file_is_as_it_is_built(preview: Preview, site: Path, tmp_path: Path) -> None:
    paths = sorted({file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()} - ONLY_BUILT)
    shown = [path for path in paths if not path.startswith(JOINED)]
    random.Random(1).shuffle(shown)
    for path in shown:
        page = kept(preview, path, tmp_path)
        for sheet in STYLE_SHEET.findall(page.decode("utf-8")) if path.endswith(".html") else ():
            kept(preview, posixpath.normpath(posixpath.join(posixpath.dirname(path), sheet)), tmp_path)
    join_style_sheets(tmp_path)
    secure_pages(tmp_path)
    assert len(paths) > 300
    assert [path for path in paths if (tmp_path / path).read_bytes() != (site / path).read_bytes()] == []


def kept(preview: Preview, path: str, folder: Path) -> bytes:
    """Put a file as it is shown into a folder."""
    shown = preview.answer(path)
    assert shown is not None, f"{path} is built and not shown"
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(shown)
    return shown


def test_search_finds_the_same_once_all_pages_are_made(preview: Preview, site: Path) -> None:
    while preview.go_on():
        pass
    shown = preview.answer(SEARCH)
    assert shown is not None

    def entries(text: bytes) -> list[str]:
        return sorted(json.dumps(entry, sort_keys=True) for entry in json.loads(text)["docs"])

    assert entries(shown) == entries((site / SEARCH).read_bytes())


def test_there_is_nothing_else(preview: Preview) -> None:
    assert preview.answer("nowhere.html") is None
    assert preview.answer("_data/apps.yml") is None
    assert preview.answer("../mkdocs.yml") is None


def test_a_fault_of_the_program_is_told_with_its_place(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.preview.load_config", {}.pop)
    with pytest.raises(MistakeError) as caught:
        Preview(root, tmp_path).read()
    said = str(caught.value)
    assert re.match(r"macros/preview\.py:\d+:1: The program went wrong here, not your words: TypeError: ", said), said
