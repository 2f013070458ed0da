"""A handout is a document that Microsoft's validator takes, and that mammoth reads whole."""

from __future__ import annotations

import io
import struct
import zlib

import html5lib
import mammoth
import pytest

from macros.packs.documents import write_handout
from macros.views.handouts import Block, Frame, Handout, Heading, Lines, Pictured
from macros.views.slides import Grid, Paragraph, Picture, runs_of
from tests.exports.hostile import HOSTILE
from tests.exports.readers import office_faults


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


# One grey point.
PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\x00\x80"))
    + chunk(b"IEND", b"")
)


def words(text: str, mark: str = "") -> Paragraph:
    return Paragraph(runs_of(text), mark)


EVERY_KIND: tuple[Block, ...] = (
    Heading("Part one", 1),
    words("Some **bold** and *slanted* words."),
    words("an item", "•"),
    words("numbered", "2."),
    words("a choice", "☐"),
    words("another", "☐"),
    Heading("Below", 2),
    Grid(((words("Head"), words("Why")), (words("a | b"), words("because")))),
    Lines(2),
    Frame(),
    Pictured(Picture("symbols/key", "A key.")),
    Pictured(Picture("symbols/key", ""), words("beside it", "☐")),
)


def made(*blocks: Block, title: str = "A title", size: int = 12) -> bytes:
    return write_handout(Handout("worksheet", title, blocks, size), lambda _picture, _part: PNG, "The foot")


def read(document: bytes) -> str:
    shown = mammoth.convert_to_html(io.BytesIO(document), style_map="p[style-name='Title'] => h1.title:fresh")
    assert not shown.messages, shown.messages
    return str(shown.value)


def test_every_kind_of_block_comes_back() -> None:
    tree = html5lib.parseFragment(read(made(*EVERY_KIND)), namespaceHTMLElements=False)
    said = [" ".join("".join(one.itertext()).split()) for one in tree if one.tag != "table"]
    assert [text for text in said if text] == [
        "A title", "Part one", "Some bold and slanted words.", "an item", "2. numbered", "☐ a choice", "☐ another",
        "Below",
    ]  # fmt: skip
    assert ["".join(one.itertext()) for one in tree.iter("strong")] == ["bold"]
    assert ["".join(one.itertext()) for one in tree.iter("em")] == ["slanted"]
    assert [one.tag for one in tree if one.tag.startswith("h")] == ["h1", "h1", "h2"]
    cells = [["".join(cell.itertext()) for cell in row.iter("td")] for row in tree.iter("tr")]
    assert cells == [["Head", "Why"], ["a | b", "because"], [""], [""], [""], ["", "☐ beside it"]]
    assert [picture.attrib.get("alt", "") for picture in tree.iter("img")] == ["A key.", ""]


@pytest.mark.parametrize("size", [12, 24])
def test_microsofts_validator_finds_nothing(size: int) -> None:
    assert office_faults({"one.docx": made(*EVERY_KIND, size=size)}) == {"one.docx": []}


def test_hostile_words_come_back_as_they_are() -> None:
    texts = [" ".join(text.split()).replace("\x02", "").replace("\x03", "") for text in HOSTILE]
    plain = [Paragraph(runs_of(text.replace("*", "").replace("`", "").replace("\\", ""))) for text in texts]
    document = made(*plain, title="=1+1 <b> & {{ 7 }}")
    tree = html5lib.parseFragment(read(document), namespaceHTMLElements=False)
    assert ["".join(one.itertext()) for one in tree] == ["=1+1 <b> & {{ 7 }}", *(one.text for one in plain)]
    assert office_faults({"one.docx": document}) == {"one.docx": []}


def test_the_same_handout_gives_the_same_bytes() -> None:
    assert made(*EVERY_KIND) == made(*EVERY_KIND)
