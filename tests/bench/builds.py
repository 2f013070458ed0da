"""Builds the site and its peers, and says how long each took."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import yaml

from tests.copying import copy_project

ROOT = Path(__file__).parents[2]


class BuildFailedError(Exception):
    """A build failed; the text is the end of what it said."""


def environment() -> dict[str, str]:
    """Give the environment of every build: what Python has compiled is kept, so that no side compiles anew."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def processor() -> float:
    """Give the processor seconds that all finished builds took: steadier than the clock on a busy machine."""
    times = os.times()
    return times.children_user + times.children_system


def timed(command: list[str], folder: Path) -> float:
    """Run a command; give the processor seconds it took.

    Raises:
        BuildFailedError: it did not end well.
    """
    begin = processor()
    run = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise BuildFailedError("\n".join((run.stderr + run.stdout).strip().splitlines()[-12:]))
    return processor() - begin


def mkdocs(config: Path, site: Path, python: str = sys.executable) -> float:
    """Build with MkDocs; give the processor seconds it took."""
    named = ["--config-file", str(config), "--site-dir", str(site)]
    return timed([python, "-m", "mkdocs", "build", "--quiet", "--no-strict", *named], config.parent)


def ours(project: Path, site: Path) -> float:
    """Build as `make build` does, checks and finishing included; give the processor seconds it took."""
    return timed([sys.executable, "-m", "macros", "build", "--site", str(site)], project)


def copied(to: Path) -> Path:
    """Copy the project, so that nothing is written into it."""
    return copy_project(ROOT, to, ROOT / "school.yml")


def pages(site: Path) -> int:
    """Count the pages of a site."""
    return len(list(site.rglob("*.html")))


def write_peer(project: Path, docs: Path, **more: object) -> Path:
    """Write the configuration of a peer: plain pages under the unchanged theme, pruned.

    Args:
        project: whose Markdown extensions and navigation features it has.
        docs: its pages.
        more: other settings, such as plugins.

    Returns:
        The configuration.
    """
    own = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    peer = {
        "site_name": "Peer",
        "docs_dir": docs.name,
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False, "features": own["theme"]["features"]},
        "plugins": ["search"],
        "markdown_extensions": own["markdown_extensions"],
        **more,
    }
    config = docs.with_suffix(".yml")
    config.write_text(yaml.safe_dump(peer), encoding="utf-8")
    return config
