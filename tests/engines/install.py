"""Installs the other engines where it can: Firefox and WebKit from Debian, a Chromium of 2020 from npm."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.engines.drivers import FOLDER
from tests.tools.node import npm_installed

DEBIAN = ("firefox-esr", "webkit2gtk-driver", "xvfb", "python3-gi", "gir1.2-webkit2-4.1")
PROGRAMS = ("firefox-esr", "WebKitWebDriver", "Xvfb")
NOT_HERE = (
    "{} cannot be installed here: this needs Debian and its administrator (root). "
    "An engine that is there can be asked alone: make engines ENGINES=chromium"
)


def main() -> int:
    """Install what is missing; give 0 when all is there."""
    missing = [program for program in PROGRAMS if not shutil.which(program)]
    if missing and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False)
        subprocess.run(["apt-get", "install", "-qy", "--no-install-recommends", *DEBIAN], env=quiet, check=False)
    for program in missing:
        if not shutil.which(program):
            print(NOT_HERE.format(program), file=sys.stderr)
    return 0 if npm_installed(FOLDER, "an old Chromium") else 1


if __name__ == "__main__":
    sys.exit(main())
