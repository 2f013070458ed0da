"""Compares the quiz with a named peer: mkdocs-quiz, installed from PyPI into an environment of its own."""

from __future__ import annotations

import gzip
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path

from playwright.sync_api import Browser

from macros.content.library import Library
from macros.content.loader import read_library
from macros.views.quizzes import ShownQuestion, shown_questions
from tests.bench.builds import ROOT, BuildFailedError, environment, mkdocs, write_peer
from tests.bench.kinds import WITH_QUIZ, WITHOUT_QUIZ
from tests.bench.report import Report
from tests.bench.serving import hosted
from tests.bench.weight import LINKED, weigh

ROUNDS = 5
PEER = "mkdocs-quiz==1.7.1"
BESIDE = ("mkdocs", "mkdocs-material", "pymdown-extensions")  # in the versions that we have
ENVIRONMENT = ROOT / "bench-results" / "mkdocs-quiz"

PEERS_PAGE = "fifty.html"

MARK = re.compile(r"^<!-- (?:quiz: [\w-]+|end of quiz) -->\n", re.MULTILINE)
QUESTIONS = 50  # of that page

BETWEEN = re.compile(r"^<!-- quiz: ([\w-]+) -->\n.*?^<!-- end of quiz -->\n", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"<(script|style)\b(?![^>]*\bsrc=)[^>]*>(.*?)</\1>", re.DOTALL)


def installed() -> str | None:
    """Install the peer if it is not there; give its Python, or None where it cannot be had."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = ENVIRONMENT / ".ready"
    if ready.exists() and ready.read_text(encoding="utf-8") == PEER:
        return str(python)
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
    wanted = [PEER, *(f"{name}=={importlib.metadata.version(name)}" for name in BESIDE)]
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *wanted]
    if subprocess.run(pip, env=environment(), capture_output=True, check=False).returncode != 0:
        return None
    ready.write_text(PEER, encoding="utf-8")
    return str(python)


def peers_markup(questions: tuple[ShownQuestion, ...]) -> str:
    """Write questions in the peer's markup: each part of a question is one of its questions."""
    blocks = []
    for question in questions:
        for part in question.parts:
            lines = ["<quiz>", f"{question.text} {part.text}" if part.text else question.text]
            for option in part.options:
                lines.append(f"- [{'x' if option.key != 'no' else ' '}] {option.text}")
                lines.append(f"> {question.reasons[option.say].words}")
            blocks.append("\n".join([*lines, "</quiz>", ""]))
    return "\n".join(blocks)


def peers_pages(dumped: Path, to: Path, library: Library) -> Path:
    """Write our pages with each quiz in the peer's markup."""
    shutil.copytree(dumped, to)
    quizzes = {identity: peers_markup(shown_questions(entry.quiz)) for identity, entry in library.lessons.items()}
    for page in to.rglob("*.md"):
        text = BETWEEN.sub(lambda found: quizzes.get(found[1], ""), page.read_text(encoding="utf-8"))
        page.write_text(MARK.sub("", text), encoding="utf-8")
    blocks = re.findall(r"<quiz>.*?</quiz>\n", "".join(quizzes.values()), re.DOTALL)
    many = "\n".join(islice(cycle(blocks), QUESTIONS))
    (to / PEERS_PAGE).with_suffix(".md").write_text(f"# Fifty\n\n{many}", encoding="utf-8")
    return to


def machinery(site: Path, page: str, beside: Path, other: str) -> int:
    """Give how many more bytes (gzip) of script and style one page has than another, linked or inline."""
    pages = ((site, page), (beside, other))
    more, less = (sum(len(gzip.compress(part)) for part in parts(*each)) for each in pages)
    return more - less


def parts(site: Path, page: str) -> list[bytes]:
    """Give the script and style of a page, each file and each inline piece."""
    html = (site / page).read_text(encoding="utf-8")
    files = [(site / page).parent / (style or script) for style, script in LINKED.findall(html)]
    return [*(file.read_bytes() for file in files), *(text.encode() for _, text in INLINE.findall(html))]


def compare(report: Report, project: Path, own: Path, dumped: Path, folder: Path, browser: Browser) -> Path | None:
    """Compare bytes and build with the peer; give the peer's site."""
    report.heading(f"Quiz: beside {PEER}, the same questions in its markup")
    ours_with = machinery(own, WITH_QUIZ, own, WITHOUT_QUIZ)
    ours_without = machinery(own, WITHOUT_QUIZ, own, "index.html")
    report.figure("ours: script and style for a page with a quiz, gzip", ours_with / 1000, "kB", 11.0)
    report.figure("ours: on a page without a quiz", ours_without / 1000, "kB", 0.0)
    python = installed()
    if python is None:
        report.absent(PEER, "It could not be installed: is this machine online?")
        return None
    docs = peers_pages(dumped, folder / "quiz-docs", read_library(project))
    config_on = write_peer(project, docs, plugins=["search", "mkdocs_quiz"])
    off = shutil.copytree(docs, folder / "lists-docs")
    for page in off.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"^</?quiz>$", "", text, flags=re.MULTILINE), encoding="utf-8")
    config_off = write_peer(project, off)
    site, without = folder / "quiz-site", folder / "lists-site"
    seconds: tuple[list[float], list[float]] = ([], [])
    try:
        for _ in range(ROUNDS):
            seconds[0].append(mkdocs(config_on, site, python))
            seconds[1].append(mkdocs(config_off, without, python))
    except BuildFailedError as error:
        report.absent(PEER, str(error))
        return None
    theirs = [machinery(site, page, without, page) for page in (WITH_QUIZ, WITHOUT_QUIZ)]
    report.figure("peer: script and style for a page with a quiz, gzip", theirs[0] / 1000, "kB")
    report.figure("peer: on a page without a quiz", theirs[1] / 1000, "kB")
    with hosted(own) as here, hosted(site) as there:
        for name, path in (("with", WITH_QUIZ), ("without", WITHOUT_QUIZ)):
            a, b = weigh(browser, here, path), weigh(browser, there, path)
            report.figure(f"a page {name} a quiz, brotli", a.code / 1000, "kB", beside=f"peer {b.code / 1000:.1f} kB")
    report.figure("peer's build, to its pages without the plug-in", min(seconds[0]) / min(seconds[1]), "")
    return site
