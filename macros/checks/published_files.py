"""Checks what lies in docs/, lessons/ and quizzes/: only pages and the pictures that they show are published.

MkDocs publishes whatever lies beside a page. A class list, a document with a child's name or a photo that says where
it was taken is soon there, so anything else is refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from macros.cache import RoundCache
from macros.models.school import School
from macros.problems import ContentError, Problem
from macros.source import (
    DamagedMetadataError,
    has_location,
    image_kind,
    is_left_out,
    read_comments,
    read_references,
    read_svg,
    read_text,
    read_tree,
)
from macros.source.files import LEADS_NOWHERE, OFFICE_LOCK, OUTSIDE

DATA = "docs/_data/"  # read, and never published: MkDocs is told so in mkdocs.yml
DRAWINGS = "docs/assets/images/"
BELONGS = MappingProxyType(
    {
        "docs": "pages and the pictures that they show",
        "lessons": "“lesson.md”, the pictures that it shows and “scenes.yml”",
    }
)
ONLY_QUIZZES = "Only quizzes belong here, and their names end in “.yml”. Rename or move this file."

# What the layouts and the manifest name: macros/theme/partials/meta.html and macros/views/sharing.py.
NAMED_BY_LAYOUTS = frozenset(
    {f"{DRAWINGS}share.png", *(f"{DRAWINGS}icons/icon-{dots}.png" for dots in (180, 192, 512))}
)
# What pages are made with, each in its own folder; and what a host or a search engine looks for by its name.
ASSETS = frozenset(
    {("docs/assets/stylesheets", ".css"), ("docs/assets/javascripts", ".js"), ("docs/assets/fonts", ".woff2")}
)
WELL_KNOWN = frozenset({"docs/robots.txt"})

PICTURE_KINDS = MappingProxyType(
    {".svg": "SVG", ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WebP", ".gif": "GIF"}
)
# A page for learners weighs about 20 kB; a photo for the width of a page fits in here.
LARGEST_PICTURE = 500_000  # bytes
LARGEST_FILE_READ = 32_000_000  # bytes: more is no picture, and is not read to find out

UNSUPPORTED_PICTURES = frozenset(
    {".heic", ".heif", ".avif", ".bmp", ".tif", ".tiff", ".psd", ".ico", ".eps", ".ai", ".jfif"}
)
DOCUMENTS = frozenset(
    {".doc", ".docx", ".odt", ".rtf", ".pdf", ".ppt", ".pptx", ".pub", ".xls", ".xlsx", ".ods", ".csv", ".eml", ".msg"}
)
BACKUPS = frozenset({".bak", ".old", ".orig", ".rej", ".swp", ".tmp", ".temp", ".crdownload", ".part"})


def is_picture(path: str) -> bool:
    """Tell whether a file's name is that of a picture that pages may show."""
    return PurePosixPath(path).suffix.lower() in PICTURE_KINDS


def check_published_files(
    root: Path, texts: Mapping[str, str], school: School | None, cache: RoundCache
) -> list[Problem]:
    """Check every file from which the site is made.

    Args:
        root: the project's folder.
        texts: the text of each page and lesson that could be read, by its place from the root.
        school: what school.yml says, or None where it has problems of its own.
        cache: what was read the last time.

    Returns:
        Every problem.
    """
    problems: list[Problem] = []
    shown: set[str] = set()
    for path, text in texts.items():
        tree = cache.get((path, text), read_tree, text, path)
        problems.extend(cache.get((path, text), read_comments, tree))
        shown |= cache.get((path, text), read_references, tree, path.removeprefix("docs/"))
    files = [file for folder in ("docs", "lessons", "quizzes") for file in _files(root, folder, problems)]
    pages = (path for path in (*files, *(problem.path for problem in problems)) if _is_page(path))
    check = _Check(root, files, {path for path in pages if path not in texts}, shown, school, cache)
    for path in files:
        if not (root / path).is_file():  # a pipe, for which MkDocs would wait for ever
            problems.append(Problem(path, 1, 1, "A file is needed here, and this is something else."))
            continue
        problems.extend(Problem(path, 1, 1, said) for said in check.sentences(path))
        problems.extend(check.problems(path))
    return problems


def _is_page(path: str) -> bool:
    return path.endswith(".md" if path.startswith("docs/") else "lesson.md") and not path.startswith(DATA)


def _files(root: Path, folder: str, problems: list[Problem]) -> Iterator[str]:
    """Give each file of a folder and of what it links to; a link that must not be followed is told."""
    home = root / folder
    if not home.is_dir():
        return
    waiting = [(home, frozenset({home.resolve()}), False)]
    while waiting:
        place, above, hidden = waiting.pop()
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError as error:
            problems.append(_unreadable(place.relative_to(root).as_posix(), error))
            continue
        for entry in entries:
            path = Path(entry).relative_to(root).as_posix()
            is_folder = Path(entry).is_dir()
            ignored = hidden or is_left_out(entry.name)
            if entry.is_symlink():
                # An editor's lock is a link to nowhere. Nobody follows it, but MkDocs goes into hidden folders.
                said = "" if ignored and not is_folder else _wrong_with_link(Path(entry), root, home, above)
                if said:
                    problems.append(Problem(path, 1, 1, said))
                    continue
            if is_folder:
                waiting.append((Path(entry), above | {Path(entry).resolve()}, hidden or entry.name.startswith(".")))
            elif not ignored or (entry.name.startswith(OFFICE_LOCK) and not hidden):
                yield path


def _wrong_with_link(link: Path, root: Path, home: Path, above: frozenset[Path]) -> str:
    """Say why a link must not be followed, or ""."""
    try:
        target = link.resolve(strict=True)
    except FileNotFoundError:
        return LEADS_NOWHERE
    except (OSError, RuntimeError):  # RuntimeError: what Python 3.11 and 3.12 say of a link to itself
        return "This link leads back to itself. Put the file itself here, or delete the link."
    if not target.is_relative_to(root.resolve()):
        return OUTSIDE
    if not target.is_relative_to(home.resolve()):
        return f"This is a link to a place outside “{home.name}”. Put the file itself here."
    if target in above:
        return "This link leads to a folder that it lies in. Delete it."
    return ""


def _unreadable(path: str, error: OSError) -> Problem:
    return Problem(path, 1, 1, f"This cannot be read ({error.strerror}). Give yourself the right to read it.")


class _Check:
    def __init__(
        self,
        root: Path,
        files: list[str],
        unread: set[str],
        shown: set[str],
        school: School | None,
        cache: RoundCache,
    ) -> None:
        self.root = root
        self.files = frozenset(files)
        self.unread = unread
        self.shown = shown
        self.shown_in_small_letters = {path.lower() for path in shown}
        self.school = school
        self.cache = cache

    # What does not belong here

    def sentences(self, path: str) -> Iterator[str]:
        """Say why a file does not belong where it lies."""
        file = PurePosixPath(path)
        folder, name, ending = file.parts[0], file.name, file.suffix.lower()
        if name.startswith(OFFICE_LOCK):
            yield (
                "Word or Excel writes this file while a document is open, with your name in it. Close the document; "
                "if the file is still here, delete it."
            )
        elif path.startswith(DATA) or self.is_told_elsewhere(path):
            return
        elif self.belongs(path, folder, name, ending):
            if is_picture(path) or ending == ".txt":
                yield from self.wrong_with_showing(path, folder)
        elif name.endswith(("~", "#")) or ending in BACKUPS:
            yield f"This is a copy that a program kept, with old words in it. Delete it, or keep it outside “{folder}”."
        elif folder == "quizzes":
            yield ONLY_QUIZZES
        elif ending in UNSUPPORTED_PICTURES:
            yield f"Many browsers do not show “{ending}”. Save the picture again as JPEG or PNG, and show that."
        elif ending in DOCUMENTS:
            yield (
                f"This is a document, and only {BELONGS[folder]} belong here. Keep it outside “{folder}”; what "
                "everybody may read, write into a page."
            )
        else:
            yield f"Only {BELONGS[folder]} belong here. Keep this file outside “{folder}”."

    def is_told_elsewhere(self, path: str) -> bool:
        """Tell whether the library says what is wrong with a file: a lesson's place, a folder without a lesson."""
        if not path.startswith("lessons/"):
            return False
        folder = PurePosixPath(path).parent
        return path.endswith("lesson.md") or (len(folder.parts) == 3 and f"{folder}/lesson.md" not in self.files)

    @staticmethod
    def belongs(path: str, folder: str, name: str, ending: str) -> bool:
        if folder == "quizzes":
            return name.endswith(".yml")
        if is_picture(path):
            return True
        if folder == "lessons":
            return name == "scenes.yml" and path.count("/") == 3
        parent = PurePosixPath(path).parent.as_posix()
        return (
            name.endswith(".md")
            or (parent, ending) in ASSETS
            or path in WELL_KNOWN
            or (ending == ".txt" and path.startswith("docs/assets/"))  # a licence, which a page must name
        )

    def wrong_with_showing(self, path: str, folder: str) -> Iterator[str]:
        """Say that no page names a file; nothing is said where a page that may do so cannot be read."""
        published = path.removeprefix("docs/")
        if published in self.shown or path in NAMED_BY_LAYOUTS or path in WELL_KNOWN:
            return
        if path.startswith(DRAWINGS) and (path.endswith(".svg") or self.school is None or self.school.crest == path):
            return
        beside = "/".join(path.split("/")[:3]) if folder == "lessons" else folder
        if any(page.startswith(f"{beside}/") for page in self.unread):
            return
        name = PurePosixPath(path).name
        if published.lower() in self.shown_in_small_letters:
            yield f"A page names “{name}” in other capitals. Write both alike."
        elif is_picture(path):
            yield f"No page shows this picture. Show it, ![What it shows]({name}), or keep it outside “{folder}”."
        else:
            yield f"No page names this file. Link to it from a page, or keep it outside “{folder}”."

    # What is in a picture

    def problems(self, path: str) -> Iterator[Problem]:
        """Find what is wrong with what a picture holds."""
        if not is_picture(path) or path.startswith((DATA, "quizzes/")) or is_left_out(PurePosixPath(path).name):
            return
        file = self.root / path
        crest = self.school is not None and self.school.crest == path
        try:
            size = file.stat().st_size
            with file.open("rb") as opened:
                content = opened.read(LARGEST_FILE_READ)
        except OSError as error:
            yield _unreadable(path, error)
            return
        # The size and the kind of the crest are told where school.yml names it.
        if size > LARGEST_PICTURE and not crest:
            said = f"The picture is {size // 1000} kB; at most {LARGEST_PICTURE // 1000} kB is published."
            yield Problem(path, 1, 1, f"{said} Save it smaller: 1200 dots wide fills a page.")
        kind, expected = image_kind(content), PICTURE_KINDS[PurePosixPath(path).suffix.lower()]
        if expected == "SVG" and (kind in {"SVG", ""} and b"<" in content):
            yield from self.wrong_with_drawing(path, inlined=path.startswith(DRAWINGS) and not crest)
        elif kind != expected and not crest:
            inside = kind or "no picture that is known here"
            yield Problem(path, 1, 1, f"By its name this is {expected}; inside it is {inside}. Save it as {expected}.")
        try:
            if size <= LARGEST_FILE_READ and has_location(content):
                yield Problem(
                    path,
                    1,
                    1,
                    "The picture says where it was taken. Save it again without its place: in Windows, “Properties”, "
                    "“Details”, “Remove Properties and Personal Information”.",
                )
        except DamagedMetadataError:
            said = "The picture holds what its camera wrote, and that cannot be read: it may say where it was taken."
            yield Problem(path, 1, 1, f"{said} Open it in a drawing program and save it again.")

    def wrong_with_drawing(self, path: str, *, inlined: bool) -> Iterator[Problem]:
        try:
            text = read_text(self.root, path)
        except ContentError as error:
            yield from error.problems
            return
        yield from self.cache.get((path, text, inlined), _drawing, text, path, inlined)


def _drawing(text: str, path: str, inlined: bool) -> list[Problem]:
    return read_svg(text, path, inlined=inlined)
