"""Packs the texts of a site before they are asked for: a web host then sends the small file, without any work."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TEXTS = frozenset({
    ".html", ".css", ".js", ".json", ".jsonld", ".svg", ".txt", ".csv", ".xml", ".ics", ".webmanifest",
})  # fmt: skip
# Bytes. What is less fits into one packet as it is.
SMALL = 1_000


def compress(site: Path) -> bool:
    """Write the packed form of each text beside it: “page.html.gz”, and “page.html.br” where the package brotli is.

    The same text gives the same bytes on every day.

    Args:
        site: the finished site.

    Returns:
        Whether there is a form by Brotli (RFC 7932) too.

    Raises:
        OSError: a file cannot be read or written.
    """
    try:
        import brotli  # noqa: PLC0415
    except ModuleNotFoundError:
        brotli = None
    texts = [file for file in sorted(site.rglob("*")) if file.suffix in TEXTS and file.is_file()]

    def pack(file: Path) -> None:
        content = file.read_bytes()
        forms = {".gz": gzip.compress(content, mtime=0)}
        if brotli:
            forms[".br"] = brotli.compress(content)
        for ending, packed in forms.items():
            if len(content) > SMALL and len(packed) < len(content):
                file.with_name(file.name + ending).write_bytes(packed)

    # Both packers let other threads work meanwhile.
    with ThreadPoolExecutor() as pool:
        for _ in pool.map(pack, texts):
            pass
    return brotli is not None
