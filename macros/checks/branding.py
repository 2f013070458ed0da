"""Checks that a school's own colours can be read, and that its crest is there and light."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.design.branding import TOKENS
from macros.design.contrast import Schemes, contrast_errors, read_schemes
from macros.models.school import School
from macros.problems import ContentError, Problem
from macros.source import Document, read_text

# Many pages show the crest, and each of them is to be light.
LARGEST_CREST = 40 * 1024  # bytes
PNG = b"\x89PNG\r\n\x1a\n"


def check_branding(root: Path, document: Document, school: School) -> list[Problem]:
    """Check that the school's colours can be read, and that its crest is there and light.

    Args:
        root: the project's folder.
        document: school.yml, with the places of its values.
        school: what it says.

    Returns:
        Every problem.
    """
    problems = [document.problem(said, ("crest",)) for said in _wrong_with_crest(root, school.crest)]
    try:
        schemes = _schemes(root)
    except ContentError as error:
        return [*problems, *error.problems]
    given = school.colours.given() if school.colours else {}
    return problems + [document.problem(said, ("colours", name)) for name, said in contrast_errors(given, schemes)]


def _schemes(root: Path) -> Schemes:
    path = f"docs/{TOKENS}"
    try:
        return read_schemes(read_text(root, path))
    except ValueError as error:
        raise ContentError([Problem(path, 1, 1, str(error))]) from None


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
