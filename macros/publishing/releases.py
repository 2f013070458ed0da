"""Puts releases into a folder from which one is served, and changes over to the newest in one step.

  current  → releases/<name>     what is served: current/site
  previous → releases/<name>     the one before, to go back to

A web server looks up “current” for each file that it is asked for. One rename changes it, so each answer is of one
release or of the other, and at no moment is there none.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from macros.finish.building import PlaceError, refuse_projects_own
from macros.hosts.headers import HASHED
from macros.publishing.manifest import is_whole, read_manifest

CURRENT = "current"
PREVIOUS = "previous"
RELEASES = "releases"
LOCK = ".lock"
NEW = ".new-"
# Every folder that is kept here holds it. One without it may hold what somebody wants to keep.
MARKER = "kept-by-publish.txt"
MARKER_WORDS = (
    "This folder is kept by “publish”. Web servers serve current/site. To go back to the site before this one, let "
    "“current” lead where “previous” does. What you put in here may be deleted.\n"
)
NAMED_AFTER_CONTENT = re.compile(HASHED + r"(\.(br|gz))?$")


@contextmanager
def open_place(root: Path, place: Path) -> Iterator[Path]:
    """Open the folder in which releases are kept, and give a new folder in it to make one in.

    Args:
        root: the project's folder.
        place: the folder in which releases are kept; it may not be there yet.

    Raises:
        PlaceError: it belongs to the project, holds what no “publish” has put there, cannot hold links, or another
            “publish” is under way; what is there stays as it was.
        OSError: it cannot be written.
    """
    refuse_projects_own(root.resolve(), place.resolve())
    if set(str(place)) & set('"$\n'):
        raise PlaceError(f"{place} has a sign in its name that means something to a web server. Choose another folder.")
    if place.exists() and not place.is_dir():
        raise PlaceError(f"{place} is a file. Choose a folder to publish into.")
    if place.is_dir() and any(place.iterdir()) and not (place / MARKER).exists():
        raise PlaceError(
            f"{place} holds files that “publish” has not put there. Choose an empty folder or a new one. The web "
            f"server then serves “{CURRENT}/site” in it."
        )
    place.mkdir(parents=True, exist_ok=True)
    (place / MARKER).write_text(MARKER_WORDS, encoding="utf-8")  # first: what is ended after it is known as ours
    (place / RELEASES).mkdir(exist_ok=True)
    lock = FileLock(place / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise PlaceError(
            f"Another “publish” to {place} is under way. Wait until it has ended, and try again."
        ) from None
    try:
        for left in place.glob(f"{NEW}*"):
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(prefix=NEW, dir=place, ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    finally:
        lock.release()


def put(release: Path, name: str, place: Path) -> bool:
    """Put a release into its place, and change over to it. The one before is kept, and those before that are deleted.

    Args:
        release: its folder, on the same disk, with its list.
        name: its name.
        place: the folder in which releases are kept.

    Returns:
        Whether anything has changed: not if what is served now is the same, and whole.

    Raises:
        PlaceError: the disk cannot hold links.
        OSError: it cannot be put there; what was served is served still.
    """
    before = led_to(place / CURRENT)
    if before and before.name.partition("-")[0] == name and is_whole(before):
        return False
    if before:
        keep_dates(release, before)
        carry_over(release, before)
    make_readable(release)
    target = _free(place / RELEASES, name)
    release.rename(target)
    if hasattr(os, "sync"):
        os.sync()  # what is named before it is written would be empty after a power cut
    if before:
        point(place / PREVIOUS, before)
    point(place / CURRENT, target)
    prune(place)
    return True


def led_to(link: Path) -> Path | None:
    """Give the release to which a link leads; None where it leads to none."""
    target = link.parent / link.readlink() if link.is_symlink() else None
    return target if target and target.is_dir() else None


def keep_dates(release: Path, before: Path) -> None:
    """Give each file that has not changed the date of the same file before: a browser that has it need not load it.

    Args:
        release: the new release, with its list.
        before: the one that is served, likewise.
    """
    known = read_manifest(before)
    for path, facts in read_manifest(release).items():
        old = before / path
        if known.get(path) == facts and old.is_file():
            date = old.stat().st_mtime_ns
            os.utime(release / path, ns=(date, date))


def carry_over(release: Path, before: Path) -> None:
    """Take over style sheets and scripts that are named after their content: pages that are open still ask for them.

    What only the release before that had is not in its list, and is left. Nothing else is taken over: a picture that
    was taken down is gone.

    Args:
        release: the new release.
        before: the one that is served, with its list.
    """
    for path in read_manifest(before):
        old, new = before / path, release / path
        if NAMED_AFTER_CONTENT.search(path) and old.is_file() and not new.exists():
            new.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(old, new)


def make_readable(release: Path) -> None:
    """Let a web server read a release, whatever this person's own new files are like."""
    release.chmod(0o755)
    for file in release.rglob("*"):
        file.chmod(0o755 if file.is_dir() else 0o644)


def point(link: Path, target: Path) -> None:
    """Let a link lead to a release, in one step.

    Args:
        link: the link, which may be there already.
        target: the release, in the same place.

    Raises:
        PlaceError: the disk cannot hold links.
    """
    fresh = link.with_name(f".{link.name}-next")
    fresh.unlink(missing_ok=True)
    try:
        fresh.symlink_to(target.relative_to(link.parent), target_is_directory=True)
    except (OSError, NotImplementedError) as error:
        raise PlaceError(
            f"{link.parent} cannot hold links, with which “publish” changes over ({error}). Choose a folder on another "
            "disk; or build with “build --publish”, and copy the folder “site”."
        ) from error
    fresh.replace(link)


def prune(place: Path) -> None:
    """Delete the releases to which neither link leads."""
    wanted = {led_to(place / CURRENT), led_to(place / PREVIOUS)}
    for release in (place / RELEASES).iterdir():
        if release not in wanted:
            shutil.rmtree(release, ignore_errors=True)


def _free(releases: Path, name: str) -> Path:
    """Give a name that is free: the same content may have been published before, and be kept or broken."""
    number, target = 2, releases / name
    while target.exists():
        number, target = number + 1, releases / f"{name}-{number}"
    return target
