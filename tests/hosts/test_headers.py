"""What hosts are to send: a policy that allows what each page allows itself, and no more; types; how long to keep."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.hosts.headers import TYPES, joined_policy, kept, served

ORIGIN = "https://www.example.sch.uk"


def page(*directives: str) -> str:
    return f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{"; ".join(directives)}">'


def read(policy: str) -> dict[str, set[str]]:
    """Read a policy as a browser does (CSP 3, 2.2.1): the first directive of a name counts."""
    found: dict[str, set[str]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split()
        found.setdefault(name, set(sources))
    return found


def test_the_policy_allows_what_each_page_allows_itself_and_says_who_may_frame_it() -> None:
    pages = [
        page("default-src 'none'", "script-src 'self' 'sha256-B='", "img-src 'self' data:"),
        page("default-src 'none'", "script-src 'self' 'sha256-A='", "style-src 'self'"),
        "<p>no page of ours</p>",
    ]
    assert joined_policy(pages, [ORIGIN]) == (
        "default-src 'none'; script-src 'self' 'sha256-A=' 'sha256-B='; img-src 'self' data:; style-src 'self'; "
        f"frame-ancestors 'self' {ORIGIN}"
    )
    assert joined_policy(pages[::-1], [ORIGIN]).count("'sha256-A=' 'sha256-B='") == 1


def test_the_policy_of_the_real_site_allows_each_page_its_own_and_nothing_unsafe(site: Path) -> None:
    policy = read(served(site, "/", [ORIGIN]).policy)
    assert policy["default-src"] == {"'none'"}
    assert policy["frame-ancestors"] == {"'self'", ORIGIN}
    everything = {source for sources in policy.values() for source in sources}
    assert not {source for source in everything if "unsafe" in source or source in ("*", "https:", "http:")}
    for file in site.rglob("*.html"):
        own = re.search(r'Content-Security-Policy" content="([^"]*)"', file.read_text(encoding="utf-8"))
        assert own, file
        for name, sources in read(own[1]).items():
            assert sources <= policy[name], (file, name)


def test_every_kind_of_file_of_the_real_site_has_a_type(site: Path) -> None:
    known = {f".{ending}" for ending, _ in TYPES}
    assert {file.suffix for file in site.rglob("*") if file.is_file()} <= known
    assert len(known) == len(TYPES)


@pytest.mark.parametrize("base", ["pages/", "/pages", "/a b/", "/a$b/", "/a;b/", "/(a)/", '/"/'])
def test_a_way_that_means_something_to_a_web_server_is_refused(tmp_path: Path, base: str) -> None:
    with pytest.raises(ValueError, match="which has signs that mean something to a web server"):
        served(tmp_path, base, ())


@pytest.mark.parametrize("base", ["/", "/pages/", "/our-school/online.safety_2/~a/"])
def test_an_ordinary_way_is_taken(tmp_path: Path, base: str) -> None:
    assert served(tmp_path, base, ()).base == base


def test_no_type_of_text_leaves_its_letters_to_be_guessed() -> None:
    assert [kind for _, kind in TYPES if kind.startswith("text/") and not kind.endswith("; charset=utf-8")] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("assets/stylesheets/joined.1a2b3c4d.css", "public, max-age=31536000, immutable"),
        ("assets/stylesheets/main.57a0d79d.min.css", "public, max-age=31536000, immutable"),
        ("assets/stylesheets/board.css", "no-cache"),
        ("assets/javascripts/quiz.js", "no-cache"),
        ("help/index.html", "no-cache"),
        ("lessons/a.1a2b3c4d.css/index.html", "no-cache"),
        ("assets/images/kit.svg", "public, max-age=86400"),
        ("assets/fonts/a.woff2", "public, max-age=86400"),
        ("sw.js", "no-cache"),
    ],
)
def test_only_what_is_named_after_its_content_is_kept_for_ever(path: str, value: str) -> None:
    assert kept(path) == value


def test_what_a_page_may_ask_a_device_for_is_what_our_scripts_ask_for(root: Path) -> None:
    (said,) = (value for name, value in served(root / "docs/policy", "/", ()).always if name == "Permissions-Policy")
    rules = dict(rule.split("=") for rule in said.split(", "))
    assert {name for name, who in rules.items() if who == "(self)"} == {"fullscreen", "screen-wake-lock"}
    assert {rules[name] for name in ("camera", "microphone", "geolocation", "payment")} == {"()"}
    scripts = "".join(file.read_text(encoding="utf-8") for file in root.glob("docs/assets/javascripts/*.js"))
    assert "requestFullscreen" in scripts
    assert "wakeLock" in scripts
    for call in ("getUserMedia", "geolocation", "PaymentRequest", "navigator.usb", "requestMIDIAccess"):
        assert call not in scripts
