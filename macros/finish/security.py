"""Gives every page a Content-Security-Policy: nothing from elsewhere, nothing sent, nothing unexpected run.

A static host often cannot send headers, and a USB stick never can, so the policy stands in the page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

INLINE_SCRIPT = re.compile(r"<script(?P<names>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
INLINE_STYLE = re.compile(r"<style[^>]*>(?P<code>.*?)</style>", re.DOTALL)
HEAD = re.compile(r"<meta charset=\"?utf-8\"?>")

# "data:" pictures: the theme's style sheet draws its icons with them.
ALWAYS = (
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)


def content_security_policy(html: str) -> str:
    """Make the policy for one page: its own files, and just the inline scripts and styles that it has now.

    Args:
        html: the page.

    Returns:
        The policy's directives (W3C Content Security Policy Level 3), joined by semicolons.
    """
    scripts = (
        match["code"]
        for match in INLINE_SCRIPT.finditer(html)
        if "src=" not in match["names"] and "application/json" not in match["names"]
    )
    styles = (match["code"] for match in INLINE_STYLE.finditer(html))
    return "; ".join((*ALWAYS, _allowed("style-src", styles), _allowed("script-src", scripts)))


def _allowed(directive: str, pieces: Iterable[str]) -> str:
    hashes = {
        "'sha256-" + base64.b64encode(hashlib.sha256(piece.encode()).digest()).decode() + "'"
        for piece in pieces
        if piece
    }
    return " ".join((directive, "'self'", *sorted(hashes)))


def secure(html: str) -> str:
    """Write the policy into a page."""
    policy = f'<meta http-equiv="Content-Security-Policy" content="{content_security_policy(html)}">'
    head = HEAD.search(html)
    place = head.end() if head else 0
    return html[:place] + policy + html[place:]


def secure_pages(site: Path) -> int:
    """Write the policy into every page of a built site.

    Returns:
        How many pages there are.
    """
    pages = sorted(site.rglob("*.html"))
    for page in pages:
        page.write_text(secure(page.read_text(encoding="utf-8")), encoding="utf-8")
    return len(pages)
