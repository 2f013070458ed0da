"""Installs a peer from PyPI into an environment of its own, so that nothing of ours meets anything of its."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.bench.builds import ROOT, environment


def installed(name: str, packages: list[str]) -> str | None:
    """Install a peer under bench-results/ if it is not there.

    Args:
        name: of its folder.
        packages: what is installed, each with its version: “zensical==0.0.73”.

    Returns:
        The Python of its environment, or None where it cannot be had.
    """
    folder = ROOT / "bench-results" / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = folder / ".ready"
    if ready.exists() and ready.read_text(encoding="utf-8") == " ".join(packages):
        return str(python)
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *packages]
    if subprocess.run(pip, env=environment(), capture_output=True, check=False).returncode != 0:
        return None
    ready.write_text(" ".join(packages), encoding="utf-8")
    return str(python)
