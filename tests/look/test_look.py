"""The pictures are those of the pages, and the contact sheet shows all of them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from tests.look.pages import LOOKS
from tests.look.paper import png
from tests.look.sheet import sheet


def test_every_page_that_is_looked_at_is_in_the_site(site: Path) -> None:
    assert len(LOOKS) >= 16
    assert len({look.name for look in LOOKS}) == len(LOOKS)
    missing = [look.path for look in LOOKS if not (site / look.path).is_file()]
    assert not missing, f"Mend tests/look/pages.py: these pages are gone: {', '.join(missing)}"


def test_a_picture_keeps_its_pixels_without_the_padding_of_its_rows() -> None:
    picture = png(1, 2, 4, b"\x01\x02\x03\xff\x04\x05\x06\xff")
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", picture[16:24]) == (1, 2)
    begin = picture.index(b"IDAT") + 4
    length = struct.unpack(">I", picture[begin - 8 : begin - 4])[0]
    assert zlib.decompress(picture[begin : begin + length]) == b"\0\x01\x02\x03\0\x04\x05\x06"


def test_the_sheet_shows_every_picture_and_says_what_was_not_taken() -> None:
    first, second = LOOKS[:2]
    files = [("light", f"{first.name}-light-360.png"), ("print", f"{first.name}-print-p1.png")]
    html = sheet((first, second), {first.name: files}, {second.name: "There is no such page."})
    assert all(f'src="{file}"' in html for _, file in files)
    assert "<strong>Not taken:</strong> There is no such page." in html
