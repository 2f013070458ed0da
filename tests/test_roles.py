"""Pages follow who holds which part at a school: nobody is sent round in a circle, or to a number that nobody knows."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.models.school import School
from tests.expanding import expanded_pages
from tests.takeover.contradictions import Truth, contradictions, lines_of

ORDINARY = {"name": "A School", "short_name": "A", "website": "https://a.example"}
HEAD_IS_LEAD = {"safeguarding": {"lead_is_headteacher": "yes"}, "headteacher": {"name": "Mrs Patel"}}


def pages_of(library: Library, root: Path, **facts: object) -> dict[str, str]:
    """Give each hand-written page with the words of its macros, as this school's facts have it."""
    school = School.model_validate({**ORDINARY, **facts})
    routes = tuple(one for one in library.help_routes if facts.get("council") or not one.id.startswith("council"))
    return dict(expanded_pages(replace(library, school=school, help_routes=routes), root))


def circles(pages: dict[str, str], *, head_is_lead: bool) -> list[str]:
    """Give each line that sends a reader from somebody to the same person."""
    truth = Truth("", "", frozenset(), (), head_is_lead)
    return [one for one in contradictions(lines_of(pages), truth) if "sends a reader" in one]


def test_where_the_headteacher_is_the_lead_nobody_is_sent_from_the_one_to_the_other(
    library: Library, root: Path
) -> None:
    found = circles(pages_of(library, root, **HEAD_IS_LEAD), head_is_lead=True)
    assert not found, "\n".join(found)
    # The words for a school at which they are two would be such circles.
    assert len(circles(pages_of(library, root), head_is_lead=True)) >= 6


def test_no_list_sends_anybody_from_the_lead_to_the_headteacher_for_its_words_are_the_same_at_every_school(
    library: Library,
) -> None:
    lists = {
        f"checklists/{name}": "\n".join(f"{item.text} {item.note or ''}" for item in checklist.items)
        for name, checklist in library.checklists.items()
    }
    assert lists["checklists/staff-all-staff"].count("\n") > 5
    found = circles(lists, head_is_lead=True)
    assert not found, "\n".join(found)


def test_where_they_are_two_a_concern_about_the_lead_goes_to_the_headteacher(library: Library, root: Path) -> None:
    pages = pages_of(library, root)
    assert "- **If it's about the DSL,** go to the headteacher." in pages["parents/worries/worried-about-an-adult.md"]
    assert "tell them again, or tell the headteacher." in pages["teachers/index.md"]


@pytest.mark.parametrize("known", [False, True])
def test_a_child_who_is_not_safe_has_a_number_to_ring_whether_the_councils_is_known_or_not(
    library: Library, root: Path, known: bool
) -> None:
    council = {"children_phone": "01632 960111", "out_of_hours_phone": "01632 960191"}
    pages = pages_of(library, root, **({"council": council} if known else {}))
    places = 0
    for path, text in pages.items():
        for line in text.split("\n"):
            if re.search(r"child isn't safe|child might not be safe", line):
                places += 1
                assert re.search(r"01632 9601[19]1|\b101\b|\b999\b", line), f"{path}: {line}"
    assert places >= 9
    whole = "\n".join(pages.values())
    assert ("01632 960191" in whole) == known
    if not known:
        assert not re.search(r"[Rr]ing the council|council's night line|\[the council\]", whole)
        assert "In the day, go straight to the LADO or the NSPCC." in pages["staff/numbers.md"]
