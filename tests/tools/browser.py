"""Finds the browser that the tests drive."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without windows to draw, it shows a page in half the time; it has no memory of whole pages for “back”.
SHELL = "chromium-headless-shell"
VERSION = re.compile(r"\b\d+\.\d+\.\d+")

# The browser speaks to nobody but the tests' own server.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

MISSING = (
    "No browser was found for the tests. Run “make test”, which installs one, "
    "or put the path of a Chromium in the environment variable CHROMIUM."
)

# In a process of its own: Playwright cannot be started twice in one.
PLAYWRIGHTS_OWN = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find_browser(*, whole: bool = False) -> str | None:
    """Find a Chromium or Chrome.

    Args:
        whole: whether it must be a whole browser, and not the shell.

    Returns:
        Its path: what the environment variable CHROMIUM names, else the first on the PATH that runs, else
        the one that Playwright has installed, else None.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for name in NAMES if whole else (SHELL, *NAMES):
        path = shutil.which(name)
        if path and runs(path):
            return path
    said = subprocess.run([sys.executable, "-c", PLAYWRIGHTS_OWN], capture_output=True, text=True, check=False)
    return shutil.which(said.stdout.strip()) if said.returncode == 0 else None


def runs(path: str) -> bool:
    """Say whether a program gives its version; Ubuntu's `chromium-browser` may be a note in a browser's place."""
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    return said.returncode == 0 and VERSION.search(said.stdout) is not None
