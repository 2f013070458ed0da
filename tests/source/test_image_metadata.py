"""A picture's bytes say what kind it is, and a place in it is found however the file is cut or wrapped."""

from __future__ import annotations

import contextlib
import zlib

import pytest

from macros.source import DamagedMetadataError, has_location, image_kind
from tests.photos import GIF, HEIC, PLACE, SVG, VERSION, chunk, exif, jpeg, photo, png, webp

XMP = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="51,10.2N"/></x:xmpmeta>'
EXIF_HEX = b"\nexif\n  12\n" + exif(PLACE).hex().encode()

WITH_PLACE = {
    "JPEG, Intel order": photo(PLACE),
    "JPEG, Motorola order": photo(PLACE, ">"),
    "JPEG with the version before the place": photo(VERSION | PLACE),
    "JPEG with other notes before": jpeg(b"http://ns.adobe.com/xap/1.0/\0<x/>", b"Exif\0\0" + exif(PLACE, ">", 30)),
    "JPEG with a second picture behind it": jpeg(rest=photo(PLACE)),
    "JPEG with the place in words": jpeg(b"http://ns.adobe.com/xap/1.0/\0" + XMP),
    "PNG": png(chunk(b"eXIf", exif(PLACE, ">"))),
    "PNG with the place in words": png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
    "PNG with the place in packed words": png(
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\x01\0en\0key\0" + zlib.compress(XMP))
    ),
    "PNG with the place in a packed text": png(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(XMP))),
    "WebP": webp((b"VP8X", bytes(10)), (b"EXIF", exif(PLACE))),
    "WebP as some programs write it": webp((b"VP8X", bytes(10)), (b"EXIF", b"Exif\0\0" + exif(PLACE))),
    "WebP with the place in words": webp((b"XMP ", XMP)),
    "GIF with the place in words": GIF[:-1] + b"!\xff\x0bXMP DataXMP" + XMP + b"\0;",
}
WITHOUT_PLACE = {
    "JPEG": jpeg(),
    "JPEG with a camera's other notes": photo(),
    "JPEG whose camera knew no place": photo(VERSION),
    "PNG": png(),
    "PNG with words": png(chunk(b"tEXt", b"Title\0A fox"), chunk(b"zTXt", b"Title\0\0" + zlib.compress(b"A fox"))),
    "WebP": webp((b"VP8 ", bytes(12))),
    "GIF": GIF,
    "SVG": SVG.encode(),
    "nothing": b"",
}


@pytest.mark.parametrize("name", list(WITH_PLACE))
def test_a_place_is_found(name: str) -> None:
    assert has_location(WITH_PLACE[name])


@pytest.mark.parametrize("name", list(WITHOUT_PLACE))
def test_a_picture_without_a_place_is_left_alone(name: str) -> None:
    assert not has_location(WITHOUT_PLACE[name])


@pytest.mark.parametrize("name", list(WITH_PLACE))
def test_a_file_that_breaks_off_is_never_a_traceback_and_is_not_passed_with_a_place_in_it(name: str) -> None:
    whole = WITH_PLACE[name]
    latitude = whole.rfind(PLACE[1])
    for length in range(len(whole)):
        try:
            found = has_location(whole[:length])
        except DamagedMetadataError:
            continue
        if not found and "words" not in name and "text" not in name:
            assert length < latitude, f"The first {length} bytes hold the place, and it was not found."


def test_any_byte_of_a_photo_may_be_damaged_without_a_traceback() -> None:
    whole = photo(VERSION | PLACE)
    for place in range(len(whole)):
        for value in (0, 0xFF, whole[place] ^ 1):
            with contextlib.suppress(DamagedMetadataError):
                has_location(whole[:place] + bytes([value]) + whole[place + 1 :])


@pytest.mark.parametrize(
    "content",
    [
        photo(PLACE)[:44],
        jpeg(b"Exif\0\0II*\0\xff\xff\xff\xff"),
        png(chunk(b"tEXt", b"Raw profile type exif\0" + EXIF_HEX)),
        png(chunk(b"zTXt", b"Raw profile type APP1\0\0" + zlib.compress(EXIF_HEX))),
        png(chunk(b"zTXt", b"Comment\0\0not packed")),
        png(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(2_000_000)))),
    ],
    ids=["cut off", "led astray", "raw profile", "packed raw profile", "not packed", "a text without end"],
)
def test_what_cannot_be_read_is_not_passed(content: bytes) -> None:
    with pytest.raises(DamagedMetadataError):
        has_location(content)


def test_four_bytes_that_look_like_a_cameras_notes_are_no_damage() -> None:
    assert not has_location(jpeg(rest=b"II*\0\xff\xff\xff\xff" + b"MM\0*"))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (png(), "PNG"),
        (jpeg(), "JPEG"),
        (photo(PLACE), "JPEG"),
        (GIF, "GIF"),
        (b"GIF87a", "GIF"),
        (webp(), "WebP"),
        (HEIC, "HEIC"),
        (b"\0\0\0\x20ftypavif", "AVIF"),
        (b"\0\0\0\x20ftypisom", "video"),
        (b"BM\0\0", "BMP"),
        (b"II*\0\x08", "TIFF"),
        (b"%PDF-1.7", "PDF"),
        (SVG.encode(), "SVG"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>', "SVG"),
        (b"RIFF\0\0\0\0WAVE", ""),
        (b"PK\x03\x04", ""),
        (b"", ""),
        (b"\x89PN", ""),
    ],
)
def test_the_kind_is_what_the_first_bytes_say(content: bytes, kind: str) -> None:
    assert image_kind(content) == kind
