"""Sheets (.xlsx) by XlsxWriter. A text is always a text, never a formula, a link or a number."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter

from macros.exports.zips import without_times

RISKY = ("=", "+", "-", "@")  # a program would read a formula where a text begins so
WRITTEN = datetime(1980, 1, 1)  # always the same, so that the same words give the same bytes

Cell = str | int | None


def workbook(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Write a workbook of one sheet.

    Args:
        rows: the cells from A1 on; None leaves one empty.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": WRITTEN})
    # Marked as a text also for when a person changes the cell: the program would then read a formula.
    marked = book.add_format({"num_format": "@", "quote_prefix": True})
    sheet = book.add_worksheet("Sheet1")
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if isinstance(value, int):
                sheet.write_number(row, column, value)
            elif value:
                sheet.write_string(row, column, value, marked if value.startswith(RISKY) else None)
    book.close()
    return without_times(stream.getvalue())
