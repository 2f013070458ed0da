"""Keeps on the disk what has been made, so that the next build or check makes only what has changed.

What is kept is known by all that it was made from, and the whole of it by the code that made it: after a change of the
code or of the installed packages nothing is known. It is written as Python writes objects (pickle), which may do
anything as they are read: the file stands beside the code that could do the same, and is no part of the site.
"""

from __future__ import annotations

import copyreg
import hashlib
import marshal
import os
import pickle
import sys
import sysconfig
import tempfile
from collections.abc import Hashable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import CodeType, MappingProxyType
from typing import Any

FOLDER = ".cache"
CODE = Path(__file__).parent

Kept = Mapping[Hashable, Any]
NOTHING: Kept = MappingProxyType({})


def load(root: Path, name: str) -> Kept:
    """Give what was kept of a project the last time; nothing where there is none that can be used.

    Args:
        root: the project's folder.
        name: what is asked for, by the name under which it was saved.
    """
    try:
        with _file(root, name).open("rb") as file:
            if file.readline().decode().strip() == made_by(root):
                return dict(pickle.load(file))
    except Exception:
        pass  # whatever is wrong with the file, all that it held can be made again
    return NOTHING


def save(root: Path, name: str, made: Kept) -> None:
    """Keep what was made for the next time. Where the disk refuses, the next time takes longer, and nothing is lost.

    Args:
        root: the project's folder.
        name: the name by which it will be asked for.
        made: all of it, each thing by what it was made from.
    """
    place = _file(root, name)
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent) as folder:
            fresh = Path(folder) / place.name
            with fresh.open("wb") as file:
                file.write(f"{made_by(root)}\n".encode())
                pickle.dump(dict(made), file, pickle.HIGHEST_PROTOCOL)
            fresh.replace(place)


def made_by(root: Path) -> str:
    """Name what makes things of the content: the code, Python, the packages, and the place of the project.

    A file is known by its size and its time, as Python knows of what it has compiled a module.

    Args:
        root: the project's folder.
    """
    installed = Path(sysconfig.get_path("purelib")).stat().st_mtime_ns
    told = (sys.version, installed, str(root.resolve()), *_files(CODE))
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _file(root: Path, name: str) -> Path:
    return root / FOLDER / f"{name}.pickle"


def _files(folder: Path | str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name not in ("__pycache__", "node_modules"):
                    yield from _files(entry.path)
            else:
                stat = entry.stat()
                yield entry.path, stat.st_size, stat.st_mtime_ns


def _mapping(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


# What pickle cannot write by itself: mappings that are not to be changed, and what templates were compiled to.
copyreg.pickle(MappingProxyType, lambda mapping: (_mapping, (dict(mapping),)))
copyreg.pickle(CodeType, lambda code: (marshal.loads, (marshal.dumps(code),)))
