"""Makes the contact sheet: every picture on one page, by page and by look."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from tests.look.pages import Look

STYLE = """
body { font: 1rem/1.4 system-ui, sans-serif; margin: 1rem; background: #f4f4f2; color: #1b1b1b; }
nav a { margin-right: .8rem; }
section { border-top: 3px solid #555; margin-top: 2rem; }
.row { display: flex; gap: 1rem; align-items: flex-start; overflow-x: auto; padding-bottom: .5rem; }
figure { margin: 0; flex: none; }
figure a { display: block; max-height: 30rem; overflow: hidden; border: 1px solid #999; background: #fff; }
img { display: block; height: auto; }
figcaption { font-size: .85rem; }
"""
SHOWN = {360: 180, 768: 260, 1280: 360, 1920: 460}  # how wide a picture of each width is on the sheet
PAPER = 220


def sheet(looks: tuple[Look, ...], taken: Mapping[str, list[tuple[str, str]]], missed: Mapping[str, str]) -> str:
    """Write the contact sheet.

    Args:
        looks: the pages, in their order.
        taken: for each page's name, its pictures: the row they belong to, and the file.
        missed: for each page that could not be taken, why.
    """
    lines = [
        '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>How it looks</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{STYLE}</style><h1>How it looks</h1><nav>",
        *(f'<a href="#{look.name}">{escape(look.title)}</a>' for look in looks),
        "</nav>",
    ]
    for look in looks:
        lines.append(f'<section id="{look.name}"><h2>{escape(look.title)}</h2><p>{escape(look.path)}</p>')
        if look.name in missed:
            lines.append(f"<p><strong>Not taken:</strong> {escape(missed[look.name])}</p>")
        pictures = taken.get(look.name, [])
        for row in dict.fromkeys(row for row, _ in pictures):
            lines.append(f'<h3>{escape(row)}</h3><div class="row">')
            lines += [_figure(file) for of, file in pictures if of == row]
            lines.append("</div>")
        lines.append("</section>")
    return "\n".join(lines) + "\n"


def _figure(file: str) -> str:
    what = file.rsplit(".", 1)[0].rsplit("-", 1)[1]
    width = SHOWN.get(int(what) if what.isdigit() else 0, PAPER)
    picture = f'<a href="{file}"><img src="{file}" width="{width}" loading="lazy" alt="{escape(file)}"></a>'
    return f"<figure>{picture}<figcaption>{escape(what)}</figcaption></figure>"
