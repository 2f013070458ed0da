"""Reads a sheet back: its cells by their places, and what kind each is."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from macros.exports.ooxml import SHEET

NAMES = {"s": SHEET}


def cells(content: str | bytes) -> dict[str, str | int]:
    """Give every cell of the first sheet; a text is a str and a number an int, and a formula is an error."""
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        texts = [
            "".join(entry.itertext())
            for entry in ElementTree.fromstring(archive.read("xl/sharedStrings.xml")).findall("s:si", NAMES)
        ]
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert sheet.find(".//s:f", NAMES) is None, "a cell holds a formula"
    found: dict[str, str | int] = {}
    for cell in sheet.iterfind(".//s:c", NAMES):
        number = int(cell.findtext("s:v", "", NAMES))
        found[cell.attrib["r"]] = texts[number] if cell.attrib.get("t") == "s" else number
    return found


def rows(content: str | bytes, first: int) -> list[dict[str, str | int]]:
    """Give the rows from one on, each by the letters of its columns."""
    found: dict[int, dict[str, str | int]] = {}
    for place, value in cells(content).items():
        if int(place[1:]) >= first:
            found.setdefault(int(place[1:]), {})[place[0]] = value
    return [found[number] for number in sorted(found)]
