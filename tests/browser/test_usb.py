"""The zip for a stick, unpacked: the page that is opened first leads into the site, which works from the disk."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from macros.publishing.zips import usb_zip


def test_the_page_that_is_opened_first_leads_into_the_site(site: Path, tmp_path: Path, page: Page) -> None:
    shutil.copytree(site, tmp_path / "release/site")
    (tmp_path / "stick.zip").write_bytes(usb_zip(tmp_path / "release"))
    shutil.unpack_archive(tmp_path / "stick.zip", tmp_path / "A stick")
    folder = tmp_path / "A stick"
    assert [path.name for path in folder.iterdir() if path.is_file()] == ["START-HERE.html"]
    page.goto((folder / "START-HERE.html").as_uri())
    page.wait_for_url((folder / "online-safety/index.html").as_uri())
    page.get_by_role("link", name="Get help").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.startswith(folder.as_uri())
