"""A release is the site as it is built for the public, with what hosts read, packed, and in one list."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.publishing.manifest import is_whole
from tests.building import made_once
from tests.copying import copy_project, fingerprint, thin_out

ROOT = Path(__file__).parents[2]
PACKED = re.compile(r"\.(gz|br)$|^\.htaccess$|^_headers$")


def ready(folder: Path) -> Path:
    """Make a small project that is ready to be published."""
    project = copy_project(ROOT, folder)
    thin_out(project)
    shutil.copy(ROOT / "tests/fixtures/other_school/school.yml", project / "school.yml")
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "ready", ready)


@pytest.fixture(scope="module")
def place(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("published") / "place"
    assert main(["--root", str(project), "publish", str(place)]) == 0
    return place


def test_it_says_to_hosts_where_it_stands_and_who_may_frame_it(place: Path) -> None:
    headers = (place / "current/site/_headers").read_text(encoding="utf-8")
    assert "frame-ancestors 'self' https://www.beech-lane.example https://families.beech-lane.example\n" in headers
    assert "ErrorDocument 404 /pages/404.html" in (place / "current/site/.htaccess").read_text(encoding="utf-8")
    assert f'alias "{place}/current/site/";' in (place / "current/hosts/nginx.conf").read_text(encoding="utf-8")


def test_published_again_nothing_changes(project: Path, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (place / "current").readlink()
    assert main(["--root", str(project), "publish", str(place)]) == 0
    assert capsys.readouterr().out.startswith(f"Nothing has changed: {place} serves release {before.name} already.\n")
    assert (place / "current").readlink() == before


def test_what_is_not_ready_is_not_published_and_leaves_no_trace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["publish", str(tmp_path / "place")], ["zip", "--out", str(tmp_path / "zips")]):
        assert main(["--root", str(ROOT), *command]) == 1
        assert "Not ready to publish: “safeguarding.lead” is empty." in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_disk_that_is_full_is_told_and_what_is_served_stays(
    project: Path, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> bool:
        raise OSError(28, "No space left on device", "help.html.br")

    def built(root: Path, site: Path, **_: bool) -> int:
        shutil.copytree(place / "current/site", site)
        return 1

    monkeypatch.setattr("macros.publishing.release.build_site", built)
    monkeypatch.setattr("macros.publishing.release.compress", full)
    before = fingerprint(place)
    assert main(["--root", str(project), "publish", str(place)]) == 1
    assert capsys.readouterr().err == (
        "A file could not be read or written: No space left on device (help.html.br).\n"
        "What was published before is as it was.\n"
    )
    assert fingerprint(place) == before


def test_both_zips_are_written_and_each_has_the_same_site_made_in_another_folder_and_with_other_settings(
    project: Path, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(project, tmp_path / "another folder")
    for name, value in {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7", "COLUMNS": "40"}.items():
        monkeypatch.setenv(name, value)
    assert main(["--root", str(tmp_path / "another folder"), "zip", "--out", str(tmp_path / "zips")]) == 0
    assert capsys.readouterr().out.startswith(f"Written: {tmp_path}/zips/online-safety-usb.zip, ")
    published = without_packed(fingerprint(place / "current/site"))
    assert len(published) > 200
    for name, folder in (("usb", "online-safety/"), ("host", "site/")):
        shutil.unpack_archive(tmp_path / f"zips/online-safety-{name}.zip", tmp_path / name)
        assert without_packed(fingerprint(tmp_path / name / folder)) == published, name
    assert sorted(path.name for path in (tmp_path / "zips").iterdir()) == [
        "online-safety-host.zip", "online-safety-usb.zip",
    ]  # fmt: skip
    assert is_whole(place / "current")
    assert (tmp_path / "usb/START-HERE.html").exists()
    assert (tmp_path / "host/site/.htaccess").exists()


def without_packed(files: dict[str, str]) -> dict[str, str]:
    """Leave out what is packed or for hosts; MkDocs itself packs the sitemap."""
    return {path: digest for path, digest in files.items() if not PACKED.search(path)}
