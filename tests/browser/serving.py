"""A small server that shows the built site under a sub-path, as a school's host may."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SUB_PATH = "/some/school/path/"


@contextlib.contextmanager
def served(site: Path, port: int = 0) -> Iterator[str]:
    """Serve a built site on this machine alone, for as long as the block runs.

    Args:
        site: the built site.
        port: where; 0 for any that is free.

    Yields:
        The address of the site's root, which ends with a slash.
    """

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, directory=str(site), **named)

        def translate_path(self, path: str) -> str:
            if not path.startswith(SUB_PATH):
                return str(site / "nothing stands outside the sub-path")
            return super().translate_path("/" + path.removeprefix(SUB_PATH))

        def log_message(self, *_: object) -> None:
            """Say nothing; the tests say what is wrong."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
