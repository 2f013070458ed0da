"""Checks that a school's own colours can be read, and that its crest is there and light."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.design.contrast import contrast_errors, schemes_of
from macros.models.colours import SiteColours
from macros.models.school import School
from macros.problems import Problem
from macros.source import Document

# Many pages show the crest, and each of them is to be light.
LARGEST_CREST = 40 * 1024  # bytes
PNG = b"\x89PNG\r\n\x1a\n"


def check_branding(
    root: Path, document: Document, school: School, given: tuple[Document, SiteColours]
) -> list[Problem]:
    """Check that the school's colours can be read, and that its crest is there and light.

    Args:
        root: the project's folder.
        document: school.yml, with the places of its values.
        school: what it says.
        given: the site's own colours, with the places of their values.

    Returns:
        Every problem.
    """
    problems = [document.problem(said, ("crest",)) for said in _wrong_with_crest(root, school.crest)]
    colours_document, colours = given
    try:
        schemes = schemes_of(colours)
    except ValueError as error:
        return [*problems, colours_document.problem(str(error), ("light",))]
    chosen = school.colours.given() if school.colours else {}
    return problems + [document.problem(said, ("colours", name)) for name, said in contrast_errors(chosen, schemes)]


def _wrong_with_crest(root: Path, crest: str | None) -> Iterator[str]:
    if not crest:
        return
    file = root / crest
    if not file.is_file():
        yield f"There is no picture “{crest}”. Put it there, or mend its name."
        return
    content = file.read_bytes()
    if not (content.startswith(PNG) if crest.endswith(".png") else b"<svg" in content):
        yield f"“{crest}” is not a picture of the kind that its name says. Save it again as SVG or PNG."
    if len(content) > LARGEST_CREST:
        yield (
            f"The crest is {len(content) // 1024} kB, and many pages show it: at most {LARGEST_CREST // 1024} kB. "
            "Save it smaller: 144 dots high is enough."
        )
