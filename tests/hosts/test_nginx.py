"""The file for nginx. `make servers` runs it."""

from __future__ import annotations

import re

import pytest

from macros.hosts.headers import Served
from macros.hosts.nginx import nginx

PLACE = "/srv/www/current"


def said(base: str = "/pages/") -> str:
    return nginx(Served(base, "default-src 'none'; frame-ancestors 'self'", ("index.html",)), PLACE)


def test_it_serves_the_folder_that_is_changed_over_under_the_sites_own_address() -> None:
    text = said()
    assert 'location /pages/ {\n    alias "/srv/www/current/site/";' in text
    assert "location = /pages { return 301 /pages/; }" in text
    assert "error_page 404 /pages/404.html;" in text
    assert "include /srv/www/current/hosts/nginx.conf;" in text


def test_at_the_root_of_a_host_nothing_leads_to_itself() -> None:
    assert "location / {" in said("/")
    assert "return 301" not in said("/")


@pytest.mark.parametrize(
    "line",
    [
        "    add_header Content-Security-Policy \"default-src 'none'; frame-ancestors 'self'\" always;",
        '    add_header X-Content-Type-Options "nosniff" always;',
        '    add_header Referrer-Policy "no-referrer" always;',
        "    add_header Cache-Control $online_safety_kept;",
        "    gzip_static on;",
        '        "text/calendar; charset=utf-8" ics;',
        '        "application/manifest+json" webmanifest;',
    ],
)
def test_it_says_each_fact(line: str) -> None:
    assert line in said().splitlines()


def test_every_bracket_is_closed_and_every_line_ends(base: str = "/pages/") -> None:
    bare = re.sub(r'#.*|"[^"]*"', "", said(base))
    assert bare.count("{") == bare.count("}")
    assert all(line.rstrip().endswith((";", "{", "}")) for line in bare.splitlines() if line.strip())
