"""Tells when something was saved, by what the system says of the folders that hold it. It reads no file."""

from __future__ import annotations

import os
import platform
import sys
import threading
from collections.abc import Collection
from pathlib import Path
from types import TracebackType

from watchfiles import Change, watch
from watchfiles.main import FileChange

STEP = 30  # milliseconds without a further change: some editors write a file in several steps
DEBOUNCE = 300  # milliseconds after which a change is told, though others follow
TIMEOUT = 50  # milliseconds after which it is known that watching has begun
POLL = 300  # milliseconds between two looks at the files, where the system cannot tell of a save
ROUGH = 1.0  # seconds: where the files are looked at, two saves within one second are not told apart
RETRY = 0.5  # seconds until it is tried again, where there is nothing to watch


class Watcher:
    """Watches files and folders until it is closed: `with Watcher(root, names) as watcher: watcher.changed.wait()`.

    Each folder is watched by itself. A watch of a whole tree ends at the first folder that cannot be opened, and says
    nothing of it; this one passes over that folder, and over links that lead nowhere or in a circle.

    Attributes:
        changed: set when something was saved, made, moved or deleted. Whoever has seen it clears it.
    """

    def __init__(self, root: Path, watched: Collection[str]) -> None:
        """Prepare it.

        Args:
            root: the project's folder.
            watched: files and folders, from the root; they may come and go.
        """
        self.changed = threading.Event()
        self._root = root.resolve()
        self._watched = [self._root / name for name in watched]
        self._begun = threading.Event()
        self._closed = threading.Event()
        # Windows’s Linux does not hear of what is saved on its host.
        self._polling = "microsoft" in platform.release().lower()
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)

    def __enter__(self) -> Watcher:
        self._thread.start()
        self._begun.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._closed.set()
        self._thread.join()

    def _run(self) -> None:
        folders: frozenset[str] = frozenset()
        while not self._closed.is_set():
            before, folders = folders, folders_of(self._root, self._watched)
            if before and not folders:
                self.changed.set()
            try:
                self._watch(folders) if folders else self._wait()
            except FileNotFoundError:  # a folder went after it was found
                self._wait()
            except (OSError, RuntimeError) as error:  # RuntimeError: watchfiles' own, such as too many watches
                if not self._polling:
                    said = f"The system cannot tell of saves ({error}). The files are looked at every {POLL} ms."
                    print(said, file=sys.stderr, flush=True)
                self._polling = True
                self._wait()

    def _wait(self) -> None:
        self._begun.set()
        self._closed.wait(RETRY)

    def _watch(self, folders: frozenset[str]) -> None:
        """Watch these folders until there are others."""
        batches = watch(
            *folders,
            recursive=False,
            watch_filter=self._matters,
            step=STEP,
            debounce=DEBOUNCE,
            stop_event=self._closed,
            rust_timeout=TIMEOUT,
            yield_on_timeout=True,
            force_polling=self._polling,
            poll_delay_ms=POLL,
            ignore_permission_denied=True,
        )
        for number, changes in enumerate(batches):
            if number == 0 and self._begun.is_set():
                self.changed.set()  # something may have been saved between this watch and the one before
            self._begun.set()
            if changes and self._are_others(folders, changes):
                return  # they are told when the new folders are watched
            if changes and self._polling:
                self._closed.wait(ROUGH)
            if changes:
                self.changed.set()

    def _are_others(self, folders: frozenset[str], changes: set[FileChange]) -> bool:
        """Say whether other folders are to be watched now. One that went and came back is another, of the same name."""
        if not any(path in folders or Path(path).is_dir() for _, path in changes):
            return False  # as at most saves
        moved = any(change is not Change.modified and path in folders for change, path in changes)
        return moved or folders_of(self._root, self._watched) != folders

    def _matters(self, change: Change, path: str) -> bool:
        """Pass over what editors keep for themselves, and what only lies beside what is watched."""
        place = Path(path)
        if not place.is_relative_to(self._root):
            return True  # by a link
        if any(part.startswith(".") for part in place.relative_to(self._root).parts):
            return False
        return any(place.is_relative_to(name) or name.is_relative_to(place) for name in self._watched)


def folders_of(root: Path, watched: Collection[Path]) -> frozenset[str]:
    """Find every folder that is to be watched: those above the files and folders that are watched, and all below.

    Args:
        root: the project's folder.
        watched: files and folders.

    Returns:
        The folders. One to which several links lead is there once; a hidden one, one that cannot be opened, and a link
        to a folder that holds the project are not there.
    """
    found = {str(above) for above in {place.parent for place in watched} if _entries(above) is not None}
    passed = {_identity(place) for place in (root, *root.parents)}
    waiting = sorted(watched)
    while waiting:
        place = waiting.pop()
        identity, entries = _identity(place), _entries(place)
        if entries is not None and identity not in passed:
            passed.add(identity)
            found.add(str(place))
            waiting.extend(Path(entry) for entry in entries if not entry.name.startswith(".") and _may_be_folder(entry))
    return frozenset(found)


def _identity(place: Path) -> tuple[int, int] | None:
    """Give what a folder has once, by whatever name it is reached."""
    try:
        status = place.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _entries(place: Path) -> list[os.DirEntry[str]] | None:
    """Give what lies in a folder, or None where it is none or cannot be opened."""
    try:
        with os.scandir(place) as entries:
            return list(entries)
    except OSError:
        return None


def _may_be_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_symlink() or entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
