"""What is shown while the site is written is what the build makes, byte for byte, in whatever order it is asked for."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from macros.finish.security import secure
from macros.hooks import Preview

SEARCH = "search/search_index.json"
ONLY_BUILT = {SEARCH, "sitemap.xml.gz"}  # the first comes later, and the second is the sitemap again


@pytest.fixture(scope="module")
def preview(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Preview:
    preview = Preview(root, tmp_path_factory.mktemp("preview"))
    preview.read()
    preview.read()  # from what was kept of the first reading
    return preview


def test_every_file_is_as_it_is_built(preview: Preview, site: Path) -> None:
    paths = sorted({file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()} - ONLY_BUILT)
    random.Random(1).shuffle(paths)
    different = []
    for path in paths:
        shown = preview.answer(path)
        if shown and path.endswith(".html"):
            shown = secure(shown.decode("utf-8")).encode()
        if shown != (site / path).read_bytes():
            different.append(path)
    assert len(paths) > 300
    assert different == []


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
