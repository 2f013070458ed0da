"""Presses what brings a part of a page, on a cheap telephone: how much comes, and after how long it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Locator, Page

from tests.bench.kinds import WITH_QUIZ
from tests.bench.report import Report
from tests.bench.serving import Host, hosted

ROUNDS = 3
SLOWER = 6
# Lighthouse's mobile network: 1.6 Mbit/s down, 150 ms there and back.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
FIRST_SEARCH = 46.0  # kB, as QUALITY.md has it
FIRST_WORD = 15.0  # kB
FIRST_WORD_AFTER = 1000.0  # ms
ANSWER_AFTER = 300.0  # ms from the last letter to the first hit, once search is there

# From the press, as the page hears it, to the frame in which the selector names something that can be seen.
SEEN = """([selector, event]) => { window.seen = new Promise((done) => {
  const begun = (heard) => {
    removeEventListener(event, begun, true);
    const look = () => {
      const there = document.querySelector(selector);
      if (there && there.checkVisibility()) done(performance.now() - heard.timeStamp);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  addEventListener(event, begun, true);
  setTimeout(() => done(10000), 10000); /* what has not come by then counts as that */
}); }"""

# A device with a British voice, which headless browsers lack: it says when it is first asked to speak.
VOICE = """(() => {
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => [{ name: "British", lang: "en-GB", localService: true, default: true }],
    speak: (words) => words.text && document.documentElement.classList.add("spoken"),
    cancel: () => {}, pause: () => {}, resume: () => {}, speaking: false, pending: false, paused: false,
  });
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})()"""


@dataclass(frozen=True)
class Part:
    """What a press brings.

    Attributes:
        name: of the part, as the report names it.
        page: on which it is pressed.
        button: gives what is pressed.
        seen: a selector of what is there once it has come.
        kilobytes: its budget, if one was agreed.
        milliseconds: the same for its time.
    """

    name: str
    page: str
    button: Callable[[Page], Locator]
    seen: str
    kilobytes: float | None = None
    milliseconds: float | None = None


def named(name: str) -> Callable[[Page], Locator]:
    """Give what finds a button by its name."""
    return lambda page: page.get_by_role("button", name=name).first


SEARCHED = "parents/index.html"
FIELD = ".find input"
PARTS = (
    Part("search, learner's page", WITH_QUIZ, lambda page: page.locator("[data-part=search]"), FIELD, FIRST_SEARCH),
    Part(
        "search, parents' page",
        "parents/index.html",
        lambda page: page.locator("[data-part=search]"),
        FIELD,
        FIRST_SEARCH,
    ),
    Part("letters and colours", WITH_QUIZ, lambda page: page.locator("summary.display__button"), ".display fieldset"),
    Part("whiteboard", WITH_QUIZ, named("Whiteboard"), ".white__stage h1"),
    Part("class board", f"{WITH_QUIZ}#whole", named("Class board"), "dialog h2"),
    Part(
        "read aloud, to the first word",
        WITH_QUIZ,
        lambda page: page.locator("[data-part=listen]").locator("visible=true").first,
        "html.spoken",
        FIRST_WORD,
        FIRST_WORD_AFTER,
    ),
)
HITS = ".find__hits a"
PEERS_BUTTON, PEERS_FIELD, PEERS_HITS = (
    "label[for=__search].md-header__button",
    ".md-search__input",
    ".md-search-result__item",
)


def slowed(browser: Browser, address: str) -> Page:
    """Open a page on a quick machine, then make it as slow as a cheap telephone."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script(VOICE)
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", NETWORK)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def pressed(page: Page, button: Locator, seen: str) -> float:
    """Press, and give the milliseconds until something is seen."""
    button.scroll_into_view_if_needed()
    page.evaluate(SEEN, [seen, "click"])
    button.click()
    return float(page.evaluate("window.seen"))


def answered(page: Page, field: str, hits: str) -> float:
    """Type a word into search, and give the milliseconds from its last letter to the first hit."""
    page.locator(field).focus()
    page.keyboard.type("passwor")
    page.evaluate(SEEN, [hits, "input"])
    page.keyboard.type("d")
    return float(page.evaluate("window.seen"))


def measure(report: Report, browser: Browser, own: Path, plain: Path) -> None:
    """Press each part in several rounds with nothing kept from before, and the peer's search.

    Args:
        report: where the figures go.
        browser: a Chromium.
        own: our built site.
        plain: the same pages as plain Markdown under Material.
    """
    report.heading(
        f"What a press brings: processor {SLOWER} times slower, 1.6 Mbit/s with 150 ms, nothing kept, "
        f"from the press until it is seen; middle of {ROUNDS}"
    )
    with hosted(own) as host:
        for part in PARTS:
            times, size = [], 0
            for _ in range(ROUNDS):
                page = slowed(browser, host.address + part.page)
                host.sent.clear()
                times.append(pressed(page, part.button(page), part.seen))
                size = sum(each.size for each in host.sent)
                page.context.close()
            report.figure(part.name, median(times), "ms", part.milliseconds)
            report.figure("    what it brought, compressed", size / 1000, "kB", part.kilobytes)
        search(report, browser, host, "search", "[data-part=search]", FIELD, HITS)
    with hosted(plain) as host:
        search(report, browser, host, "peer: search of plain Material", PEERS_BUTTON, PEERS_FIELD, PEERS_HITS)


def search(report: Report, browser: Browser, host: Host, name: str, button: str, field: str, hits: str) -> None:
    """Search for a word, the first time and once more: to the first hit, and what was brought for it."""
    first, again, size = [], [], 0
    for _ in range(ROUNDS):
        page = slowed(browser, host.address + SEARCHED)
        host.sent.clear()
        pressed(page, page.locator(button).first, field)
        first.append(answered(page, field, hits))
        size = sum(each.size for each in host.sent)
        page.locator(field).fill("")
        page.wait_for_timeout(1000)
        again.append(answered(page, field, hits))
        page.context.close()
    report.figure(f"{name}: from the last letter to the first hit", median(first), "ms")
    report.figure("    the same word once more", median(again), "ms", ANSWER_AFTER if name == "search" else None)
    report.figure(
        "    what the search brought, compressed", size / 1000, "kB", FIRST_SEARCH if name == "search" else None
    )
