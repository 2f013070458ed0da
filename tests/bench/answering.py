"""Answers a page of fifty questions on a processor slowed six times, and says how long the screen took to answer."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from tests.bench.kinds import WITH_QUIZ
from tests.bench.quiz import PEERS_PAGE
from tests.bench.report import Report, percentile
from tests.bench.serving import hosted

QUESTIONS = 50
ASKED = (1, 25, 50)
ROUNDS = 5
SLOWER = 6
NEXT_PAINT = 150.0  # ms: what the web calls good is 200
LEAST = 16.0  # ms: browsers do not tell of shorter ones
PATIENCE = 2500  # ms to wait for the browser to tell

Times = dict[str, list[float]]

OURS = 'form[data-part="question"]:has([data-part="check"])'

FORM = re.compile(r'<form\b[^>]*data-part="question".*?</form>\n?', re.DOTALL)
NAMED = re.compile(r'((?:id|name|for|aria-(?:labelledby|describedby|controls))=")([^"]+)"')

WATCH = """
window.told = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (entry.interactionId) window.told = Math.max(window.told, entry.duration);
})).observe({ type: "event", durationThreshold: 16 });
"""

TOLD = """async (patience) => {
  const end = performance.now() + patience;
  while (!window.told && performance.now() < end) await new Promise((done) => setTimeout(done, 100));
  await new Promise((done) => setTimeout(done, 100));
  const told = window.told;
  window.told = 0;
  return told;
}"""

# A page with one button that does next to nothing: what this machine takes for any press.
BARE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><button>Press</button><p></p>
<script>document.querySelector("button").onclick = function () { this.nextSibling.textContent += "it "; };</script>
"""


def with_many_questions(html: str, wanted: int) -> str:
    """Repeat the questions of a page with a quiz, each with ids of its own, until it has as many as are wanted.

    A question with a link for its control (a story) is left out: it is not checked.
    """
    forms = [form for form in FORM.findall(html) if 'data-part="check"' in form]
    begin, end = html.index(forms[0]), html.rindex(forms[-1]) + len(forms[-1])
    many = []
    for number in range(wanted):
        round_, place = divmod(number, len(forms))
        many.append(_renamed(forms[place], round_))
    return html[:begin] + "".join(many) + html[end:]


def _renamed(form: str, number: int) -> str:
    def rename(found: re.Match[str]) -> str:
        return f'{found[1]}{" ".join(f"{name}-n{number}" for name in found[2].split())}"'

    return NAMED.sub(rename, form) if number else form


def press(page: Page, what: Locator) -> float:
    """Press something as a finger does; give the milliseconds to the next paint.

    The mouse is moved by itself: a locator's own click watches the page while it is measured.
    """
    what.scroll_into_view_if_needed()
    page.evaluate(TOLD, 100)
    box = what.bounding_box()
    assert box, "What is to be pressed is not on the page"
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    return max(LEAST, float(page.evaluate(TOLD, PATIENCE)))


def answer(page: Page, number: int) -> Iterator[tuple[str, float]]:
    """Choose in every part of a question that has no list, then press Check; give each press and its milliseconds."""
    form = page.locator(OURS).nth(number - 1)
    for list_ in form.locator("select").all():
        list_.select_option(index=1)
    items = [item for item in form.locator('[data-part="item"]').all() if item.locator("label:has(span)").count()]
    for place, part in enumerate(items or [form], start=1):
        label = part.locator('[data-part="choice"] label').first
        if label.count():
            yield f"question {number}, choice {place}", press(page, label)
    yield f"question {number}, Check", press(page, form.locator('[data-part="check"]'))
    assert form.get_attribute("data-state"), "Check was not answered"


def answer_peer(page: Page, number: int) -> Iterator[tuple[str, float]]:
    """Choose in a question of the peer, which marks at once."""
    yield f"question {number}, choice", press(page, page.locator(".quiz").nth(number - 1).locator("label").first)


def press_bare(page: Page, number: int) -> Iterator[tuple[str, float]]:
    """Press the button of the bare page."""
    yield f"press {number}", press(page, page.locator("button"))


def rounds(browser: Browser, address: str, way: Callable[[Page, int], Iterator[tuple[str, float]]]) -> Times:
    """Open a page several times on a slowed processor, and press; give the times of each press."""
    times: Times = defaultdict(list)
    for _ in range(ROUNDS):
        context = browser.new_context(viewport={"width": 412, "height": 823})
        context.add_init_script(WATCH)
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(address)
        for number in ASKED:
            for name, milliseconds in way(page, number):
                times[name].append(milliseconds)
        context.close()
    return times


def measure(report: Report, browser: Browser, own: Path, peer: Path | None, folder: Path) -> None:
    """Answer the first, the middle and the last question, in several rounds, beside the peer and a bare page."""
    site = shutil.copytree(own, folder / "fifty")
    page = site / WITH_QUIZ
    page.write_text(with_many_questions(page.read_text(encoding="utf-8"), QUESTIONS), encoding="utf-8")
    (site / "bare.html").write_text(BARE, encoding="utf-8")
    with hosted(site) as host:
        bare = rounds(browser, host.address + "bare.html", press_bare)
        ours = rounds(browser, host.address + WITH_QUIZ + "#whole", answer)
    report.heading(
        f"Answering: questions {', '.join(map(str, ASKED))} of {QUESTIONS}, processor {SLOWER} times slower, "
        f"from a press to the next paint, each press {ROUNDS} times"
    )
    shortest = {name: min(each) for name, each in ours.items()}
    slowest = max(shortest, key=lambda name: shortest[name])
    report.figure("worst, best round of each press", shortest[slowest], "ms", NEXT_PAINT, slowest)
    report.figure("98th percentile of all", percentile(every(ours), 0.98), "ms", beside="a busy machine adds to it")
    report.figure("middle of all", percentile(every(ours), 0.5), "ms")
    report.figure(
        "one button on a bare page, middle", percentile(every(bare), 0.5), "ms", beside="what the machine takes"
    )
    if peer:
        with hosted(peer) as host:
            theirs = rounds(browser, host.address + PEERS_PAGE, answer_peer)
        worst = max(min(each) for each in theirs.values())
        middle = percentile(every(theirs), 0.5)
        report.figure("peer: worst, best round of each press", worst, "ms", beside=f"middle of all {middle:.0f} ms")


def every(times: Times) -> list[float]:
    """Give all times together."""
    return [each for press_ in times.values() for each in press_]
