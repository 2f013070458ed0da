"""Copies the project with its code, so that a test can build what it has changed."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

CONTENT = ("docs", "lessons", "quizzes", "macros", "school.yml", "mkdocs.yml")


def copy_project(root: Path, to: Path) -> Path:
    """Copy what a build reads: content, code and settings."""
    for name in CONTENT:
        if (root / name).is_dir():
            shutil.copytree(root / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            to.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, to / name)
    return to


def fingerprint(folder: Path) -> dict[str, str]:
    """Give a hash of every file of a folder."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
