"""Gives the site the school's own colours."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.design.contrast import apply_brand_colours, read_schemes
from macros.models.school import School
from macros.source import read_text

TOKENS = "assets/stylesheets/tokens.css"


@dataclass(frozen=True)
class Branding:
    """What the site wears.

    Attributes:
        tokens: the style sheet of the colours, with the school's own in it.
        paper: the colour of a light page.
        dark_paper: the colour of a dark page.
    """

    tokens: str
    paper: str
    dark_paper: str


def branding(root: Path, school: School) -> Branding:
    """Give the site the school's colours.

    Args:
        root: the project's folder.
        school: the school, checked.

    Raises:
        ContentError: the style sheet of the colours cannot be read.
        ValueError: a colour is missing in it.
    """
    css = read_text(root, f"docs/{TOKENS}")
    schemes = read_schemes(css)
    given = school.colours.given() if school.colours else {}
    return Branding(apply_brand_colours(css, given), schemes.light["paper"], schemes.dark["paper"])
