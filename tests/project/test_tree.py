"""No file gives away the machine on which it was made, locks are complete, and scripts are classic."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assets import scripts

LEFT_OUT = frozenset({
    ".git", ".venv", ".venv-audit", "node_modules", "site", "__pycache__", ".mypy_cache", ".ruff_cache",
    ".pytest_cache", "look", "bench-results", ".hypothesis", "sbom", ".cache",
})  # fmt: skip
# Folders of one machine, written in two parts so that this file does not hold them itself.
MACHINE = re.compile(r"(?<![\w.>})-])/(?:" + "|".join(("wo" + "rk", "ro" + "ot", "tm" + "p", "ho" + r"me/\w+")) + ")/")
REGISTRIES = tuple(
    ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("registry", "npmjs"), ("yarnpkg", "com"))
)
ROOT = Path(__file__).parents[2]
SCRIPTS = scripts(ROOT)
# They fetch the site's own files, once a person has pressed a button: tests/browser/test_private.py watches which.
FOR_OFFLINE = ("offline-worker.js", "offline.js")
LOCKS = sorted(ROOT.glob("*.lock"))


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """Give every text file of the tree."""
    for file in sorted(root.rglob("*")):
        place = file.relative_to(root)
        if file.is_file() and not LEFT_OUT & set(place.parts) and not any(p.endswith(".egg-info") for p in place.parts):
            try:
                yield place.as_posix(), file.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def given_away(text: str) -> list[str]:
    return [match[0] for match in MACHINE.finditer(text)] + [name for name in REGISTRIES if name in text]


def test_no_file_names_a_folder_of_one_machine_or_a_registry() -> None:
    found = {path: names for path, text in texts(ROOT) if (names := given_away(text))}
    assert not found


@pytest.mark.parametrize(
    "text", ["cd /" + "work/main", 'open("/' + 'tmp/x")', "--index-url https://" + "pypi" + ".org/simple"]
)
def test_a_folder_or_registry_would_be_seen(text: str) -> None:
    assert given_away(text)


def test_there_are_locks() -> None:
    assert [lock.name for lock in LOCKS] == [
        "requirements-audit.lock",
        "requirements-edit.lock",
        "requirements-engines.lock",
        "requirements-hosts.lock",
        "requirements-paper.lock",
        "requirements-test.lock",
        "requirements.lock",
    ]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_pinned_with_hashes_and_names_no_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n?", "", text, flags=re.MULTILINE).strip())
    assert entries
    for entry in entries:
        assert re.match(r"[\w.-]+(\[[\w,]+\])?==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert "://" not in text


@pytest.mark.parametrize("folder", ["tests/node", "macros/editor/node"])
def test_packages_of_node_are_pinned_with_hashes_and_name_no_host(root: Path, folder: str) -> None:
    lock = json.loads((root / folder / "package-lock.json").read_text(encoding="utf-8"))
    for name, package in lock["packages"].items():
        if name:
            assert package["integrity"].startswith("sha512-"), name
            assert "resolved" not in package, name


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_is_classic_sends_nothing_and_writes_no_markup(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert not re.search(r"^\s*(?:import|export)\b", text, re.MULTILINE), "An ES module does not run from a disk."
    for name in (
        "fetch(",
        "XMLHttpRequest",
        "sendBeacon",
        "WebSocket",
        "EventSource",
        "document.cookie",
        "innerHTML",
        "eval(",
    ):
        assert name not in text or (name == "fetch(" and script.name in FOR_OFFLINE)


def test_only_the_checklist_the_display_panel_and_the_page_for_offline_may_keep_anything() -> None:
    stores = re.compile(r"(?:local|session)Storage|indexedDB|\bcaches\b|serviceWorker")
    keeping = [script.name for script in SCRIPTS if stores.search(script.read_text("utf-8"))]
    assert keeping == sorted(["checklist.js", "display-panel.js", *FOR_OFFLINE])
