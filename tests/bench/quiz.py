"""Compares the quiz with a named peer: mkdocs-quiz, installed from PyPI into an environment of its own."""

from __future__ import annotations

import gzip
import importlib.metadata
import re
import shutil
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from textwrap import indent
from xml.etree.ElementTree import Element

from playwright.sync_api import Browser

from tests.bench.builds import BuildFailedError, mkdocs, write_peer
from tests.bench.kinds import WITH_QUIZ, WITHOUT_QUIZ
from tests.bench.peers import installed
from tests.bench.plain_pages import inline, plain
from tests.bench.report import Report
from tests.bench.serving import hosted
from tests.bench.weight import LINKED, weigh
from tests.site.page import Page, read_page

ROUNDS = 5
PEER = "mkdocs-quiz==1.7.1"
BESIDE = ("mkdocs", "mkdocs-material", "pymdown-extensions")  # in the versions that we have

PEERS_PAGE = "fifty.html"

QUESTIONS = 50  # of that page
PLACE = "HERE IS A QUESTION"
BLOCK = re.compile(r"<quiz>.*?</quiz>\n", re.DOTALL)

INLINE = re.compile(r"<(script|style)\b(?![^>]*\bsrc=)[^>]*>(.*?)</\1>", re.DOTALL)


def peers_markup(form: Element) -> str:
    """Write a question of a finished page in the peer's markup: each part of a question is one of its questions.

    Args:
        form: the question, with its hint and its reasons, which are all written.
    """
    (hint,), (answers,) = _parts(form, "hint"), _parts(form, "answers")
    reasons = [inline(reason) for reason in answers.iter("li")]
    said = {int(option.attrib["data-say"]) for option in form.iter() if "data-say" in option.attrib}
    words = inline(next(form.iter("legend")))
    blocks = []
    for item in _parts(form, "item") or [form]:
        thing = " ".join(map(inline, _parts(item, "thing")))
        lines = ["<quiz>", f"{words} {thing}".strip()]
        for option, text in _options(item):
            lines.append(f"- [{' ' if option.attrib['data-key'] == 'no' else 'x'}] {text}")
            if "data-say" in option.attrib:
                lines.append(f"> {reasons[int(option.attrib['data-say'])]}")
        blocks.append([*lines, "</quiz>", ""])
        words = ""
    unsaid = (reason for place, reason in enumerate(reasons) if place not in said)
    blocks[-1][-2:-2] = ["", "\n\n".join((inline(next(hint.iter("p"))), *unsaid))]
    return "\n".join("\n".join(block) for block in blocks)


def _options(item: Element) -> Iterator[tuple[Element, str]]:
    """Give what can be chosen, with its words: buttons with labels, or the rows of a list."""
    for choice in _parts(item, "choice"):
        yield next(choice.iter("input")), inline(next(choice.iter("label")))
    for option in item.iter("option"):
        if "data-key" in option.attrib:
            yield option, inline(option)


def _parts(element: Element, name: str) -> list[Element]:
    return [each for each in element.iter() if each.attrib.get("data-part") == name]


def peers_page(page: Page) -> str:
    """Write a page as Markdown with its questions in the peer’s markup; a story, which it has no kind for, as words.

    Args:
        page: which; its tree is changed.
    """
    forms = [form for form in page.all("form") if form.attrib.get("data-part") == "question"]
    questions = [peers_markup(form) for form in forms]
    for form in forms:
        tail = form.tail
        form.clear()
        form.text, form.tail = PLACE, tail
    waiting = iter(questions)
    return re.sub(rf"^( *){PLACE}$", lambda at: indent(next(waiting), at[1]), plain(page), flags=re.MULTILINE)


def peers_pages(own: Path, plain_docs: Path, to: Path) -> Path:
    """Write our pages as Markdown, with each quiz in the peer's markup, and one page of fifty questions.

    Args:
        own: our finished site.
        plain_docs: its pages as Markdown.
        to: where to write those of the peer.
    """
    shutil.copytree(plain_docs, to)
    for file in own.rglob("*.html"):
        if 'data-part="question"' in file.read_text(encoding="utf-8"):
            path = file.relative_to(own)
            (to / path).with_suffix(".md").write_text(peers_page(read_page(own, path.as_posix())), encoding="utf-8")
    blocks = BLOCK.findall((to / WITH_QUIZ).with_suffix(".md").read_text(encoding="utf-8"))
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


def compare(report: Report, project: Path, own: Path, plain_docs: Path, folder: Path, browser: Browser) -> Path | None:
    """Compare bytes and build with the peer; give the peer's site.

    Args:
        report: where the figures go.
        project: whose Markdown extensions the peer has.
        own: our built site.
        plain_docs: its pages as plain Markdown.
        folder: where the peer's pages and sites may be written.
        browser: a Chromium.
    """
    report.heading(f"Quiz: beside {PEER}, the same questions in its markup")
    ours_with = machinery(own, WITH_QUIZ, own, WITHOUT_QUIZ)
    ours_without = machinery(own, WITHOUT_QUIZ, own, "index.html")
    report.figure("ours: script and style for a page with a quiz, gzip", ours_with / 1000, "kB", 11.0)
    report.figure("ours: on a page without a quiz", ours_without / 1000, "kB", 0.0)
    python = installed("mkdocs-quiz", [PEER, *(f"{name}=={importlib.metadata.version(name)}" for name in BESIDE)])
    if python is None:
        report.absent(PEER, "It could not be installed: is this machine online?")
        return None
    docs = peers_pages(own, plain_docs, folder / "quiz-docs")
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
    asked = len(BLOCK.findall((docs / WITH_QUIZ).with_suffix(".md").read_text(encoding="utf-8")))
    shown = (site / WITH_QUIZ).read_text(encoding="utf-8").count('<div class="quiz"')
    report.figure(
        "peer: questions that it shows on a page with a quiz", shown, "", asked, "so many were written", "at least"
    )
    theirs = [machinery(site, page, without, page) for page in (WITH_QUIZ, WITHOUT_QUIZ)]
    report.figure("peer: script and style for a page with a quiz, gzip", theirs[0] / 1000, "kB")
    report.figure("peer: on a page without a quiz", theirs[1] / 1000, "kB")
    with hosted(own) as here, hosted(site) as there:
        for name, path in (("with", WITH_QUIZ), ("without", WITHOUT_QUIZ)):
            a, b = weigh(browser, here, path), weigh(browser, there, path)
            report.figure(f"a page {name} a quiz, brotli", a.code / 1000, "kB", beside=b.beside("peer"))
    report.figure("peer's build, to its pages without the plug-in", min(seconds[0]) / min(seconds[1]), "")
    return site
