"""Installs what WeasyPrint and veraPDF need of the system, where it can; says what is missing where it cannot."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from macros.packs.printing import NoPrinterError, ask_for_printer
from tests.paper.judges import JAXB

DEBIAN = (
    "libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-liberation", "default-jdk-headless",
    "libjaxb-java",
)  # fmt: skip


def missing() -> list[str]:
    """Say what is missing, each in a sentence."""
    found = []
    try:
        ask_for_printer()
    except NoPrinterError as error:
        found.append(str(error))
    if not shutil.which("java"):
        found.append("veraPDF needs Java, which is not here. On Debian or Ubuntu: apt-get install default-jdk-headless")
    found.extend(
        f"veraPDF needs {file}, which is not here. On Debian or Ubuntu: apt-get install libjaxb-java"
        for file in JAXB
        if not file.exists()
    )
    return found


def main() -> int:
    """Install what is missing; give 0 when all is there."""
    if missing() and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False)
        subprocess.run(["apt-get", "install", "-qy", "--no-install-recommends", *DEBIAN], env=quiet, check=False)
    still = missing()
    for sentence in still:
        print(sentence, file=sys.stderr)
    return 1 if still else 0


if __name__ == "__main__":
    sys.exit(main())
