"""A Word document is read with the numbers that Word counts, which are nowhere in its words."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from macros.takeover.paragraphs import read_paragraphs


def test_headings_bullets_tables_and_bold_lines_are_known(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Policy", 0)
    document.add_heading("Aims", 1)
    document.add_paragraph("We keep children safe.", style="List Bullet")
    document.add_paragraph("At home too.", style="List Bullet 2")
    document.add_paragraph().add_run("Who helps").bold = True
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Lead", "Mrs Patel"
    document.save(str(tmp_path / "policy.docx"))
    found = read_paragraphs(tmp_path / "policy.docx")
    assert [(one.text, one.mark, one.heading, one.indent > 0) for one in found[:5]] == [
        ("Policy", "", 1, False),
        ("Aims", "", 1, False),
        ("We keep children safe.", "•", 0, False),
        ("At home too.", "•", 0, True),
        ("Who helps", "", 2, False),
    ]
    assert found[5].cells == ("Lead", "Mrs Patel")


def test_numbers_are_counted_as_word_counts_them(tmp_path: Path) -> None:
    document = Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate([("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")])
    )
    kind = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    numbering.insert(0, kind)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="88"><w:abstractNumId w:val="77"/></w:num>'))
    for words, level in (("Aims", 0), ("One.", 1), ("Two.", 1), ("part", 2), ("Duties", 0), ("Three.", 1)):
        properties = document.add_paragraph(words)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="88"/></w:numPr>')
        )
    document.save(str(tmp_path / "policy.docx"))
    assert [(one.mark, one.text) for one in read_paragraphs(tmp_path / "policy.docx")] == [
        ("1", "Aims"),
        ("1.1", "One."),
        ("1.2", "Two."),
        ("a", "part"),
        ("2", "Duties"),
        ("2.1", "Three."),
    ]
