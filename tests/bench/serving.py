"""Serves a built site as a good host does: compressed beforehand, brotli where the browser takes it, else gzip."""

from __future__ import annotations

import contextlib
import gzip
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli

from macros.site.dev_server import Server, kind_of

CODE = ("text/", "application/json", "application/javascript", "application/manifest")


@dataclass(frozen=True)
class Sent:
    """One file that was sent."""

    path: str
    kind: str
    size: int

    @property
    def is_code(self) -> bool:
        """Whether it is HTML, style, a script or data of a script, and no letter or picture."""
        return self.kind.startswith(CODE)


@dataclass
class Host:
    """A server of one site.

    Attributes:
        address: the site's root, with a slash at its end.
        sent: what was sent since the list was last emptied.
    """

    address: str
    sent: list[Sent] = field(default_factory=list)


def compressed(file: Path, encoding: str) -> bytes:
    """Compress a file as hard as can be; a file that was compressed by the build is taken as it is."""
    ready = file.with_name(file.name + {"br": ".br", "gzip": ".gz"}[encoding])
    if ready.is_file():
        return ready.read_bytes()
    raw = file.read_bytes()
    squeezed: bytes = brotli.compress(raw) if encoding == "br" else gzip.compress(raw, mtime=0)
    return squeezed


@contextlib.contextmanager
def hosted(site: Path) -> Iterator[Host]:
    """Serve a built site on this machine alone, for as long as the block runs."""
    kept: dict[tuple[Path, str], bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            file = (site / unquote(urlsplit(self.path).path).lstrip("/")).resolve()
            if file.is_dir():
                file /= "index.html"
            if not file.is_file() or not file.is_relative_to(site.resolve()):
                return self.answer(404, "text/plain", "", b"It is not here.")
            kind = kind_of(file.name)
            accepted = self.headers.get("Accept-Encoding", "")
            encoding = next((each for each in ("br", "gzip") if each in accepted), "")
            if not kind.startswith((*CODE, "image/svg")):
                encoding = ""
            if (file, encoding) not in kept:
                kept[file, encoding] = compressed(file, encoding) if encoding else file.read_bytes()
            content = kept[file, encoding]
            host.sent.append(Sent(file.relative_to(site.resolve()).as_posix(), kind, len(content)))
            return self.answer(200, kind, encoding, content)

        def answer(self, status: int, kind: str, encoding: str, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(CODE) else kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "public, max-age=3600")
            if encoding:
                self.send_header("Content-Encoding", encoding)
                self.send_header("Vary", "Accept-Encoding")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing; the report does."""

    server = Server(("127.0.0.1", 0), Handler)
    host = Host(f"http://127.0.0.1:{server.server_port}/")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
