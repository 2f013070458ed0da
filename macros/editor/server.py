"""Serves the editor on this machine alone, and the site beside it as it is now."""

from __future__ import annotations

import json
import threading
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from macros.editor import packages
from macros.editor.config import config_of
from macros.editor.desk import LARGEST_PICTURE, Desk, RefusedError
from macros.problems import ContentError
from macros.site.dev_server import HOST, IDLE, DevServer, Handler, PreviewServer, kind_of

ADMIN = "/admin/"
PAGE = Path(__file__).parent / "page"
PAGES = MappingProxyType({"": "index.html", "folder.js": "folder.js", "desk.css": "desk.css"})
LARGEST = 4 * LARGEST_PICTURE  # bytes of what is read at all
# Nothing from another host and nothing sent to one. Sveltia writes its styles itself, and shows pictures out of what
# was chosen.
POLICY = "; ".join((
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self' blob: data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
))  # fmt: skip


class EditHandler(Handler):
    """Answers one browser: the editor and what it reads and saves, and else a page of the site."""

    server: EditServer

    def do_GET(self) -> None:  # noqa: N802
        """Answer with a file of the editor, or of the site."""
        asked = urlsplit(self.path)
        if asked.path == ADMIN.rstrip("/"):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", ADMIN)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if not asked.path.startswith(ADMIN):
            self.server.show_site()
            super().do_GET()
            return
        if not self.is_for_this_machine(asked.netloc):
            self.reply(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", b"This is for this machine alone.\n")
            return
        self.answer(unquote(asked.path.removeprefix(ADMIN)))

    def answer(self, path: str) -> None:
        """Answer with what the editor asks for.

        Args:
            path: what that is, behind “/admin/”.
        """
        desk = self.server.desk
        if path in PAGES:
            content = (PAGE / PAGES[path]).read_bytes()
            self.reply(HTTPStatus.OK, kind_of(PAGES[path]), content)
        elif path == "sveltia-cms.js":
            self.reply(HTTPStatus.OK, "text/javascript", self.server.script)
        elif path == "config.yml":
            self.reply(HTTPStatus.OK, "text/yaml", config_of(desk).encode())
        elif path == "told":
            self.reply(HTTPStatus.OK, "application/json", json.dumps([str(one) for one in desk.told()]).encode())
        elif path == "files/":
            self.reply(HTTPStatus.OK, "application/json", json.dumps(desk.paths()).encode())
        elif path.startswith("files/"):
            self.read(path.removeprefix("files/"))
        elif file := packages.find(path):
            self.reply(HTTPStatus.OK, kind_of(file.name), file.read_bytes())
        else:
            self.reply(HTTPStatus.NOT_FOUND, "text/plain", b"This is not here.\n")

    def read(self, path: str) -> None:
        """Answer with a file as its form takes it.

        Args:
            path: the file, from the project's root.
        """
        try:
            content, sign = self.server.desk.read(path)
        except (KeyError, FileNotFoundError):
            self.reply(HTTPStatus.NOT_FOUND, "text/plain", b"There is no form for this file.\n")
        except ContentError as error:
            self.reply(HTTPStatus.UNPROCESSABLE_ENTITY, "text/plain", str(error).encode())
        else:
            self.reply(HTTPStatus.OK, kind_of(path), content, sign)

    def do_PUT(self) -> None:  # noqa: N802
        """Save a file, or answer why not."""
        asked = urlsplit(self.path)
        origin = self.headers.get("Origin", "")
        size = self.headers.get("Content-Length", "")
        if not self.is_for_this_machine(asked.netloc) or origin != f"http://{self.headers.get('Host')}":
            self.close_connection = True
            self.reply(HTTPStatus.FORBIDDEN, "text/plain", b"Only the editor's own page saves here.\n")
            return
        if not size.isdecimal() or int(size) > LARGEST:
            self.close_connection = True
            said = f"Not saved: no file may be larger than {LARGEST // 1024 // 1024} MB.\n"
            self.reply(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "text/plain", said.encode())
            return
        content = self.rfile.read(int(size))
        path = unquote(asked.path.removeprefix(f"{ADMIN}files/"))
        desk = self.server.desk
        try:
            desk.save(path, content, self.headers.get("If-Match", ""))
            _, sign = desk.read(path)
        except RefusedError as error:
            self.reply(HTTPStatus.UNPROCESSABLE_ENTITY, "text/plain", str(error).encode())
        except (KeyError, OSError, ContentError) as error:
            self.reply(HTTPStatus.UNPROCESSABLE_ENTITY, "text/plain", f"Not saved: {error}".encode())
        else:
            self.reply(HTTPStatus.OK, "text/plain", b"", sign)

    def reply(self, status: int, kind: str, content: bytes, sign: str = "") -> None:
        """Send an answer of the editor, with its own security policy.

        Args:
            status: of HTTP.
            kind: the type of the content, as in “text/html”.
            content: the whole of it.
            sign: of what the file holds now.
        """
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        if sign:
            self.send_header("ETag", sign)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


class EditServer(PreviewServer):
    """Shows the editor of one project, and its site."""

    def __init__(self, desk: Desk, dev_server: DevServer, port: int) -> None:
        """Take the port.

        Args:
            desk: reads and saves the files.
            dev_server: the site that is shown beside the editor.
            port: its number; 0 for any that is free.

        Raises:
            PortError: it cannot be taken.
            NotInstalledError: the editor is not on this machine.
        """
        self.script = packages.script().encode()
        self.desk = desk
        self.site_is_shown = False
        self._first = threading.Lock()
        super().__init__(dev_server, port)
        self.RequestHandlerClass = EditHandler

    def show_site(self) -> None:
        """Read the site when its first page is asked for: the editor can be used before that, and without it."""
        with self._first:
            if not self.site_is_shown:
                self.dev_server.read()
                self.site_is_shown = True


def show_editor(server: EditServer, changed: threading.Event) -> None:
    """Show the editor until the program is ended.

    Args:
        server: the server of the editor.
        changed: set after each save, by whatever program.
    """
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://{HOST}:{server.server_port}{ADMIN}"
    print(f"The forms are at {address} and save into this folder. Ctrl+C ends it.", flush=True)
    server.desk.told()
    while True:
        if changed.wait(IDLE):
            changed.clear()
            server.desk.look()
            if server.site_is_shown:
                server.dev_server.read()
