"""Measures the build: beside its peer, and as the site grows."""

from __future__ import annotations

import re
import resource
import shutil
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

from macros.kept import FOLDER
from tests.bench.builds import BuildFailedError, copied, mkdocs, ours, pages, write_peer
from tests.bench.plain_pages import write_plain
from tests.bench.report import Report, growth
from tests.bench.zensical import PEER, Zensical, whole_pages

ROUNDS = 9

PLAIN = "the same as plain Markdown, Material, pruned"
BUILD_RATIO = 1.15
GROWTH = 1.05
TIMES = (1, 10, 30)  # how often each lesson stands there


def peer_of(project: Path, folder: Path) -> Path:
    """Write the peer: what a reader of our finished pages gets, as plain Markdown.

    Returns:
        The peer's configuration.
    """
    docs = folder / "plain-docs"
    shutil.copytree(project / "docs" / "assets", docs / "assets")
    ours(project, folder / "own")
    write_plain(folder / "own", docs)
    return write_peer(project, docs)


def measure(report: Report, project: Path, peer: Path, zensical: Zensical | None, folder: Path) -> None:
    """Build ours and the peers turn about.

    Args:
        report: where the figures go.
        project: ours.
        peer: the configuration of the plain peer.
        zensical: the same pages for Zensical, if it can be had.
        folder: where the sites are built.
    """
    first, again, plain = "ours: check, build, finish, swap", "    once more, a lesson changed", f"peer: {PLAIN}"
    builds: dict[str, Callable[[], float]] = {
        first: partial(first_build, project, folder / "own"),
        again: partial(next_build, project, folder / "own"),
        plain: partial(mkdocs, peer, folder / "plain"),
    }
    if zensical:
        builds[f"peer: the same pages by {PEER}"] = zensical.build
        builds["    once more, with what it keeps of the last build"] = partial(zensical.build, warm=True)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in builds}
    for _ in range(ROUNDS):
        for name, build in builds.items():
            begin = time.perf_counter()
            seconds = build()
            times[name].append((seconds, time.perf_counter() - begin))
    count = pages(folder / "own")
    report.heading(f"Build: best of {ROUNDS} each, turn about, {count} pages, processor seconds")
    best = {name: min(seconds for seconds, _ in each) for name, each in times.items()}
    for name, seconds in best.items():
        clock = min(clock for _, clock in times[name])
        report.figure(name, seconds, "s", beside=f"{clock:.1f} s by the clock")
    report.figure("ratio of the first to plain Material", best[first] / best[plain], "", BUILD_RATIO)
    report.figure("ratio of the next to plain Material", best[again] / best[plain], "", BUILD_RATIO)
    if zensical:
        whole, of = whole_pages(zensical.site, folder / "plain"), pages(folder / "plain")
        name = "pages by Zensical with every word of plain Material's"
        report.figure(name, whole, "", of, "as many as there are", "at least")


def first_build(project: Path, site: Path) -> float:
    """Build as on a machine that has built nothing yet; give the processor seconds it took."""
    shutil.rmtree(project / FOLDER, ignore_errors=True)
    return ours(project, site)


def next_build(project: Path, site: Path) -> float:
    """Change the first heading of a lesson and build, as an author does; give the processor seconds it took."""
    lesson = next(iter(sorted((project / "lessons").glob("*/*/lesson.md"))))
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(re.sub(r"(?m)^## ", "## Now: ", text, count=1), encoding="utf-8")
    try:
        return ours(project, site)
    finally:
        lesson.write_text(text, encoding="utf-8")


def grow(project: Path, times: int) -> None:
    """Repeat each lesson with its quiz until it stands there so many times."""
    for lesson in sorted((project / "lessons").glob("*/*/lesson.md")):
        for number in range(2, times + 1):
            repeat(project, lesson, number)


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


def as_it_grows(report: Report, folder: Path) -> None:
    """Build the site with its lessons repeated: the time, the most memory that a process took, and how both grow."""
    report.heading("Growth: every lesson and quiz there 1, 10 and 30 times; one build each, processor seconds")
    found: list[tuple[int, float]] = []
    for times in TIMES:
        project = copied(folder / f"grown-{times}")
        grow(project, times)
        try:
            seconds = ours(project, project / "site")
        except BuildFailedError as error:
            report.absent("growth", f"Repeated lessons were refused: {error}")
            return
        found.append((pages(project / "site"), seconds))
        # Of all processes that have ended so far; each build takes more than those before it.
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        report.figure(f"{times} times, {found[-1][0]} pages", seconds, "s")
        report.figure("    the most memory", memory, "MB")
    for (few, short), (many, long) in pairwise(found):
        report.figure(f"exponent from {few} to {many} pages", growth(short, few, long, many), "", GROWTH)
