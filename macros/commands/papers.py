"""Writes PDFs that can be read aloud: the policy, the agreement, the leaflet, the posters and each lesson's papers.

What has not changed is left alone.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from macros.commands.packs import FONTS, WIDTH, Drawings, code, entries_of, handouts, painted
from macros.content.carried import digest_of, read_record, sources_of, write_record
from macros.content.library import Library
from macros.packs.paper import paper_of
from macros.packs.paper_pages import NoWordsError, paper_page
from macros.packs.pictures import FAMILY, Painter
from macros.packs.printing import NoPrinterError, UnfitError, ask_for_printer, print_page, read_html
from macros.problems import ContentError, Problem
from macros.views import addresses
from macros.views.handouts import Pictured
from macros.views.papers import OF_LESSON, paper_of_lesson, papers_of_pages

LEFT_OUT = "Left out: the policy, agreement, leaflet, posters, plans, worksheets and keys as PDFs. {}"
STYLE = Path(__file__).parents[1] / "packs" / "paper.css"


class NoPapersError(Exception):
    """No PDF can be made on this machine; it says what is left out, why, and what to install."""


def write_papers(
    library: Library, out: Path, page_of: Callable[[str], str], wanted: Sequence[str] = ()
) -> tuple[int, int]:
    """Write the PDFs.

    Args:
        library: all content.
        out: the folder in which they are put.
        page_of: gives a page of the site, by its address.
        wanted: the ids of lessons, of which alone they are written; without any, all.

    Returns:
        How many were written, and how many had not changed.

    Raises:
        NoPapersError: WeasyPrint is not here, or does not find what it needs.
        NoLessonError: no lesson has one of these ids.
        ContentError: a picture has no alternative text, or a PDF would break its own rules.
    """
    try:
        printer = ask_for_printer()
    except NoPrinterError as error:
        raise NoPapersError(LEFT_OUT.format(error)) from None
    writing = _Writing(library, out, code(Path(__file__)) + printer.encode())
    if not wanted:
        for paper in papers_of_pages(phase.id for phase in library.phases):
            place = f"docs/{addresses.source(paper.address)}"
            try:
                tree = read_html(page_of(paper.address))
                site = library.school.site_root
                html = paper_page(tree, paper, library.school.name, site, writing.painter.paint)
            except NoWordsError as error:
                writing.problems.append(Problem(place, 1, 1, f'{error} Write what it shows: alt="…".'))
            else:
                writing.write(paper.file, html.encode(), partial(str, html), place)
    for entry in entries_of(library, wanted):
        svgs = Drawings(library, entry)
        paint = partial(painted, writing.painter, svgs)
        for handout in handouts(library, entry):
            if handout.name in OF_LESSON:
                pictures = [svgs[block.picture] for block in handout.blocks if isinstance(block, Pictured)]
                made_from = repr((handout, pictures, library.school.name)).encode()
                html_of = partial(paper_of, handout, paint, f"{library.school.name} · {handout.title}")
                writing.write(paper_of_lesson(entry.id, handout.name), made_from, html_of, entry.lesson_path)
    write_record(out, writing.record)
    if writing.problems:
        raise ContentError(writing.problems)
    return writing.written, writing.kept


def letters(fonts: Path) -> str:
    """Give the site's letters for beginning readers as rules of a style sheet, the files in them."""
    rules = []
    for file in sorted(fonts.glob("*.woff2")):
        content = base64.b64encode(file.read_bytes()).decode()
        weight = file.stem.rpartition("-")[2]
        source = f"url(data:font/woff2;base64,{content})"
        rules.append(f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; src: {source}; }}\n')
    return "".join(rules)


class _Writing:
    """The PDFs of one run.

    Args:
        library: all content.
        out: the folder in which they are put.
        same: what is the same for all.
    """

    def __init__(self, library: Library, out: Path, same: bytes) -> None:
        out.mkdir(parents=True, exist_ok=True)
        self.out = out
        self.same = same
        self.style = letters(library.root / FONTS) + STYLE.read_text(encoding="utf-8")
        self.painter = Painter(library.root / FONTS, WIDTH)
        self.record = read_record(out)
        self.sources = sources_of(library)
        self.problems: list[Problem] = []
        self.written = self.kept = 0

    def write(self, file: str, made_from: bytes, html_of: Callable[[], str], place: str) -> None:
        """Write a PDF, or leave it alone.

        Args:
            file: its name.
            made_from: all that it is made from.
            html_of: gives its page.
            place: the file of its words, to tell what is wrong.
        """
        key = hashlib.sha256(self.same + self.style.encode() + made_from).hexdigest()
        made = self.record.get(file, {})
        target = self.out / file
        if made.get("from") == key and made.get(target.suffix) == digest_of(target):
            self.kept += 1
        else:
            try:
                target.write_bytes(print_page(html_of(), self.style))
            except UnfitError as error:
                self.problems.append(Problem(place, 1, 1, f"{file} would break the rules of its kind: {error}."))
                return
            self.written += 1
        self.record[file] = {"from": key, "sources": self.sources[file], target.suffix: digest_of(target)}
