"""Runs Lighthouse on one page of each kind and on the peer's, on its own telephone and on a cheap one."""

from __future__ import annotations

import json
import tempfile
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


def measure(report: Report, own: Path, plain: Path, program: str) -> None:
    """Measure ours and the peer's, and print each beside its budget."""
    report.heading("Lighthouse: mobile; and a cheap telephone (processor 8 times slower, 700 kbit/s, 300 ms)")
    if not install():
        report.absent("Lighthouse", "It could not be installed from npm's registry: is this machine online?")
        return
    kinds = [kind for kind in KINDS if kind.walked and there(own, kind)]
    try:
        with hosted(own) as ours, hosted(plain) as theirs:
            usual = best(ours.address, kinds, "usual", program)
            cheap = best(ours.address, kinds, "cheap", program)
            peers = [kind for kind in kinds if "learner's page" in kind.name or "guide" in kind.name]
            beside = run(
                [(theirs.address + kind.path, phone) for kind in peers for phone in ("usual", "cheap")], program
            )
    except RuntimeError as error:
        report.absent("Lighthouse", str(error))
        return
    peer = {kind.name: beside[place * 2 : place * 2 + 2] for place, kind in enumerate(peers)}
    for kind in kinds:
        tell(report, kind, usual[kind.name], cheap[kind.name], peer.get(kind.name))


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
    report: Report, kind: Kind, usual: dict[str, Any], cheap: dict[str, Any], peer: list[dict[str, Any]] | None
) -> None:
    """Print the figures of one page."""
    if usual["error"] or cheap["error"]:
        report.absent(kind.name, usual["error"] or cheap["error"])
        return

    scores = usual["scores"]
    report.note(kind.name)
    beside = f"peer {peer[0]['paint'] / 1000:.2f} s" if peer else ""
    report.figure("  first contentful paint", usual["paint"] / 1000, "s", kind.budgets.first_paint, beside)
    beside = f"peer {peer[0]['scores']['performance']}" if peer else ""
    report.figure("  performance", scores["performance"], "", None, beside)
    beside = f"peer {peer[1]['scores']['performance']}" if peer else ""
    score = cheap["scores"]["performance"]
    report.figure("  performance, cheap telephone", score, "", kind.budgets.cheap_phone, beside, "at least")
    for identity, name in FULL.items():
        beside = f"peer {peer[0]['scores'][identity]}" if peer else ""
        report.figure(f"  {name}", scores[identity], "", 100, beside, "at least")
        for title in usual["failed"][identity]:
            report.note(f"      {title}")
