"""Measures the build: beside its peer, and as the site grows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.bench.builds import BuildFailedError, copied, dump, mkdocs, ours, pages, write_peer
from tests.bench.report import Report, growth

ROUNDS = 9
GROWTH_ROUNDS = 2

BUILD_RATIO = 1.15
GROWTH = 1.05
SMALL, LARGE = 300, 1000  # pages, as the budget was measured

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


def as_it_grows(report: Report, folder: Path) -> None:
    """Build the site with its lessons repeated."""
    report.heading(f"Growth: each lesson repeated, best of {GROWTH_ROUNDS}, processor seconds")
    found: list[tuple[int, float]] = []
    for wanted in (SMALL, LARGE):
        project = copied(folder / f"grown-{wanted}")
        try:
            ours(project, project / "site")
            grow(project, wanted, pages(project / "site"))
            seconds = min(ours(project, project / "site") for _ in range(GROWTH_ROUNDS))
        except BuildFailedError as error:
            report.absent("growth", f"Repeated lessons were refused: {error}")
            return
        found.append((pages(project / "site"), seconds))
        report.figure(f"{found[-1][0]} pages", seconds, "s")
    (few, short), (many, long) = found
    report.figure("exponent", growth(short, few, long, many), "", GROWTH)


def measure(report: Report, project: Path, peer: Path, folder: Path) -> float:
    """Measure all of it; give the ratio of our build to the peer's."""
    ratio = beside_the_peer(report, project, peer, folder)
    as_it_grows(report, folder)
    return ratio
