"""Every page says what it may load and run: its own files and its own scripts."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from macros.finish.security import content_security_policy, secure_pages


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


def test_a_script_in_the_page_may_run_as_it_is_and_only_so() -> None:
    policy = content_security_policy("<script>one()</script>\n<script>\ntwo()\n</script>")
    assert sha("one()") in policy
    assert sha("\ntwo()\n") in policy
    assert sha("three()") not in policy


def test_a_style_in_the_page_holds_as_it_is_and_only_so() -> None:
    directives = content_security_policy("<style>\na { color: red }\n</style>").split("; ")
    assert f"style-src 'self' {sha(chr(10) + 'a { color: red }' + chr(10))}" in directives
    assert "style-src 'self'" in content_security_policy("<p>Hello</p>").split("; ")


def test_a_script_file_and_data_need_no_hash() -> None:
    html = '<script src="a.js"></script><script type="application/json">{"a": 1}</script>'
    assert "sha256" not in content_security_policy(html)


def test_every_page_gets_its_policy_first_in_its_head(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in ("index.html", "a/b.html"):
        (tmp_path / name).write_text(
            '<html><head><meta charset="utf-8"><title>A</title></head></html>', encoding="utf-8"
        )
    assert secure_pages(tmp_path) == 2
    html = (tmp_path / "a/b.html").read_text(encoding="utf-8")
    assert html.startswith(
        '<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src'
    )
