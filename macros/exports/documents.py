"""Documents (.docx) by python-docx: from an empty page in our letters to the bytes of the file."""

from __future__ import annotations

import io
from datetime import datetime
from types import MappingProxyType

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from macros.exports.zips import without_times

LETTERS = "Andika"  # the learners' letters on the site; where a machine lacks them, it takes others without serifs
INK = RGBColor(0x22, 0x30, 0x3C)
ACCENT = RGBColor(0x14, 0x50, 0x6A)
WRITTEN = datetime(2000, 1, 1)  # always the same, so that the same words give the same bytes
LONGEST_TITLE = 255  # of a property; what stands on the page has no such end
# What a document of ours is written in: for each style its size, the space before and after it, all in points.
STYLES = MappingProxyType(
    {"Title": (22, 0, 8), "Heading 1": (16, 14, 6), "Heading 2": (13, 12, 4), "Normal": (12, 0, 6)}
)
BULLETS = "List Bullet"
TABLE = "Table Grid"
KEPT = frozenset({*STYLES, BULLETS, TABLE, "Normal Table", "No List", "Default Paragraph Font"})
# What python-docx's own template brings and a document does not need: a picture of an empty page, and older styles.
NEEDLESS = ("/thumbnail", "/customXml", "/stylesWithEffects", "/webSettings")
FONTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:font w:name="{LETTERS}"><w:altName w:val="Arial"/><w:family w:val="swiss"/></w:font></w:fonts>'
)


def begun(title: str) -> Document:
    """Begin a document: A4, our letters, British English, and its title as a property.

    Args:
        title: what it is called.
    """
    document = docx.Document(io.BytesIO(TEMPLATE))
    document.core_properties.title = title[:LONGEST_TITLE]
    return document


def written(document: Document) -> bytes:
    """Give the bytes of a document, the same on every day."""
    stream = io.BytesIO()
    document.save(stream)
    return without_times(stream.getvalue())


def _template() -> bytes:
    """Make python-docx's own template ours: a tenth of its size, which every quiz would carry."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    core = document.core_properties
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.created = core.modified = WRITTEN
    core.language = "en-GB"
    styles = document.styles
    for style in list(styles):
        if style.name not in KEPT:
            style.delete()
    for name, (size, before, after) in STYLES.items():
        style = styles[name]
        assert isinstance(style, ParagraphStyle)
        heads = name != "Normal"
        style.font.size, style.font.bold = Pt(size), heads
        style.font.color.rgb = ACCENT if heads else INK
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = heads
    everything = styles.element
    everything.remove(everything.find(qn("w:latentStyles")))
    for part in list(everything.iter(qn("w:link"), qn("w:pBdr"), qn("w:rsid"), qn("w:rFonts"))):
        if part.getparent().getparent().tag != qn("w:rPrDefault"):
            part.getparent().remove(part)
    for fonts in everything.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), LETTERS)
    for language in everything.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for links in (document.part.rels, document.part.package.rels):
        for identity in [link.rId for link in links.values() if link.reltype.endswith(NEEDLESS)]:
            links.pop(identity)
    for link in document.part.rels.values():
        if link.reltype.endswith("/fontTable"):
            link.target_part._blob = FONTS.encode()
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


TEMPLATE = _template()  # made once: every document begins with it
