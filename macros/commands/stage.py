"""Writes the pages for another generator into a folder of their own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.finish.building import PlaceError, cause, refuse_unsafe, swap

# Every folder that is written here holds it. A folder without it may hold what somebody wants to keep.
MARKER = "made-by-stage.txt"
MARKER_WORDS = (
    "This folder is written anew by each “python -m macros stage”. What you put in it is deleted by the next.\n"
)


def refuse_place(root: Path, folder: Path) -> None:
    """Refuse a folder that must not be replaced.

    Args:
        root: the project's folder.
        folder: where the pages are to be.

    Raises:
        PlaceError: it is the project, holds it or is a part of it, it is no folder, or it holds what was not put there
            by this command.
    """
    folder = folder.resolve()
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise PlaceError(
            f"{folder} holds files that “stage” has not put there, and it would delete them. Choose an empty folder or "
            "a new one."
        )
    refuse_unsafe(root.resolve(), folder, MARKER)


def write_stage(folder: Path, tree: Mapping[str, bytes]) -> None:
    """Write all files beside the folder, and change the two over.

    Args:
        folder: where they are to be. `refuse_place` has not refused it.
        tree: what each file holds, by its path.

    Raises:
        PlaceError: a file cannot be written; what was there is there still.
    """
    folder = folder.resolve()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{folder.name}-new-", dir=folder.parent) as beside:
            fresh = Path(beside) / "stage"
            for path, content in {**tree, MARKER: MARKER_WORDS.encode()}.items():
                file = fresh / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            swap(fresh, folder)
    except OSError as error:
        raise PlaceError(f"A file could not be written: {cause(error)}.") from error
