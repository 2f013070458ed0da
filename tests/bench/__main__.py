"""`make bench`, or some parts of it: `make bench PARTS="weight quiz"`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench import answering, build, govuk, lighthouse, opening, quiz, saving, turning, weight
from tests.bench.builds import ROOT, copied, mkdocs
from tests.bench.kinds import KINDS
from tests.bench.report import Report
from tests.bench.zensical import PEER, zensical_of
from tests.tools.browser import FLAGS, MISSING, find_browser

PARTS = ("build", "growth", "saving", "weight", "quiz", "answering", "turning", "opening", "lighthouse")


def main() -> int:
    """Measure what was asked for; give 1 only where there is no browser."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures the site beside its peers.")
    parser.add_argument("parts", nargs="*", help=f"some of: {', '.join(PARTS)} (default: all)")
    asked = parser.parse_args().parts or list(PARTS)
    unknown = [part for part in asked if part not in PARTS]
    if unknown:
        parser.error(f"There is no part “{unknown[0]}”; there are: {', '.join(PARTS)}.")
    program = find_browser()
    if program is None:
        print(MISSING, file=sys.stderr)
        return 1
    report = Report()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        measure(report, asked, Path(name), program)
    report.close(ROOT / "bench-results" / "report.txt")
    return 0


def measure(report: Report, asked: list[str], folder: Path, program: str) -> None:
    """Build the site and the peer, and measure the parts that were asked for, one after the other."""
    project = copied(folder / "project")
    peer = build.peer_of(project, folder)
    own, plain = folder / "own", folder / "plain"
    second = None
    if {"build", "saving", "weight"} & set(asked):
        second = zensical_of(peer)
        if second is None:
            report.absent(PEER, "It could not be installed: is this machine online?")
    if "build" in asked:
        build.measure(report, project, peer, second, folder)
    else:
        mkdocs(peer, plain)
        if second and "weight" in asked:
            second.build()
    if "growth" in asked:
        build.as_it_grows(report, folder)
    if "saving" in asked:
        saving.measure(report, project, peer, second, own)
    peers = {"Material": plain}
    if second and "weight" in asked:
        peers["Zensical"] = second.site
    if {"weight", "lighthouse"} & set(asked):
        try:
            peers["GOV.UK"] = govuk.site_of(own, [kind.path for kind in KINDS], folder / "govuk")
        except govuk.NotHadError as error:
            report.absent("GOV.UK", str(error))
    if {"weight", "quiz", "answering", "turning", "opening"} & set(asked):
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
            if "weight" in asked:
                weight.weigh_pages(report, browser, own, peers)
                weight.weigh_every_page(report, own)
                weight.weigh_site(report, own)
                weight.weigh_search(report, own)
                weight.weigh_files(report, own)
            peers_site = None
            if "quiz" in asked:
                peers_site = quiz.compare(report, project, own, peer.with_suffix(""), folder, browser)
            if "answering" in asked:
                answering.measure(report, browser, own, peers_site, folder)
            if "turning" in asked:
                turning.measure(report, browser, own)
            if "opening" in asked:
                opening.measure(report, browser, own, plain)
            browser.close()
    if "lighthouse" in asked:
        lighthouse.measure(report, own, {name: peers[name] for name in peers if name != "Zensical"}, program)


if __name__ == "__main__":
    sys.exit(main())
