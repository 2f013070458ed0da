"""Gives the site the school's own colours."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.design.contrast import apply_brand_colours
from macros.design.tokens import colour_sheet
from macros.models.colours import SiteColours
from macros.models.school import School
from macros.source import read_text

TOKENS = "assets/stylesheets/tokens.css"


@dataclass(frozen=True)
class Branding:
    """What the site wears.

    Attributes:
        tokens: the style sheet of colours, the school's own among them, measures and letters.
        paper: the colour of a light page.
        dark_paper: the colour of a dark page.
        colours: the site's, with the school's own in them.
    """

    tokens: str
    paper: str
    dark_paper: str
    colours: SiteColours


def branding(root: Path, school: School, colours: SiteColours) -> Branding:
    """Give the site the school's colours.

    Args:
        root: the project's folder.
        school: the school, checked.
        colours: the site's own, checked.

    Raises:
        ContentError: the style sheet of measures and letters cannot be read.
    """
    given = school.colours.given() if school.colours else {}
    worn = apply_brand_colours(colours, given)
    sheet = colour_sheet(worn) + read_text(root, f"docs/{TOKENS}")
    return Branding(sheet, colours.light["paper"], {**colours.light, **colours.dark}["paper"], worn)
