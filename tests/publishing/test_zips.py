"""The zip for a stick opens by one page, and that for a host holds what hosts read."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import html5lib

from macros.publishing.zips import host_zip, usb_zip


def release_of(folder: Path) -> Path:
    for name in ("site/index.html", "site/help/index.html", "site/.htaccess", "site/_headers", "hosts/nginx.conf"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    (folder / "manifest.json").write_text("{}", encoding="utf-8")
    return folder


def names(package: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        assert opened.testzip() is None
        return opened.namelist()


def test_a_stick_has_a_start_page_beside_the_folder_and_nothing_of_hosts(tmp_path: Path) -> None:
    package = usb_zip(release_of(tmp_path))
    assert names(package) == ["START-HERE.html", "online-safety/help/index.html", "online-safety/index.html"]
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        start = opened.read("START-HERE.html").decode()
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(start)
    (link,) = page.iter("a")
    assert link.get("href") in names(package)
    (refresh,) = (meta for meta in page.iter("meta") if meta.get("http-equiv"))
    assert refresh.get("content") == f"0; url={link.get('href')}"


def test_a_host_has_the_site_its_own_files_and_the_list(tmp_path: Path) -> None:
    assert names(host_zip(release_of(tmp_path))) == [
        "hosts/nginx.conf",
        "manifest.json",
        "site/.htaccess",
        "site/_headers",
        "site/help/index.html",
        "site/index.html",
    ]


def test_the_same_site_gives_the_same_zips(tmp_path: Path) -> None:
    one, two = release_of(tmp_path / "one"), release_of(tmp_path / "two")
    assert usb_zip(one) == usb_zip(two)
    assert host_zip(one) == host_zip(two)


def test_the_whole_site_fits_into_eight_megabytes_without_sound_and_packs(site: Path, tmp_path: Path) -> None:
    heavy = shutil.ignore_patterns("packs", "*.mp3", "*.opus")
    shutil.copytree(site, tmp_path / "site", ignore=heavy)
    assert len(usb_zip(tmp_path)) <= 8_000_000
    # Unpacked, on the day on which this was written, 17.2 MB, for which the goal is 8 too.
    assert sum(file.stat().st_size for file in (tmp_path / "site").rglob("*") if file.is_file()) <= 18_000_000
