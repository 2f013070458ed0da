"""Publishes again and again, is ended at chance moments and runs out of disk, while the site is asked for all the time.

python -m tests.gapless            50 moments
python -m tests.gapless 10 a       10 moments, and the same as the last time with that seed
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from macros.publishing.manifest import is_whole
from tests.browser.serving import served
from tests.copying import copy_project, fingerprint, thin_out

ROOT = Path(__file__).parents[2]
# What is loaded by a page of each kind: it, and what it names.
PAGES = ("index.html", "help/index.html", "learners/index.html", "parents/index.html", "404.html")
BASE = "/pages/"  # in the address of that school
# A room too small for the release that is kept, and another.
ROOMS = (2, 9, 15, 18)  # half megabytes: it is full for MkDocs, for what finishes the pages, and for what packs them


def ready(folder: Path) -> Path:
    """Make a small project that is ready to be published."""
    project = copy_project(ROOT, folder)
    thin_out(project)
    shutil.copy(ROOT / "tests/fixtures/other_school/school.yml", project / "school.yml")
    return project


def change(project: Path, number: int) -> None:
    """Give the site other content: a word of a page, and a style, so that a style sheet has another name."""
    page = project / "docs/help/index.md"
    text = page.read_text(encoding="utf-8").partition("\n\nPublished by chance")[0].rstrip("\n")
    page.write_text(f"{text}\n\nPublished by chance, the {number}th time.\n", encoding="utf-8")
    sheet = project / "docs/assets/stylesheets/light.css"
    style = sheet.read_text(encoding="utf-8").partition("\n/*!")[0]
    sheet.write_text(f"{style}\n/*! {number} */\n", encoding="utf-8")


def begun(project: Path, place: str, environment: dict[str, str] | None = None) -> subprocess.Popen[str]:
    """Begin to publish, in a group of processes of its own, so that all of it can be ended at once."""
    return subprocess.Popen(
        [sys.executable, "-m", "macros", "--root", str(project), "publish", place],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


class Visitor(threading.Thread):
    """Asks for pages and for the style sheets and scripts that they name, all the time."""

    def __init__(self, root: str) -> None:
        super().__init__(daemon=True)
        self.root, self.asked, self.failed, self.ended = root, 0, list[str](), threading.Event()

    def run(self) -> None:
        while not self.ended.is_set():
            for page in PAGES:
                for link in self.ask(page).split('rel="stylesheet" href="')[1:]:
                    address = link.partition('"')[0].removeprefix(BASE)
                    self.ask(os.path.normpath(f"{Path(page).parent}/{address}"))

    def ask(self, path: str) -> str:
        self.asked += 1
        try:
            with urllib.request.urlopen(self.root + path, timeout=20) as answer:
                return str(answer.read().decode())
        except (OSError, UnicodeDecodeError) as error:
            self.failed.append(f"{path}: {error}")
            return ""


def written(place: Path) -> int:
    """Count the files of the release that is being made."""
    return sum(len(files) for folder in place.glob(".new-*") for _, _, files in os.walk(folder))


def killed(project: Path, place: Path, moments: int, chance: random.Random) -> Iterator[str]:
    """Publish, end it at moments by chance, and name what is not whole then."""
    change(project, moments + 1)
    run = begun(project, str(place))
    most = 0
    while run.poll() is None:
        most = max(most, written(place))
        time.sleep(0.02)
    print(f"One writes {most} files.", flush=True)
    for number in range(moments):
        change(project, number)
        before = (place / "current").resolve().name
        run = begun(project, str(place))
        # By how far it is, and not by a clock, which runs otherwise on a busy machine.
        wanted, later = chance.randint(0, most), chance.uniform(0, 0.5)
        while run.poll() is None and written(place) < wanted:
            time.sleep(0.005)
        with contextlib.suppress(subprocess.TimeoutExpired):
            run.wait(timeout=later)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
        after = (place / "current").resolve().name
        if not is_whole(place / "current"):
            yield f"ended after {wanted} files: the site is not whole"
        found = "the new one" if after != before else "the old one"
        print(f"  {number + 1:2}: after {wanted:4} files and {later:.2f} s, {found}", flush=True)
    change(project, moments)
    last = begun(project, str(place))
    said = last.communicate()[0]
    if last.returncode or not said.startswith("Published"):
        yield f"after all that, it cannot be published: {said}"
    left = sorted(path.name for path in place.iterdir() if path.name.startswith(".new"))
    if left or len(list((place / "releases").iterdir())) != 2:
        yield f"left behind: {left}"


def filled(project: Path, folder: Path) -> Iterator[str]:
    """Publish to disks that are too small for two releases, and name what is not as it was."""
    place = folder / "full"
    for room in ROOMS:
        with disk(place, 26) as mounted:
            if not mounted:
                print("No small disk can be made here: this needs the administrator (root) of a Linux.")
                return
            inside = place / "site"
            if begun(project, str(inside)).wait():
                yield "the first does not fit on the disk: the test must be mended"
                return
            free = shutil.disk_usage(place).free
            (place / "filler").write_bytes(b"0" * max(0, free - room * 500_000))
            before = fingerprint(inside)
            change(project, 1_000 + room)
            run = begun(project, str(inside))
            said = run.communicate()[0]
            if run.returncode == 0:
                print(f"  With {room / 2} MB left it fits.")
                continue
            print(f"  With {room / 2} MB left: {said.strip().splitlines()[0]}", flush=True)
            if "Traceback" in said or not ("No space left" in said or "is full" in said):
                yield f"a full disk is told so: {said[-500:]}"
            if fingerprint(inside) != before:
                yield "a full disk changed what is served"


@contextmanager
def disk(place: Path, megabytes: int) -> Iterator[bool]:
    """Make a small disk in memory."""
    place.mkdir(exist_ok=True)
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", place], capture_output=True, check=False
    )
    try:
        yield made.returncode == 0
    finally:
        if made.returncode == 0:
            subprocess.run(["umount", place], check=True)


def alike(folder: Path) -> Iterator[str]:
    """Build twice, in other folders, on other days, and in another language; name the files that differ."""
    built = []
    # Both days in one half term: the newsletter's feed has a paragraph more in the next, as it should.
    faketime = shutil.which("faketime")
    for number, (day, settings) in enumerate(
        (
            ("2026-11-29 10:00:00", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
            ("2026-12-17 23:59:58", {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "77"}),
        )
    ):
        project = ready(folder / ("one" if number == 0 else "another/deep one"))
        site = project / "out"
        command = [sys.executable, "-m", "macros", "--root", str(project), "build", "--publish", "--site", str(site)]
        before = os.umask(0o077 if number else 0o022)
        try:
            subprocess.run(
                [*([faketime, day] if faketime else []), *command],
                cwd=ROOT, env={**os.environ, **settings}, check=True, stdout=subprocess.DEVNULL,
            )  # fmt: skip
        finally:
            os.umask(before)
        built.append(fingerprint(site))
    differing = [path for path in built[0].keys() | built[1].keys() if built[0].get(path) != built[1].get(path)]
    print(
        f"Two builds: {len(built[0])} files, {len(differing)} differ{'' if faketime else ' (on one day)'}.", flush=True
    )
    yield from (f"differs from build to build: {path}" for path in sorted(differing))


def main(arguments: Sequence[str] | None = None) -> int:
    """Do all of it, and report; give 1 when something was not whole, or a request failed."""
    parser = argparse.ArgumentParser(prog="tests.gapless", description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("moments", nargs="?", type=int, default=50, help="how often it is ended (default: 50)")
    parser.add_argument("seed", nargs="?", default="1", help="of the moments")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wrong = list(alike(folder))
        project, place = ready(folder / "project"), folder / "place"
        assert begun(project, str(place)).wait() == 0
        with served(place / "current/site") as root:
            visitor = Visitor(root)
            visitor.start()
            wrong += killed(project, place, options.moments, random.Random(options.seed))
            visitor.ended.set()
            visitor.join()
        print(f"{visitor.asked} requests meanwhile, {len(visitor.failed)} failed.")
        wrong += visitor.failed[:20]
        wrong += filled(project, folder)
    print("All is well." if not wrong else "\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
