"""Every page is HTML that a browser need not guess about."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tools.node import module, run_node

ERROR = 2


def faults(*files: Path) -> list[str]:
    """Name what html-validate refuses, by the rules of tests/node/.htmlvalidate.mjs."""
    program = module("html-validate/bin/html-validate.mjs")
    said = run_node(str(program), "--config", ".htmlvalidate.mjs", "--formatter", "json", *map(str, files))
    assert said.stdout, f"html-validate did not run: {said.stderr}"
    return [
        f"{result['filePath']}:{message['line']}: {message['message']} {message.get('selector')} ({message['ruleId']})"
        for result in json.loads(said.stdout)
        for message in result["messages"]
        if message["severity"] == ERROR
    ]


def test_every_page_is_valid_html(site: Path) -> None:
    found = [fault.removeprefix(f"{site}/") for fault in faults(*sorted(site.rglob("*.html")))]
    kinds: dict[tuple[str, str], list[str]] = {}
    for fault in found:
        kinds.setdefault((fault.partition(":")[0], fault.rpartition("(")[2]), []).append(fault)
    assert not found, f"{len(found)} faults:\n" + "\n".join(f"{len(alike)} × {alike[0]}" for alike in kinds.values())


def test_a_page_with_faults_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><p id="a"><div id="a">B</div></p>'
        '<input type="checkbox" autocomplete="off"><img src="a.png"></body></html>',
        encoding="utf-8",
    )
    rules = " ".join(faults(page))
    for rule in ("no-dup-id", "close-order", "input-attributes", "wcag/h37"):
        assert rule in rules
