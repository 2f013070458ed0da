"""What the office copies leads to this site, and is safe whatever the school is called."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from macros.content.library import Library
from macros.models.school import School
from macros.views.school_website import FRAMES, KINDS, to_copy

QUIZ = ("lessons/years-5-6/locks/index.html", "Locks & <keys>")
WHERE = {
    "policy": "policy/index.html?embed",
    "help": "help/index.html?embed",
    "children": "help/children.html?embed",
    "quiz": "lessons/years-5-6/locks/index.html?embed#quiz",
}


@pytest.fixture
def school(library: Library) -> School:
    return library.school.model_copy(update={"name": 'St <b>\'s & "Co"', "site_address": "https://safety.sch.uk/a"})


@pytest.mark.parametrize("kind", FRAMES)
def test_a_frame_shows_a_page_of_this_site_and_says_which(school: School, kind: str) -> None:
    shown = to_copy(kind, school, QUIZ)
    frame = ElementTree.fromstring(shown.code)
    assert frame.tag == "iframe"
    assert frame.get("src") == f"https://safety.sch.uk/a/{WHERE[kind]}"
    assert frame.get("title") == shown.label


def test_a_link_names_the_school_as_it_is(school: School) -> None:
    link = ElementTree.fromstring(f"<div>{to_copy('link', school, QUIZ).code}</div>")
    assert "".join(link.itertext()).startswith('Online safety at St <b>\'s & "Co"\n')
    assert [each.get("href") for each in link.iter("a")] == ["https://safety.sch.uk/a/"]


@pytest.mark.parametrize("kind", KINDS)
def test_while_the_address_is_not_known_it_says_where_it_goes(school: School, kind: str) -> None:
    unknown = school.model_copy(update={"site_address": None})
    assert "https://ADDRESS-OF-THIS-SITE/" in to_copy(kind, unknown, QUIZ).code
