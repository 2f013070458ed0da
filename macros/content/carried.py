"""What can be carried away: which files `make packs` wrote, and whether they are of today's content.

A pack, or a PDF, is written in a step of its own, and a build takes in those that are there. So that no page offers an
old one, each has a digest of all that it is made from: the lesson or page, what all share, and the code.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from macros.views import addresses
from macros.views.papers import OF_LESSON, Paper, paper_of_lesson, papers_of_pages

if TYPE_CHECKING:  # it takes longer than all that a build says at its end
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
    "docs/_data/clauses.yml",
    "docs/_data/phases.yml",
    "docs/_data/plans.yml",
    "docs/_data/song.yml",
    "docs/_data/symbols.yml",
    "docs/assets/fonts",
    "docs/assets/images",
    "docs/policy/index.md",
    "macros/commands/packs.py",
    "macros/commands/papers.py",
    "macros/components/contact",
    "macros/exports",
    "macros/packs",
    "macros/scenes",
    "macros/views",
)
# And of these, any page of which there is a PDF.
OF_PAGES = (
    "docs/_data",
    "docs/policy",
    "macros/components",
    "macros/design",
    "macros/site",
    "macros/theme",
    "mkdocs.yml",
)


@dataclass(frozen=True)
class Carried:
    """A pack or a PDF that is as its lessons and pages are today.

    Attributes:
        name: a pack's id (of a lesson or an age, or “posters”), or a PDF's file.
        file: where it is.
        size: how many bytes it has.
    """

    name: str
    file: Path
    size: int

    @property
    def path(self) -> str:
        """Its place in the site."""
        return f"{FOLDER}/{self.file.name}"

    @property
    def about(self) -> str:
        """What kind of file it is, and its size."""
        kind = "PDF" if self.file.suffix == ".pdf" else "zip"
        return f"{kind}, {max(self.size / 1e6, 0.1):.1f} MB"

    def link(self, words: str, up: str) -> str:
        """Link to it in Markdown, with its size.

        Args:
            words: what is said of it.
            up: the way from the page to the site's root, such as "../../".
        """
        return f"[{words} ({self.about})]({up}{self.path})"


def sources_of(library: Library) -> dict[str, str]:
    """Give a digest of all that each pack and each PDF is made from, by its name.

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
    posters = shared.hexdigest()
    papers = {paper_of_lesson(entry, which): digests[entry] for entry in library.lessons for which in OF_LESSON}
    for name in OF_PAGES:
        _take(shared, library.root, library.root / name)
    for paper in papers_of_pages(phase.id for phase in library.phases):
        digest = shared.copy()
        _take(digest, library.root, library.root / "docs" / addresses.source(paper.address))
        papers[paper.file] = digest.hexdigest()
    return {**digests, POSTERS: posters, **papers}


def carried(library: Library) -> dict[str, Carried]:
    """Give the packs and PDFs that are there and of today's content, by name.

    Args:
        library: all content.
    """
    folder = library.root / FOLDER
    record = read_record(folder)
    if not record:
        return {}
    found = {}
    for name, sources in sources_of(library).items():
        file = folder / (name if name.endswith(".pdf") else f"{name}.zip")
        made = record.get(name, {})
        if made.get("sources") == sources and made.get(file.suffix) == digest_of(file) != NO_FILE:
            found[name] = Carried(name, file, file.stat().st_size)
    return found


def packs_wanted(root: Path) -> set[str]:
    """Name every pack that there can be: of each lesson, of each age, and of the posters.

    Args:
        root: the project's folder, or a built site, which has the lessons that the school teaches.
    """
    lessons = _lessons(root)
    return {POSTERS, *(lesson.parent.name for lesson in lessons), *(lesson.parents[1].name for lesson in lessons)}


def papers_wanted(root: Path) -> set[str]:
    """Name every PDF that there can be: of pages, of posters, and of each lesson.

    Args:
        root: the project's folder, or a built site, which has the lessons that the school teaches.
    """
    lessons = _lessons(root)
    of_pages = papers_of_pages({lesson.parents[1].name for lesson in lessons})
    of_lessons = {paper_of_lesson(lesson.parent.name, which) for lesson in lessons for which in OF_LESSON}
    return {*(paper.file for paper in of_pages), *of_lessons}


def _lessons(root: Path) -> list[Path]:
    return [file for name in ("lesson.md", "teach.html") for file in root.glob(f"lessons/*/*/{name}")]


def offered_on(packs: Mapping[str, Carried], phases: Iterable[str]) -> dict[str, list[tuple[Paper, Carried]]]:
    """Give the PDFs that pages offer beside their heads, by the page's address.

    Args:
        packs: the packs and PDFs that are of today's content, by name.
        phases: the ids of the ages.
    """
    offered: dict[str, list[tuple[Paper, Carried]]] = {}
    for paper in papers_of_pages(phases):
        if paper.file in packs:
            offered.setdefault(paper.offered, []).append((paper, packs[paper.file]))
    return offered


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
