"""A sheet has its cells where they belong, the same for the same words, and holds texts and no formula."""

from __future__ import annotations

import io
import time
import zipfile

import openpyxl
import pytest

from macros.exports.sheets import workbook
from tests.exports.hostile import HOSTILE
from tests.exports.reading import cells

TEXTS = [" ".join(text.split()).replace("\x02", "").replace("\x03", "") for text in HOSTILE]


def test_a_sheet_has_its_cells_where_they_belong() -> None:
    assert cells(workbook([("a", None, 7), (), (None, "a", "", "b")])) == {"A1": "a", "C1": 7, "B3": "a", "D3": "b"}


@pytest.mark.parametrize("text", [*TEXTS, "https://www.example.org", "007", "1/2"])
def test_every_text_comes_back_from_a_sheet_as_a_text(text: str) -> None:
    assert cells(workbook([(text, text), ("b", text)])) == {"A1": text, "B1": text, "A2": "b", "B2": text}


@pytest.mark.parametrize(("text", "marked"), [("=1+1", True), ("+1", True), ("-1", True), ("@a", True), ("a=1", False)])
def test_what_a_program_would_take_for_a_formula_is_marked_as_a_text(text: str, marked: bool) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([(text,)]))).worksheets[0]
    assert sheet["A1"].quotePrefix == marked
    assert sheet["A1"].number_format == ("@" if marked else "General")
    assert sheet["A1"].data_type == "s"


def test_an_address_is_no_link() -> None:
    assert openpyxl.load_workbook(io.BytesIO(workbook([("https://a.org",)]))).worksheets[0]["A1"].hyperlink is None


def test_a_sheet_tells_neither_time_nor_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    today = workbook([("a", 1), (None, "b")])
    with zipfile.ZipFile(io.BytesIO(today)) as archive:
        assert {(info.date_time, info.create_system) for info in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}
    later = time.localtime(time.time() + 400 * 24 * 60 * 60)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    monkeypatch.setattr(time, "time", lambda: time.mktime(later))
    assert workbook([("a", 1), (None, "b")]) == today
