"""Reads the paragraphs of a Word document, with the numbers that Word counts by itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table

from macros.takeover.paragraphs import TAB, Paragraph, numbered, paragraphs_of, tidy

HEADING = re.compile(r"heading (?P<level>\d)")
LONGEST_BOLD = 12  # words: a paragraph in bold that is no longer is a heading
SMALL = "abcdefghijklmnopqrstuvwxyz"


def word_paragraphs(file: Path) -> Iterator[Paragraph]:
    """Give the paragraphs of a document, and the rows of its tables, in order.

    Args:
        file: the document.

    Raises:
        KeyError: it is a zip, and no document.
        ValueError: the same, of another kind, or it is no zip.
    """
    try:
        document = Document(str(file))
    except PackageNotFoundError as error:
        raise ValueError(file.name) from error
    numbers = _Numbers(document)
    for place, block in enumerate(document.iter_inner_content(), start=1):
        if isinstance(block, Table):
            for row in block.rows:
                cells = tuple(dict.fromkeys(tidy(cell.text) for cell in row.cells if cell.text.strip()))
                if cells:
                    yield Paragraph(place, tidy(" ".join(cells)), cells=cells if len(cells) > 1 else ())
        elif block.text.strip():
            yield _paragraph(block, place, numbers)


def _paragraph(block: Any, place: int, numbers: _Numbers) -> Paragraph:
    style = (block.style.name or "").lower() if block.style is not None else ""
    found = HEADING.match(style)
    level = int(found["level"]) if found else 1 if style == "title" else 0
    words = tidy(block.text)
    if not level and block.runs and all(run.bold for run in block.runs if run.text.strip()):
        level = 2 if len(words.split()) <= LONGEST_BOLD and words[-1] not in ".:;," else 0
    # “List Bullet 2” says how deep it stands by its name alone.
    by_name = int(style[-1]) - 1 if style.startswith("list") and style[-1].isdecimal() else 0
    counted = numbers.of(block)
    if counted:
        mark, depth = counted
        return Paragraph(place, words, mark, max(depth, by_name) * TAB, level)
    if style.startswith("list"):
        return Paragraph(place, words, "•", by_name * TAB)
    if level:
        mark, words = numbered(words)
        return Paragraph(place, words, mark, heading=level)
    typed = next(paragraphs_of(block.text.replace("\n", " ")))
    return replace(typed, line=place)


class _Numbers:
    """Counts the paragraphs of Word's own lists, as Word does."""

    def __init__(self, document: Any) -> None:
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0] * 9)
        self.lists: dict[str, dict[int, tuple[str, str]]] = {}
        part = next(
            (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")), None
        )
        if part is None:
            return
        root = part.element
        kinds = {}
        for kind in root.iter(qn("w:abstractNum")):
            levels = {}
            for level in kind.iter(qn("w:lvl")):
                form, text = level.find(qn("w:numFmt")), level.find(qn("w:lvlText"))
                levels[int(level.get(qn("w:ilvl")))] = (
                    form.get(qn("w:val")) if form is not None else "bullet",
                    text.get(qn("w:val")) if text is not None else "",
                )
            kinds[kind.get(qn("w:abstractNumId"))] = levels
        for num in root.iter(qn("w:num")):
            of = num.find(qn("w:abstractNumId"))
            self.lists[num.get(qn("w:numId"))] = kinds.get(of.get(qn("w:val")), {})

    def of(self, block: Any) -> tuple[str, int] | None:
        """Give a paragraph's mark and how deep it stands; None where it is in no list."""
        found = self._place(block)
        if not found:
            return None
        name, depth = found
        form, text = self.lists[name].get(depth, ("bullet", ""))
        if form == "bullet":
            return "•", depth
        counts = self.counts[name]
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (8 - depth)

        def shown(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            return _written(counts[level], self.lists[name].get(level, (form, ""))[0])

        return re.sub(r"%(\d)", shown, text).strip(" .)("), depth

    def _place(self, block: Any) -> tuple[str, int] | None:
        """Find the list of a paragraph: its own, or that of its style."""
        properties = block._p.pPr
        number = properties.numPr if properties is not None else None
        style = block.style
        while number is None and style is not None:
            own = style.element.pPr
            number = own.numPr if own is not None else None
            style = style.base_style
        if number is None or number.numId is None:
            return None
        name = str(number.numId.val)
        return (name, number.ilvl.val if number.ilvl is not None else 0) if name in self.lists else None


def _written(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and 1 <= count <= len(SMALL):
        letter = SMALL[count - 1]
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 1 <= count <= 12:
        roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")[count - 1]
        return roman.upper() if form == "upperRoman" else roman
    return str(count)
