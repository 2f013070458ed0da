"""The editor's own files, as npm has them: each is served from this machine, and none asks another."""

from __future__ import annotations

import json
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).parent / "node"
MODULES = FOLDER / "node_modules"
SVELTIA = "@sveltia/cms"
# Where its script would ask for letters and signs, and for the words of other languages and news of itself.
FONTS = "https://cdn.jsdelivr.net/fontsource/fonts/"
ITSELF = "https://unpkg.com/@sveltia/cms"
STATUS = "https://www.githubstatus.com/"
HERE = MappingProxyType({FONTS: "fonts/", ITSELF: "sveltia", STATUS: "status/"})
# By the family that the script asks for, the package and its file.
FAMILIES = MappingProxyType({
    "source-sans-3": ("@fontsource-variable/source-sans-3", "source-sans-3-latin-wght-normal.woff2"),
    "material-symbols-outlined": (
        "@fontsource-variable/material-symbols-outlined",
        "material-symbols-outlined-latin-wght-normal.woff2",
    ),
    "noto-mono": ("@fontsource/noto-mono", "noto-mono-latin-400-normal.woff2"),
})  # fmt: skip


class NotInstalledError(Exception):
    """The editor is not on this machine; the text says how to get it."""


def script() -> str:
    """Give the editor's script, with addresses of this machine in the place of others.

    Raises:
        NotInstalledError: it is not there.
    """
    file = MODULES / SVELTIA / "dist" / "sveltia-cms.js"
    if not file.is_file():
        raise NotInstalledError("The editor is not installed. “make edit” installs it, with a network.")
    text = file.read_text(encoding="utf-8")
    for there, here in HERE.items():
        text = text.replace(there, f"/admin/{here}")
    return text


def version() -> str:
    """Give the version of the editor."""
    return str(json.loads((MODULES / SVELTIA / "package.json").read_text(encoding="utf-8"))["version"])


def find(path: str) -> Path | None:
    """Find a file that the script asks for.

    Args:
        path: what it asks for, behind “/admin/”.

    Returns:
        The file, or None where we have none: the editor does without it.
    """
    first, _, rest = path.partition("/")
    if first == "fonts":
        package, name = FAMILIES.get(rest.split(":")[0].split("@")[0], ("", ""))
        return MODULES / package / "files" / name if package else None
    if first.partition("@")[0] == "sveltia":
        file = (MODULES / SVELTIA / rest).resolve()
        return file if file.is_relative_to((MODULES / SVELTIA).resolve()) and file.is_file() else None
    return None
