"""Dresses the site in the school's own colours and crest, and refuses what readers could not see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.models.school import School
from macros.palette import Schemes, put_in, read_schemes, unreadable
from macros.problems import ContentError, Problem
from macros.source import Document, read_text

TOKENS = "assets/stylesheets/tokens.css"

# Many pages show the crest, and each of them is to be light.
LARGEST_CREST = 40 * 1024  # bytes
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Dress:
    """What the site wears.

    Attributes:
        tokens: the style sheet of the colours, with the school's own in it.
        paper: the colour of a light page.
        dark_paper: the colour of a dark page.
    """

    tokens: str
    paper: str
    dark_paper: str


def dress(root: Path, school: School) -> Dress:
    """Give the site the school's colours.

    Args:
        root: the project's folder.
        school: the school, checked.
    """
    css = read_text(root, f"docs/{TOKENS}")
    schemes = read_schemes(css)
    given = school.colours.given() if school.colours else {}
    return Dress(put_in(css, given), schemes.light["paper"], schemes.dark["paper"])


def check_dress(root: Path, document: Document, school: School) -> list[Problem]:
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
    return problems + [document.problem(said, ("colours", name)) for name, said in unreadable(given, schemes)]


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
