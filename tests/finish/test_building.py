"""A new site takes the place of the old one only when it stands, and only where a build may put it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from macros.__main__ import main
from macros.finish.building import MARKER, BuildError, PlaceError, build_site, finish, heal, refuse_unsafe, swap
from tests.copying import fingerprint


def folder(path: Path, words: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(words, encoding="utf-8")
    return path


def old_site(path: Path) -> Path:
    """Make a folder as an earlier build left it."""
    (folder(path, "old") / MARKER).write_text("made by a build", encoding="utf-8")
    return path


def test_a_new_site_takes_the_old_ones_place(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "old")
    swap(folder(tmp_path / "new", "new"), site)
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_first_site_is_put_in_place(tmp_path: Path) -> None:
    swap(folder(tmp_path / "new", "new"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "new"


def test_what_an_earlier_run_left_behind_does_no_harm(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "old")
    folder(tmp_path / ".site-old", "older")
    swap(folder(tmp_path / "new", "new"), site)
    assert (site / "index.html").read_text(encoding="utf-8") == "new"


def test_the_old_site_comes_back_if_the_new_one_cannot_be_put_in_place(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "old")
    with pytest.raises(OSError, match="missing"):
        swap(tmp_path / "missing", site)
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


def test_a_site_that_was_away_when_a_build_was_killed_is_put_back(tmp_path: Path) -> None:
    folder(tmp_path / ".site-old", "old")
    with pytest.raises(BuildError, match=r"The site was not built; the last good one stays\.$"):
        build_site(tmp_path, tmp_path / "site")  # no project: it fails
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "old"


def test_a_site_that_stands_is_left_by_the_healing(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "good")
    folder(tmp_path / ".site-old", "old")
    heal(site)
    assert (site / "index.html").read_text(encoding="utf-8") == "good"


def test_a_folder_that_is_no_project_gives_a_sentence_and_leaves_the_site(tmp_path: Path) -> None:
    site = old_site(tmp_path / "site")
    with pytest.raises(BuildError, match=r"The site was not built; the last good one stays\.$") as caught:
        build_site(tmp_path, site)
    assert "mkdocs.yml" in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_every_page_is_finished_in_every_way(tmp_path: Path) -> None:
    (tmp_path / "help").mkdir()
    table = "<h2>Numbers</h2>\n\n<table><thead><tr><th>Ring 0800 1111</th></tr></thead></table>"
    for path in ("404.html", "help/index.html"):
        (tmp_path / path).write_text(f'<head><meta charset="utf-8"></head>{table}', encoding="utf-8")
    assert finish(tmp_path) == 2
    for path in ("404.html", "help/index.html"):
        html = (tmp_path / path).read_text(encoding="utf-8")
        assert html.startswith('<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"')
        assert '</h2>\n<table aria-label="Numbers">' in html
        assert '<th scope="col">Ring 0800\N{NO-BREAK SPACE}1111</th>' in html


def foreign(root: Path) -> Path:
    site = folder(root / "www", "home")
    (site / "photos").mkdir()
    return site


def file(root: Path) -> Path:
    (root / "www").write_text("mine", encoding="utf-8")
    return root / "www"


def link_to_foreign(root: Path) -> Path:
    foreign(root)
    (root / "link").symlink_to("www")
    return root / "link"


REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "somebody's folder": (foreign, "holds files that no build has put there"),
    "a link to somebody's folder": (link_to_foreign, "holds files that no build has put there"),
    "a file": (file, "is a file"),
    "the project": (lambda root: root, "is the project itself, or holds it"),
    "the folder of the project": (lambda root: root.parent, "is the project itself, or holds it"),
    "the pages": (lambda root: root / "docs", "belongs to the project’s own “docs”"),
    "the lessons": (lambda root: root / "lessons/years-3-4", "belongs to the project’s own “lessons”"),
    "the history": (lambda root: root / ".git", "belongs to the project’s own “.git”"),
    "the whole disk": (lambda root: Path("/"), "is the project itself, or holds it"),
    "a disk": (lambda root: Path("/proc"), "is a disk or a volume"),
}


@pytest.mark.parametrize("target", REFUSED)
def test_a_folder_that_a_build_must_not_replace_is_refused_and_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    root = tmp_path / "project"
    for name in ("docs", "lessons/years-3-4", ".git"):
        (root / name).mkdir(parents=True)
        (root / name / "kept.txt").write_text("kept", encoding="utf-8")
    place, said = REFUSED[target]
    site = place(root)
    before = fingerprint(tmp_path)
    assert main(["--root", str(root), "build", "--site", str(site)]) == 1
    assert said in capsys.readouterr().err
    assert fingerprint(tmp_path) == before


@pytest.mark.parametrize("place", ["empty", "absent", "ours"])
def test_an_empty_folder_a_new_one_and_a_site_of_ours_may_be_replaced(tmp_path: Path, place: str) -> None:
    if place == "empty":
        (tmp_path / "empty").mkdir()
    if place == "ours":
        old_site(tmp_path / "ours")
    refuse_unsafe(tmp_path / "project", tmp_path / place)


def test_a_second_build_at_once_is_refused(tmp_path: Path) -> None:
    site = old_site(tmp_path / "site")
    with FileLock(tmp_path / ".site-lock"), pytest.raises(BuildError, match=r"Another build of .* is under way"):
        build_site(tmp_path, site)
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


def test_a_build_that_was_killed_leaves_no_lock(tmp_path: Path) -> None:
    code = (
        f"import os; from filelock import FileLock; FileLock({str(tmp_path / '.site-lock')!r}).acquire(); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert (tmp_path / ".site-lock").exists()
    with pytest.raises(BuildError, match=r"mkdocs\.yml"):
        build_site(tmp_path, tmp_path / "site")


# Words in the order of a set, as a plug-in or a filter may give them without a thought.
UNSORTED = """
def on_page_markdown(markdown, **_):
    return " ".join({f"word{number}" for number in range(200)})
"""


def test_the_same_content_gives_the_same_bytes_whatever_seed_and_day_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in {
        "docs/index.md": "# A\n",
        "theme/main.html": '<meta charset="utf-8">{{ page.content }}{{ build_date_utc }}',
        "hook.py": UNSORTED,
        "mkdocs.yml": "site_name: A\ntheme: {name: null, custom_dir: theme}\nplugins: []\nhooks: [hook.py]\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    built = []
    for seed, day in (("1", "1700000000"), ("2", "1800000000")):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        assert build_site(tmp_path, tmp_path / "site") == 1
        built.append(fingerprint(tmp_path / "site"))
    assert built[0] == built[1]


@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize(("option", "variable"), [("packs", "TAKE_IN_PACKS"), ("public", "FOR_THE_PUBLIC")])
def test_only_a_build_that_is_asked_to_takes_in_packs_or_is_for_the_public(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str, variable: str, asked: bool
) -> None:
    seen: list[str] = []

    def run(*_: object, env: dict[str, str], **__: object) -> subprocess.CompletedProcess[str]:
        seen.append(env[variable])
        return subprocess.CompletedProcess([], 1, "", "")

    monkeypatch.setenv(variable, "yes")
    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(BuildError):
        build_site(tmp_path, tmp_path / "site", **{option: asked})
    assert seen == ["yes" if asked else ""]


def test_a_disk_that_is_full_while_mkdocs_writes_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        said = "Traceback (most recent call last):\nOSError: [Errno 28] No space left on device: 'a.html'\n"
        return subprocess.CompletedProcess([], 1, "", said)

    monkeypatch.setattr(subprocess, "run", run)
    site = old_site(tmp_path / "site")
    with pytest.raises(PlaceError) as caught:
        build_site(tmp_path, site)
    assert str(caught.value) == (
        f"The disk on which {site} lies is full. Make room on it, and build again.\n"
        "The site was not built; the last good one stays."
    )


def test_a_fault_of_the_disk_gives_a_sentence_and_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "page.html")

    monkeypatch.setattr("macros.finish.building._run_mkdocs", full)
    site = old_site(tmp_path / "site")
    with pytest.raises(BuildError) as caught:
        build_site(tmp_path, site)
    assert str(caught.value) == (
        "A file could not be read or written: No space left on device (page.html).\n"
        "The site was not built; the last good one stays."
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
