"""Shows the site while it is being written: what was saved last, and what is to be mended, in words.

It knows nothing of how a page is made; that is for the site it is given.
"""

from __future__ import annotations

import html
import mimetypes
import os
import sys
import threading
import time
from collections.abc import Collection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Protocol
from urllib.parse import unquote, urlsplit

from macros.finish.security import secure
from macros.problems import MistakeError

HOST = "127.0.0.1"  # this machine alone
PAUSE = 0.1  # seconds between two looks at the files
SETTLED = 0.03  # seconds without a change: some editors write a file in several steps
PATIENCE = 20.0  # seconds after which a browser that waits for a change asks again
TYPES = MappingProxyType({
    ".js": "text/javascript",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
})  # fmt: skip
RELOAD = "/.reload.js"
NUMBER = "/.number"

# A page knows by its script's address which reading of the content it shows, and asks for the next one.
SCRIPT = b"""(function () {
  var mine = document.currentScript.src.split("?")[1];
  function again() { setTimeout(ask, 500); }
  function ask() {
    if (document.hidden) return again();
    fetch("/.number?" + mine).then(function (answer) { return answer.text(); }).then(function (now) {
      if (now === mine) ask(); else location.reload();
    }).catch(again);
  }
  ask();
})();
"""

TO_MEND = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>To mend</title>
</head><body><h1>Mend this, and the page comes back</h1>{}</body></html>
"""

NOT_HERE = b"<!doctype html><html><head><title>Not here</title></head><body>This page is not here.</body></html>"


class Site(Protocol):
    """A site whose pages are made when they are asked for."""

    def read(self) -> None:
        """Read all content anew.

        Raises:
            MistakeError: something is to be mended.
        """

    def answer(self, path: str) -> bytes | None:
        """Give a file of the site, as the content was last read; None if there is none.

        Args:
            path: the file, from the site's root.

        Raises:
            MistakeError: the page cannot be made.
        """

    def go_on(self) -> bool:
        """Make one more page that nobody has asked for yet; say whether there was one."""


class Showing:
    """A site that is shown: it is read anew after each save, and its pages are made one at a time."""

    def __init__(self, root: Path, watched: Collection[str], site: Site) -> None:
        self.root = root
        self.watched = watched
        self.site = site
        self.mistakes = ""
        self.number = time.time_ns()  # of the reading; another start of the program never has the same
        self.one_at_a_time = threading.Lock()
        self.read_anew = threading.Condition()
        self.seen: dict[str, tuple[int, int]] = {}

    def look(self) -> bool:
        """Read the content anew if a file has changed; say whether it was."""
        now = stamps(self.root, self.watched)
        if now == self.seen:
            return False
        while now != self.seen:
            self.seen = now
            time.sleep(SETTLED)
            now = stamps(self.root, self.watched)
        with self.one_at_a_time:
            self.read()
        with self.read_anew:
            self.number += 1
            self.read_anew.notify_all()
        return True

    def read(self) -> None:
        """Read the content, and tell what is to be mended."""
        begin = time.perf_counter()
        try:
            self.site.read()
        except MistakeError as mistake:
            self.mistakes = str(mistake)
            print(self.mistakes, file=sys.stderr, flush=True)
        else:
            self.mistakes = ""
            print(f"All is well. Read in {time.perf_counter() - begin:.1f} s.", flush=True)

    def answer(self, path: str) -> tuple[int, bytes]:
        """Give the status and the content of an answer.

        Args:
            path: what was asked for, from the site's root.
        """
        with self.one_at_a_time:
            try:
                found = None if self.mistakes else self.site.answer(path)
                missing = None if self.mistakes or found is not None else self.site.answer("404.html")
            except MistakeError as mistake:
                return 500, to_mend(str(mistake))
            if self.mistakes:
                return 500, to_mend(self.mistakes)
        if found is not None:
            return 200, found
        return 404, missing or NOT_HERE

    def next_number(self, known: str) -> str:
        """Wait until the content has been read anew, and give the number of the reading; do not wait for ever."""
        with self.read_anew:
            self.read_anew.wait_for(lambda: str(self.number) != known, PATIENCE)
            return str(self.number)

    def go_on(self) -> None:
        """Look for changes once, and make other pages until it is time for the next look."""
        end = time.monotonic() + PAUSE
        self.look()
        more = True
        while more and time.monotonic() < end:
            with self.one_at_a_time:
                more = not self.mistakes and self.site.go_on()
            time.sleep(0.001)  # so that a page that somebody waits for comes first
        time.sleep(max(0.0, end - time.monotonic()))


def to_mend(mistakes: str) -> bytes:
    """Write the page that says what is to be mended, with a paragraph for each line."""
    return TO_MEND.format("".join(f"<p>{html.escape(line)}</p>" for line in mistakes.split("\n"))).encode()


def stamps(root: Path, watched: Collection[str]) -> dict[str, tuple[int, int]]:
    """Give the time of the last change and the size of every file.

    Args:
        root: the project's folder.
        watched: files and folders, from the root.
    """
    found = {}
    folders = [str(root / name) for name in watched]
    while folders:
        place = folders.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.is_dir():
                        folders.append(entry.path)
                    else:
                        status = entry.stat()
                        found[entry.path] = (status.st_mtime_ns, status.st_size)
        except NotADirectoryError:
            status = Path(place).stat()
            found[place] = (status.st_mtime_ns, status.st_size)
        except FileNotFoundError:
            continue  # it went while we looked
    return found


def show(showing: Showing, port: int) -> None:
    """Show a site at this port of this machine, until the program is ended.

    Raises:
        OSError: the port is in use.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            if asked.path == NUMBER:
                return self.send(200, "text/plain", showing.next_number(asked.query).encode())
            if asked.path == RELOAD:
                return self.send(200, TYPES[".js"], SCRIPT)
            path = unquote(asked.path).lstrip("/")
            path += "index.html" if not path or path.endswith("/") else ""
            number = showing.number
            status, content = showing.answer(path)
            kind = kind_of(path) if status == 200 else "text/html"
            if kind == "text/html":
                content = with_reload(content.decode("utf-8"), number).encode()
            return self.send(status, kind, content)

        def send(self, status: int, kind: str, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing: what is to be mended must not be lost among addresses."""

    with Server((HOST, port), Handler) as server:
        showing.look()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"The site is at http://{HOST}:{port}/ and follows what you save. Ctrl+C ends it.", flush=True)
        while True:
            showing.go_on()


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own, which ends with the program."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone on to another page."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def kind_of(path: str) -> str:
    """Give the type of a file, the same on every machine where it matters."""
    return TYPES.get(Path(path).suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def with_reload(page: str, number: int) -> str:
    """Give a page as the build would finish it, with a script that loads it again when something was saved.

    Args:
        page: the page.
        number: which reading of the content it shows.
    """
    before, mark, after = secure(page).rpartition("</body>")
    return f'{before}<script src="{RELOAD}?{number}"></script>{mark}{after}'
