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
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Protocol
from urllib.parse import unquote, urlsplit

from macros.finish.security import secure
from macros.problems import MistakeError

HOST = "127.0.0.1"  # this machine alone
NAMES = (HOST, "localhost", "[::1]")  # what a browser of this machine may call it
IDLE = 0.5  # seconds; on Windows a longer wait would not hear Ctrl+C
LONG_POLL_TIMEOUT = 20.0  # seconds after which a browser that waits for a change asks again
TYPES = MappingProxyType({
    ".js": "text/javascript",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
})  # fmt: skip
RELOAD = "/.reload.js"
STYLE = "/.mistakes.css"
NUMBER = "/.number"
MISSING = "404.html"  # what is shown at an address that is not there

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

# At the foot of the window while the page is longer than it, and under its last line: it never hides one for good.
LOOK = b""".mistakes { position: sticky; bottom: 0; z-index: 2147483647; box-sizing: border-box; width: 100%;
  max-height: 45vh; margin: 0; padding: 8px 16px; overflow: auto; border-top: 4px solid #a4001d; background: #fff6e0;
  color: #1b1b1b; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; text-align: left; }
.mistakes summary { font-weight: bold; cursor: pointer; }
.mistakes p { max-width: none; margin: 6px 0; }
@media print { .mistakes { display: none; } }
"""

LAID_OVER = """<link rel="stylesheet" href="{style}"><div class="mistakes" role="alert"><details open>\
<summary>Mend this. Until then you see the page as it was.</summary>{mistakes}</details></div>"""

TO_MEND = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>To mend</title>
</head><body><h1>Mend this, and the page comes back</h1>{}</body></html>
"""

NOT_HERE = (
    b'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Not here</title></head>'
    b"<body>This page is not here.</body></html>"
)


class PortError(Exception):
    """The site cannot be shown at this port; the text says why, and what to do."""


class Site(Protocol):
    """A site whose pages are made when they are asked for."""

    def read(self) -> None:
        """Read all content anew.

        Raises:
            MistakeError: something is to be mended; what was read before stays.
        """

    def answer(self, path: str) -> bytes | None:
        """Give a file of the site, as the content was last read well; None if there is none.

        Args:
            path: the file, from the site's root.

        Raises:
            MistakeError: the page cannot be made.
        """

    def as_last_made(self, path: str) -> bytes | None:
        """Give a page that cannot be made as it was made the last time; None if it never was."""

    def go_on(self) -> bool:
        """Make one more page that nobody has asked for yet; say whether there may be others.

        Raises:
            MistakeError: the page cannot be made; there may be others.
        """


@dataclass(frozen=True)
class Answer:
    """What is answered to a browser.

    Attributes:
        status: the status of HTTP.
        content: a file of the site.
        mistakes: what is to be mended and is laid over it, a line for each; "" if nothing is.
    """

    status: int
    content: bytes
    mistakes: str = ""


class DevServer:
    """A site that is shown: it is read anew after each save, and its pages are made one at a time.

    While something is to be mended, the pages of the last reading that went well are shown, and the mistakes over them.
    """

    def __init__(self, site: Site) -> None:
        self.site = site
        self.mistakes = ""
        self.told: set[str] = set()
        self.was_well = False  # once at least: until then there is no page to show
        self.number = time.time_ns()  # of the reading; another start of the program never has the same
        self.one_at_a_time = threading.Lock()
        self.read_anew = threading.Condition()

    def read(self) -> None:
        """Read the content anew, tell what is to be mended, and call the browsers that wait."""
        with self.one_at_a_time:
            begin = time.perf_counter()
            self.told.clear()
            try:
                self.site.read()
            except MistakeError as mistake:
                self.mistakes = str(mistake)
                self.tell(self.mistakes)
            else:
                self.mistakes, self.was_well = "", True
                print(f"All is well. Read in {time.perf_counter() - begin:.1f} s.", flush=True)
        with self.read_anew:
            self.number += 1
            self.read_anew.notify_all()

    def tell(self, mistakes: str) -> None:
        """Tell in the window what is to be mended, once for each reading."""
        for line in mistakes.split("\n"):
            if line not in self.told:
                print(line, file=sys.stderr, flush=True)
            self.told.add(line)

    def answer(self, path: str) -> Answer:
        """Give what is asked for, or the page that says what is to be mended where nothing else can be shown.

        Args:
            path: what was asked for, from the site's root.
        """
        with self.one_at_a_time:
            if not self.was_well:
                return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, to_mend(self.mistakes))
            for status, asked in ((HTTPStatus.OK, path), (HTTPStatus.NOT_FOUND, MISSING)):
                mistakes = self.mistakes
                try:
                    found = self.site.answer(asked)
                except MistakeError as mistake:
                    self.tell(str(mistake))
                    mistakes = "\n".join(dict.fromkeys([*mistakes.splitlines(), *str(mistake).splitlines()]))
                    found = self.site.as_last_made(asked)
                    if found is None:
                        return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, to_mend(mistakes))
                if found is not None:
                    return Answer(status, found, mistakes)
            return Answer(HTTPStatus.NOT_FOUND, NOT_HERE, self.mistakes)

    def next_number(self, known: str) -> str:
        """Wait until the content has been read anew, and give the number of the reading; do not wait for ever."""
        with self.read_anew:
            self.read_anew.wait_for(lambda: str(self.number) != known, LONG_POLL_TIMEOUT)
            return str(self.number)

    def go_on(self, changed: threading.Event) -> None:
        """Read the content anew if something was saved; else make one more page, or wait for a save.

        Args:
            changed: set after each save.
        """
        if changed.is_set():
            changed.clear()
            self.read()
            return
        with self.one_at_a_time:
            try:
                more = self.site.go_on()
            except MistakeError as mistake:
                self.tell(str(mistake))
                more = True
        # The short wait lets a page come first that somebody waits for.
        changed.wait(0.001 if more else IDLE)


class Handler(BaseHTTPRequestHandler):
    """Answers one browser."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file of the site."""
        asked = urlsplit(self.path)
        if not self.is_for_this_machine(asked.netloc):
            said = f"This is a preview for this machine alone: http://{HOST}:{self.server.server_port}/\n".encode()
            return self.send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", said)
        dev_server = self.server.dev_server
        if asked.path == NUMBER:
            return self.send(HTTPStatus.OK, "text/plain", dev_server.next_number(asked.query).encode())
        if asked.path == RELOAD:
            return self.send(HTTPStatus.OK, TYPES[".js"], SCRIPT)
        if asked.path == STYLE:
            return self.send(HTTPStatus.OK, "text/css", LOOK)
        path = unquote(asked.path).lstrip("/")
        path += "index.html" if not path or path.endswith("/") else ""
        number = dev_server.number
        answer = dev_server.answer(path)
        kind = kind_of(path) if answer.status == HTTPStatus.OK else "text/html"
        content = answer.content
        if kind == "text/html":
            content = as_shown(content.decode("utf-8"), number, answer.mistakes).encode()
        return self.send(answer.status, kind, content)

    def do_HEAD(self) -> None:
        """Answer with what stands before the content alone."""
        self.do_GET()

    def is_for_this_machine(self, named: str) -> bool:
        """Refuse other names: a page elsewhere can have its own name lead here, and would then read what we show.

        Args:
            named: the host in the address that was asked for; mostly none, and then the one of the header counts.
        """
        hosts = [named] if named else self.headers.get_all("Host", [])
        port = self.server.server_port
        ours = {f"{name}:{port}" for name in NAMES} | (set(NAMES) if port == 80 else set())
        return len(hosts) == 1 and hosts[0].strip().lower() in ours

    def send(self, status: int, kind: str, content: bytes) -> None:
        """Send an answer; of one that was asked for by HEAD, what stands before the content.

        Args:
            status: of HTTP.
            kind: the type of the content, as in “text/html”.
            content: the whole of it.
        """
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing: what is to be mended must not be lost among addresses."""


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own, which ends with the program."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows two programs would share the port, and nobody would be told

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has gone on to another page.

        Args:
            request: as Python's server gives it.
            client_address: the same.
        """
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class PreviewServer(Server):
    """Shows one site at a port of this machine."""

    def __init__(self, dev_server: DevServer, port: int) -> None:
        """Take the port.

        Args:
            dev_server: the site that is shown.
            port: its number; 0 for any that is free.

        Raises:
            PortError: it cannot be taken.
        """
        self.dev_server = dev_server
        try:
            super().__init__((HOST, port), Handler)
        except OSError as error:
            said = f"Port {port} cannot be used: {error.strerror}. Is the site shown already?"
            raise PortError(f"{said} Or: --port {port + 1 if port < 65535 else 8000}") from error


def show(server: PreviewServer, changed: threading.Event) -> None:
    """Show a site until the program is ended.

    Args:
        server: the server of the site.
        changed: set after each save.
    """
    server.dev_server.read()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"The site is at http://{HOST}:{server.server_port}/ and follows what you save. Ctrl+C ends it.", flush=True)
    while True:
        server.dev_server.go_on(changed)


def to_mend(mistakes: str) -> bytes:
    """Write the page that says what is to be mended, with a paragraph for each line."""
    return TO_MEND.format(paragraphs(mistakes)).encode()


def paragraphs(mistakes: str) -> str:
    """Write a paragraph for each line."""
    return "".join(f"<p>{html.escape(line)}</p>" for line in mistakes.split("\n"))


def kind_of(path: str) -> str:
    """Give the type of a file, the same on every machine where it matters."""
    return TYPES.get(Path(path).suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def as_shown(page: str, number: int, mistakes: str = "") -> str:
    """Give a page as the build would finish it, with a script that loads it again when something was saved.

    Args:
        page: the page.
        number: which reading of the content it shows.
        mistakes: what is laid over it.
    """
    before, mark, after = secure(page).rpartition("</body>")
    over = LAID_OVER.format(style=STYLE, mistakes=paragraphs(mistakes)) if mistakes else ""
    return f'{before}{over}<script src="{RELOAD}?{number}"></script>{mark}{after}'
