"""Builds the site beside the old one and changes them over, so that a failed build loses nothing."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from macros.cache import RoundCache
from macros.finish.leftovers import delete_unused
from macros.finish.numbers import keep_numbers_whole
from macros.finish.offline import add_offline
from macros.finish.pages import lighter, read_pages, write_pages
from macros.finish.scripts import lighten_scripts
from macros.finish.search import Page as SearchPage
from macros.finish.search import add_search, read_page, without_keywords
from macros.finish.security import UnexpectedError, refuse_unexpected, secure
from macros.finish.stylesheets import join_style_sheets
from macros.finish.tables import name_tables
from macros.kept import load, save

# Every site that is built here holds it. A folder without it may hold what somebody wants to keep.
MARKER = "made-by-build.txt"
MARKER_WORDS = "This folder is made anew by each build. What you put in it is deleted by the next.\n"

PAGES = "pages"  # the name by which finished pages are kept for the next build

# What tells the hooks, in MkDocs's process, as environment variables.
TAKE_IN_PACKS = "TAKE_IN_PACKS"
FOR_THE_PUBLIC = "FOR_THE_PUBLIC"

# MkDocs, as “python -m mkdocs” begins it. It keeps all that it makes until it ends, so to look for memory to free takes
# a seventh longer and frees none; and as it ends, what is frozen is left to the system, which frees it at once.
MKDOCS = (
    "import atexit, gc; from mkdocs.__main__ import cli; gc.disable(); atexit.register(gc.freeze); "
    "cli(prog_name='mkdocs')"
)

# What the project is made of: a site put there would take its place.
SOURCES = ("docs", "lessons", "quizzes", "macros", "tests", "schema", ".git", ".venv")

# What a system says of a disk that is full, or of a person's share of it.
FULL = (errno.ENOSPC, errno.EDQUOT)


class BuildError(Exception):
    """The site could not be built or put in place; the text says why, and what to do."""


class PlaceError(BuildError):
    """It is the place of the site and not its content that is at fault."""


def build_site(root: Path, site: Path, *, packs: bool = False, public: bool = False) -> int:
    """Build the site with MkDocs, finish its pages, and put it in place of the old one.

    Args:
        root: the project's folder.
        site: where the site is to be. A link to a folder is followed: what it leads to is changed over.
        packs: whether it takes in the packs to carry away that are of today's content.
        public: whether it is to be published, and so without what nobody has checked yet.

    Returns:
        How many pages it has.

    Raises:
        BuildError: the build failed, or a page holds what none may; the old site is as it was.
        PlaceError: another build is under way, the folder is not one that a build may replace, or a file cannot be
            read or written; the old site is as it was.
    """
    site = site.resolve()
    refuse_unsafe(root.resolve(), site)
    try:
        with _one_at_a_time(site):
            heal(site)
            with tempfile.TemporaryDirectory(prefix=f".{site.name}-new-", dir=site.parent) as folder:
                fresh = Path(folder) / "site"
                _run_mkdocs(root, fresh, site, packs=packs, public=public)
                pages = _finish(root, fresh)
                (fresh / MARKER).write_text(MARKER_WORDS, encoding="utf-8")
                swap(fresh, site)
    except UnexpectedError as error:
        raise BuildError(f"{error}\n{_kept(site)}") from error
    except OSError as error:
        raise PlaceError(f"A file could not be read or written: {cause(error)}.\n{_kept(site)}") from error
    return pages


def finish(site: Path, cache: RoundCache | None = None) -> int:
    """Do all that is done to a built site; its pages are read once and written once.

    Args:
        site: the built site.
        cache: what was made of the pages of the last one.

    Returns:
        How many pages it has.

    Raises:
        UnexpectedError: a page holds what none may.
    """
    cache = cache or RoundCache()
    pages = read_pages(site)
    found = []
    for path, html in pages.items():
        made_from = (path, hashlib.sha256(html.encode()).digest())
        pages[path], for_search = cache.get(made_from, finish_page, path, html)
        found += [for_search] if for_search else []
    join_style_sheets(site, pages)
    lighten_scripts(site, pages)
    add_search(site, pages, found)
    for path, html in pages.items():
        refuse_unexpected(html, path)
        pages[path] = secure(html)
    write_pages(site, pages)
    delete_unused(site, pages)
    add_offline(site, pages)
    return len(pages)


def finish_page(path: str, html: str) -> tuple[str, SearchPage | None]:
    """Do to one page all that needs no other.

    Args:
        path: its file, from the site's root.
        html: the page, as MkDocs wrote it.

    Returns:
        The page, and what search knows of it, if search may find it.
    """
    named = name_tables(keep_numbers_whole(html))
    return lighter(without_keywords(named)), read_page(named, path)


def _finish(root: Path, site: Path) -> int:
    """Finish a site, its pages as they were made the last time where they have not changed."""
    cache = RoundCache(load(root, PAGES))
    pages = finish(site, cache)
    if cache.grown:
        save(root, PAGES, cache.made)
    return pages


def cause(error: OSError) -> str:
    """Say in a few words why a file could not be read or written, and which.

    Args:
        error: what the system said.
    """
    return f"{error.strerror or error} ({error.filename})" if error.filename else error.strerror or str(error)


def refuse_unsafe(root: Path, site: Path, marker: str = MARKER) -> None:
    """Refuse a folder that a build must not replace.

    Args:
        root: the project's folder, without links on the way to it.
        site: where the site is to be, likewise.
        marker: the file that shows that a folder may be replaced.

    Raises:
        PlaceError: it is the project or holds it, it is one of the project's own folders, it is no folder, or it
            holds what no build has put there.
    """
    refuse_projects_own(root, site)
    if site.exists() and not site.is_dir():
        raise PlaceError(f"{site} is a file. Choose a folder for the site.")
    if os.path.ismount(site):
        raise PlaceError(f"{site} is a disk or a volume, which cannot be changed over. Choose a folder on it.")
    if site.exists() and any(site.iterdir()) and not (site / marker).exists():
        raise PlaceError(
            f"{site} holds files that no build has put there, and a build would delete them. Choose an empty folder "
            "or a new one; or, if it is an old site, delete it first."
        )


def refuse_projects_own(root: Path, site: Path) -> None:
    """Refuse a folder that is the project, holds it, or is one of its own.

    Args:
        root: the project's folder, without links on the way to it.
        site: where the site is to be, likewise.

    Raises:
        PlaceError: it is one of these.
    """
    if root.is_relative_to(site):
        raise PlaceError(f"{site} is the project itself, or holds it. Choose a folder of its own for the site.")
    for name in SOURCES:
        if site.is_relative_to(root / name):
            raise PlaceError(f"{site} belongs to the project’s own “{name}”. Choose a folder of its own for the site.")


def heal(site: Path) -> None:
    """Put the old site back if a build was ended between taking it away and putting the new one in its place."""
    old = _old(site)
    if old.exists() and not site.exists():
        old.rename(site)


def swap(fresh: Path, site: Path) -> None:
    """Put a new folder in the place of an old one; the old one goes only when the new one stands.

    Args:
        fresh: the new folder.
        site: the place of the old one, on the same disk; it may be empty.

    Raises:
        OSError: it cannot be put there; the old one is back.
    """
    old = _old(site)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")


@contextmanager
def _one_at_a_time(site: Path) -> Iterator[None]:
    """Hold a lock beside the site; it goes with the program, however that ends."""
    site.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(site.with_name(f".{site.name}-lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise PlaceError(f"Another build of {site} is under way. Wait until it has ended, and build again.") from None
    try:
        yield
    finally:
        lock.release()
        site.with_name(f".{site.name}-lock").unlink(missing_ok=True)


def _run_mkdocs(root: Path, fresh: Path, site: Path, *, packs: bool, public: bool) -> None:
    # PYTHONHASHSEED and SOURCE_DATE_EPOCH: the same content gives the same bytes, on any day.
    environment = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    environment[TAKE_IN_PACKS] = "yes" if packs else ""
    environment[FOR_THE_PUBLIC] = "yes" if public else ""
    run = subprocess.run(
        [sys.executable, "-c", MKDOCS, "build", "--strict", "--site-dir", str(fresh)],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    said = run.stderr + run.stdout
    if run.returncode != 0 and any(f"[Errno {code}]" in said for code in FULL):
        raise PlaceError(f"The disk on which {site} lies is full. Make room on it, and build again.\n{_kept(site)}")
    if run.returncode != 0:
        raise BuildError(f"{_what_mattered(said)}\n{_kept(site)}")


def _kept(site: Path) -> str:
    return "The site was not built; the last good one stays." if site.exists() else "The site was not built."


def _what_mattered(said: str) -> str:
    """Keep the lines of a build's output that tell what is wrong."""
    lines = [line for line in said.splitlines() if not line.startswith(("INFO", "DEBUG"))]
    return "\n".join(lines).strip()
