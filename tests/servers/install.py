"""Installs nginx, Apache, rsync and an ssh server where it can: on Debian, as root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

DEBIAN = ("nginx-light", "libnginx-mod-http-brotli-static", "apache2", "rsync", "openssh-client", "openssh-server")
PROGRAMS = ("nginx", "apache2", "rsync", "ssh", "sshd")
# Debian's administrators have them in their path, and others have not.
PATH = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))


def main() -> int:
    """Install what is missing; give 0 when all is there."""
    missing = [program for program in PROGRAMS if not shutil.which(program, path=PATH)]
    if missing and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], env=quiet, check=False)
        subprocess.run(["apt-get", "install", "-qy", "--no-install-recommends", *DEBIAN], env=quiet, check=False)
        missing = [program for program in PROGRAMS if not shutil.which(program, path=PATH)]
    for program in missing:
        print(f"{program} cannot be installed here: this needs Debian and its administrator (root).", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
