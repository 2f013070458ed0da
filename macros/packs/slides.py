"""Sets a deck: slides in Office's format (.pptx), the same bytes for the same lesson.

All measures are inches on a slide of 13⅓ by 7½; sizes of letters are points.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from macros.exports.zips import zipped
from macros.packs.fitting import (
    CELL,
    GAP,
    Overfull,
    block_height,
    columns_of,
    fitted,
    groups_of,
    row_heights,
    words_of,
)
from macros.packs.letters import BETWEEN, CARE, LEADING, POINTS, height_of, indent_of, lines_of, width_of
from macros.packs.pictures import size_of
from macros.views.conversations import Line
from macros.views.slides import Deck, Grid, Paragraph, Picture, Row, Run, Slide

WIDE, HIGH = 13.333, 7.5
EDGE = 0.5
INSIDE = WIDE - 2 * EDGE
TOP, BOTTOM = 1.4, 6.95  # where what is under the title begins and ends
ROOM = BOTTOM - TOP
LEFT_WIDE = 6.3  # a picture, chat or screen beside words
RIGHT_AT = EDGE + LEFT_WIDE + 0.35
PAD = 0.14  # between a frame and its words
SPACE = 0.14  # between frames
READ = MappingProxyType({True: (40, 36, 32, 28, 26, 24), False: (32, 28, 26, 24, 22, 20)})  # by whether they look
SMALL = (24, 22, 20, 18)  # of choices, reasons, and a chat: more at once
ROWS = (32, 28, 26, *SMALL)
TITLES = ((32, 1), (28, 2), (24, 2), (20, 3))  # a size, and how many lines of it there is room for
LARGE = 3.6  # a symbol with few words beside it
CARDS = (32, 28, *SMALL)
BESIDE = 0.52  # how much of the width what is to be matched takes, where it stands beside
NAMES = 0.75  # how large a name in a chat is beside the words
ROUND = 0.15  # of the corners of a frame
STRETCH = 0.45  # how much a row may grow where there is room
FONT = "Arial"
LANGUAGE = "en-GB"
# The site's colours (docs/_data/colours.yml) as a theme: text, paper, its soft form and accents.
COLOURS = MappingProxyType(
    {
        "dk1": "22303C",
        "lt1": "FFFFFF",
        "dk2": "14506A",
        "lt2": "FDF8EF",
        "accent1": "1F5F74",
        "accent2": "B8642B",
        "accent3": "F4EAD8",
        "accent4": "8A7F70",
        "accent5": "D9E8EC",
        "accent6": "4F7A4B",
        "hlink": "14506A",
        "folHlink": "14506A",
    }
)
ACCENT, SOFT, LINE, PALE = (
    MSO_THEME_COLOR.ACCENT_1,
    MSO_THEME_COLOR.ACCENT_3,
    MSO_THEME_COLOR.ACCENT_4,
    MSO_THEME_COLOR.ACCENT_5,
)
PAPER = MSO_THEME_COLOR.BACKGROUND_1
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
DECORATIVE = (
    f'<a:extLst xmlns:a="{DRAWING}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
NUMBER = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="{drawing}">'
    '<p:nvSpPr><p:cNvPr id="{id}" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/>'
    '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
    '<a:rPr lang="en-GB"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:rPr>'
    "<a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>"
)

Paint = Callable[[Picture, float], bytes]


class OverfullError(Exception):
    """Slides that cannot hold their words.

    Attributes:
        found: for each, its title and what is too long.
    """

    def __init__(self, found: Sequence[tuple[str, Overfull]]) -> None:
        self.found = tuple(found)
        super().__init__("; ".join(f"{title}: {one.text}" for title, one in found))


@dataclass(frozen=True)
class Box:
    """A place on a slide."""

    left: float
    top: float
    width: float
    height: float


def write_deck(deck: Deck, paint: Paint) -> bytes:
    """Write the slides of a lesson.

    Args:
        deck: the slides.
        paint: gives a picture as PNG; the second value is its width as a part of that of a picture of the story.

    Returns:
        The bytes of a .pptx file; the same for the same deck and pictures.

    Raises:
        OverfullError: something does not fit on a slide.
    """
    book = _Book(deck, paint)
    overfull = []
    for slide in deck.slides:
        try:
            book.add(slide)
        except Overfull as error:
            overfull.append((slide.title, error))
    if overfull:
        raise OverfullError(overfull)
    return book.saved()


class _Book:
    def __init__(self, deck: Deck, paint: Paint) -> None:
        self.deck = deck
        self.paint = paint
        self.file = Presentation()
        self.file.slide_width, self.file.slide_height = Inches(WIDE), Inches(HIGH)
        self.layout = _prepared(self.file)
        self.going: list[tuple[Any, str]] = []
        self.begun_as: dict[str, Any] = {}
        properties = self.file.core_properties
        properties.title, properties.subject = deck.title, deck.summary
        properties.author = properties.last_modified_by = ""
        properties.language = LANGUAGE
        for name in ("created", "modified"):
            for found in properties._element.findall(f"{{http://purl.org/dc/terms/}}{name}"):
                properties._element.remove(found)

    def add(self, slide: Slide) -> None:
        """Add a slide, or some where its words go on.

        Raises:
            Overfull: something does not fit.
        """
        pages = {
            "opening": self.opening,
            "caption": self.caption,
            "beside": self.beside,
            "rows": self.rows,
            "cards": self.cards,
        }[slide.layout](slide)
        for number, page in enumerate(pages, start=1):
            title = slide.title if len(pages) == 1 else f"{slide.title} – {number} of {len(pages)}"
            page(self.begun(slide, title))

    def begun(self, slide: Slide, title: str) -> _Sheet:
        """Begin a slide: its title, its notes and its number."""
        sheet = _Sheet(self.file.slides.add_slide(self.layout), self.paint)
        self.begun_as.setdefault(slide.title, sheet.slide)
        quiet = slide.layout == "caption"
        box = Box(EDGE, 0.12, INSIDE, 0.55) if quiet else Box(EDGE, 0.3, INSIDE, 1.0)
        sizes = ((22, 1), (18, 1)) if quiet else TITLES
        run = Run(title, bold=True)
        size = next((size for size, room in sizes if lines_of([run], size, INSIDE) <= room), None)
        if slide.layout == "opening":
            box, size = Box(EDGE + 5, 1.3, INSIDE - 5, 2.2), 44
        if size is None:
            size, room = sizes[-1]
            raise Overfull(title, lines_of([run], size, INSIDE) - room, room)
        sheet.title(box, Paragraph((run,)), size)
        _write(sheet.slide.notes_slide.notes_text_frame, slide.notes, None)
        return sheet

    def opening(self, slide: Slide) -> list[Callable[[_Sheet], None]]:
        box = Box(EDGE + 5, 3.7, INSIDE - 5, 2.8)
        size, _ = fitted(
            slide.words, (28, 24, 20), box.height, lambda b, s: block_height(b, s, box.width), words_of, whole=True
        )

        def page(sheet: _Sheet) -> None:
            if slide.picture:
                sheet.picture(slide.picture, Box(EDGE, 1.2, 4.6, 4.8), 0.5)
            sheet.blocks(slide.words, box, size)

        return [page]

    def caption(self, slide: Slide) -> list[Callable[[_Sheet], None]]:
        box = Box(EDGE + 0.9, 6.3, INSIDE - 1.8, 1.1)
        size, pages = fitted(
            slide.words, (36, 32, 28, 24), box.height, lambda b, s: block_height(b, s, box.width), words_of
        )

        def made(words: Sequence[Paragraph | Grid]) -> Callable[[_Sheet], None]:
            def page(sheet: _Sheet) -> None:
                assert slide.picture is not None
                sheet.picture(slide.picture, Box(EDGE, 0.72, INSIDE, 5.5), 1)
                sheet.blocks(words, box, size, centred=True)

            return page

        return [made(words) for words in pages]

    def beside(self, slide: Slide) -> list[Callable[[_Sheet], None]]:
        symbol = slide.picture is not None and slide.picture.name.startswith("symbols/")
        sizes = READ[self.deck.young]
        large, wide = True, LEFT_WIDE
        if symbol:
            large = block_height(slide.words, sizes[1], INSIDE - LARGE - 0.35) <= ROOM
            wide = LARGE if large else 2.0
        elif not slide.picture and not slide.panel:
            large, wide = False, 0.0
        elif not slide.words:
            wide = 8.6
        elif slide.picture and slide.picture.name.startswith("cast/"):
            wide = 2.6 if any(isinstance(block, Grid) for block in slide.words) else 4.6
        at = EDGE + (wide + 0.35 if wide else 0)
        box = Box(at, TOP, WIDE - EDGE - at, ROOM)
        size, pages = fitted(slide.words, sizes, ROOM, lambda b, s: block_height(b, s, box.width), words_of)
        left = Box(EDGE if slide.words else (WIDE - wide) / 2, TOP, wide, ROOM)
        chat_size, chats = fitted(
            slide.chat, SMALL, ROOM - 0.7, lambda lines, s: _chat_height(lines, s, wide), lambda line: line.words
        )

        def made(words: Sequence[Paragraph | Grid], chat: Sequence[Line]) -> Callable[[_Sheet], None]:
            def page(sheet: _Sheet) -> None:
                if slide.screen:
                    sheet.screen(slide, left)
                elif slide.panel:
                    sheet.chat(slide.panel, chat, left, chat_size)
                elif slide.picture:
                    part = 1.0 if slide.picture.name.startswith("story/") else 0.45
                    sheet.picture(slide.picture, left if large else replace(left, height=wide), part)
                sheet.blocks(words, box, size, middle=large)

            return page

        longest = max(len(pages), len(chats))
        return [
            made(pages[min(number, len(pages) - 1)], chats[min(number, len(chats) - 1)]) for number in range(longest)
        ]

    def rows(self, slide: Slide) -> list[Callable[[_Sheet], None]]:
        at = EDGE + (3.4 if slide.picture else 0)
        width = WIDE - EDGE - at
        beside = _beside(slide.bank)
        wide = width * (1 - BESIDE) - SPACE if beside else width
        bank = 0.0 if beside else _bank_height(slide.bank, width)
        above = block_height(slide.words, 24, width) + GAP if slide.words else 0.0
        room = ROOM - above - (bank + SPACE if bank else 0)

        def high(rows: Sequence[Row], size: float) -> float:
            rows_high = sum(_row_height(row, size, wide) for row in rows) + SPACE * (len(rows) - 1)
            if not beside:
                return rows_high
            others = sum(_row_height(row, size, width * BESIDE) for row in slide.bank)
            return max(rows_high, others + SPACE * (len(slide.bank) - 1))

        sizes = ROWS if slide.whole else ROWS[:-1]
        size, pages = fitted(
            slide.rows, sizes, room, high, lambda row: (row.text or row.head)[0].text, whole=slide.whole
        )

        def made(rows: Sequence[Row]) -> Callable[[_Sheet], None]:
            def page(sheet: _Sheet) -> None:
                if slide.picture:
                    sheet.picture(slide.picture, Box(EDGE, TOP, 3.0, ROOM), 0.45)
                sheet.blocks(slide.words, Box(at, TOP, width, above), 24)
                self.column(sheet, rows, Box(at, TOP + above, wide, room), size)
                if beside:
                    self.column(sheet, slide.bank, Box(at + wide + SPACE, TOP, width * BESIDE, room), size)
                else:
                    sheet.bank(slide.bank, Box(at, BOTTOM - bank, width, bank))

            return page

        return [made(rows) for rows in pages]

    def column(self, sheet: _Sheet, rows: Sequence[Row], box: Box, size: float) -> None:
        heights = [_row_height(row, size, box.width) for row in rows]
        spare = max(0.0, box.height - sum(heights) - SPACE * (len(rows) - 1))
        more = min(STRETCH, spare / len(rows))
        top = box.top
        for row, high in zip(rows, heights, strict=True):
            shape = sheet.row(row, Box(box.left, top, box.width, high + more), size)
            if row.goes:
                self.going.append((shape, row.goes))
            top += high + more + SPACE

    def cards(self, slide: Slide) -> list[Callable[[_Sheet], None]]:
        lines = 1 if len(slide.rows) <= 4 else 2
        across = -(-len(slide.rows) // lines)
        above = block_height(slide.words, 28, INSIDE) + GAP if slide.words else 0
        bank = _bank_height(slide.bank, INSIDE)
        room = ROOM - above - (bank + SPACE if bank else 0)
        wide = min((INSIDE - SPACE * (across - 1)) / across, 4.6)
        high = (room - SPACE * (lines - 1)) / lines
        shown, size = self.card_size(slide.rows, wide, high)

        def page(sheet: _Sheet) -> None:
            sheet.blocks(slide.words, Box(EDGE, TOP, INSIDE, above), 28)
            for number, row in enumerate(slide.rows):
                line, place = divmod(number, across)
                here = min(across, len(slide.rows) - line * across)
                begin = (WIDE - here * wide - (here - 1) * SPACE) / 2
                box = Box(begin + place * (wide + SPACE), TOP + above + line * (high + SPACE), wide, high)
                sheet.card(row, box, shown, size)
            sheet.bank(slide.bank, Box(EDGE, BOTTOM - bank, INSIDE, bank))

        return [page]

    def card_size(self, rows: Sequence[Row], wide: float, high: float) -> tuple[float, float]:
        """Give how high the pictures of cards are, and the size of their words: large pictures, if the words allow it.

        Raises:
            Overfull: the words of a card have too many lines beside the smallest picture.
        """
        inside = wide - 2 * PAD
        for share in (0.64, 0.5, 0.4, 0.3):
            shown = min(high * share, inside, 3.4)
            room = high - shown - 3 * PAD
            try:
                size = min(
                    fitted(row.head, CARDS, room, lambda b, s: height_of(b, s, inside), words_of, whole=True)[0]
                    for row in rows
                )
            except Overfull:
                if share == 0.3:
                    raise
                continue
            if size >= 24 or share == 0.3:
                break
        return shown, size

    def saved(self) -> bytes:
        """Give the file, with its links between slides: always in the same order, and always of the same day."""
        for shape, title in self.going:
            shape.click_action.target_slide = self.begun_as[title]
        written = io.BytesIO()
        self.file.save(written)
        with zipfile.ZipFile(written) as parts:
            return zipped({name: parts.read(name) for name in parts.namelist()})


class _Sheet:
    """One slide, and what is put on it, in the order in which it is read."""

    def __init__(self, slide: Any, paint: Paint) -> None:
        self.slide = slide
        self.paint = paint

    def title(self, box: Box, words: Paragraph, size: float) -> None:
        shape = self.slide.shapes.title
        _place(shape, box)
        _write(shape.text_frame, [words], size, colour=ACCENT)
        tree = self.slide.shapes._spTree
        number = NUMBER.format(drawing=DRAWING, id=1000, number=self.slide.slide_id - 255)
        tree.append(etree.fromstring(number))

    def picture(self, picture: Picture, box: Box, part: float) -> None:
        png = self.paint(picture, part)
        wide, high = size_of(png)
        scale = min(box.width / wide, box.height / high)
        width, height = wide * scale, high * scale
        shape = self._before_number(
            self.slide.shapes.add_picture(
                io.BytesIO(png),
                Inches(box.left + (box.width - width) / 2),
                Inches(box.top + (box.height - height) / 2),
                Inches(width),
                Inches(height),
            )
        )
        named = shape._element.nvPicPr.cNvPr
        named.set("name", "Picture")
        named.set("descr", picture.alt)
        if not picture.alt:
            named.append(etree.fromstring(DECORATIVE))

    def blocks(
        self,
        blocks: Sequence[Paragraph | Grid],
        box: Box,
        size: float,
        *,
        centred: bool = False,
        middle: bool = False,
    ) -> None:
        top = box.top
        if middle:
            top += max(0.0, (box.height - block_height(blocks, size, box.width)) / 2)
        for group in groups_of(blocks):
            if isinstance(group, Grid):
                high = sum(row_heights(group, size, box.width))
                self.table(group, Box(box.left, top, box.width, high), size)
            else:
                high = height_of(group, size, box.width)
                shape = self._before_number(self.slide.shapes.add_textbox(0, 0, 0, 0))
                _place(shape, Box(box.left, top, box.width, high))
                _write(shape.text_frame, group, size, centred=centred)
            top += high + GAP

    def table(self, grid: Grid, box: Box, size: float, *, head: bool = True) -> None:
        shape = self._before_number(
            self.slide.shapes.add_table(
                len(grid.rows),
                len(grid.rows[0]),
                Inches(box.left),
                Inches(box.top),
                Inches(box.width),
                Inches(box.height),
            )
        )
        table = shape.table
        table.first_row = head
        for column, width in zip(table.columns, columns_of(grid, box.width), strict=True):
            column.width = Inches(width)
        heights = row_heights(grid, size, box.width)
        for number, (line, cells, height) in enumerate(zip(table.rows, grid.rows, heights, strict=True)):
            line.height = Inches(height)
            for cell, words in zip(line.cells, cells, strict=True):
                cell.margin_left = cell.margin_right = Inches(CELL)
                cell.margin_top = cell.margin_bottom = Inches(CELL / 2)
                _write(cell.text_frame, [words], size, colour=PAPER if head and not number else None)

    def frame(self, box: Box, *, fill: object = PAPER, thick: float = 1.5, line: object = LINE) -> Any:
        shape = self._before_number(self.slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, 0, 0, 0, 0))
        _place(shape, box)
        shape.adjustments[0] = min(0.5, ROUND / min(box.width, box.height))
        shape.fill.solid()
        shape.fill.fore_color.theme_color = fill
        shape.line.color.theme_color = line
        shape.line.width = Pt(thick)
        shape.shadow.inherit = False
        return shape

    def letter(self, letter: str, box: Box) -> None:
        shape = self._before_number(self.slide.shapes.add_shape(MSO_SHAPE.OVAL, 0, 0, 0, 0))
        _place(shape, box)
        shape.fill.solid()
        shape.fill.fore_color.theme_color = ACCENT
        shape.line.fill.background()
        shape.shadow.inherit = False
        frame = shape.text_frame
        _write(frame, [Paragraph((Run(letter, bold=True),))], 22, centred=True, colour=PAPER)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE

    def row(self, row: Row, box: Box, size: float) -> Any:
        shape = self.frame(box, thick=4 if row.good else 1.5, line=ACCENT if row.good else LINE)
        left, right = _sides(row)
        _write(shape.text_frame, _row_words(row), size, inset=(left, PAD, right, PAD))
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        at = box.left + PAD
        if row.letter:
            self.letter(row.letter, Box(at, box.top + (box.height - 0.5) / 2, 0.5, 0.5))
            at += 0.62
        if row.picture:
            side = min(0.8, box.height - 0.1)
            self.picture(row.picture, Box(at, box.top + (box.height - side) / 2, 0.8, side), 0.25)
        if row.good:
            tick = Picture("symbols/tick", "")
            self.picture(tick, Box(box.left + box.width - 0.85, box.top + (box.height - 0.7) / 2, 0.7, 0.7), 0.2)
        return shape

    def card(self, row: Row, box: Box, shown: float, size: float) -> None:
        shape = self.frame(box)
        _write(shape.text_frame, row.head, size, centred=True, inset=(PAD, shown + 2 * PAD, PAD, PAD))
        if row.picture:
            self.picture(row.picture, Box(box.left + PAD, box.top + PAD, box.width - 2 * PAD, shown), 0.35)
        if row.letter:
            self.letter(row.letter, Box(box.left + 0.08, box.top + 0.08, 0.5, 0.5))

    def bank(self, bank: Sequence[Row], box: Box) -> None:
        if not bank:
            return
        wide = (box.width - SPACE * (len(bank) - 1)) / len(bank)
        for number, row in enumerate(bank):
            here = Box(box.left + number * (wide + SPACE), box.top, wide, box.height)
            shape = self.frame(here, fill=PALE)
            left = 0.95 if row.picture else PAD
            _write(shape.text_frame, row.head, 20, centred=not row.picture, inset=(left, PAD / 2, PAD, PAD / 2))
            shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
            if row.picture:
                self.picture(row.picture, Box(here.left + PAD, here.top + (here.height - 0.7) / 2, 0.7, 0.7), 0.25)

    def chat(self, name: str, lines: Sequence[Line], box: Box, size: float) -> None:
        self.panel(name, box, 0.7 + _chat_height(lines, size, box.width))
        top = box.top + 0.7
        for line in lines:
            wide, high = _bubble_size(line, size, box.width)
            if line.kind == "notice":
                shape = self._before_number(self.slide.shapes.add_textbox(0, 0, 0, 0))
                _place(shape, Box(box.left + PAD, top, box.width - 2 * PAD, high))
                _write(shape.text_frame, _bubble_words(line), size, centred=True)
            else:
                left = box.left + box.width - wide - 0.2 if line.own else box.left + 0.2
                shape = self.frame(
                    Box(left, top, wide, high),
                    fill=PALE if line.own else SOFT,
                    thick=1,
                    line=ACCENT if line.own else LINE,
                )
                first = size * NAMES if line.when else None
                _write(shape.text_frame, _bubble_words(line), size, inset=(PAD, 0.06, PAD, 0.06), first=first)
            top += high + 0.1

    def screen(self, slide: Slide, box: Box) -> None:
        rows = tuple(
            (
                Paragraph((Run(row.label, bold=True),)),
                Paragraph((Run(row.value or "…………"),)),
            )
            for row in slide.screen
        )
        grid = Grid(rows)
        width = box.width - 0.4
        size, _ = fitted(
            [grid], SMALL, box.height - 0.9, lambda g, s: sum(row_heights(g[0], s, width)), words_of, whole=True
        )
        high = sum(row_heights(grid, size, width))
        self.panel(slide.panel, box, 0.9 + high)
        self.table(grid, Box(box.left + 0.2, box.top + 0.7, width, high), size, head=False)

    def panel(self, name: str, box: Box, height: float) -> None:
        shape = self.frame(replace(box, height=height))
        _write(shape.text_frame, [Paragraph((Run(name, bold=True),))], 20, inset=(0.2, 0.14, 0.2, 0), colour=ACCENT)
        shape.text_frame.vertical_anchor = MSO_ANCHOR.TOP

    def _before_number(self, shape: Any) -> Any:
        """Let a shape be read before the number of the slide."""
        tree = self.slide.shapes._spTree
        element = shape._element
        tree.remove(element)
        tree.insert(len(tree) - 1, element)
        return shape


def _sides(row: Row) -> tuple[float, float]:
    """Give the room that a row keeps left and right of its words."""
    left = PAD + (0.62 if row.letter else 0) + (0.95 if row.picture else 0)
    return left, 1.0 if row.good else PAD


def _row_words(row: Row) -> list[Paragraph]:
    bold = [replace(one, runs=tuple(replace(run, bold=True) for run in one.runs)) for one in row.head]
    if not row.text:
        return list(row.head)
    first, *others = row.text
    if row.verdict:
        ends = "" if row.verdict.endswith((".", "!", "?")) else "."
        first = replace(first, runs=(Run(f"{row.verdict}{ends} ", bold=True), *first.runs))
    return [*bold, first, *others]


def _row_height(row: Row, size: float, width: float) -> float:
    left, right = _sides(row)
    high = height_of(_row_words(row), size, width - left - right) + 2 * PAD
    return max(high, 0.62)


def _beside(bank: Sequence[Row]) -> bool:
    """Tell whether what can be chosen is too long to stand in a line below."""
    return max((len(one.text) for row in bank for one in row.head), default=0) > 30


def _bank_height(bank: Sequence[Row], width: float) -> float:
    if not bank:
        return 0.0
    wide = (width - SPACE * (len(bank) - 1)) / len(bank)
    return max(
        max(height_of(row.head, 20, wide - (0.95 + PAD if row.picture else 2 * PAD)) + PAD, 0.9 if row.picture else 0.6)
        for row in bank
    )


def _bubble_words(line: Line) -> list[Paragraph]:
    if line.kind == "notice":
        return [Paragraph((Run(line.words, italic=True),))]
    if line.kind == "typing":
        return [Paragraph((Run(f"{line.who} is typing…", italic=True),))]
    name = Run(", ".join(filter(None, (line.who, line.when))), bold=True)
    return [Paragraph((name,)), Paragraph((Run(line.words, italic=line.kind == "sticker"),))]


def _bubble_size(line: Line, size: float, width: float) -> tuple[float, float]:
    """Give how wide and high a line of a chat is: no wider than its words."""
    most = (width - 0.4) * (1 if line.kind == "notice" else 0.86)
    words = _bubble_words(line)
    sizes = [size * NAMES if number < len(words) - 1 else size for number in range(len(words))]
    needed = max(
        sum(width_of(run.text, letters, bold=run.bold) for run in one.runs)
        for one, letters in zip(words, sizes, strict=True)
    )
    wide = most if line.kind == "notice" else min(most, needed / CARE + 2 * PAD + 0.3)
    high = sum(lines_of(one.runs, letters, wide - 2 * PAD) * letters for one, letters in zip(words, sizes, strict=True))
    return wide, (high * LEADING + BETWEEN * size * (len(words) - 1)) / POINTS + 0.12


def _chat_height(lines: Sequence[Line], size: float, width: float) -> float:
    return sum(_bubble_size(line, size, width)[1] + 0.1 for line in lines) + 0.1


def _place(shape: Any, box: Box) -> None:
    shape.left, shape.top = Inches(box.left), Inches(box.top)
    shape.width, shape.height = Inches(box.width), Inches(box.height)


def _write(
    frame: Any,
    words: Sequence[Paragraph],
    size: float | None,
    *,
    centred: bool = False,
    inset: tuple[float, float, float, float] | None = None,
    colour: object = None,
    first: float | None = None,
) -> None:
    """Write paragraphs into a frame, in British English; the first in letters of another size, if it says so."""
    if size is not None:
        frame.word_wrap = True
        left, top, right, bottom = inset or (0, 0, 0, 0)
        if hasattr(frame, "margin_left"):
            frame.margin_left, frame.margin_top = Inches(left), Inches(top)
            frame.margin_right, frame.margin_bottom = Inches(right), Inches(bottom)
    for number, one in enumerate(words):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if size is not None:
            paragraph.alignment = PP_ALIGN.CENTER if centred else PP_ALIGN.LEFT
            paragraph.space_before = Pt(round(BETWEEN * size) if number else 0)
            paragraph.space_after = Pt(0)
            if one.mark:
                _marked(paragraph, one.mark, size)
        elif one.mark:
            paragraph.add_run().text = f"{one.mark} "
        for run in one.runs:
            piece = paragraph.add_run()
            piece.text = run.text
            piece.font.bold = run.bold or None
            piece.font.italic = run.italic or None
            if size is not None:
                piece.font.size = Pt(size if number or first is None else first)
                piece.font.color.theme_color = MSO_THEME_COLOR.TEXT_1 if colour is None else colour
        for piece in paragraph.runs:
            piece._r.get_or_add_rPr().set("lang", LANGUAGE)


def _marked(paragraph: Any, mark: str, size: float) -> None:
    """Make a paragraph an item of a list, as Office numbers it."""
    properties = paragraph._p.get_or_add_pPr()
    indent = Inches(indent_of(size))
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    if mark == "•":
        etree.SubElement(properties, qn("a:buChar")).set("char", mark)
    else:
        number = etree.SubElement(properties, qn("a:buAutoNum"))
        number.set("type", "arabicPeriod")
        if mark != "1.":
            number.set("startAt", mark.rstrip("."))


def _prepared(file: Any) -> Any:
    """Make python-pptx's own template ours: one layout, the site's colours, Arial, British English."""
    master = file.slide_master
    kept = next(layout for layout in file.slide_layouts if layout.name == "Title Only")
    for layout in list(file.slide_layouts):
        if layout is not kept:
            file.slide_layouts.remove(layout)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    tree = etree.fromstring(theme.blob)
    for name, value in COLOURS.items():
        slot = tree.find(f".//{{{DRAWING}}}clrScheme/{{{DRAWING}}}{name}")
        slot.clear()
        etree.SubElement(slot, f"{{{DRAWING}}}srgbClr").set("val", value)
    for font in tree.iterfind(f".//{{{DRAWING}}}fontScheme//{{{DRAWING}}}latin"):
        font.set("typeface", FONT)
    theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    fill = master.background.fill
    fill.solid()
    fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    boxes = {"TITLE": Box(EDGE, 0.3, INSIDE, 1.0), "BODY": Box(EDGE, TOP, INSIDE, ROOM)}
    for shapes in (master.placeholders, kept.placeholders):
        for shape in list(shapes):
            kind = shape.placeholder_format.type.name
            if kind in boxes:
                _place(shape, boxes[kind])
            elif kind == "SLIDE_NUMBER":
                _place(shape, Box(WIDE - 1.4, HIGH - 0.42, 0.9, 0.3))
            else:
                shape._element.getparent().remove(shape._element)
    for part in (master, kept, file.slides):
        for found in part._element.iter(f"{{{DRAWING}}}rPr", f"{{{DRAWING}}}defRPr", f"{{{DRAWING}}}endParaRPr"):
            if found.get("lang"):
                found.set("lang", LANGUAGE)
    package = file.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            package._rels.pop(key)
    for key, relation in list(file.part.rels.items()):
        if relation.reltype.endswith("/printerSettings"):
            file.part.rels.pop(key)
    return kept
