"""Every page says what it may load and run: its own files and the pinned scripts; another ends the build."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from macros.finish.security import (
    PINNED,
    UnexpectedError,
    content_security_policy,
    refuse_unexpected,
    secure,
)

# The scripts that stand in our layouts, each as somebody read it. A change of one is a change of what may run on every
# page: it is put here too, and its hash in security.py, after it has been read once more.
CHOSEN = (
    "try{const d=document.documentElement.dataset;d.embed=location.search;"
    'const p=JSON.parse(localStorage.display||"{}");["size","space","letters","colours"].forEach(i=>{if(p[i])'
    "d[i]=p[i]})}catch(x){}"
)
NOT_HERE = """
(function () {
  var here = /^(.*?\\/)(?:404\\.html$|(?:FOLDERS)\\/)/.exec(location.pathname);
  if (here) Array.from(document.querySelectorAll('a[href^="/"]')).forEach(function (link) {
    link.setAttribute("href", here[1] + link.getAttribute("href").slice(1));
  });
})();
"""
MASKED = NOT_HERE.replace("FOLDERS", "")
THEME = Path(__file__).parents[2] / "macros/theme"


def sha(code: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() + "'"


def test_nothing_from_elsewhere_may_be_loaded_and_nothing_sent() -> None:
    # Whole, and written by hand: what is not named here falls back to 'none'; a word more would open a door.
    assert set(content_security_policy("<p>Hello</p>").split("; ")) == {
        "default-src 'none'",
        "img-src 'self' data:",
        "style-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "script-src 'self'",
    }


def test_the_pinned_scripts_are_those_that_were_read() -> None:
    assert {sha(CHOSEN), sha(MASKED)} == PINNED


def test_the_scripts_of_our_layouts_are_those_that_were_read() -> None:
    found = set()
    for file in THEME.rglob("*.html"):
        for code in re.findall(r"<script>(.*?)</script>", file.read_text(encoding="utf-8"), re.DOTALL):
            found.add(re.sub(r"\{\{.*?\}\}", "", code))
    assert found == {CHOSEN, MASKED}


def test_no_page_lets_another_run(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 300
    for page in pages:
        html = page.read_text(encoding="utf-8")
        (scripts,) = re.findall(r"script-src ([^;\"]*)", html)
        if page == site / "404.html":
            continue
        assert set(scripts.split()) == {"'self'", *({sha(CHOSEN)} if CHOSEN in html else ())}, page
    (here,) = re.findall(r"<script>(\n.*?)</script>", (site / "404.html").read_text(encoding="utf-8"), re.DOTALL)
    (scripts,) = re.findall(r"script-src ([^;\"]*)", (site / "404.html").read_text(encoding="utf-8"))
    assert set(scripts.split()) == {"'self'", sha(CHOSEN), sha(here)}


def test_a_pinned_script_may_run_as_it_is_and_only_so() -> None:
    not_here = NOT_HERE.replace("FOLDERS", "about|help|years-1-2")
    html = f"<script>{CHOSEN}</script>\n<script>{not_here}</script><script>three()</script>"
    policy = content_security_policy(html)
    assert sha(CHOSEN) in policy
    assert sha(not_here) in policy
    assert sha("three()") not in policy
    assert policy.count("sha256") == 2


@pytest.mark.parametrize("folders", ["a)/;go();/(", "a.*", "a|b\\", "", "A b", "\n", "<b>"])
def test_only_names_of_folders_stand_in_a_pinned_script(folders: str) -> None:
    code = NOT_HERE.replace("FOLDERS", folders)
    policy = content_security_policy(f"<script>{code}</script>")
    assert ("sha256" in policy) == (folders == "")


def test_a_style_in_the_page_holds_as_it_is_and_only_so() -> None:
    directives = content_security_policy("<style>\na { color: red }\n</style>").split("; ")
    assert f"style-src 'self' {sha(chr(10) + 'a { color: red }' + chr(10))}" in directives
    assert "style-src 'self'" in content_security_policy("<p>Hello</p>").split("; ")


def test_a_script_file_and_data_need_no_hash() -> None:
    html = '<script src="a.js"></script><script type="application/json">{"a": 1}</script>'
    assert "sha256" not in content_security_policy(html)
    refuse_unexpected(html, "index.html")


@pytest.mark.parametrize(
    "typed",
    [
        "<script>go()</script>",
        "<SCRIPT>go()</SCRIPT >",
        '<script type="module">go()</script>',
        '<script data-src="a.js">go()</script>',
        "<svg><script>go()</script></svg>",
        f"<script>{CHOSEN};go()</script>",
        f"<script>{NOT_HERE.replace('FOLDERS', 'a)/;go();/(')}</script>",
        "<style>a {}</style>",
        '<meta http-equiv="refresh" content="0;url=https://example.org">',
        "<META content='0' HTTP-EQUIV = refresh>",
        '<base href="https://example.org">',
        '<iframe src="a.html"></iframe>',
        '<object data="a.svg"></object>',
        '<embed src="a.svg">',
    ],
)
def test_a_page_that_holds_more_is_refused_by_its_name(typed: str) -> None:
    with pytest.raises(UnexpectedError, match=r"^parents/index\.html: This page holds "):
        refuse_unexpected(f"<p>A</p>{typed}", "parents/index.html")


def test_only_the_page_for_an_address_that_is_not_there_has_a_style_of_its_own() -> None:
    refuse_unexpected("<style>a {}</style>", "404.html")
    with pytest.raises(UnexpectedError, match=r"^help/404\.html: "):
        refuse_unexpected("<style>a {}</style>", "help/404.html")


def test_a_page_gets_its_policy_first_in_its_head() -> None:
    html = secure('<html><head><meta charset="utf-8"><title>A</title></head></html>')
    assert html.startswith(
        '<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src'
    )
