"""The files are whole packages of the standard, the same for the same words, and hold texts and no formula."""

from __future__ import annotations

import io
import posixpath
import zipfile
from xml.etree import ElementTree

import openpyxl
import pytest

from macros.exports.ooxml import document, workbook
from tests.exports.hostile import HOSTILE
from tests.exports.sheets import cells, paragraphs

# ECMA-376, part 2: what a package's list of types and its lists of links are written in.
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
PACKAGES = [workbook([("a", 1), (None, "b")]), document(["a", "", "b"])]


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_sheet_has_its_cells_where_they_belong() -> None:
    assert cells(workbook([("a", None, 7), (), (None, "a", "", "b")])) == {"A1": "a", "C1": 7, "B3": "a", "D3": "b"}


@pytest.mark.parametrize("text", [" ".join(text.split()).replace("\x02", "").replace("\x03", "") for text in HOSTILE])
def test_every_text_comes_back_from_a_sheet_as_a_text(text: str) -> None:
    assert cells(workbook([(text, text), ("b", text)])) == {"A1": text, "B1": text, "A2": "b", "B2": text}


@pytest.mark.parametrize(("text", "marked"), [("=1+1", True), ("+1", True), ("-1", True), ("@a", True), ("a=1", False)])
def test_what_a_program_would_take_for_a_formula_is_marked_as_a_text(text: str, marked: bool) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([(text,)]))).worksheets[0]
    assert sheet["A1"].quotePrefix == marked
    assert sheet["A1"].number_format == ("@" if marked else "General")
    assert sheet["A1"].data_type == "s"


@pytest.mark.parametrize("text", [" ".join(text.split()).replace("\x02", "").replace("\x03", "") for text in HOSTILE])
def test_every_text_comes_back_from_a_document(text: str) -> None:
    assert paragraphs(document([text, "", "b"])) == [text, "", "b"]


@pytest.mark.parametrize("package", PACKAGES, ids=["sheet", "document"])
def test_every_part_has_a_type_and_every_link_leads_to_a_part(package: bytes) -> None:
    inside = parts(package)
    types = ElementTree.fromstring(inside["[Content_Types].xml"])
    endings = {each.attrib["Extension"] for each in types.findall(f"{TYPES}Default")}
    named = {each.attrib["PartName"].lstrip("/") for each in types.findall(f"{TYPES}Override")}
    assert named <= set(inside)
    reached = set()
    for path, xml in inside.items():
        assert path == "[Content_Types].xml" or path.rpartition(".")[2] in endings
        assert xml.startswith(b"<?xml")
        if path.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(path))
            for link in ElementTree.fromstring(xml).findall(f"{LINKS}Relationship"):
                reached.add(posixpath.join(folder, link.attrib["Target"]))
    assert reached == named


@pytest.mark.parametrize("package", PACKAGES, ids=["sheet", "document"])
def test_a_package_tells_neither_time_nor_machine_and_is_not_compressed(package: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert info.create_system == 0
            assert info.compress_type == zipfile.ZIP_STORED


def test_the_same_words_give_the_same_bytes() -> None:
    assert [workbook([("a", 1), (None, "b")]), document(["a", "", "b"])] == PACKAGES
