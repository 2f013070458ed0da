"""Puts a release onto another machine by rsync over ssh, and changes over to it there in one step.

What stands there is as in `releases`: there the two links are changed by a few lines for the shell of that machine,
which needs no more than ssh, rsync and the ordinary commands of a Linux.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from macros.finish.building import PlaceError
from macros.publishing.manifest import MANIFEST
from macros.publishing.releases import CURRENT, MARKER, MARKER_WORDS, NEW, PREVIOUS, RELEASES

# A host has two letters or more: “C:” is a disk.
REMOTE = re.compile(r"(?P<host>(?:[\w.-]+@)?[A-Za-z0-9][\w.-]+):(?P<path>[\w./~-]+)")
LOOKS_REMOTE = re.compile(r"(?:[\w.-]+@)?[\w.-]{2,}:(?!\\)")

# The lock is a folder: to make one is a single step. One that has been left for two hours is of a run that was ended.
PREPARE = """set -eu
mkdir -p {path}
cd {path}
if [ ! -e {marker} ] && [ -n "$(ls -A)" ]; then echo foreign; exit 0; fi
printf '%s' {words} > {marker}
find . -maxdepth 1 -name .lock-dir -mmin +120 -exec rmdir {{}} +
if ! mkdir .lock-dir 2>/dev/null; then echo locked; exit 0; fi
mkdir -p {releases}
rm -rf {new}*
if [ -e {current}/{manifest} ]; then cat {current}/{manifest}; fi
"""
SWAP = """set -eu
cd {path}
target={releases}/{name}
number=2
while [ -e "$target" ]; do target={releases}/{name}-$number; number=$((number + 1)); done
if [ -e {current}/site/assets ]; then
  (cd {current} && find site -type f) | grep -E {hashed} | while read -r file; do
    if grep -qF "\\"$file\\"" {current}/{manifest} && [ ! -e {new}{name}/"$file" ]; then
      mkdir -p {new}{name}/"$(dirname "$file")"
      cp -p {current}/"$file" {new}{name}/"$file"
    fi
  done
fi
mv {new}{name} "$target"
sync
if [ -L {current} ]; then
  ln -s "$(readlink {current})" .previous-$$
  mv -T .previous-$$ {previous}
fi
ln -s "$target" .current-$$
mv -T .current-$$ {current}
for release in {releases}/*; do
  if [ "$release" != "$(readlink {current})" ] && [ "$release" != "$(readlink {previous} || true)" ]; then
    rm -rf "$release"
  fi
done
"""
UNLOCK = "rmdir {path}/.lock-dir"
HASHED = r"\.[0-9a-f]{8}\.(min\.)?(css|js)(\.(br|gz))?$"


@dataclass(frozen=True)
class Remote:
    """A folder on another machine.

    Attributes:
        host: the machine, as ssh names it: “web@www.example.sch.uk”.
        path: the folder there.
    """

    host: str
    path: str

    def __str__(self) -> str:
        return f"{self.host}:{self.path}"


def remote(place: str) -> Remote | None:
    """Read the name of a folder on another machine; None where it is one of this machine.

    Raises:
        PlaceError: it looks like one, and has signs that a shell would read in its own way.
    """
    if found := REMOTE.fullmatch(place):
        return Remote(found["host"], found["path"])
    if LOOKS_REMOTE.match(place):
        raise PlaceError(
            f"“{place}” is not read: write name@machine:folder with letters, digits and . _ - / ~ only, as in "
            "web@www.example.sch.uk:sites/online-safety"
        )
    return None


def put_there(release: Path, name: str, there: Remote) -> bool:
    """Copy a release to another machine, and change over to it there. The one before is kept.

    Args:
        release: its folder, with its list.
        name: its name.
        there: the folder in which releases are kept.

    Returns:
        Whether anything has changed: not if what is served there has the same list.

    Raises:
        PlaceError: ssh or rsync is missing, the machine does not answer, or the folder holds something else; what is
            served there stays as it was.
    """
    for program in ("ssh", "rsync"):
        if not shutil.which(program):
            raise PlaceError(f"To publish to another machine needs “{program}”, which is not installed here.")
    names = {
        "path": _quoted(there.path), "marker": MARKER, "words": shlex.quote(MARKER_WORDS), "releases": RELEASES,
        "new": NEW, "current": CURRENT, "previous": PREVIOUS, "manifest": MANIFEST, "name": name,
        "hashed": shlex.quote(HASHED),
    }  # fmt: skip
    said = _on(there, PREPARE.format(**names))
    if said.startswith("foreign"):
        raise PlaceError(f"{there} holds files that “publish” has not put there. Choose an empty folder or a new one.")
    if said.startswith("locked"):
        raise PlaceError(f"Another “publish” to {there} is under way. Wait until it has ended, and try again.")
    try:
        if said == (release / MANIFEST).read_text(encoding="utf-8"):
            return False
        _run([
            # Not by dates: a file that has not changed is not sent, and keeps the date that it has there.
            *("rsync", "--recursive", "--checksum", "--perms", "--chmod=D755,F644", f"--link-dest=../{CURRENT}/"),
            f"{release}/",
            f"{there}/{NEW}{name}/",
        ])  # fmt: skip
        _on(there, SWAP.format(**names))
    finally:
        _on(there, UNLOCK.format(**names), check=False)
    return True


def _quoted(path: str) -> str:
    """Quote a path for a shell, which still reads a “~/” before it."""
    return "~/" + shlex.quote(path[2:]) if path.startswith("~/") else shlex.quote(path)


def _on(there: Remote, script: str, *, check: bool = True) -> str:
    return _run(["ssh", there.host, "sh", "-s"], script, check=check)


def _run(command: list[str], script: str | None = None, *, check: bool = True) -> str:
    run = subprocess.run(command, input=script, capture_output=True, text=True, encoding="utf-8", check=False)
    if check and run.returncode:
        why = (run.stderr.strip() or f"it ended with {run.returncode}").splitlines()[-1]
        raise PlaceError(f"“{command[0]}” failed: {why}\nWhat was published before is as it was.")
    return run.stdout
