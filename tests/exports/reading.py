"""Reads sheets back with openpyxl and documents with mammoth, neither of which had a part in writing them."""

from __future__ import annotations

import io
import re

import html5lib
import mammoth
import openpyxl

STYLES = "p[style-name='Title'] => h1:fresh"


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
    """Give the paragraphs of a document that holds nothing else: no table, no list that Word numbers, no heading."""
    return [words for _, words in blocks(content)]


def blocks(content: str | bytes) -> list[tuple[str, str]]:
    """Give the paragraphs of a document, each with what mammoth takes it for: “h1”, “p”."""
    assert isinstance(content, bytes)
    read = mammoth.convert_to_html(io.BytesIO(content), style_map=STYLES, ignore_empty_paragraphs=False)
    assert not read.messages, read.messages
    body = html5lib.parseFragment(read.value, namespaceHTMLElements=False)
    assert {element.tag for element in body} <= {"h1", "p"}
    assert not [element for element in body if len(element)], "a paragraph holds more than words"
    return [(element.tag, element.text or "") for element in body]
