"""Small pictures, written byte by byte, as a camera and a drawing program would write them."""

from __future__ import annotations

import struct
import zlib

PLACE = {1: b"N\0\0\0", 2: b"\0\0\0\x33"}  # latitude: north, and what Exif calls GPSLatitude
VERSION = {0: b"\x02\x03\0\0"}  # GPSVersionID: what a camera writes that knows no place


def exif(gps: dict[int, bytes] | None, order: str = "<", entries_before: int = 1) -> bytes:
    """Give the notes of a camera: a TIFF whose first directory points at a GPS directory, or does not."""
    size = entries_before + (gps is not None)
    at = 8 + 2 + 12 * size + 4
    tiff = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8) + struct.pack(f"{order}H", size)
    for number in range(entries_before):
        tiff += struct.pack(f"{order}HHII", 0x0112 + number, 3, 1, 1)  # Orientation, and others after it
    if gps is not None:
        tiff += struct.pack(f"{order}HHII", 0x8825, 4, 1, at)
    tiff += struct.pack(f"{order}I", 0)
    if gps is not None:
        tiff += struct.pack(f"{order}H", len(gps))
        for tag, value in gps.items():
            tiff += struct.pack(f"{order}HHI", tag, 2, 2) + value
        tiff += struct.pack(f"{order}I", 0)
    return tiff


def jpeg(*segments: bytes, rest: bytes = b"") -> bytes:
    """Give a JPEG with APP1 segments, a table, and an end."""
    begin = b"".join(b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment for segment in segments)
    return b"\xff\xd8" + (begin or b"\xff\xe0\0\x04JF") + b"\xff\xdb\0\x43\0" + bytes(64) + b"\xff\xd9" + rest


def photo(gps: dict[int, bytes] | None = None, order: str = "<") -> bytes:
    """Give a JPEG as a telephone writes it."""
    return jpeg(b"Exif\0\0" + exif(gps, order))


def chunk(name: bytes, content: bytes) -> bytes:
    """Give a chunk of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(*chunks: bytes) -> bytes:
    """Give a PNG of one grey dot, with other chunks in it."""
    begin = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return begin + b"".join(chunks) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    """Give a WebP with chunks; its picture is nothing."""
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2) for name, content in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


GIF = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>\n'
