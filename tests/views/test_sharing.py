"""Titles and the manifest: what is seen of the site in a tab, a chat and on a home screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.models.school import School
from macros.views.sharing import LONGEST_TITLE, full_title, site_name, web_manifest

SCHOOL = School.model_validate(
    {
        "name": "Elmfield Primary School",
        "short_name": "Elmfield",
        "website": "https://a.sch.uk",
        "safeguarding": {"named_in_policy": "B"},
    }
)


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Three-word locks", "Three-word locks – Online safety at Elmfield Primary School"),
        (
            "Mobile Technology and Social Media Policy",
            "Mobile Technology and Social Media Policy – Online safety at Elmfield",
        ),
        (
            "Passwords, privacy and location: ten minutes tonight",
            "Passwords, privacy and location: ten minutes tonight – Elmfield",
        ),
        ("x" * 80, "x" * 80),
    ],
)
def test_a_title_names_the_site_as_fully_as_there_is_room(title: str, whole: str) -> None:
    assert full_title(title, SCHOOL) == whole


def test_no_title_is_longer_than_is_shown_unless_the_page_says_so_itself() -> None:
    for length in range(1, LONGEST_TITLE + 1):
        assert len(full_title("x" * length, SCHOOL)) <= LONGEST_TITLE


def test_the_manifest_names_the_school_and_icons_that_there_are(root: Path) -> None:
    manifest = json.loads(web_manifest(SCHOOL, "#fdf8ef"))
    assert manifest["name"] == site_name(SCHOOL) == "Online safety at Elmfield Primary School"
    assert manifest["lang"] == "en-GB"
    assert manifest["display"] == "minimal-ui"
    assert manifest["background_color"] == manifest["theme_color"] == "#fdf8ef"
    assert [icon["sizes"] for icon in manifest["icons"]] == ["192x192", "512x512"]
    for icon in manifest["icons"]:
        width = int.from_bytes((root / "docs" / icon["src"]).read_bytes()[16:20], "big")  # of the PNG's header
        assert icon["sizes"] == f"{width}x{width}"


def test_the_manifest_works_wherever_the_site_stands() -> None:
    manifest = json.loads(web_manifest(SCHOOL, "#fdf8ef"))
    for address in (manifest["start_url"], *(icon["src"] for icon in manifest["icons"])):
        assert not address.startswith("/")
        assert "://" not in address
    assert manifest["start_url"] == "index.html"


def test_a_name_with_quotation_marks_is_kept_whole() -> None:
    school = SCHOOL.model_copy(update={"name": 'St "Mary" & Søn'})
    assert json.loads(web_manifest(school, "#fff"))["name"] == 'Online safety at St "Mary" & Søn'
