"""Every save is heard of, whatever else lies in the folders, and though they come and go."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from macros.site.watching import Watcher, folders_of

WATCHED = ("docs", "lessons", "macros/theme", "school.yml")
LINKS = {
    ".#index.md": "teacher@school.1234:5678",  # as Emacs marks what is being edited
    "dangling.md": "nowhere",
    "itself": "itself",
    "up": "..",
    "here": ".",
    "all": "../..",
}
PATIENCE = 30  # seconds; it is only how long a deaf watcher keeps the tests waiting
QUIET = 0.4  # seconds: longer than a batch may take
SETTLED = 0.12  # seconds: longer than one save takes


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("docs/parents", "lessons/a", "macros/theme", "site", ".git"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("docs/index.md", "docs/parents/index.md", "lessons/a/lesson.md", "macros/theme/main.html"):
        (tmp_path / file).write_text("first", encoding="utf-8")
    (tmp_path / "school.yml").write_text("first", encoding="utf-8")
    return tmp_path


@pytest.fixture
def watcher(root: Path) -> Iterator[Watcher]:
    with Watcher(root, WATCHED) as watcher:
        yield watcher


def heard(watcher: Watcher) -> bool:
    """Say whether a change was told, and wait until all of it was."""
    told = watcher.changed.wait(PATIENCE)
    while watcher.changed.is_set():
        watcher.changed.clear()
        watcher.changed.wait(SETTLED)
    return told


def settle(watcher: Watcher) -> None:
    """Wait until what may or may not be told has been."""
    watcher.changed.wait(QUIET)
    watcher.changed.clear()


def quiet(watcher: Watcher) -> bool:
    return not watcher.changed.wait(QUIET)


def save(file: Path) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8') if file.exists() else ''} again", encoding="utf-8")


def save_beside_and_rename(file: Path) -> None:
    """Save as most editors do, so that no half of it is ever read."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_text("renamed", encoding="utf-8")
    beside.replace(file)


@pytest.mark.parametrize("how", [save, save_beside_and_rename, Path.unlink])
def test_a_save_and_a_loss_are_heard(root: Path, watcher: Watcher, how: Callable[[Path], None]) -> None:
    assert quiet(watcher)
    for path in ("docs/index.md", "docs/parents/index.md", "lessons/a/lesson.md", "school.yml"):
        how(root / path)
        assert heard(watcher), path


def test_a_read_and_what_lies_beside_are_passed_over(root: Path, watcher: Watcher) -> None:
    (root / "docs/index.md").read_text(encoding="utf-8")
    for path in ("README.md", "site/index.html", ".git/index", "docs/.index.md.swp", "docs/parents/.git"):
        save(root / path)
    assert quiet(watcher)


def test_the_steps_of_one_save_are_told_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.site.watching.STEP", 300)
    monkeypatch.setattr("macros.site.watching.DEBOUNCE", 5000)
    with Watcher(root, WATCHED) as watcher:
        for _ in range(5):
            save(root / "docs/index.md")
            assert not watcher.changed.wait(0.02)
        assert watcher.changed.wait(PATIENCE)
        watcher.changed.clear()
        assert quiet(watcher)


def test_folders_come_and_go(root: Path, watcher: Watcher) -> None:
    (root / "draft/in/it").mkdir(parents=True)
    (root / "draft").rename(root / "lessons/b")
    assert heard(watcher)
    save(root / "lessons/b/in/it/lesson.md")
    assert heard(watcher)
    shutil.rmtree(root / "lessons")
    assert heard(watcher)
    (root / "lessons/a").mkdir(parents=True)
    assert heard(watcher)
    save(root / "lessons/a/lesson.md")
    assert heard(watcher)


def test_a_folder_that_goes_and_comes_back_at_once_is_heard_of(root: Path, watcher: Watcher) -> None:
    for _ in range(3):
        shutil.rmtree(root / "lessons")
        (root / "lessons/a").mkdir(parents=True)
        assert heard(watcher)
        save(root / "lessons/a/lesson.md")
        assert heard(watcher)


def test_the_whole_project_may_go_and_come_back(root: Path, watcher: Watcher) -> None:
    shutil.copytree(root, root.with_name("copy"))
    shutil.rmtree(root)
    assert heard(watcher)
    root.with_name("copy").rename(root)
    assert heard(watcher)
    save(root / "docs/index.md")
    assert heard(watcher)


@pytest.mark.parametrize("before", [True, False], ids=["there before", "come later"])
def test_links_hide_no_save(root: Path, before: bool) -> None:
    def link() -> None:
        for name, target in LINKS.items():
            (root / "docs" / name).symlink_to(target)

    if before:
        link()
    with Watcher(root, WATCHED) as watcher:
        if not before:
            link()
            settle(watcher)
        for path in ("docs/parents/index.md", "docs/index.md", "lessons/a/lesson.md", "school.yml"):
            save(root / path)
            assert heard(watcher), path
        for name in LINKS:
            (root / "docs" / name).unlink()
        settle(watcher)
        save(root / "docs/parents/index.md")
        assert heard(watcher)


def test_a_folder_that_a_link_leads_to_is_watched_too(root: Path, watcher: Watcher) -> None:
    (root / "stuff").mkdir()
    (root / "docs/stuff").symlink_to("../stuff")
    assert heard(watcher)
    save(root / "stuff/index.md")
    assert heard(watcher)


def test_each_folder_is_found_once_and_none_that_nobody_watches(root: Path) -> None:
    (root / "docs/parents/up").symlink_to("..")
    (root / "docs/all").symlink_to("..")
    (root / "docs/.hidden").mkdir()
    found = folders_of(root, [root / name for name in (*WATCHED, "not-there")])
    here = sorted(Path(folder).relative_to(root).as_posix() for folder in found)
    assert here == [".", "docs", "docs/parents", "lessons", "lessons/a", "macros", "macros/theme"]


def test_a_folder_that_cannot_be_opened_hides_no_other(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "docs/locked/in").mkdir(parents=True)
    scan = os.scandir

    def scandir(place: Path) -> Any:
        if Path(place).name == "locked":
            raise PermissionError(13, "Permission denied", str(place))
        return scan(place)

    monkeypatch.setattr(os, "scandir", scandir)
    with Watcher(root, WATCHED) as watcher:
        for path in ("docs/parents/index.md", "docs/index.md", "lessons/a/lesson.md"):
            save(root / path)
            assert heard(watcher), path
        monkeypatch.setattr(os, "scandir", scan)
        (root / "docs/locked").chmod(0o755)  # it can be opened now
        assert heard(watcher)
        save(root / "docs/locked/in/index.md")
        assert heard(watcher)


def test_where_the_system_cannot_tell_the_files_are_looked_at(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = watchfiles.watch

    def watch(*paths: str, **named: Any) -> Any:
        if not named["force_polling"]:
            raise RuntimeError("Too many open files")
        return real(*paths, **named)

    monkeypatch.setattr("macros.site.watching.watch", watch)
    with Watcher(root, WATCHED) as watcher:
        assert heard(watcher)  # what was saved before the files were looked at
        settle(watcher)  # until they have been: a busy machine looks late
        save(root / "lessons/a/lesson.md")
        save(root / "school.yml")
        assert heard(watcher)
    said = "The system cannot tell of saves (Too many open files). The files are looked at every 300 ms.\n"
    assert capsys.readouterr().err == said
