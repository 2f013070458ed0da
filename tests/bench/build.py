"""Measures the build: beside its peer, as the site grows, and from a save to the new page."""

from __future__ import annotations

import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.bench.builds import BuildFailedError, copied, dump, environment, mkdocs, ours, pages, write_peer
from tests.bench.report import Report, growth

ROUNDS = 9
GROWTH_ROUNDS = 2
SAVES = 3
PATIENCE = 180  # seconds; it is only how long a broken server keeps us waiting

BUILD_RATIO = 1.15
GROWTH = 1.05
SMALL, LARGE = 100, 300  # pages
SAVE_SECONDS = 1.0

MARK = re.compile(r"^<!-- (?:quiz: [\w-]+|end of quiz) -->\n", re.MULTILINE)


def peer_of(project: Path, folder: Path) -> Path:
    """Write the peer: our pages with every macro written out, and nothing of ours but the words.

    Returns:
        The peer's configuration.
    """
    docs = folder / "plain-docs"
    shutil.copytree(dump(project, folder), docs)
    for page in docs.rglob("*.md"):
        page.write_text(MARK.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")
    return write_peer(project, docs)


def beside_the_peer(report: Report, project: Path, peer: Path, folder: Path) -> float:
    """Build ours and the peer turn about; give the ratio."""
    own, plain = [], []
    for _ in range(ROUNDS):
        own.append(ours(project, folder / "own"))
        plain.append(mkdocs(peer, folder / "plain"))
    ratio = min(own) / min(plain)
    count = pages(folder / "own")
    report.heading(f"Build: best of {ROUNDS} each, turn about, {count} pages, processor seconds")
    report.figure("ours: check, build, finish, swap", min(own), "s")
    report.figure("peer: the same as plain Markdown, Material, pruned", min(plain), "s")
    report.figure("ratio", ratio, "", BUILD_RATIO)
    return ratio


def grow(project: Path, wanted: int, now: int) -> None:
    """Repeat each lesson with its quiz until the site has about as many pages as are wanted."""
    lessons = sorted((project / "lessons").glob("*/*/lesson.md"))
    begin = pages_of_lessons(project, lessons)
    times = max(0, round((wanted - now) / max(1, begin)))
    for number in range(2, times + 2):
        for lesson in lessons:
            repeat(project, lesson, number)


def pages_of_lessons(project: Path, lessons: list[Path]) -> int:
    """Count the pages that the lessons make, as the last build had them."""
    site = project / "site"
    return sum(pages(site / lesson.parent.relative_to(project)) for lesson in lessons)


def repeat(project: Path, lesson: Path, number: int) -> None:
    """Copy a lesson and its quiz under an id of their own."""
    phase, identity = lesson.parts[-3:-1]
    again = f"{identity}-{number}"
    shutil.copytree(lesson.parent, lesson.parent.with_name(again))
    page = lesson.parent.with_name(again) / "lesson.md"
    page.write_text(page.read_text(encoding="utf-8").replace(f'"{identity}"', f'"{again}"'), encoding="utf-8")
    quiz = project / "quizzes" / phase / f"{identity}.yml"
    if quiz.exists():
        shutil.copy(quiz, quiz.with_name(f"{again}.yml"))


def as_it_grows(report: Report, folder: Path) -> Path | None:
    """Build the site with its lessons repeated; give the largest copy."""
    report.heading(f"Growth: each lesson repeated, best of {GROWTH_ROUNDS}, processor seconds")
    found: list[tuple[int, float]] = []
    project = None
    for wanted in (SMALL, LARGE):
        project = copied(folder / f"grown-{wanted}")
        try:
            ours(project, project / "site")
            grow(project, wanted, pages(project / "site"))
            seconds = min(ours(project, project / "site") for _ in range(GROWTH_ROUNDS))
        except BuildFailedError as error:
            report.absent("growth", f"Repeated lessons were refused: {error}")
            return None
        found.append((pages(project / "site"), seconds))
        report.figure(f"{found[-1][0]} pages", seconds, "s")
    (few, short), (many, long) = found
    report.figure("exponent", growth(short, few, long, many), "", GROWTH)
    return project


class Serving:
    """`mkdocs serve` of a project, for as long as the block runs."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.said = project.parent / "serve.log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def __enter__(self) -> Serving:
        self.log = self.said.open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{self.port}"],
            cwd=self.project,
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
        raise BuildFailedError(f"“mkdocs serve” did not show “{words}”. It said: {said}")


def from_save_to_page(report: Report, project: Path, budget: float | None) -> None:
    """Change a lesson under `mkdocs serve`, and wait until its page has the new words."""
    lesson = next(iter(sorted((project / "lessons").glob("*/*/lesson.md"))))
    page = f"lessons/{lesson.parts[-3]}/{lesson.parts[-2]}/index.html"
    text = lesson.read_text(encoding="utf-8")
    heading = next(line for line in text.splitlines() if line.startswith("## ") and "{" not in line)
    try:
        with Serving(project) as server:
            start = server.wait(page, "</html>")
            times = []
            for number in range(SAVES):
                words = f"Now {number + 1}: "
                lesson.write_text(text.replace(heading, f"## {words}{heading[3:]}", 1), encoding="utf-8")
                times.append(server.wait(page, words))
    except BuildFailedError as error:
        report.absent("save to page", str(error))
        return
    finally:
        lesson.write_text(text, encoding="utf-8")
    count = pages(project / "site")
    report.figure(
        f"{count} pages, with “mkdocs serve”",
        statistics.median(times),
        "s",
        budget,
        f"first page after the start: {start:.1f} s",
    )


def measure(report: Report, project: Path, peer: Path, folder: Path) -> float:
    """Measure all of it; give the ratio of our build to the peer's."""
    ratio = beside_the_peer(report, project, peer, folder)
    grown = as_it_grows(report, folder)
    report.heading(f"Save: a lesson is saved, its page is served with the new words; the clock, middle of {SAVES}")
    shutil.copytree(folder / "own", project / "site", dirs_exist_ok=True)
    from_save_to_page(report, project, None)
    if grown:
        from_save_to_page(report, grown, SAVE_SECONDS)
    return ratio
