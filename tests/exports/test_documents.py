"""A document is in our letters and in British English, has its title, and is the same on every day."""

from __future__ import annotations

import io
import time
import zipfile
from xml.etree import ElementTree

import pytest

from macros.exports.documents import begun, written
from tests.exports.hostile import HOSTILE
from tests.exports.reading import paragraphs

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CORE = "{http://purl.org/dc/elements/1.1/}"
TEXTS = [" ".join(text.split()).replace("\x02", "").replace("\x03", "") for text in HOSTILE]


def made(*texts: str) -> bytes:
    document = begun("A title")
    for text in texts:
        document.add_paragraph(text)
    return written(document)


def part(package: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return ElementTree.fromstring(archive.read(name))


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_comes_back_from_a_document(text: str) -> None:
    assert paragraphs(made(text, "", "b")) == [text, "", "b"]


def test_a_document_has_its_title_and_no_other_name() -> None:
    core = part(made("a"), "docProps/core.xml")
    assert core.findtext(f"{CORE}title") == "A title"
    assert core.findtext(f"{CORE}language") == "en-GB"
    assert not core.findtext(f"{CORE}creator")


def test_a_title_of_any_length_is_taken() -> None:
    core = part(written(begun("long " * 100)), "docProps/core.xml")
    assert len(core.findtext(f"{CORE}title") or "") == 255


def test_all_styles_are_in_our_letters_and_british() -> None:
    styles = part(made("a"), "word/styles.xml")
    fonts = [dict(each.attrib) for each in styles.iter(f"{WORDS}rFonts")]
    assert fonts == [{f"{WORDS}{kind}": "Andika" for kind in ("ascii", "hAnsi", "cs", "eastAsia")}]
    assert {each.attrib[f"{WORDS}val"] for each in styles.iter(f"{WORDS}lang")} == {"en-GB"}
    names = {each.attrib[f"{WORDS}val"] for each in styles.iter(f"{WORDS}name")}
    assert {"Title", "heading 1", "heading 2", "List Bullet", "Table Grid"} < names


def test_a_page_is_a4() -> None:
    size = next(part(made("a"), "word/document.xml").iter(f"{WORDS}pgSz"))
    assert (size.attrib[f"{WORDS}w"], size.attrib[f"{WORDS}h"]) == ("11906", "16838")


def test_a_document_does_not_carry_its_makers_whole_template() -> None:
    assert len(made("a")) < 12_000


def test_a_document_tells_neither_time_nor_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    today = made("a", "b")
    with zipfile.ZipFile(io.BytesIO(today)) as archive:
        assert {(info.date_time, info.create_system) for info in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}
    later = time.localtime(time.time() + 400 * 24 * 60 * 60)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    monkeypatch.setattr(time, "time", lambda: time.mktime(later))
    assert made("a", "b") == today
