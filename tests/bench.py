"""Measures the build and the weight of the pages, beside a named peer, in one run.

Run it with `make bench`. The peer is the very same pages (every macro already written out) as plain
Markdown under the unchanged Material theme with pruned navigation. Times drift from run to run, so
only the ratio within a run is compared with its budget.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import brotli
import yaml

ROOT = Path(__file__).parent.parent
ROUNDS = 9

# The budgets of the project: a ratio, and kB (1,000 bytes).
BUILD_RATIO = 1.15
QUIZ_SCRIPT_GZIP = 7.0
QUIZ_STYLE_GZIP = 4.0
LIGHT_PAGE_BROTLI = 20.0
ADULT_PAGE_BROTLI = 65.0

DUMP = """
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_page_markdown(markdown, page, config, files):
    place = Path(TARGET) / page.file.src_uri
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"---\\ntitle: {page.meta.get('title', 'Page')!r}\\n---\\n\\n" + markdown, encoding="utf-8")
"""

KINDS = {
    "learner's page, early years": ("lessons/early-years/my-special-facts/index.html", LIGHT_PAGE_BROTLI),
    "learner's page, years 5 and 6": ("lessons/years-5-6/settings-scams-and-permissions/index.html", LIGHT_PAGE_BROTLI),
    "worksheet": ("lessons/years-3-4/three-word-locks/worksheet.html", LIGHT_PAGE_BROTLI),
    "help page": ("help/index.html", LIGHT_PAGE_BROTLI),
    "front door": ("index.html", LIGHT_PAGE_BROTLI),
    "parents' guide with checklist": ("parents/passwords-privacy-location.html", ADULT_PAGE_BROTLI),
    "teacher's plan": ("lessons/years-3-4/three-word-locks/teach.html", ADULT_PAGE_BROTLI),
    "policy": ("policy/index.html", ADULT_PAGE_BROTLI),
}


def processor() -> float:
    """Give the processor seconds that all finished builds took: steadier than the clock on a busy machine."""
    times = os.times()
    return times.children_user + times.children_system


def mkdocs(config: Path, site: Path) -> float:
    """Build with MkDocs; give the processor seconds it took."""
    begin = processor()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config), "--site-dir", str(site)],
        cwd=config.parent,
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return processor() - begin


def ours(site: Path) -> float:
    """Build as `make build` does, checks and finishing included; give the processor seconds it took."""
    begin = processor()
    subprocess.run(
        [sys.executable, "-m", "macros", "build", "--site", str(site)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )
    return processor() - begin


def write_peer(folder: Path) -> Path:
    """Write the peer: our pages with every macro written out, and nothing of ours but the words.

    Returns:
        The peer's configuration.
    """
    docs = folder / "docs"
    hook = folder / "dump.py"
    hook.write_text(DUMP.replace("TARGET", repr(str(docs))), encoding="utf-8")
    dumping = ROOT / ".bench-dump.yml"
    dumping.write_text(f"INHERIT: mkdocs.yml\nhooks:\n  - macros/hooks.py\n  - {hook}\n", encoding="utf-8")
    try:
        mkdocs(dumping, folder / "dumped")
    finally:
        dumping.unlink()
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets", dirs_exist_ok=True)
    own = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    peer = {
        "site_name": "Peer",
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False, "features": own["theme"]["features"]},
        "plugins": ["search"],
        "markdown_extensions": own["markdown_extensions"],
    }
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(peer), encoding="utf-8")
    return config


def weigh(site: Path, page: str) -> tuple[int, int]:
    """Weigh one page with its style sheets and scripts.

    Returns:
        Bytes after brotli (quality 11, each file by itself), and how many files are asked for.
    """
    html = (site / page).read_text(encoding="utf-8")
    found = re.findall(r'<link rel="stylesheet" href="([^"]+)"|<script[^>]* src="([^"]+)"', html)
    files = {((site / page).parent / (style or script)).resolve() for style, script in found}
    contents = [html.encode(), *(file.read_bytes() for file in sorted(files))]
    return sum(len(brotli.compress(content)) for content in contents), len(contents)


def verdict(value: float, budget: float) -> str:
    """Say whether a figure is within its budget."""
    return f"budget {budget:g}: {'within' if value <= budget else 'OVER'}"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peer = write_peer(folder)
        own, plain = [], []
        for _ in range(ROUNDS):
            own.append(ours(folder / "own"))
            plain.append(mkdocs(peer, folder / "plain"))
        site = folder / "own"
        pages = len(list(site.rglob("*.html")))
        ratio = min(own) / min(plain)
        print(f"Build, best of {ROUNDS} each, turn about, {pages} pages, processor seconds")
        print(f"  ours  {min(own):6.2f} s   (check, build, security policy, swap)")
        print(f"  peer  {min(plain):6.2f} s   (the same pages as plain Markdown, Material, pruned)")
        print(f"  ratio {ratio:6.2f}     {verdict(ratio, BUILD_RATIO)}")
        print("Quiz, gzip")
        for what, path, budget in (
            ("script", "assets/javascripts/quiz.js", QUIZ_SCRIPT_GZIP),
            ("style", "assets/stylesheets/quiz.css", QUIZ_STYLE_GZIP),
        ):
            size = len(gzip.compress((site / path).read_bytes())) / 1000
            print(f"  {what:<7}{size:5.1f} kB   {verdict(size, budget)}")
        print("Pages: HTML, style sheets and scripts, brotli, beside the peer's page")
        for kind, (page, budget) in KINDS.items():
            size, files = weigh(site, page)
            beside, _ = weigh(folder / "plain", page)
            print(
                f"  {kind:<30}{size / 1000:6.1f} kB in {files} files   peer {beside / 1000:6.1f} kB   "
                f"{verdict(size / 1000, budget)}"
            )


if __name__ == "__main__":
    main()
