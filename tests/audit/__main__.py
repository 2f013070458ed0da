"""`make audit`, or some pages of it: `make audit PAGES="help parents/worries"`."""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from os import cpu_count
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

from tests.audit.states import STATES
from tests.bench.builds import ROOT
from tests.bench.serving import hosted
from tests.browser.pressing import Facts, walked
from tests.browser.test_axe import WIDTHS, violations
from tests.site.test_validity import faults
from tests.tools.browser import FLAGS
from tests.tools.built import built_site, pages_that_stay

# A browser writes an attribute without a value as one with an empty value; an empty alt is meant.
# A script sets the width of a bar, as the security policy lets it; and search says "list", which Safari needs to hear.
BY_SCRIPT = ("(no-inline-style)", "> ol (no-redundant-role)")
WITHOUT_VALUE = re.compile(r"(?<!\balt)=\"\"(?=[ >])")


@dataclass
class Found:
    """What an audit found.

    Attributes:
        seen: how many times pages were judged, by state.
        faults: what is to be mended.
    """

    seen: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def main() -> int:
    """Judge the pages; give 1 where there is something to mend."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description="Judges every page in every state.")
    parser.add_argument("pages", nargs="*", help="where the paths of the pages begin (default: every page)")
    begins = tuple(parser.parse_args().pages) or ("",)
    with built_site() as (site, program):
        paths = [path for path in pages_that_stay(site) if path.startswith(begins)]
        found = judge_all(site, site.parent, paths, program)
    for name, count in found.seen.items():
        print(f"{count:6} × {name}")
    print(*found.faults, sep="\n")
    print(f"{len(paths)} pages, {found.seen.total()} times judged, {len(found.faults)} faults.")
    return 1 if found.faults else 0


def judge_all(site: Path, folder: Path, paths: list[str], program: str) -> Found:
    """Judge pages on as many processors as there are; every state's document is kept, and validated at the end."""
    found = Found()
    count = cpu_count() or 1
    with ProcessPoolExecutor(count) as pool:
        shares = [paths[start::count] for start in range(count)]
        folders = [folder / f"documents-{number}" for number in range(count)]
        for part in pool.map(judge, [site] * count, folders, shares, [program] * count):
            found.seen += part.seen
            found.faults += part.faults
    documents = sorted(folder.glob("documents-*/*.html"))
    found.seen["document validated"] = len(documents)
    refused = faults(*documents) if documents else []
    found.faults += [fault.rpartition("documents-")[2] for fault in refused if not fault.endswith(BY_SCRIPT)]
    return found


def judge(site: Path, folder: Path, paths: Iterable[str], program: str) -> Found:
    """Judge some pages, at each width, in each state, in light and dark, and with everything pressed.

    Each state's document is left in a folder.
    """
    folder.mkdir()
    found, facts = Found(), Facts(ROOT)
    with hosted(site) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        for path in paths:
            for width, height in WIDTHS.items():
                page = browser.new_page(
                    base_url=f"{host.address}path/", viewport={"width": width, "height": height}, bypass_csp=True
                )
                _judge_one(page, host.address + path, width, folder, found)
                page.close()
            for walk in walked([path], lambda: browser.new_context().new_page(), host.address, facts):
                found.faults += walk.faults
                found.seen["everything pressed"] += 1
        browser.close()
    return found


def _judge_one(page: Page, address: str, width: int, folder: Path, found: Found) -> None:
    name = address.partition("//")[2].partition("/")[2]
    for state in STATES:
        if state.widths and width not in state.widths:
            continue
        page.goto("about:blank")  # for what has been opened is not opened again by a place on it
        page.goto(f"{address}#whole")  # all pages of a lesson at once; elsewhere it names nothing
        if not page.locator(state.where).count():
            continue
        try:
            state.reach(page)
            page.evaluate("() => scrollTo(0, 0)")  # else the bar at the top lies over a part of what is to be pressed
            found.faults += [f"{name}: {line}" for line in violations(page, state.name)]
        except (Error, AssertionError) as error:
            found.faults.append(f"{name} ({state.name}, {width} px) could not be reached: {error}")
            continue
        found.seen[state.name] += 1
        document = folder / f"{name.replace('/', '~')}~{state.name.replace(' ', '-')}.html"
        if not document.exists():
            document.write_text(WITHOUT_VALUE.sub("", page.content()), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
