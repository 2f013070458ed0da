"""Builds the site beside the old one and changes them over, so that a failed build loses nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.finish.security import secure_pages
from macros.finish.stylesheets import join_style_sheets


class BuildError(Exception):
    """MkDocs could not build the site; the text is what it said."""


def build_site(root: Path, site: Path) -> int:
    """Build the site with MkDocs, finish its pages, and put it in place of the old one.

    Args:
        root: the project's folder.
        site: where the site is to be.

    Returns:
        How many pages it has.

    Raises:
        BuildError: the build failed; the old site is as it was.
    """
    fresh = site.with_name(f".{site.name}-new")
    shutil.rmtree(fresh, ignore_errors=True)
    # PYTHONHASHSEED: the same content gives the same bytes.
    environment = {**os.environ, "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh.resolve())],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        shutil.rmtree(fresh, ignore_errors=True)
        raise BuildError(_what_mattered(run.stderr + run.stdout) + "\nThe site was not built; the last good one stays.")
    join_style_sheets(fresh)
    pages = secure_pages(fresh)
    swap(fresh, site)
    return pages


def swap(fresh: Path, site: Path) -> None:
    """Put a new folder in the place of an old one; the old one goes only when the new one stands."""
    old = site.with_name(f".{site.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _what_mattered(said: str) -> str:
    """Keep the lines of a build's output that tell what is wrong."""
    lines = [line for line in said.splitlines() if not line.startswith(("INFO", "DEBUG"))]
    return "\n".join(lines).strip()
