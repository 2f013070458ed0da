"""Measures the time from a save to the new page, beside what MkDocs's own server takes for the same pages."""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.bench.builds import BuildFailedError, environment, pages
from tests.bench.report import Report
from tests.bench.zensical import Zensical

SAVES = 5
BETWEEN_SAVES = 2  # seconds: a person who writes looks at the page in between
PATIENCE = 180  # seconds; it is only how long a broken server keeps us waiting
SAVE_SECONDS = 0.6


class Serving:
    """A server that shows a site while it is being written, for as long as the block runs."""

    def __init__(self, command: list[str], folder: Path, python: str = sys.executable) -> None:
        """Prepare it.

        Args:
            command: what Python runs; “PORT” in it stands for the port.
            folder: where it runs.
            python: which Python.
        """
        self.folder = folder
        self.said = folder / ".serve.log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.command = [python, *(part.replace("PORT", str(self.port)) for part in command)]

    def __enter__(self) -> Serving:
        self.log = self.said.open("wb")
        self.process = subprocess.Popen(
            self.command,
            cwd=self.folder,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            env=environment(),
        )
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

    def wait(self, page: str, words: str) -> float:
        """Wait until a page has some words; give the seconds that it took.

        Raises:
            BuildFailedError: the server ended, or they never came.
        """
        begin = time.perf_counter()
        while time.perf_counter() - begin < PATIENCE and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{page}", timeout=PATIENCE) as answer:
                    if words in answer.read().decode("utf-8"):
                        return time.perf_counter() - begin
            except (urllib.error.URLError, OSError):
                pass
            time.sleep(0.02)
        said = "\n".join(self.said.read_text(encoding="utf-8").strip().splitlines()[-6:])
        raise BuildFailedError(f"The server did not show “{words}”. It said: {said}")


def saved(serving: Serving, source: Path, page: str) -> tuple[float, float]:
    """Change the first heading of a page's source some times, and wait each time until the page has the new words.

    Returns:
        The seconds from the start to the first page, and from a save to the new page (the middle one).
    """
    text = source.read_text(encoding="utf-8")
    heading = next(line for line in text.splitlines() if line.startswith("## ") and "{{" not in line)
    try:
        with serving as server:
            start = server.wait(page, "</html>")
            times = []
            for number in range(SAVES):
                time.sleep(BETWEEN_SAVES)
                words = f"Now {number + 1}: "
                source.write_text(text.replace(heading, f"## {words}{heading[3:]}", 1), encoding="utf-8")
                times.append(server.wait(page, words))
    finally:
        source.write_text(text, encoding="utf-8")
    return start, statistics.median(times)


def measure(report: Report, project: Path, peer: Path, zensical: Zensical | None, site: Path) -> None:
    """Change a lesson under `make serve`, and its page under `mkdocs serve` of the same pages as plain Markdown.

    Args:
        report: where the figures go.
        project: our project.
        peer: the peer's configuration.
        zensical: the same pages for Zensical, if it can be had.
        site: our built site, whose pages are counted.
    """
    report.heading(f"Save: from a save to the new words on the page, {pages(site)} pages; the clock, middle of {SAVES}")
    lesson = next(iter(sorted((project / "lessons").glob("*/*/lesson.md"))))
    folder = f"lessons/{lesson.parts[-3]}/{lesson.parts[-2]}"
    plain = peer.with_suffix("") / folder / "index.md"
    theirs = ["-m", "mkdocs", "serve", "--livereload", "--no-strict", "-f", str(peer), "-a", "127.0.0.1:PORT"]
    servers: list[tuple[str, Serving, Path, float | None]] = [
        ("ours, “make serve”", Serving(["-m", "macros", "serve", "--port", "PORT"], project), lesson, SAVE_SECONDS),
        ("peer, “mkdocs serve”", Serving(theirs, peer.parent), plain, None),
        ("peer, “mkdocs serve --dirty”", Serving([*theirs, "--dirty"], peer.parent), plain, None),
    ]
    if zensical:
        command = ["-m", "zensical", "serve", "-f", str(zensical.config), "-a", "127.0.0.1:PORT"]
        servers.append(("peer, “zensical serve”", Serving(command, peer.parent, zensical.python), plain, None))
    for name, serving, source, most in servers:
        try:
            start, seconds = saved(serving, source, f"{folder}/index.html")
        except BuildFailedError as error:
            report.absent(name, str(error))
            continue
        report.figure(name, seconds, "s", most, f"first page after the start: {start:.1f} s")
