"""Judges the PDFs of `packs/` (make paper): PDF/UA-1 by two judges, their sheets, and that each run gives the same."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from macros.__main__ import print_papers
from macros.content.carried import FOLDER, papers_wanted
from macros.content.loader import read_library
from macros.packs.paper import whole_page
from macros.packs.printing import print_page
from tests.paper.judges import by_page_validation, by_verapdf

A4 = (595, 842)  # points
HEAVIEST = 500_000  # bytes of one PDF
SHEETS = {"poster": 1, "leaflet": 2}  # the pages of what must not go on over to another
# Pages with a slip, and what each judge says of it: one that takes everything says nothing.
SLIPS = {
    "<h1>A title</h1><h3>A level is left out</h3>": ("HEADING-NESTING", "7.4.2-1"),
    "<h1>A title</h1><ul><li>One</li><table><tr><td>No item</td></tr></table></ul>": ("L-KIDS", "7.2-19"),
}


def unseen(folder: Path) -> Iterator[str]:
    """Name each slip that a judge does not see.

    Args:
        folder: where the pages with slips are put.
    """
    for number, (content, rules) in enumerate(SLIPS.items(), start=1):
        file = folder / f"slip-{number}.pdf"
        file.write_bytes(print_page(whole_page("A title", "", "slip", content), ""))
        for judge, rule in zip((by_page_validation, by_verapdf), rules, strict=True):
            broken = judge([file])[file.name]
            if not any(rule in one for one in broken):
                yield f"{judge.__name__} does not see what breaks {rule}: {broken}"


def faults_of(file: Path) -> Iterator[str]:
    """Name what is wrong with a PDF beside the rules of PDF/UA-1."""
    document = pypdfium2.PdfDocument(file)
    if not document.get_metadata_dict().get("Title"):
        yield "it has no title"
    if file.stat().st_size > HEAVIEST:
        yield f"it has {file.stat().st_size:,} bytes: at most {HEAVIEST:,}"
    wanted = next((count for name, count in SHEETS.items() if file.name.startswith(name)), len(document))
    if len(document) != wanted:
        yield f"it has {len(document)} pages, and not {wanted}"
    for number, sheet in enumerate(document, start=1):
        if sorted(map(round, sheet.get_size())) != list(A4):
            yield f"page {number} is not A4"
        if not sheet.get_textpage().get_text_bounded().strip():
            yield f"page {number} is empty"


def main() -> int:
    """Judge them all; give 0 when nothing is wrong."""
    began = time.monotonic()
    root = Path.cwd()
    files = sorted((root / FOLDER).glob("*.pdf"))
    found = [f"{name}: is not there" for name in sorted(papers_wanted(root) - {file.name for file in files})]
    for file in files:
        found.extend(f"{file.name}: {fault}" for fault in faults_of(file))
    for judge in (by_page_validation, by_verapdf):
        found.extend(f"{name}: {judge.__name__} {rule}" for name, broken in judge(files).items() for rule in broken)
    with tempfile.TemporaryDirectory() as folder:
        found.extend(unseen(Path(folder)))
        print_papers(read_library(root), Path(folder) / "again", [])
        for file in files:
            again = Path(folder) / "again" / file.name
            if not again.exists() or again.read_bytes() != file.read_bytes():
                found.append(f"{file.name}: made again, it is not the same")
    for one in found:
        print(one)
    sheets = sum(len(pypdfium2.PdfDocument(file)) for file in files)
    size = sum(file.stat().st_size for file in files) / 1e6
    judged = f"{len(files)} PDFs, {sheets} pages, {size:.1f} MB, judged in {time.monotonic() - began:.0f} s"
    print(f"{judged}: {f'{len(found)} faults.' if found else 'all are PDF/UA-1 by page-validation and by veraPDF.'}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
