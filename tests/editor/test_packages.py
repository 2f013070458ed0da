"""The editor's script asks nobody but this machine, and what it asks for is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.editor import packages
from macros.editor.packages import FOLDER, HERE, NotInstalledError, find, script


def test_the_script_has_addresses_of_this_machine_in_place_of_others() -> None:
    text = script()
    assert not [there for there in HERE if there in text]
    for here in HERE.values():
        assert f"/admin/{here}" in text


@pytest.mark.parametrize(
    "asked",
    [
        "fonts/source-sans-3:vf@5.3.0/latin-wght-normal.woff2",
        "fonts/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2",
        "fonts/noto-mono@5.3.0/latin-400-normal.woff2",
    ],
)
def test_letters_and_signs_are_those_that_the_script_asks_for(asked: str) -> None:
    assert f"/admin/{asked}" in script()
    file = find(asked)
    assert file
    assert file.read_bytes()[:4] == b"wOF2"


def test_the_words_of_british_english_are_there() -> None:
    version = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["dependencies"]["@sveltia/cms"]
    file = find(f"sveltia@{version}/locales/en-GB.json")
    assert file
    assert json.loads(file.read_text(encoding="utf-8"))["save"] == "Save"


@pytest.mark.parametrize("asked", ["", "fonts/other@1/x.woff2", "sveltia@1/../../package.json", "status/api", "x"])
def test_nothing_else_is_found(asked: str) -> None:
    assert find(asked) is None


def test_an_editor_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(packages, "MODULES", tmp_path)
    with pytest.raises(NotInstalledError, match="“make edit” installs it"):
        script()
