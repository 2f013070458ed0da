"""Gives every page a Content-Security-Policy: nothing from elsewhere, nothing sent, nothing unexpected run.

A static host often cannot send headers, and a USB stick never can, so the policy stands in the page. It allows the
scripts of our own layouts by hashes that are pinned here, and no other: a site with another script is not finished.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

INLINE_SCRIPT = re.compile(r"<script(?P<names>[^>]*)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
INLINE_STYLE = re.compile(r"<style[^>]*>(?P<code>.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
HEAD = re.compile(r"<meta charset=\"?utf-8\"?>")
# The scripts that may stand in a page. A change of one is a change of what may run on every page: its new hash is put
# here by hand, after the script has been read once more.
PINNED = frozenset({
    # partials/chosen.html: says whether the page is for a frame, and puts back how somebody likes to read
    "'sha256-nmWmKsHKjbXUqfUANi3i4ZfB2BFhXxrHhQAg+77SlSc='",
    # 404.html, without the names of folders: mends its links where the site stands within a folder
    "'sha256-9AaYUwZo5tV1cumtCDRkMyN65CdQ2kwQLkvA8qtzV5I='",
})  # fmt: skip
# The one place in those scripts that depends on the content: the names of the site's folders. Nothing that these
# signs can make ends the pattern in which they stand, or begins a call.
FOLDERS = re.compile(r"(?<=\(\?:404\\\.html\$\|\(\?:)[a-z0-9|-]+(?=\)\\/\))")
# What takes a reader elsewhere or shows another's page, and which no layout of ours has. One has the first: a page that
# has moved leads to another page of this site.
MOVED = r'meta http-equiv="?refresh"? content="0; url=(?:\.\./)*(?:[a-z0-9-]+/)*[a-z0-9-]+\.html(?:#[\w-]+)?">'
NEVER = re.compile(rf"<(?!{MOVED})(?:base|iframe|frame|object|embed|meta[^>]*\shttp-equiv\s*=)[^>]*>", re.IGNORECASE)
# The one page that holds its style in itself, as a host shows it at any depth.
WITH_A_STYLE = "404.html"

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


class UnexpectedError(Exception):
    """A page holds what no page of ours may hold; the text says which page, and what."""


def content_security_policy(html: str) -> str:
    """Make the policy for one page: its own files, its own styles, and just the pinned scripts that it has.

    Args:
        html: the page.

    Returns:
        The policy's directives (W3C Content Security Policy Level 3), joined by semicolons.
    """
    scripts = (code for code in inline_scripts(html) if is_pinned(code))
    return "; ".join((*ALWAYS, _allowed("style-src", inline_styles(html)), _allowed("script-src", scripts)))


def inline_scripts(html: str) -> list[str]:
    """Give the code of each script that stands in a page itself; data and script files run nothing of their own."""
    return [
        match["code"]
        for match in INLINE_SCRIPT.finditer(html)
        if not re.search(r"\ssrc\s*=|application/json", match["names"]) and match["code"].strip()
    ]


def inline_styles(html: str) -> list[str]:
    """Give each style that stands in a page itself."""
    return [match["code"] for match in INLINE_STYLE.finditer(html)]


def is_pinned(code: str) -> bool:
    """Say whether a script is one of those that may run."""
    return _hash(FOLDERS.sub("", code)) in PINNED


def refuse_unexpected(html: str, path: str) -> None:
    """Refuse a page that holds what no page of ours holds.

    Args:
        html: the page.
        path: the page's file, from the site's root.

    Raises:
        UnexpectedError: it holds a script that is not pinned, a style that is not for it, or what leads elsewhere.
    """
    for code in inline_scripts(html):
        if not is_pinned(code):
            raise UnexpectedError(_say(path, "a script that is not one of those in macros/finish/security.py", code))
    if path != WITH_A_STYLE and inline_styles(html):
        raise UnexpectedError(_say(path, "a style of its own", inline_styles(html)[0]))
    never = NEVER.search(html)
    if never:
        raise UnexpectedError(_say(path, "what no page may hold", never[0]))


def _say(path: str, what: str, found: str) -> str:
    shown = " ".join(found.split())[:60]
    return f"{path}: This page holds {what}: “{shown}…”. Nothing is published; take it out of what the page is made of."


def _allowed(directive: str, pieces: Iterable[str]) -> str:
    return " ".join((directive, "'self'", *sorted({_hash(piece) for piece in pieces if piece})))


def _hash(code: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() + "'"


def secure(html: str) -> str:
    """Write the policy into a page."""
    head = HEAD.search(html)
    place = head.end() if head else 0
    policy = content_security_policy(html)
    return f'{html[:place]}<meta http-equiv="Content-Security-Policy" content="{policy}">{html[place:]}'
