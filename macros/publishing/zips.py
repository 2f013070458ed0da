"""Puts the site into two zips: one for a USB stick, and one for a web host that takes a zip."""

from __future__ import annotations

from pathlib import Path

from macros.exports.zips import zipped
from macros.hosts.files import SITE

FOLDER = "online-safety"
START = "START-HERE.html"
# A page beside the folder: what is opened first is not to be looked for among fifty files.
START_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url={folder}/index.html">
<title>Online safety</title>
</head>
<body>
<p><a href="{folder}/index.html">Open the online safety site</a></p>
</body>
</html>
"""
# What only a web host reads.
OF_HOSTS = frozenset({".htaccess", "_headers"})


def usb_zip(release: Path) -> bytes:
    """Give the zip for a stick or a shared drive: a folder with the site, and a page beside it that opens it.

    Args:
        release: a release whose texts are not packed.

    Raises:
        OSError: a file cannot be read.
    """
    files = {f"{FOLDER}/{name}": content for name, content in _read(release / SITE).items() if name not in OF_HOSTS}
    return zipped({START: START_PAGE.format(folder=FOLDER).encode(), **files})


def host_zip(release: Path) -> bytes:
    """Give the zip for a web host: the site with what Apache, Netlify and Cloudflare read, and the files for others.

    Args:
        release: a release whose texts are not packed.

    Raises:
        OSError: a file cannot be read.
    """
    return zipped(_read(release))


def _read(folder: Path) -> dict[str, bytes]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
