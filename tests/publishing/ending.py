"""Ends a “publish” before its first, second, third … change of the disk, each time in a process of its own.

python -m tests.publishing.ending FOLDER

FOLDER/fresh is the release to be published; FOLDER/begin is the place as it was before. For each moment the place is
copied to FOLDER/at-<number>, and left as the ended process left it. Prints how many moments there are.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from macros.publishing.releases import open_place, put

# What Python tells of before it does it (PEP 578).
CHANGES = frozenset({
    "os.rename", "os.symlink", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "os.utime", "os.link", "open",
})  # fmt: skip


def publish(place: Path, fresh: Path) -> None:
    """Publish, as the command does once the release is made."""
    with open_place(place.parent / "no-project", place) as folder:
        shutil.copytree(fresh, folder / "release")
        put(folder / "release", "b" * 16, place)


def ended_at(moment: int, place: Path, fresh: Path) -> bool:
    """Publish in another process that ends before its change of that number; say whether it came to that."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    seen = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event in CHANGES and str(place) in str(arguments) and not (event == "open" and arguments[1] == "r"):
            seen += 1
            if seen > moment:
                os._exit(9)

    sys.addaudithook(count)
    try:
        publish(place, fresh)
    except BaseException:
        os._exit(1)
    os._exit(0)


def main(folder: Path) -> int:
    """End it at every moment, until it comes to its end."""
    os.sync = lambda: None  # the disk of a test need not outlive a power cut
    moment = 0
    while True:
        place = folder / f"at-{moment}"
        shutil.copytree(folder / "begin", place, symlinks=True)
        if not ended_at(moment, place, folder / "fresh"):
            break
        moment += 1
    print(moment)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
