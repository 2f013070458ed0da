"""Reads from the bytes of a picture what kind it is, and whether it says where it was taken.

The camera of a phone writes the place into each photo, and a copy of the file carries it on.
"""

from __future__ import annotations

import re
import struct
import zlib

# How each kind begins, and what people call it. A kind that browsers show everywhere is in SHOWN too.
KINDS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "WebP"),
    (re.compile(rb".{4}ftyp(?:avif|avis)", re.DOTALL), "AVIF"),
    (re.compile(rb".{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.DOTALL), "HEIC"),
    (re.compile(rb".{4}ftyp", re.DOTALL), "video"),
    (re.compile(rb"BM"), "BMP"),
    (re.compile(rb"II\*\x00|MM\x00\*"), "TIFF"),
    (re.compile(rb"%PDF"), "PDF"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:svg|\?xml)"), "SVG"),
)

# TIFF 6.0, section 2, and Exif 3.0, 4.6.3: “GPS IFD” is the tag that points at the place; its tag 0 is only a version.
TIFF = re.compile(rb"II\*\x00|MM\x00\*")
GPS_IFD = 0x8825
GPS_VERSION = 0
DIRECTORIES = 8  # a photo has two: of the picture itself and of its small one
# XMP 2016, part 2: the same in words, in any kind of picture.
IN_WORDS = re.compile(rb"GPS(?:Latitude|Longitude)")
# PNG 3rd edition, 11.3.3; ImageMagick keeps what a camera wrote in a text chunk of such a name, as hexadecimal digits.
RAW_PROFILE = re.compile(rb"Raw profile type (?:exif|app1|xmp|iptc|8bim)", re.IGNORECASE)
LONGEST_TEXT = 1_000_000  # bytes that a compressed text of a PNG may unfold to


class DamagedMetadataError(Exception):
    """What the camera wrote cannot be read, so nobody knows what it says."""


def image_kind(content: bytes) -> str:
    """Give what kind of picture a file holds, by its first bytes; "" for none that is known."""
    return next((kind for begins, kind in KINDS if begins.match(content)), "")


def has_location(content: bytes) -> bool:
    """Tell whether a picture says where it was taken.

    What a camera writes (Exif) looks the same in a JPEG, PNG or WebP. So it is looked for everywhere in the file, and
    is found in a second picture behind the first and in a file that breaks off, too.

    Args:
        content: the picture.

    Raises:
        DamagedMetadataError: what the camera wrote is there, and cannot be read to its end.
    """
    if IN_WORDS.search(content):
        return True
    damaged = False
    for header in TIFF.finditer(content):
        try:
            if _has_place(memoryview(content)[header.start() :]):
                return True
        except struct.error:
            # Any four bytes of a picture can look like such a beginning; a mark before them says that they are one.
            damaged = damaged or _is_marked(content, header.start())
    if content.startswith(b"\x89PNG") and _text_has_place(content):
        return True
    if damaged:
        raise DamagedMetadataError
    return False


def _is_marked(content: bytes, at: int) -> bool:
    before = content[max(0, at - 8) : at]
    return before.endswith((b"Exif\x00\x00", b"eXIf")) or before[:4] == b"EXIF"


def _has_place(tiff: memoryview) -> bool:
    """Tell whether the directories of a camera's notes lead to a place."""
    order = "<" if tiff[0] == ord("I") else ">"

    def number(form: str, at: int) -> int:
        found: int = struct.unpack_from(order + form, tiff, at)[0]
        return found

    at = number("I", 4)
    for _ in range(DIRECTORIES):
        if not at:
            break
        count = number("H", at)
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            if number("H", entry) == GPS_IFD:
                gps = number("I", entry + 8)
                tags = {number("H", gps + 2 + 12 * place) for place in range(number("H", gps))}
                if tags - {GPS_VERSION}:
                    return True
        at = number("I", at + 2 + 12 * count)
    return False


def _text_has_place(png: bytes) -> bool:
    """Tell whether a text of a PNG that is packed names a place.

    Raises:
        DamagedMetadataError: a text cannot be unpacked, is far too long, or is one that only a program can read.
    """
    at = 8
    while at + 8 <= len(png):
        length, name = struct.unpack_from(">I4s", png, at)
        chunk = png[at + 8 : at + 8 + length]
        at += 12 + length
        keyword, _, rest = chunk.partition(b"\x00")
        if name in {b"tEXt", b"zTXt", b"iTXt"} and RAW_PROFILE.match(keyword):
            raise DamagedMetadataError
        if name == b"zTXt":
            packed = rest[1:]
        elif name == b"iTXt" and rest[:1] == b"\x01":
            packed = rest[2:].partition(b"\x00")[2].partition(b"\x00")[2]
        else:
            continue
        unpacker = zlib.decompressobj()
        try:
            text = unpacker.decompress(packed, LONGEST_TEXT)
        except zlib.error:
            raise DamagedMetadataError from None
        if unpacker.unconsumed_tail:
            raise DamagedMetadataError
        if IN_WORDS.search(text):
            return True
    return False
