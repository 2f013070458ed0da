"""Weighs pages as a browser gets them, and each script and style sheet by itself."""

from __future__ import annotations

import gzip
import re
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli
from playwright.sync_api import Browser

from macros.exports.zips import zipped
from macros.finish.scripts import lighter
from tests.assets import scripts, style_sheets
from tests.bench.builds import ROOT
from tests.bench.kinds import ADULTS, KINDS, LEARNERS, Budgets, budgets_of, there
from tests.bench.report import Report
from tests.bench.serving import Host, compressed, hosted

# A browser that runs scripts asks for nothing that is for others.
WITHOUT_SCRIPTS = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
LINKED = re.compile(r'<link rel="stylesheet" href="([^"]+)"|<script[^>]* src="([^"]+)"')

# kB of gzip, as they are fetched: together where a page may need both.
SCRIPTS = {
    "quiz.js with story.js, when the reader is near": (("quiz", "story"), 7.0),
    "component.js, on which all others stand": (("component",), 1.5),
    "story.js": (("story",), 1.0),
    "board.js, when it is opened": (("full-screen", "board"), 5.0),
    "board-cards.js, beside it for the youngest": (("board-cards",), 1.3),
    "read-aloud.js, when it is pressed": (("read-aloud",), 2.6),
    "whiteboard.js, when it is opened": (("full-screen", "whiteboard"), 2.5),
    "display.js": (("display",), 2.25),
    "display-panel.js, when it is opened": (("display-panel",), 1.5),
    "checklist.js": (("checklist",), 1.0),
    "adults.js": (("adults",), 0.75),
    "search.js, when it is pressed": (("search",), 6.0),
}
STYLES = {
    "quiz.css": (("quiz",), 0.5),
    "quiz-near.css, when the reader is near": (("quiz-near",), 4.0),
    "board.css, when it is opened": (("board",), 1.5),
    "board-cards.css, beside it for the youngest": (("board-cards",), 1.3),
    "whiteboard.css, when it is opened": (("whiteboard",), 1.0),
    "search.css, when it is pressed": (("search",), 1.0),
}


# What a site is made of, and how it is told apart.
OF_SUFFIX = {".html": "pages", ".svg": "drawings in files of their own"}
SORTS = (*OF_SUFFIX.values(), "style, scripts and their data", "quizzes for other services")
DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Weight:
    """What a browser asks for when it opens a page for the first time, as it goes over the line.

    Attributes:
        code: bytes of HTML, style, scripts and their data.
        requests: for the code.
        whole: bytes with letters and pictures.
        files: all requests.
        search: bytes of the code that are for search, which Material and Zensical load before anybody searches.
    """

    code: int
    requests: int
    whole: int
    files: int
    search: int = 0

    def beside(self, name: str) -> str:
        """Say what a peer's page weighs, its search apart.

        Args:
            name: of the peer.
        """
        page, search = (self.code - self.search) / 1000, self.search / 1000
        return f"{name} {page:.1f} kB" + (f" + {search:.0f} of search" if search else "") + f" in {self.requests}"


def weigh(browser: Browser, host: Host, page: str) -> Weight:
    """Open a page with an empty cache, and add up what was sent; the tab's icon is left out."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    opened = context.new_page()
    host.sent.clear()
    opened.goto(host.address + page, wait_until="networkidle")
    icons = set(re.findall(r'<link rel="(?:shortcut )?icon" href="(?:\.\./|\./)*([^"]+)"', opened.content()))
    context.close()
    sent = [each for each in host.sent if each.path not in icons and each.path != "favicon.ico"]
    code = [each for each in sent if each.is_code]
    search = sum(each.size for each in code if "search" in each.path)
    return Weight(sum(each.size for each in code), len(code), sum(each.size for each in sent), len(sent), search)


def code_of(site: Path, page: Path) -> int:
    """Give the bytes of a page with the style sheets and scripts that it names, each compressed as hard as can be.

    Args:
        site: the built site.
        page: one of its pages.
    """
    html = WITHOUT_SCRIPTS.sub("", page.read_text(encoding="utf-8"))
    files = {page, *((page.parent / (style or script)).resolve() for style, script in LINKED.findall(html))}
    missing = [file for file in files if not file.is_relative_to(site.resolve()) and file != page]
    if missing:
        raise FileNotFoundError(f"{page} loads {missing[0]}, which is not of the site.")
    return sum(size(file, file.stat().st_mtime_ns) for file in files)


@cache
def size(file: Path, changed: int) -> int:
    """Give the bytes of a file, compressed as hard as can be.

    Args:
        file: which.
        changed: when, in nanoseconds: a file that has changed is weighed anew.
    """
    return len(compressed(file, "br"))


def every_page(site: Path) -> dict[Budgets, dict[str, int]]:
    """Weigh every page of a built site.

    Returns:
        The bytes of each page by its path from the root, under the budgets of its kind.
    """
    kinds: dict[Budgets, dict[str, int]] = {LEARNERS: {}, ADULTS: {}}
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        kinds[budgets_of(page.read_text(encoding="utf-8"))][path] = code_of(site, page)
    return kinds


def weigh_every_page(report: Report, site: Path) -> None:
    """Weigh every page, by kind."""
    names = {LEARNERS: "learners', help and to print", ADULTS: "adults'"}
    report.heading("Every page: HTML, style and scripts; brotli")
    for budgets, pages in every_page(site).items():
        heaviest = max(pages, key=lambda path: pages[path])
        over = [path for path, weight in pages.items() if weight > budgets.code * 1000]
        report.figure(f"{names[budgets]}: how many there are", len(pages), "")
        report.figure("    the heaviest", pages[heaviest] / 1000, "kB", budgets.code, heaviest)
        report.figure("    the middle", sorted(pages.values())[len(pages) // 2] / 1000, "kB", budgets.code)
        report.figure("    how many are over the budget", len(over), "", 0, ", ".join(over))


def weigh_pages(report: Report, browser: Browser, own: Path, peers: dict[str, Path]) -> None:
    """Weigh one page of each kind, beside the peers'.

    Args:
        report: where the figures go.
        browser: a Chromium.
        own: our built site.
        peers: the sites of the peers, by name, with the same words on the same pages.
    """
    report.heading("Pages: HTML, style, scripts and their data; brotli, nothing in the cache; beside the peers' pages")
    with ExitStack() as hosts:
        ours = hosts.enter_context(hosted(own))
        others = {name: hosts.enter_context(hosted(site)) for name, site in peers.items()}
        for kind in KINDS:
            if not there(own, kind):
                report.absent(kind.name, f"There is no {kind.path}: mend the list in tests/bench/kinds.py.")
                continue
            weight = weigh(browser, ours, kind.path)
            theirs = {name: weigh(browser, host, kind.path) for name, host in others.items()}
            beside = "; ".join(peer.beside(name) for name, peer in theirs.items())
            report.figure(kind.name, weight.code / 1000, "kB", kind.budgets.code, beside)
            if kind.budgets.requests:
                report.figure("    requests for it", weight.requests, "", kind.budgets.requests)
            if kind.budgets.whole:
                whole = "; ".join(f"{name} {peer.whole / 1000:.1f} kB in {peer.files}" for name, peer in theirs.items())
                beside = f"in {weight.files} requests; {whole}"
                name = "    with letters and pictures"
                report.figure(name, weight.whole / 1000, "kB", kind.budgets.whole, beside)


def on_disk(site: Path) -> dict[str, int]:
    """Give the bytes of a built site as it lies on a disk, by what they are for; packs are left out.

    Args:
        site: the built site.
    """
    sizes = dict.fromkeys(SORTS, 0)
    for file in _files(site):
        sort = OF_SUFFIX.get(file.suffix, "style, scripts and their data")
        sizes["quizzes for other services" if "exports" in file.parts else sort] += file.stat().st_size
    return sizes


def as_zip(site: Path) -> int:
    """Give the bytes of a built site as a zip for a stick or a web host, without packs."""
    return len(zipped({file.relative_to(site).as_posix(): file.read_bytes() for file in _files(site)}))


def _files(site: Path) -> list[Path]:
    return [file for file in sorted(site.rglob("*")) if file.is_file() and "packs" not in file.relative_to(site).parts]


def within_pages(site: Path) -> tuple[int, int]:
    """Give how many bytes of the pages are words, and how many are drawings that stand in them.

    Args:
        site: the built site.
    """
    words = drawings = 0
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        without = DRAWING.sub("", html)
        drawings += len(html.encode()) - len(without.encode())
        words += len(TAG.sub("", without).encode())
    return words, drawings


def weigh_site(report: Report, site: Path) -> None:
    """Weigh the whole site as it lies on a disk, and say what of it is what."""
    report.heading("The whole site: bytes on a disk, without packs and sound")
    sizes = on_disk(site)
    report.figure("all of it", sum(sizes.values()) / 1e6, "MB", 8.0)
    report.figure("as a zip, for a stick or a web host", as_zip(site) / 1e6, "MB")
    words, drawings = (each / 1e6 for each in within_pages(site))
    for sort, size in sizes.items():
        beside = f"{words:.2f} MB words, {drawings:.2f} MB drawings in them" if sort == "pages" else ""
        report.figure(f"    {sort}", size / 1e6, "MB", beside=beside)


def weigh_search(report: Report, site: Path) -> None:
    """Weigh all that the first search brings."""
    report.heading("The first search: style, script and index; brotli")
    names = ("stylesheets/search.css", "javascripts/search.js", "javascripts/search-index.js")
    size = sum(len(compressed(site / "assets" / name, "br")) for name in names)
    report.figure("what it brings", size / 1000, "kB", 46.0)


def weigh_files(report: Report, site: Path) -> None:
    """Weigh each script and style sheet of ours, and the sheets that pages load, into which the build joins them."""
    for what, every, budgets in (
        ("Scripts before they are joined", scripts(ROOT), SCRIPTS),
        ("Styles before they are joined", style_sheets(ROOT), STYLES),
    ):
        report.heading(f"{what}: gzip")
        by_stem = {file.stem: file for file in every}
        listed: set[str] = set()
        for name, (stems, budget) in budgets.items():
            listed.update(stems)
            files = [by_stem[stem] for stem in stems if stem in by_stem]
            if len(files) < len(stems):
                report.absent(name, "It is not there: mend the list in tests/bench/weight.py.")
                continue
            size = sum(len(gzip.compress(_as_served(file))) for file in files)
            small = sum(len(brotli.compress(_as_served(file))) for file in files)
            report.figure(name, size / 1000, "kB", budget, f"brotli {small / 1000:.1f}")
        for file in every:
            if file.stem not in listed:
                size = len(gzip.compress(_as_served(file)))
                report.figure(file.name, size / 1000, "kB", beside="no budget of its own")
    for kind, path in (("style sheets", "stylesheets/joined.*.css"), ("scripts", "javascripts/joined.*.js")):
        report.heading(f"Joined {kind}: brotli")
        sizes = [len(brotli.compress(file.read_bytes())) / 1000 for file in site.glob(f"assets/{path}")]
        report.figure("how many there are", len(sizes), "")
        report.figure("all of them", sum(sizes), "kB", beside=f"{min(sizes):.1f} to {max(sizes):.1f} each")


def _as_served(file: Path) -> bytes:
    """Give a script as the build leaves it, without its comments; a style sheet as it is written."""
    return lighter(file.read_text(encoding="utf-8")).encode() if file.suffix == ".js" else file.read_bytes()
