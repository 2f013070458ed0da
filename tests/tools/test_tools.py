"""The tools of the tests are found, and a missing one is told in a sentence, never passed over."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.bench.lighthouse import FOLDER as LIGHTHOUSE
from tests.engines.drivers import FOLDER as ENGINES
from tests.oldest.__main__ import FOLDER as OLDEST
from tests.tools import browser, install
from tests.tools.browser import find_browser, runs
from tests.tools.node import FOLDER, module, run_node


def program(folder: Path, name: str, says: str, code: int = 0) -> Path:
    """Write a program that says something and ends."""
    windows = os.name == "nt"
    file = folder / (f"{name}.bat" if windows else name)
    file.write_text(f"@echo {says}\n@exit {code}\n" if windows else f"#!/bin/sh\necho '{says}'\nexit {code}\n")
    file.chmod(0o755)
    return file


def test_the_browser_that_chromium_names_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = program(tmp_path, "my-browser", "Chromium 156.0.1")
    monkeypatch.setenv("CHROMIUM", str(named))
    assert find_browser() == str(named)


def test_a_browser_that_is_named_and_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    assert find_browser() is None
    (said,) = install.install_browser()
    assert "CHROMIUM" in said
    assert "“no-such-browser”" in said


def test_a_note_in_a_browsers_place_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = program(tmp_path, "chromium", "Install the snap of Chromium 156.0.1.", code=1)
    real = program(tmp_path, "google-chrome", "Google Chrome 156.0.1")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not runs(str(note))
    assert find_browser() == str(real)


def test_a_machine_without_a_browser_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(install, "find_browser", lambda: None)
    monkeypatch.setattr(install, "install_with_apt", lambda: tried.append("apt"))
    monkeypatch.setattr(install, "install_with_playwright", lambda: tried.append("playwright"))
    assert install.install_browser() == [install.NO_BROWSER]
    assert tried == ["apt", "playwright"]
    assert "make test" in browser.MISSING


def test_packages_that_cannot_be_had_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(install, "MODULES", tmp_path)
    monkeypatch.setattr(install, "npm_install", lambda: 1)
    assert install.install_packages() == [install.NO_PACKAGES]


def test_a_package_that_is_not_installed_says_how_to_get_it() -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such-package is not installed. Run “make test”"):
        module("no-such-package/index.js")


def test_node_is_never_the_machines() -> None:
    said = run_node("--print", "process.execPath")
    assert Path(said.stdout.strip()).is_relative_to(Path(sys.prefix).resolve()), said.stdout


def test_all_that_node_says_arrives() -> None:
    said = run_node("--eval", "process.stdout.write('x'.repeat(1e6)); process.exit()")
    assert len(said.stdout) == 1_000_000


@pytest.mark.parametrize("folder", [FOLDER, LIGHTHOUSE, ENGINES, OLDEST], ids=lambda folder: folder.name)
def test_the_list_of_npm_packages_names_no_host_to_fetch_them_from(folder: Path) -> None:
    packages = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert all("integrity" in package or "inBundle" in package for name, package in packages.items() if name)
