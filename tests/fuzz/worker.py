"""Judges broken copies in a process of its own: what hangs, eats memory or crashes ends that process and no other."""

from __future__ import annotations

import multiprocessing
import re
import resource
import shutil
import signal
import tempfile
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.copying import copy_content, thin_out
from tests.fuzz.judge import Judge
from tests.fuzz.slips import Slip, broken

ROOT = Path(__file__).parents[2]
MEMORY = 1024**3  # bytes
LIMIT = 10  # seconds of the processor's time for one copy, which takes a fifth of one
PATIENCE = 600  # seconds of the clock, also for the start: a machine that is busy with other work is no hang
IMAGES = "docs/assets/images"


def prepared(to: Path) -> Path:
    """Copy the content with one lesson for each age, and only the pages and pictures that those and the data name."""
    thin_out(copy_content(ROOT, to))
    data = " ".join(file.read_text(encoding="utf-8") for file in (*to.glob("docs/_data/*.yml"), to / "school.yml"))
    for page in to.glob("docs/**/*.md"):
        if (name := page.relative_to(to / "docs").as_posix()) not in data and name != "policy/index.md":
            page.unlink()
    for licence in to.glob("docs/assets/**/*.txt"):  # which a page named that is gone
        licence.unlink()
    words = " ".join(file.read_text(encoding="utf-8") for end in ("md", "yml", "html") for file in to.rglob(f"*.{end}"))
    for picture in to.glob(f"{IMAGES}/*/*.svg"):
        if picture.parent.name != "cast" and not re.search(rf"\b{re.escape(picture.stem)}\b", words):
            picture.unlink()
    return to


def texts_of(root: Path) -> dict[str, str]:
    """Give the files that are broken: all that an author writes."""
    files = [root / "school.yml", *root.glob("lessons/*/*/lesson.md"), *root.glob("quizzes/*/*.yml")]
    files += [*root.glob("docs/_data/**/*.yml"), *root.glob("docs/**/*.md")]
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in sorted(files)}


def _work(pipe: Connection, folder: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    root = Path(folder)
    judge = Judge(root, texts_of(root))
    pipe.send(judge.judge({}))
    while True:
        limit, slips = pipe.recv()
        begun = time.process_time()
        # The system ends the process when it has used so much for this copy. A limit on the whole process will not do:
        # it is counted in ticks, which part from the time that is measured here by seconds after some minutes.
        signal.setitimer(signal.ITIMER_PROF, limit)
        said = judge.judge(broken(dict(judge.texts), slips))
        signal.setitimer(signal.ITIMER_PROF, 0)
        pipe.send((said, time.process_time() - begun))


class Worker:
    """A process that judges one copy after another; where one takes too long, another process takes over.

    Attributes:
        texts: the files that may be broken, as they are when whole.
        longest: how many seconds of the processor's time a copy has taken at most.
    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
        self.texts = texts_of(prepared(self.folder / "project"))
        self.longest = 0.0
        self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self) -> None:
        # Spawned: it begins with nothing of what this process has in its memory.
        context = multiprocessing.get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=_work, args=(other, str(self.folder / "project")), daemon=True)
        self.process.start()
        other.close()
        if not self.pipe.poll(PATIENCE):
            raise RuntimeError("The process that judges does not begin.")
        whole = self.pipe.recv()
        if whole:
            raise RuntimeError(f"The content is refused before anything is broken: {whole}")

    def _stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()

    def judge(self, slips: Sequence[Slip]) -> str:
        """Judge one broken copy.

        Returns:
            "" when all is as it should be; else what is wrong, its kind first.
        """
        self.pipe.send((LIMIT, list(slips)))
        said = f"HANG: it takes more than {LIMIT} seconds"
        try:
            if self.pipe.poll(PATIENCE):
                judged, seconds = self.pipe.recv()
                self.longest = max(self.longest, seconds)
                return str(judged)
        except EOFError:
            self.process.join()
            if self.process.exitcode != -signal.SIGPROF:
                said = "CRASH: the process ended"
        self._stop()
        for path, text in self.texts.items():
            (self.folder / "project" / path).write_bytes(text.encode())
        self._start()
        return said
