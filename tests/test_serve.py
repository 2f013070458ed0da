"""`mkdocs serve` tells a mistake, lives through it, and shows the page again once it is mended."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.copying import copy_project

QUIZ = "quizzes/years-3-4/three-word-locks.yml"
PAGE = "lessons/years-3-4/three-word-locks/index.html"
PATIENCE = 90  # seconds; it is only how long a broken server keeps the tests waiting


class Served:
    """A server of the copied project, and what it has said."""

    def __init__(self, project: Path, port: int, log: Path) -> None:
        self.project = project
        self.address = f"http://127.0.0.1:{port}/"
        self.log = log

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def page(self) -> str:
        try:
            with urllib.request.urlopen(self.address + PAGE, timeout=10) as answer:
                text: str = answer.read().decode("utf-8")
                return text
        except (urllib.error.URLError, OSError):
            return ""

    def change(self, old: str, new: str) -> None:
        file = self.project / QUIZ
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def wait(self, what: str, happened: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < end, f"Waited in vain for {what}. The server said:\n{self.said()}"
            time.sleep(0.2)


@pytest.fixture
def served(root: Path, tmp_path: Path) -> Iterator[Served]:
    project = copy_project(root, tmp_path / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
    try:
        yield Served(project, port, log)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def test_the_server_lives_through_a_mistake_and_recovers(served: Served) -> None:
    served.wait("the first page", lambda: "lamp river cactus" in served.page())
    served.change("text: lamp river cactus", "text: KITFOX2026")
    told = ":15: “KITFOX2026” says the same as number 1 above. Make them differ, or keep one."
    served.wait("the sentence", lambda: QUIZ + ":" in served.said() and told in served.said())
    served.change("text: KITFOX2026", "text: spoon tiger cloud")
    served.wait("the mended page", lambda: "spoon tiger cloud" in served.page())
    assert "Traceback" not in served.said()
