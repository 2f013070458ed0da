"""The list of all files of a release, each with its hash: what is published can be compared with what was built."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

MANIFEST = "manifest.json"


def write_manifest(release: Path) -> str:
    """Write the list into a release.

    Args:
        release: its folder.

    Returns:
        The name of the release: the first sixteen letters of the list's own SHA-256. The same files have the same name.

    Raises:
        OSError: a file cannot be read or written.
    """
    text = json.dumps({"files": hashes(release)}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    (release / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def hashes(release: Path) -> dict[str, dict[str, str | int]]:
    """Give the SHA-256 (FIPS 180-4) and the size in bytes of each file of a release, by its path, without the list."""
    files = sorted(file for file in release.rglob("*") if file.is_file() and file != release / MANIFEST)
    return {file.relative_to(release).as_posix(): _facts(file) for file in files}


def _facts(file: Path) -> dict[str, str | int]:
    content = file.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


def read_manifest(release: Path) -> dict[str, dict[str, str | int]]:
    """Give what the list of a release says; nothing where there is no list, or none that can be read."""
    try:
        listed = json.loads((release / MANIFEST).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return listed if isinstance(listed, dict) else {}


def is_whole(release: Path) -> bool:
    """Say whether every file of a release's list is there as it was, byte for byte."""
    listed = read_manifest(release)
    found = hashes(release)
    return bool(listed) and all(found.get(path) == facts for path, facts in listed.items())
