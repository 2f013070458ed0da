"""Builds the site for the commands that open its pages in a browser."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.finish.building import BuildError, build_site
from macros.finish.offline import LIST, SCRIPTS, WORKER, add_offline
from macros.finish.pages import read_pages
from tests.tools.browser import MISSING, find_browser

ROOT = Path(__file__).parents[2]
MOVED = re.compile(r'<meta http-equiv="?refresh"?')


@contextmanager
def built_site() -> Iterator[tuple[Path, str]]:
    """Build the site in a folder that goes when it is done with.

    Yields:
        The site's folder, which has its parent for itself, and the path of the browser to open it in.

    Raises:
        SystemExit: there is no browser, or the content has something to mend; it says so.
    """
    program = find_browser()
    if program is None:
        raise SystemExit(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        try:
            build_site(ROOT, site)
        except BuildError as error:
            raise SystemExit(str(error)) from None
        yield site, program


def pages_that_stay(site: Path) -> list[str]:
    """Give the path of every page from the site's root, in order, but of those that lead to another at once."""
    files = (file for file in site.rglob("*.html") if not MOVED.search(file.read_text(encoding="utf-8")))
    return sorted(file.relative_to(site).as_posix() for file in files)


def list_again(site: Path) -> None:
    """Write anew what can be kept offline of a built site, some of whose files have been changed."""
    (site / WORKER).rename(site / SCRIPTS / WORKER)
    (site / LIST).unlink()
    add_offline(site, read_pages(site))
