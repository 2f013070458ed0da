"""The list of a release names every file with its hash, and tells a release that is not as it was."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.publishing.manifest import is_whole, read_manifest, write_manifest


def release_of(folder: Path, words: str = "Help") -> Path:
    (folder / "site").mkdir(parents=True)
    (folder / "site/index.html").write_text(words, encoding="utf-8")
    (folder / "site/é.txt").write_bytes(b"")
    return folder


def test_each_file_has_its_size_and_its_hash_as_another_program_gives_it(tmp_path: Path) -> None:
    write_manifest(release_of(tmp_path))
    listed = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert list(listed) == ["site/index.html", "site/é.txt"]
    assert listed["site/index.html"]["size"] == 4
    # The hash of nothing is in every table of examples (FIPS 180-4).
    assert listed["site/é.txt"]["sha256"] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    if program := shutil.which("sha256sum"):
        said = subprocess.run(
            [program, tmp_path / "site/index.html"], capture_output=True, text=True, check=True
        ).stdout
        assert said.startswith(listed["site/index.html"]["sha256"])


def test_a_release_is_named_after_its_content(tmp_path: Path) -> None:
    names = [write_manifest(release_of(tmp_path / str(n), words)) for n, words in enumerate(("Help", "Help", "Helq"))]
    assert names[0] == names[1] != names[2]
    assert len(names[0]) == 16


def test_a_release_is_whole_until_a_file_is_changed_or_missing(tmp_path: Path) -> None:
    release = release_of(tmp_path)
    write_manifest(release)
    assert is_whole(release)
    (release / "site/more.txt").write_text("carried over", encoding="utf-8")
    assert is_whole(release)
    (release / "site/index.html").write_text("Helo", encoding="utf-8")
    assert not is_whole(release)
    (release / "site/index.html").unlink()
    assert not is_whole(release)


@pytest.mark.parametrize("text", [None, "", "{", "[]", "{}", '{"files": 1}'])
def test_a_list_that_cannot_be_read_lists_nothing(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    assert read_manifest(tmp_path) == {}
    assert not is_whole(tmp_path)
