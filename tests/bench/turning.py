"""Turns every page of a lesson of each age on a processor slowed six times, and says how long the screen took."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.answering import ROUNDS, SLOWER, WATCH, Times, every, press
from tests.bench.kinds import KINDS, LEARNERS
from tests.bench.report import Report, percentile
from tests.bench.serving import hosted

NEXT_PAGE = 100.0  # ms: what is felt as at once
PHONE = (360, 740)


def turned(browser: Browser, address: str) -> Times:
    """Press “Next” until the end of a lesson, in several rounds; give the times of each page."""
    times: Times = defaultdict(list)
    for _ in range(ROUNDS):
        width, height = PHONE
        context = browser.new_context(viewport={"width": width, "height": height})
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        onwards = page.get_by_role("button", name="Next page")
        number = 1
        while onwards.is_visible():
            number += 1
            times[f"page {number}"].append(press(page, onwards))
        context.close()
    return times


def measure(report: Report, browser: Browser, own: Path) -> None:
    """Turn the pages of a lesson of each age, in several rounds."""
    report.heading(
        f"Turning a page: processor {SLOWER} times slower, from a press to the next paint, each page {ROUNDS} times"
    )
    with hosted(own) as host:
        for kind in KINDS:
            if kind.budgets is LEARNERS and kind.path.startswith("lessons/") and kind.path.endswith("/index.html"):
                times = turned(browser, host.address + kind.path)
                shortest = {name: min(each) for name, each in times.items()}
                slowest = max(shortest, key=lambda name: shortest[name])
                report.figure(kind.name, shortest[slowest], "ms", NEXT_PAGE, f"worst page, best round: {slowest}")
                report.figure(
                    "    middle of all", percentile(every(times), 0.5), "ms", beside="a busy machine adds to it"
                )
