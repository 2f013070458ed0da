"""What a web host is to send with the files of the site: one list of facts, which each host is told in its own words.

Each page holds its own security policy (`finish.security`), as a USB stick and a simple host can send nothing. What a
page cannot say of itself is said here: who may show it in a frame, and what holds for a picture that is opened alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="(?P<policy>[^"]*)">')
# Signs of a file that is named after what is in it: its name changes with its content, so it can be kept for ever.
HASHED = r"\.[0-9a-f]{8}\.(min\.)?(css|js)"
# The way from a host's root to a site: other signs mean something to a web server.
BASE = r"/([A-Za-z0-9._~-]+/)*"
# Pictures and letters: a day, as a page without them can still be read.
SEEN = r"\.(svg|png|jpg|jpeg|webp|woff2)"
FOR_EVER = "public, max-age=31536000, immutable"
FOR_A_DAY = "public, max-age=86400"
# Kept, but asked for each time whether it has changed: nobody reads last week's number.
ASK_AGAIN = "no-cache"

# IANA's register of media types; those of text say their letters, which else each host guesses.
TYPES = (
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("webp", "image/webp"),
    ("gif", "image/gif"),
    ("ico", "image/vnd.microsoft.icon"),
    ("woff2", "font/woff2"),
    ("mp3", "audio/mpeg"),
    ("opus", "audio/ogg"),
    ("pdf", "application/pdf"),
    ("zip", "application/zip"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)

# What a page may ask a device for (W3C Permissions Policy): a whole screen that stays on, for a whiteboard.
ALLOWED = ("fullscreen", "screen-wake-lock")
REFUSED = (
    "accelerometer", "bluetooth", "browsing-topics", "camera", "display-capture", "encrypted-media", "geolocation",
    "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment",
    "publickey-credentials-get", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip


@dataclass(frozen=True)
class Served:
    """The facts of one site on a host.

    Attributes:
        base: where it stands on its host, with both slashes: "/" or "/online-safety/".
        policy: the security policy for all its files.
        files: every file, from the site's root.
    """

    base: str
    policy: str
    files: tuple[str, ...]

    @property
    def always(self) -> tuple[tuple[str, str], ...]:
        """Give the names and values that go with every answer."""
        asked = [f"{name}=(self)" for name in ALLOWED] + [f"{name}=()" for name in REFUSED]
        return (
            ("Content-Security-Policy", self.policy),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Permissions-Policy", ", ".join(sorted(asked))),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        )


def served(site: Path, base: str, ancestors: Sequence[str]) -> Served:
    """Read from a finished site what its host is to send.

    Args:
        site: the finished site, each page with its policy.
        base: where it stands on its host, with both slashes.
        ancestors: the origins that may show its pages in a frame, besides its own.

    Raises:
        OSError: a file cannot be read.
        ValueError: the way to it has signs that mean something to a web server.
    """
    if not re.fullmatch(BASE, base):
        raise ValueError(
            f"The site's address goes on with “{base}”, which has signs that mean something to a web server. Choose "
            "letters, digits, hyphens and slashes, and write the new address as “site_address” in school.yml."
        )
    files = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    pages = [(site / file).read_text(encoding="utf-8") for file in files if file.endswith(".html")]
    return Served(base, joined_policy(pages, ancestors), tuple(files))


def joined_policy(pages: Sequence[str], ancestors: Sequence[str] = ()) -> str:
    """Give one security policy that allows what each page allows itself, and says who may show it in a frame.

    A browser holds a page to both, its own and its host's, so each page has just what its own allows.

    Args:
        pages: the pages, each with its policy (W3C Content Security Policy Level 3).
        ancestors: the origins that may show them in a frame, besides their own.
    """
    joined: dict[str, dict[str, None]] = {}
    for page in pages:
        found = POLICY.search(page)
        for directive in found["policy"].split("; ") if found else ():
            name, *sources = directive.split(" ")
            joined.setdefault(name, {}).update(dict.fromkeys(sources))
    directives = {name: _sorted(sources) for name, sources in joined.items()}
    directives["frame-ancestors"] = ["'self'", *ancestors]
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _sorted(sources: dict[str, None]) -> list[str]:
    """Put the hashes last and in order, whatever page came first."""
    return sorted(sources, key=lambda source: (source.startswith("'sha"), source))


def is_hashed(path: str) -> bool:
    """Say whether a file is named after what is in it."""
    return bool(re.search(f"{HASHED}$", path))


def kept(path: str) -> str:
    """Say how long a browser may keep a file: the value of its Cache-Control (RFC 9111, RFC 8246).

    Args:
        path: the file, from the site's root.
    """
    if is_hashed(path):
        return FOR_EVER
    return FOR_A_DAY if re.search(f"{SEEN}$", path) else ASK_AGAIN
