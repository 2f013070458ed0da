"""Reads sheets and documents back with openpyxl and python-docx, as the office programs' own readers would."""

from __future__ import annotations

import io
import re

import docx
import openpyxl


def cells(content: str | bytes) -> dict[str, str | int]:
    """Give every cell of the one sheet; a text is a str and a number an int, and anything else is an error."""
    assert isinstance(content, bytes)
    (sheet,) = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    found: dict[str, str | int] = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                assert cell.data_type in ("s", "n"), f"{cell.coordinate} holds a formula or a fault"
                assert isinstance(cell.value, str | int)
                found[cell.coordinate] = cell.value
    return found


def rows(content: str | bytes, first: int) -> list[dict[str, str | int]]:
    """Give the rows from one on, each by the letters of its columns."""
    found: dict[int, dict[str, str | int]] = {}
    for place, value in cells(content).items():
        match = re.fullmatch(r"([A-Z]+)(\d+)", place)
        assert match
        if int(match[2]) >= first:
            found.setdefault(int(match[2]), {})[match[1]] = value
    return [found[number] for number in sorted(found)]


def paragraphs(content: str | bytes) -> list[str]:
    """Give the paragraphs of a document that holds nothing else: no table, no list that Word numbers, no line break."""
    assert isinstance(content, bytes)
    document = docx.Document(io.BytesIO(content))
    assert not document.tables
    assert not document.inline_shapes
    for paragraph in document.paragraphs:
        assert paragraph._p.pPr is None, "Word would number or shape this paragraph"
        assert "\n" not in paragraph.text
    return [paragraph.text for paragraph in document.paragraphs]
