"""The school's own colours and crest: put on the site where they can be seen, and refused where not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.checks.branding import LARGEST_CREST, PNG, check_branding
from macros.models.colours import SiteColours
from macros.models.school import School
from macros.source import parse_yaml
from tests.models.telling import made

Change = Callable[[str, str, str], int]
SCHOOL = "name: A School\nshort_name: A\nwebsite: https://a.sch.uk\nsafeguarding:\n  named_in_policy: B\n"
COLOURS = "docs/_data/colours.yml"
CREST = "docs/assets/images/crest.png"


def told(root: Path, text: str) -> list[str]:
    """Give what is said of a school's dress."""
    school = made(School, SCHOOL + text)
    written = (root / COLOURS).read_text(encoding="utf-8")
    colours = parse_yaml(written, COLOURS), made(SiteColours, written)
    document = parse_yaml(SCHOOL + text, "school.yml")
    return [str(problem) for problem in check_branding(root, document, school, colours)]


def with_crest(root: Path, content: bytes, path: str = CREST) -> list[str]:
    (root / path).write_bytes(content)
    return told(root, f"crest: {path}\ncrest_alt: An oak\n")


def test_a_colour_that_fails_is_told_in_its_place(root: Path) -> None:
    (said,) = told(root, 'colours:\n  accent: "#7a1f3d"\n  years_1_2: "#102010"\n')
    assert said.startswith("school.yml:8:14: Words on “years_1_2” (#102010) have a contrast of ")


def test_every_colour_that_fails_is_told(root: Path) -> None:
    assert len(told(root, 'colours: {accent: "#ffee00", accent_dark: "#000000", early_years: "#000080"}\n')) == 3


def test_a_colour_that_is_lost_is_told_and_not_a_traceback(project: Path, change: Change) -> None:
    for _ in ("light", "dark", "calm"):
        change(COLOURS, "\n  focus:", "\n  picture-focus:")
    (said,) = told(project, "")
    assert said.startswith(f"{COLOURS}:")
    assert said.endswith(": The colour “focus” is missing here. Put this file back as it was.")


def test_a_crest_that_is_there_is_taken(project: Path) -> None:
    assert with_crest(project, PNG + b"rest") == []
    svg = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'
    assert with_crest(project, svg, "docs/assets/images/crest.svg") == []


def test_a_crest_that_is_not_there_is_told(root: Path) -> None:
    assert told(root, "crest: docs/assets/images/none.svg\ncrest_alt: An oak\n") == [
        "school.yml:6:8: There is no picture “docs/assets/images/none.svg”. Put it there, or mend its name."
    ]


@pytest.mark.parametrize(
    ("path", "content"), [(CREST, b"\xff\xd8\xff\xe0JFIF"), ("docs/assets/images/crest.svg", PNG), (CREST, b"")]
)
def test_a_crest_of_another_kind_than_its_name_says_is_told(project: Path, path: str, content: bytes) -> None:
    assert with_crest(project, content, path) == [
        f"school.yml:6:8: “{path}” is not a picture of the kind that its name says. Save it again as SVG or PNG."
    ]


def test_a_crest_that_makes_every_page_heavy_is_told(project: Path) -> None:
    assert with_crest(project, PNG + bytes(LARGEST_CREST - len(PNG))) == []
    assert with_crest(project, PNG + bytes(90 * 1024)) == [
        "school.yml:6:8: The crest is 90 kB, and many pages show it: at most 40 kB. "
        "Save it smaller: 144 dots high is enough."
    ]
