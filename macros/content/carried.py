"""What can be carried away: which files `make packs` wrote, and whether they are of today's content.

A pack is written in a step of its own, and a build takes in those that are there. So that no plan offers an old one,
each has a digest of all that it is made from: the lesson, what all lessons share, and the code.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.content.library import Entry, Library

FOLDER = "packs"
RECORD = ".made.json"  # in that folder: from what each file was made, and its own digest
POSTERS = "posters"
NO_FILE = "none"
# Of a change of these, any pack may look otherwise.
SHARED = (
    "school.yml",
    "docs/_data/cast.yml",
    "docs/_data/frameworks.yml",
    "docs/_data/help-routes.yml",
    "docs/_data/phases.yml",
    "docs/_data/symbols.yml",
    "docs/assets/fonts",
    "docs/assets/images",
    "macros/commands/packs.py",
    "macros/exports",
    "macros/packs",
    "macros/scenes",
    "macros/views",
)


@dataclass(frozen=True)
class Carried:
    """A pack that is as its lessons are today.

    Attributes:
        name: its id: of a lesson or an age, or “posters”.
        file: where it is.
        size: how many bytes it has.
    """

    name: str
    file: Path
    size: int

    @property
    def path(self) -> str:
        """Its place in the site."""
        return f"{FOLDER}/{self.name}.zip"

    def link(self, words: str, up: str) -> str:
        """Link to it in Markdown, with its size.

        Args:
            words: what is said of it.
            up: the way from the page to the site's root, such as "../../".
        """
        return f"[{words} (zip, {max(self.size / 1e6, 0.1):.1f} MB)]({up}{self.path})"


def sources_of(library: Library) -> dict[str, str]:
    """Give a digest of all that each pack is made from, by the pack's name.

    Args:
        library: all content.
    """
    shared = hashlib.sha256()
    for name in SHARED:
        _take(shared, library.root, library.root / name)
    digests = {}
    for entry in library.lessons.values():
        digest = shared.copy()
        for path in _own(library, entry):
            _take(digest, library.root, path)
        digests[entry.id] = digest.hexdigest()
    for phase in library.phases:
        of_lessons = "".join(digests[entry.id] for entry in library.of_phase(phase.id))
        digests[phase.id] = hashlib.sha256(of_lessons.encode() + shared.digest()).hexdigest()
    return {**digests, POSTERS: shared.hexdigest()}


def carried(library: Library) -> dict[str, Carried]:
    """Give the packs that are there and of today's content, by name.

    Args:
        library: all content.
    """
    folder = library.root / FOLDER
    record = read_record(folder)
    if not record:
        return {}
    found = {}
    for name, sources in sources_of(library).items():
        file = folder / f"{name}.zip"
        made = record.get(name, {})
        if made.get("sources") == sources and made.get(".zip") == digest_of(file) != NO_FILE:
            found[name] = Carried(name, file, file.stat().st_size)
    return found


def packs_wanted(root: Path) -> set[str]:
    """Name every pack that there can be: of each lesson, of each age, and of the posters.

    Args:
        root: the project's folder.
    """
    lessons = list((root / "lessons").glob("*/*/lesson.md"))
    return {POSTERS, *(lesson.parent.name for lesson in lessons), *(lesson.parents[1].name for lesson in lessons)}


def read_record(folder: Path) -> dict[str, dict[str, str]]:
    """Give what was written about the packs of a folder; nothing where it cannot be read."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def write_record(folder: Path, record: Mapping[str, Mapping[str, str]]) -> None:
    """Write about the packs of a folder.

    Args:
        folder: the folder.
        record: for each pack, from what it was made, and the digests of its files.
    """
    (folder / RECORD).write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def digest_of(file: Path) -> str:
    """Give a digest of a file, or a word where there is no such file."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else NO_FILE


def _own(library: Library, entry: Entry) -> Iterator[Path]:
    yield (library.root / entry.lesson_path).parent
    yield library.root / f"quizzes/{entry.phase}/{entry.id}.yml"
    for name in entry.quiz.recall:
        other = library.lessons[name.partition("/")[0]]
        yield library.root / f"quizzes/{other.phase}/{other.id}.yml"


def _take(digest: hashlib._Hash, root: Path, path: Path) -> None:
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    for file in files:
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
