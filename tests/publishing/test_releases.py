"""A release takes the place of the one before in one step; whatever ends that, one of the two is served whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from filelock import FileLock

from macros.finish.building import PlaceError
from macros.publishing.manifest import write_manifest
from macros.publishing.releases import open_place, put
from tests.browser.serving import served
from tests.copying import fingerprint

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def without_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for what all other programs of this machine have written, too."""
    monkeypatch.setattr(os, "sync", lambda: None, raising=False)


def make(folder: Path, words: str) -> str:
    """Make a release with a page, and a style sheet that is named after it; give its name."""
    site = folder / "site"
    (site / "assets").mkdir(parents=True)
    sheet = f"joined.{words:0>8}.css"
    (site / "index.html").write_text(f'<link rel="stylesheet" href="assets/{sheet}">{words}', encoding="utf-8")
    (site / "same.html").write_text("always the same", encoding="utf-8")
    (site / "assets" / sheet).write_text(words, encoding="utf-8")
    (site / f"photo-{words}.png").write_text(words, encoding="utf-8")
    return write_manifest(folder)


def publish(place: Path, words: str) -> bool:
    with open_place(place.parent / "no-project", place) as folder:
        name = make(folder / "release", words)
        return put(folder / "release", name, place)


def page(place: Path) -> str:
    return (place / "current/site/index.html").read_text(encoding="utf-8").partition(">")[2]


def test_the_first_release_is_served_and_the_folder_holds_nothing_else(tmp_path: Path) -> None:
    place = tmp_path / "deep/place"
    assert publish(place, "a1")
    assert page(place) == "a1"
    assert sorted(path.name for path in place.iterdir() if path.name != ".lock") == [
        "current", "kept-by-publish.txt", "releases",
    ]  # fmt: skip


def test_the_release_before_is_kept_and_the_one_before_that_is_deleted(tmp_path: Path) -> None:
    for words in ("a1", "b2", "c3"):
        assert publish(tmp_path / "place", words)
    place = tmp_path / "place"
    assert page(place) == "c3"
    assert (place / "previous/site/index.html").read_text(encoding="utf-8").endswith("b2")
    assert len(list((place / "releases").iterdir())) == 2


def test_the_same_content_changes_nothing_unless_what_is_served_is_broken(tmp_path: Path) -> None:
    place = tmp_path / "place"
    publish(place, "a1")
    before = (place / "current").readlink()
    assert not publish(place, "a1")
    assert (place / "current").readlink() == before
    (place / "current/site/index.html").write_text("spoilt", encoding="utf-8")
    assert publish(place, "a1")
    assert page(place) == "a1"


def test_an_earlier_site_can_be_published_again(tmp_path: Path) -> None:
    place = tmp_path / "place"
    for words in ("a1", "b2", "a1", "b2", "a1"):
        assert publish(place, words)
        assert page(place) == words


def test_the_style_sheet_of_a_page_that_is_open_stays_for_one_release_and_a_picture_does_not(tmp_path: Path) -> None:
    place = tmp_path / "place"
    for words in ("a1", "b2", "c3"):
        publish(place, words)
    served = {path.name for path in (place / "current/site").rglob("*")}
    assert {"joined.000000c3.css", "joined.000000b2.css"} <= served
    assert "joined.000000a1.css" not in served
    assert {name for name in served if name.startswith("photo")} == {"photo-c3.png"}


def test_a_file_that_has_not_changed_keeps_its_date(tmp_path: Path) -> None:
    place = tmp_path / "place"
    publish(place, "a1")
    for name in ("same.html", "index.html"):
        os.utime(place / "current/site" / name, (1.7e9, 1.7e9))
    publish(place, "b2")
    assert (place / "current/site/same.html").stat().st_mtime == 1.7e9
    assert (place / "current/site/index.html").stat().st_mtime > 1.75e9


def test_a_web_server_may_read_all_of_it_whatever_the_persons_own_files_are_like(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(tmp_path / "place", "a1")
    finally:
        os.umask(before)
    release = (tmp_path / "place/current").resolve()
    assert {oct(path.stat().st_mode & 0o777) for path in (release, *release.rglob("*")) if path.is_dir()} == {"0o755"}
    assert {oct(path.stat().st_mode & 0o777) for path in release.rglob("*") if path.is_file()} == {"0o644"}


@pytest.mark.parametrize("what", ["foreign", "file", "sources", "project", "built", "odd"])
def test_a_folder_that_holds_something_else_is_refused_and_stays(tmp_path: Path, what: str) -> None:
    root = tmp_path / "project"
    (root / "docs").mkdir(parents=True)
    (tmp_path / "www").mkdir()
    (tmp_path / "www/index.html").write_text("home", encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/made-by-build.txt").write_text("made by a build", encoding="utf-8")
    place, said = {
        "foreign": (tmp_path / "www", "holds files that “publish” has not put there"),
        "file": (tmp_path / "www/index.html", "is a file"),
        "sources": (root / "docs/out", "belongs to the project’s own “docs”"),
        "project": (root, "is the project itself"),
        "odd": (tmp_path / "www$1", "means something to a web server"),
        "built": (tmp_path / "site", "holds files that “publish” has not put there"),
    }[what]
    before = fingerprint(tmp_path)
    with pytest.raises(PlaceError, match=said), open_place(root, place):
        pass
    assert fingerprint(tmp_path) == before


def test_a_second_publish_at_once_is_refused(tmp_path: Path) -> None:
    publish(tmp_path / "place", "a1")
    with FileLock(tmp_path / "place/.lock"), pytest.raises(PlaceError, match=r"Another “publish” to .* is under way"):
        publish(tmp_path / "place", "b2")
    assert page(tmp_path / "place") == "a1"


def test_a_disk_without_links_is_told_and_what_is_served_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "place", "a1")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    with pytest.raises(PlaceError, match="cannot hold links"):
        publish(tmp_path / "place", "b2")
    assert page(tmp_path / "place") == "a1"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system with fork")
def test_ended_before_any_change_of_the_disk_it_leaves_one_of_the_two_whole(tmp_path: Path) -> None:
    for words in ("a0", "a1"):
        publish(tmp_path / "begin", words)
    make(tmp_path / "fresh", "b2")
    old, new = fingerprint((tmp_path / "begin/current").resolve()), fingerprint(tmp_path / "fresh")
    run = subprocess.run(
        [sys.executable, "-m", "tests.publishing.ending", tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    moments = int(run.stdout)
    assert moments > 40
    seen = set()
    for moment in range(moments):
        place = tmp_path / f"at-{moment}"
        found = fingerprint((place / "current").resolve())
        # The new one has the sheet of the old one too.
        whole = "old" if found == old else "new" if new.items() <= found.items() else "neither"
        assert whole != "neither", moment
        seen.add(whole)
        assert publish(place, "c3"), moment
        assert page(place) == "c3"
        assert not list(place.glob(".new-*"))
        assert len(list((place / "releases").iterdir())) == 2
        shutil.rmtree(place)
    assert seen == {"old", "new"}


def test_no_request_fails_while_releases_change_over(tmp_path: Path) -> None:
    place = tmp_path / "place"
    publish(place, "a0")
    failed: list[str] = []
    rounds = threading.Semaphore(0)
    ended = threading.Event()

    def visit(root: str) -> None:
        while not ended.is_set():
            try:
                with urllib.request.urlopen(root) as answer:
                    shown = answer.read().decode()
                with urllib.request.urlopen(root + shown.split('href="')[1].split('"')[0]) as answer:
                    assert answer.read().decode() in shown
            except (urllib.error.URLError, AssertionError, OSError) as error:
                failed.append(str(error))
            rounds.release()

    with served(place / "current/site") as root:
        visitor = threading.Thread(target=visit, args=(root,))
        visitor.start()
        try:
            for number in range(20):
                publish(place, f"b{number}")
                while rounds.acquire(blocking=False):
                    pass  # those before it do not count
                for _ in range(3):  # a page that is being loaded needs two
                    assert rounds.acquire(timeout=60)
        finally:
            ended.set()
            visitor.join()
    assert failed == []
