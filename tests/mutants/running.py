"""Runs tests on a mutant, in a copy of the project: what is being worked on is never broken."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

# What the project's own folder holds besides the project; “site” and “look” are names of rooms, too.
MADE = frozenset({".git", ".venv", "site", "packs", "look", "bench-results", "test-results"})
LEFT_OUT = shutil.ignore_patterns("node_modules", "__pycache__", ".*_cache", ".hypothesis", ".site-*")
SLOWEST = 600  # seconds of the processor's time; a mutant that never ends is noticed, too
PATIENCE = 7200  # seconds of the clock: a machine that is busy with other work must not count as a test that failed
NO_TEST_FAILED, SOME_FAILED = 0, 1  # exit codes of pytest


def copied(root: Path, to: Path) -> Path:
    """Copy the project with its tests; the tests' browser tools are linked."""

    def left_out(folder: str, names: list[str]) -> set[str]:
        return {*LEFT_OUT(folder, names), *(MADE.intersection(names) if Path(folder) == root else ())}

    shutil.copytree(root, to, ignore=left_out, symlinks=True)
    tools = root / "tests/node/node_modules"
    if tools.exists():
        (to / "tests/node/node_modules").symlink_to(tools)
    return to


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SLOWEST, SLOWEST))


def noticed(project: Path, path: str, text: str, tests: Sequence[str]) -> bool:
    """Say whether a test fails when a file has another text; the file is put back.

    Args:
        project: the copy of the project.
        path: the file.
        text: its other text.
        tests: the test files to run, up to the first failure.

    Raises:
        RuntimeError: pytest could not run the tests at all.
        TimeoutExpired: they wait for something that does not come.
    """
    file = project / path
    before = file.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    try:
        run = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", *tests],
            cwd=project,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(project)},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
            preexec_fn=_limited,
        )
    finally:
        file.write_text(before, encoding="utf-8")
    if run.returncode == NO_TEST_FAILED:
        return False
    # A module that cannot be imported stops pytest before its first test (2, or 4 for conftest.py); a process that
    # a signal ended (it is told as a negative code) ran for too long, or crashed.
    if run.returncode == SOME_FAILED or run.returncode < 0 or "Error" in run.stdout + run.stderr:
        return True
    raise RuntimeError(f"The tests could not be run:\n{run.stdout}{run.stderr}")
