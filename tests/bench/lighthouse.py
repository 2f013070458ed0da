"""Runs Lighthouse on one page of each kind and on some of the peers', on its own telephone and on a cheap one."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from tests.bench.builds import ROOT
from tests.bench.kinds import KINDS, Kind, there
from tests.bench.report import Report
from tests.bench.serving import hosted
from tests.tools.browser import FLAGS
from tests.tools.node import npm_installed, run_node

FOLDER = ROOT / "tests" / "lighthouse"
TRIES = 2  # a busy machine makes a page look slower than it is, never faster

Phone = Literal["usual", "cheap"]
PHONES: tuple[Phone, ...] = ("usual", "cheap")
FULL = {"accessibility": "accessibility", "best-practices": "best practices", "seo": "search engines (SEO)"}


def install() -> bool:
    """Install Lighthouse if it is not there; say whether it is."""
    return npm_installed(FOLDER, "Lighthouse")


def run(pages: list[tuple[str, Phone]], program: str) -> list[dict[str, Any]]:
    """Measure pages.

    Args:
        pages: the address of each, and the telephone.
        program: the browser.

    Raises:
        RuntimeError: Lighthouse ended early; the text is what it said.
    """
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "pages.json"
        asked.write_text(json.dumps([{"url": url, "phone": phone} for url, phone in pages]), encoding="utf-8")
        done = run_node("measure.mjs", str(asked), program, *FLAGS, folder=FOLDER)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip()[-600:])
    results: list[dict[str, Any]] = json.loads(done.stdout)
    return results


def measure(report: Report, own: Path, peers: dict[str, Path], program: str) -> None:
    """Measure ours and the peers', and print each beside its budget.

    Args:
        report: where the figures go.
        own: our built site.
        peers: the sites of the peers, by name; a page that one lacks is not measured there.
        program: the browser.
    """
    report.heading("Lighthouse: mobile; and a cheap telephone (processor 8 times slower, 700 kbit/s, 300 ms)")
    if not install():
        report.absent("Lighthouse", "It could not be installed from npm's registry: is this machine online?")
        return
    kinds = [kind for kind in KINDS if kind.walked and there(own, kind)]
    beside: dict[str, dict[str, dict[Phone, dict[str, Any]]]] = {kind.name: {} for kind in kinds}
    try:
        with hosted(own) as ours:
            found = {phone: best(ours.address, kinds, phone, program) for phone in PHONES}
        for name, site in peers.items():
            compared = [kind for kind in kinds if kind.compared and there(site, kind)]
            with hosted(site) as theirs:
                their = {phone: best(theirs.address, compared, phone, program) for phone in PHONES}
            for kind in compared:
                beside[kind.name][name] = {phone: their[phone][kind.name] for phone in PHONES}
    except RuntimeError as error:
        report.absent("Lighthouse", str(error))
        return
    for kind in kinds:
        tell(report, kind, found["usual"][kind.name], found["cheap"][kind.name], beside[kind.name])


def best(address: str, kinds: list[Kind], phone: Phone, program: str) -> dict[str, dict[str, Any]]:
    """Measure each page, and again if it is over its budget; keep the best of each."""
    found: dict[str, dict[str, Any]] = {}
    left = kinds
    for _ in range(TRIES):
        for kind, result in zip(left, run([(address + kind.path, phone) for kind in left], program), strict=True):
            kept = found.get(kind.name)
            if kept is None or speed(result, phone) > speed(kept, phone):
                found[kind.name] = result
        left = [kind for kind in left if not fast_enough(found[kind.name], kind, phone)]
        if not left:
            break
    return found


def speed(result: dict[str, Any], phone: Phone) -> float:
    """Give what is to be large: the score on the cheap telephone, else how soon something is painted."""
    return float(result["scores"]["performance"] or 0) if phone == "cheap" else -float(result["paint"] or 1e9)


def fast_enough(result: dict[str, Any], kind: Kind, phone: Phone) -> bool:
    """Say whether a page is within its budget."""
    if phone == "cheap":
        return speed(result, phone) >= kind.budgets.cheap_phone
    return -speed(result, phone) / 1000 <= kind.budgets.first_paint


def tell(
    report: Report,
    kind: Kind,
    usual: dict[str, Any],
    cheap: dict[str, Any],
    peers: dict[str, dict[Phone, dict[str, Any]]],
) -> None:
    """Print the figures of one page, each beside the same of the peers' pages."""
    if usual["error"] or cheap["error"]:
        report.absent(kind.name, usual["error"] or cheap["error"])
        return

    def beside(value: Callable[[dict[str, Any]], str], phone: Phone = "usual") -> str:
        results = {name: found[phone] for name, found in peers.items()}
        said = (f"{name} {'failed' if found['error'] else value(found)}" for name, found in results.items())
        return ", ".join(said)

    def seconds(found: dict[str, Any], what: str) -> float:
        return float(found[what]) / 1000

    report.note(kind.name)
    most = kind.budgets.first_paint
    said = beside(lambda found: f"{seconds(found, 'paint'):.2f} s")
    report.figure("  first contentful paint", seconds(usual, "paint"), "s", most, said)
    for what, name in (("largest", "largest contentful paint"), ("busy", "work of the main thread")):
        said = beside(lambda found, what=what: f"{seconds(found, what):.2f} s")  # type: ignore[misc]
        report.figure(f"  {name}", seconds(usual, what), "s", beside=said)
    said = beside(lambda found: found["scores"]["performance"])
    report.figure("  performance", usual["scores"]["performance"], "", None, said)
    least, score = kind.budgets.cheap_phone, cheap["scores"]["performance"]
    said = beside(lambda found: found["scores"]["performance"], "cheap")
    report.figure("  performance, cheap telephone", score, "", least, said, "at least")
    for identity, name in FULL.items():
        said = beside(lambda found, identity=identity: found["scores"][identity])  # type: ignore[misc]
        report.figure(f"  {name}", usual["scores"][identity], "", 100, said, "at least")
        for title in usual["failed"][identity]:
            report.note(f"      {title}")
