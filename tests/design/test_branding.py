"""The school's own colours and crest: put on the site where they can be seen, and refused where not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros.content.library import Library
from macros.design.branding import branding
from macros.models.school import School
from tests.models.telling import made

Change = Callable[[str, str, str], int]
SCHOOL = "name: A School\nshort_name: A\nwebsite: https://a.sch.uk\nsafeguarding:\n  named_in_policy: B\n"
TOKENS = "docs/assets/stylesheets/tokens.css"
CREST = "docs/assets/images/crest.png"


def test_a_school_that_gives_nothing_is_dressed_as_the_colours_are_written(root: Path, library: Library) -> None:
    worn = branding(root, made(School, SCHOOL), library.colours)
    assert worn.colours == library.colours
    assert worn.tokens.endswith((root / TOKENS).read_text(encoding="utf-8"))
    assert f"--school-paper: {worn.paper};" in worn.tokens
    assert f"--school-paper: {worn.dark_paper};" in worn.tokens
    assert worn.paper != worn.dark_paper


def test_the_schools_colours_are_in_what_is_worn(root: Path, library: Library) -> None:
    worn = branding(root, made(School, SCHOOL + 'colours: {accent: "#7A1F3D"}\n'), library.colours)
    assert "--school-accent: #7a1f3d;" in worn.tokens
