"""Sets a handout as a page of HTML to print: headings, lists, tables with heads, rooms to write and draw, pictures."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from macros.packs.documents import ALONE, SHARP, SYMBOL, Paint
from macros.packs.pictures import size_of
from macros.views.handouts import BOX, Block, Frame, Handout, Heading, Lines, Pictured
from macros.views.slides import Grid, Paragraph, Picture, Run

LANGUAGE = "en-GB"
WIDE = 17.8  # centimetres between the margins


def whole_page(title: str, foot: str, kind: str, content: str) -> str:
    """Give a page that needs no other file.

    Args:
        title: its title.
        foot: what stands at the foot of each sheet.
        kind: how it is set, in the words of the style sheet.
        content: what it holds, as HTML.
    """
    return (
        f'<!DOCTYPE html><html lang="{LANGUAGE}"><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
        f'<body class="{kind}" data-foot="{escape(foot)}">{content}</body></html>'
    )


def paper_of(handout: Handout, paint: Paint, foot: str) -> str:
    """Give a handout as a page.

    Args:
        handout: what it holds.
        paint: gives a picture as a PNG, by how wide it is as a part of a page.
        foot: what stands at the foot of each sheet.
    """
    parts = [f"<h1>{escape(handout.title)}</h1>"]
    for part in _parts(handout.blocks):
        written = "".join(_blocks(part, paint))
        below = isinstance(part[0], Heading) and part[0].level > 1
        parts.append(f'<div class="part">{written}</div>' if below else written)
    return whole_page(handout.title, foot, handout.name, "".join(parts))


def picture(png: bytes, alt: str, wide: float) -> str:
    """Show a picture; what only decorates is none for those who do not see it.

    Args:
        png: the picture.
        alt: what it shows; "" where it only decorates.
        wide: how wide it is, in centimetres.
    """
    source = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    if alt:
        return f'<img src="{source}" alt="{escape(alt)}" style="width: {wide:.2f}cm">'
    across, down = size_of(png)
    size = f"width: {wide:.2f}cm; height: {wide * down / across:.2f}cm"
    return f'<span class="drawn" style="{size}; background-image: url({source})"></span>'


def _parts(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Cut a handout before each heading."""
    part: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and part:
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _blocks(blocks: Iterable[Block], paint: Paint) -> Iterator[str]:
    for listed, group in groupby(blocks, _list_of):
        if listed:
            yield _list(listed, list(group), paint)
        else:
            yield from (_block(block, paint) for block in group)


def _list_of(block: Block) -> str:
    """Name the list to which a block belongs: its neighbours with the same name stand in one."""
    words = block.words if isinstance(block, Pictured) else block
    if not isinstance(words, Paragraph) or not words.mark:
        return ""
    return {"•": "points", BOX: "choices"}.get(words.mark, "steps")


def _list(kind: str, blocks: Sequence[Block], paint: Paint) -> str:
    items = []
    for block in blocks:
        words = block.words if isinstance(block, Pictured) else block
        assert isinstance(words, Paragraph)
        shown = _shown(block.picture, paint, SYMBOL) if isinstance(block, Pictured) else ""
        number = f""" style="list-style-type: '{words.mark}\u2002'\"""" if kind == "steps" else ""
        box = '<span class="box"></span>' if kind == "choices" else ""
        items.append(f"<li{number}>{box}{shown}{_runs(words.runs)}</li>")
    name = "ol" if kind == "steps" else "ul"
    return f'<{name} class="{kind}">{"".join(items)}</{name}>'


def _block(block: Block, paint: Paint) -> str:
    match block:
        case Heading():
            return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
        case Paragraph():
            return f"<p>{_runs(block.runs)}</p>"
        case Grid():
            return _table(block) if all(run.bold for cell in block.rows[0] for run in cell.runs) else _pairs(block)
        case Lines():
            return lines(block.count)
        case Frame():
            return '<div class="frame"></div>'
        case Pictured(shown, None):
            return f"<p>{_shown(shown, paint, ALONE)}</p>"
        case Pictured(shown, words):
            assert words is not None
            return f'<p class="beside">{_shown(shown, paint, SYMBOL)}{_runs(words.runs)}</p>'


def lines(count: int) -> str:
    """Give lines to write on."""
    return '<div class="line"></div>' * count


def _table(grid: Grid) -> str:
    """Set a table: its first row names the columns, and each first cell its row."""
    head, *rows = grid.rows
    heads = "".join(f'<th scope="col">{_runs(cell.runs)}</th>' if cell.text else "<td></td>" for cell in head)
    body = "".join(f'<tr><th scope="row">{_runs(row[0].runs)}</th>{"".join(_cells(row[1:]))}</tr>' for row in rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _cells(cells: Sequence[Paragraph]) -> Iterator[str]:
    for cell in cells:
        ticked = '<span class="box"></span>' if cell.text == BOX else _runs(cell.runs)
        yield f"<td{' class=tick' if cell.text == BOX else ''}>{ticked}</td>"


def _pairs(grid: Grid) -> str:
    """Set what is to be joined by lines: no table, as what stands beside each other does not belong together."""
    left, right = ([row[place] for row in grid.rows] for place in (0, -1))
    sides = (f"<ul>{''.join(f'<li>{_runs(cell.runs)}</li>' for cell in side)}</ul>" for side in (left, right))
    return f'<div class="pairs">{"".join(sides)}</div>'


def _shown(shown: Picture, paint: Paint, wide: float) -> str:
    return picture(paint(shown, SHARP * wide / WIDE), shown.alt, wide)


def _runs(runs: Sequence[Run]) -> str:
    said = []
    for run in runs:
        text = escape(run.text).replace("\n", "<br>")
        text = _ticks(text)
        text = f"<em>{text}</em>" if run.italic else text
        said.append(f"<strong>{text}</strong>" if run.bold else text)
    return "".join(said)


def _ticks(text: str) -> str:
    """Draw the boxes to tick: not every letter of the system has that sign."""
    return text.replace(BOX, '<span class="box"></span>')
