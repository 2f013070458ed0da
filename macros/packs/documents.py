"""Sets a handout as a document (.docx) that can be changed: styles, tables, rooms to write and draw, pictures."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph as Set

from macros.exports.documents import BULLETS, TABLE, begun, written
from macros.views.handouts import BOX, Frame, Handout, Heading, Lines, Pictured
from macros.views.slides import Grid, Paragraph, Picture

WIDE = 17.0  # centimetres between the margins
LINE = 0.9  # the height of a line to write on
DRAWN = 8.0  # the height of a box to draw in
SYMBOL, ALONE = 1.6, 5.0  # how wide a picture is beside words, and by itself
USUAL = 12  # points of letters beside which pictures are that wide
SHARP = 2  # how many times finer a picture is than on a board: paper is looked at from near
INDENT = 0.8  # of an item of a list
NARROW = 3  # letters of a cell's words in which a column has room enough when it is narrow

Paint = Callable[[Picture, float], bytes]


def write_handout(handout: Handout, paint: Paint, foot: str) -> bytes:
    """Write a document.

    Args:
        handout: what it holds.
        paint: gives a picture as a PNG, by how wide it is as a part of a page.
        foot: what stands at the foot of each page, before its number.
    """
    document = begun(handout.title)
    for name, more in (("Normal", 0), ("Title", 10), ("Heading 1", 4)):
        document.styles[name].font.size = Pt(handout.size + more)
    document.add_paragraph(handout.title, "Title")
    for block, following in zip(handout.blocks, (*handout.blocks[1:], None), strict=True):
        match block:
            case Heading():
                document.add_heading(block.text, block.level)
            case Paragraph():
                paragraph = _begin(document, block)
                _words(paragraph, block)
                if isinstance(following, Paragraph) and following.mark == BOX:
                    paragraph.paragraph_format.keep_with_next = True  # the choices of a question stay together
            case Grid():
                _table(document, block)
            case Lines():
                _rooms(document, block.count, LINE, closed=False)
            case Frame():
                _rooms(document, 1, DRAWN, closed=True)
            case Pictured():
                _pictured(document, block, paint, handout.size / USUAL)
    _foot(document, foot)
    return written(document)


def _begin(document: Document, words: Paragraph) -> Set:
    if words.mark == "•":
        return document.add_paragraph(style=BULLETS)
    paragraph = document.add_paragraph()
    if words.mark:  # typed, so that a list that goes on after a picture keeps its numbers
        paragraph.paragraph_format.left_indent = Cm(INDENT)
        paragraph.paragraph_format.first_line_indent = Cm(-INDENT)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(INDENT))
        paragraph.add_run(f"{words.mark}\t")
    return paragraph


def _words(paragraph: Set, words: Paragraph) -> None:
    for run in words.runs:
        added = paragraph.add_run(run.text)
        added.bold, added.italic = run.bold or None, run.italic or None


def _table(document: Document, grid: Grid) -> None:
    columns = len(grid.rows[0])
    table = document.add_table(len(grid.rows), columns, TABLE)
    amounts = [max(*(len(row[place].text) for row in grid.rows), NARROW) ** 0.5 for place in range(columns)]
    _columns(table, [WIDE * amount / sum(amounts) for amount in amounts])
    for row, cells in zip(table.rows, grid.rows, strict=True):
        _whole(row._tr)
        for cell, words in zip(row.cells, cells, strict=True):
            _words(_first(cell), words)
    document.add_paragraph()


def _columns(table: Table, widths: Sequence[float]) -> None:
    """Say how wide columns are, by column and by cell: programs do not all look in the same place."""
    table.autofit = False
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Cm(wide)
        for cell in column.cells:
            cell.width = Cm(wide)


def _rooms(document: Document, count: int, height: float, *, closed: bool) -> None:
    """Put room to write or draw in: a table, which keeps its height when it is filled."""
    table = document.add_table(count, 1, TABLE)
    for row in table.rows:
        row.height = Cm(height)
        _whole(row._tr)
        if not closed:
            edges = OxmlElement("w:tcBorders")
            for side in ("top", "left", "right"):
                edge = OxmlElement(f"w:{side}")
                edge.set(qn("w:val"), "nil")
                edges.append(edge)
            row.cells[0]._tc.get_or_add_tcPr().append(edges)
    document.add_paragraph()


def _pictured(document: Document, block: Pictured, paint: Paint, times: float) -> None:
    if block.words is None:
        _picture(document.add_paragraph(), block.picture, paint, ALONE)
        return
    table = document.add_table(1, 2)
    _whole(table.rows[0]._tr)
    wide = SYMBOL * times + 0.6
    _columns(table, [wide, WIDE - wide])
    shown, said = table.rows[0].cells
    said.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    _picture(_first(shown), block.picture, paint, SYMBOL * times)
    paragraph = _first(said)
    if block.words.mark:
        paragraph.add_run(f"{block.words.mark} ")
    _words(paragraph, block.words)


def _picture(paragraph: Set, picture: Picture, paint: Paint, wide: float) -> None:
    shape = paragraph.add_run().add_picture(io.BytesIO(paint(picture, SHARP * wide / WIDE)), width=Cm(wide))
    shape._inline.docPr.set("descr", picture.alt)


def _first(cell: _Cell) -> Set:
    paragraph: Set = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
    return paragraph


def _whole(row: Any) -> None:
    """Keep a row on one page."""
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _foot(document: Document, text: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{text} · sheet ").font.size = Pt(9)
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    run = paragraph.add_run("1")
    run.font.size = Pt(9)
    number.append(run._r)
    paragraph._p.append(number)
