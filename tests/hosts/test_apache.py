"""The file for Apache. `make servers` runs it."""

from __future__ import annotations

import re

import pytest

from macros.hosts.apache import apache
from macros.hosts.headers import Served


def said(base: str = "/pages/") -> str:
    return apache(Served(base, "default-src 'none'; frame-ancestors 'self'", ("index.html",)))


# What “AllowOverride FileInfo” lets a file say (Apache 2.4, index of directives): another word breaks every page.
ALLOWED = frozenset({
    "ErrorDocument", "AddDefaultCharset", "AddType", "Header", "RewriteEngine", "RewriteCond", "RewriteRule",
    "RemoveType", "RemoveEncoding", "RemoveLanguage", "ForceType", "<IfModule", "</IfModule>", "<FilesMatch",
    "</FilesMatch>",
})  # fmt: skip


def test_it_says_nothing_that_ordinary_web_space_does_not_allow() -> None:
    words = {line.split()[0] for line in said().splitlines() if line and not line.startswith("#")}
    assert words <= ALLOWED


@pytest.mark.parametrize(
    "line",
    [
        "ErrorDocument 404 /pages/404.html",
        'AddType "text/calendar; charset=utf-8" .ics',
        'AddType "application/manifest+json" .webmanifest',
        "    Header always set Content-Security-Policy \"default-src 'none'; frame-ancestors 'self'\"",
        '    Header always set X-Content-Type-Options "nosniff"',
    ],
)
def test_it_says_each_fact(line: str) -> None:
    assert line in said().splitlines()


def test_what_is_opened_is_closed_in_turn() -> None:
    opened: list[str] = []
    for slash, name in re.findall(r"^\s*<(/?)(IfModule|FilesMatch)", said(), re.MULTILINE):
        if slash:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert not opened


def test_a_text_that_is_sent_packed_or_not_says_so_to_caches() -> None:
    (pattern,) = re.findall(r'<FilesMatch "([^"]+)">\s+Header merge Vary Accept-Encoding\s', said())
    for name in ("index.html", "help.html.br", "a.1b2c3d4e.css", "search.js.gz", "year.ics"):
        assert re.search(pattern, name), name
    for name in ("scene.png", "letters.woff2", "plan.docx"):
        assert not re.search(pattern, name), name
