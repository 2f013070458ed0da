"""The file for Netlify and Cloudflare Pages: one rule for all files, and one for each that is kept for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.hosts.headers import Served, served
from macros.hosts.headers_file import headers_file

FILES = ("index.html", "assets/joined.1a2b3c4d.css", "assets/board.css", "policy/review.ics")


def rules(text: str) -> dict[str, dict[str, str]]:
    """Read it as Cloudflare's own pages describe it: a path, and under it “Name: value”, indented."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            found[line] = {}
        else:
            name, _, value = line.strip().partition(": ")
            found[list(found)[-1]][name] = value
    return found


def test_all_files_have_the_headers_and_no_two_rules_say_the_same_of_one_file() -> None:
    found = rules(headers_file(Served("/", "default-src 'none'", FILES)))
    assert found.keys() == {"/*", "/assets/joined.1a2b3c4d.css", "/policy/review.ics"}
    assert found["/*"]["Content-Security-Policy"] == "default-src 'none'"
    assert found["/*"]["X-Content-Type-Options"] == "nosniff"
    assert "Cache-Control" not in found["/*"]
    assert found["/assets/joined.1a2b3c4d.css"] == {"Cache-Control": "public, max-age=31536000, immutable"}
    assert found["/policy/review.ics"] == {"Content-Type": "text/calendar; charset=utf-8"}


def test_the_real_site_stays_within_what_these_hosts_read(site: Path) -> None:
    text = headers_file(served(site, "/", ["https://www.example.sch.uk"]))
    assert len(rules(text)) <= 100
    assert max(map(len, text.splitlines())) <= 2_000


def test_more_rules_than_they_read_are_refused() -> None:
    files = tuple(f"assets/joined.{number:08x}.css" for number in range(100))
    with pytest.raises(ValueError, match="101 rules"):
        headers_file(Served("/", "default-src 'none'", files))
