"""Turns the pages of a PDF into pictures."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import pypdfium2

DOTS = 96 / 72  # an inch of paper is 96 pixels


def pictures(pdf: bytes) -> Iterator[bytes]:
    """Give each page of a PDF as a PNG."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            bitmap = page.render(scale=DOTS, rev_byteorder=True, prefer_bgrx=False)
            yield png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            page.close()
    finally:
        document.close()


def png(width: int, height: int, stride: int, pixels: bytes) -> bytes:
    """Write a picture of three bytes for each pixel (red, green, blue) as a PNG.

    Args:
        width: in pixels.
        height: in pixels.
        stride: bytes from one row to the next.
        pixels: the rows.
    """
    rows = b"".join(b"\0" + pixels[row * stride : row * stride + width * 3] for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
