"""Writes the smallest sheet (.xlsx) and document (.docx) that the office programs' standard allows.

Written by hand because two short forms do not need openpyxl and python-docx (which brings lxml), and both put the time
of writing into the file. Here the same content always gives the same bytes: fixed times, and nothing is compressed, as
versions of zlib differ. A text is always a text, never a formula.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from html import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EARLIEST = (1980, 1, 1, 0, 0, 0)
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPENXML = "application/vnd.openxmlformats-officedocument"
RISKY = ("=", "+", "-", "@")

Cell = str | int | None

STYLES = (
    f'{HEAD}<styleSheet xmlns="{SHEET}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def workbook(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Write a workbook of one sheet.

    Args:
        rows: the cells from A1 on; None leaves one empty.
    """
    numbers: dict[str, int] = {}
    lines = []
    count = 0
    for row, cells in enumerate(rows, start=1):
        drawn = []
        for column, value in enumerate(cells):
            place = f"{chr(ord('A') + column)}{row}"
            if isinstance(value, int):
                drawn.append(f'<c r="{place}"><v>{value}</v></c>')
            elif value:
                count += 1
                # Marked as a text also for when a person changes the cell: the program would then read a formula.
                style = ' s="1"' if value.startswith(RISKY) else ""
                drawn.append(f'<c r="{place}"{style} t="s"><v>{numbers.setdefault(value, len(numbers))}</v></c>')
        if drawn:
            lines.append(f'<row r="{row}">{"".join(drawn)}</row>')
    texts = "".join(f'<si><t xml:space="preserve">{escape(text, quote=False)}</t></si>' for text in numbers)
    return _package(
        f"{OPENXML}.spreadsheetml.sheet.main+xml",
        "xl/workbook.xml",
        f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>",
        (
            (
                "worksheet",
                "worksheets/sheet1.xml",
                f'<worksheet xmlns="{SHEET}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
            ),
            ("styles", "styles.xml", STYLES.removeprefix(HEAD)),
            (
                "sharedStrings",
                "sharedStrings.xml",
                f'<sst xmlns="{SHEET}" count="{count}" uniqueCount="{len(numbers)}">{texts}</sst>',
            ),
        ),
        "spreadsheetml",
    )


def document(paragraphs: Iterable[str]) -> bytes:
    """Write a document of plain paragraphs; an empty text gives an empty line."""
    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r></w:p>' if text else "<w:p/>"
        for text in paragraphs
    )
    return _package(
        f"{OPENXML}.wordprocessingml.document.main+xml",
        "word/document.xml",
        f'<w:document xmlns:w="{WORDS}"><w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" '
        'w:gutter="0"/></w:sectPr></w:body></w:document>',
        (),
        "wordprocessingml",
    )


def _package(kind: str, main: str, xml: str, parts: Sequence[tuple[str, str, str]], family: str) -> bytes:
    folder, name = main.split("/")
    overrides = "".join(
        f'<Override PartName="/{folder}/{path}" ContentType="{OPENXML}.{family}.{role}+xml"/>'
        for role, path, _ in parts
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{role}" Target="{path}"/>'
        for number, (role, path, _) in enumerate(parts, start=1)
    )
    files = [
        (
            "[Content_Types].xml",
            f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{main}" ContentType="{kind}"/>{overrides}</Types>',
        ),
        (
            "_rels/.rels",
            f'<Relationships xmlns="{LINKS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{main}"/>'
            "</Relationships>",
        ),
        (main, xml),
    ]
    if parts:
        files.append((f"{folder}/_rels/{name}.rels", f'<Relationships xmlns="{LINKS}">{links}</Relationships>'))
    files += [(f"{folder}/{path}", text) for _, path, text in parts]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for path, text in files:
            info = zipfile.ZipInfo(path, EARLIEST)
            info.create_system = 0  # otherwise the file would tell the kind of machine that made it
            archive.writestr(info, (HEAD + text).encode())
    return stream.getvalue()
