"""What families are shown of the lessons and apps."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from macros.content.library import Library
from macros.models.help_route import Rung
from macros.models.phase import HalfTerm, Phase
from macros.views.families import (
    LookedUp,
    app_table_of,
    help_at_night_of,
    help_by_worry_of,
    lessons_of_strand,
    looked_up_of,
    talk_starters_of,
)


def year(**halves: tuple[str, ...]) -> Phase:
    """A phase with these half terms."""
    half_terms = tuple(HalfTerm(title=title, lessons=halves[title]) for title in halves)
    return Phase(
        id="years-3-4", title="Years 3 and 4", ages="7 to 9", friend="kit", promise=("A.", "B.", "C."), year=half_terms
    )


def entry(identity: str, *texts: str, strand: str = "online-bullying") -> Any:
    parts = [
        SimpleNamespace(kind="teacher", text="For you alone."),
        *(SimpleNamespace(kind="home", text=t) for t in texts),
    ]
    return SimpleNamespace(
        id=identity,
        phase="years-3-4",
        lesson=SimpleNamespace(title=identity.upper(), strand=strand, steps=[SimpleNamespace(parts=parts)]),
    )


def test_the_home_parts_stand_by_half_term_in_the_order_of_the_year() -> None:
    phase = year(Autumn=("b", "a"), Spring=(), Summer=("c",))
    groups = talk_starters_of(phase, [entry("a", "A."), entry("b", "B."), entry("c", "C.")])
    assert [(group.title, [starter.title for starter in group.starters]) for group in groups] == [
        ("Autumn", ["B", "A"]),
        ("Summer", ["C"]),
    ]


def test_a_lesson_that_stands_in_no_half_term_comes_last() -> None:
    phase = year(Autumn=("a",))
    groups = talk_starters_of(phase, [entry("b", "B."), entry("a", "A.")])
    assert [(group.title, group.starters[0].id) for group in groups] == [("Autumn", "a"), (None, "b")]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One\nline.", ("One line.",)),
        ("One.\n\nTwo.", ("One.", "Two.")),
        ("Ask:\n\n- one\n  of them\n- two", ("Ask:", "one of them", "two")),
        ("1. one\n2. two", ("one", "two")),
    ],
)
def test_each_paragraph_and_item_is_a_text_of_its_own(text: str, paragraphs: tuple[str, ...]) -> None:
    phase = year(Autumn=("a",))
    (group,) = talk_starters_of(phase, [entry("a", text)])
    assert group.starters[0].paragraphs == paragraphs


def test_what_is_for_the_teacher_is_no_talk_starter(library: Library) -> None:
    for phase in library.phases:
        taught = library.of_phase(phase.id)
        groups = talk_starters_of(phase, taught)
        shown = " ".join(text for group in groups for starter in group.starters for text in starter.paragraphs)
        home, teacher = (
            [part.text for one in taught for step in one.lesson.steps for part in step.parts if part.kind == kind]
            for kind in ("home", "teacher")
        )
        assert all(" ".join(text.split())[:40] in shown for text in home)
        assert not any(" ".join(text.split())[:40] in shown for text in teacher)
        assert {starter.id for group in groups for starter in group.starters} == {one.id for one in taught}


def test_only_lessons_of_the_strand_are_about_it() -> None:
    phases: Any = [SimpleNamespace(id="a"), SimpleNamespace(id="b")]
    lessons = {"a": [entry("x"), entry("y", strand="online-reputation")], "b": [entry("z", strand="online-reputation")]}
    (age,) = lessons_of_strand("online-bullying", phases, lessons)
    assert (age.phase.id, [one.id for one in age.lessons]) == ("a", ["x"])


def test_the_table_begins_in_the_order_of_the_names(library: Library) -> None:
    table = app_table_of(library.apps, library.facts)
    names = [app.name.casefold() for app in table.apps]
    assert names == sorted(names)
    assert len(names) == len(library.apps)
    assert table.facts is library.facts


def test_help_at_night_stands_in_its_order_with_its_routes(library: Library) -> None:
    found = help_at_night_of(library.at_night, library.help_routes)
    assert [step.case for step in found] == [step.case for step in library.at_night]
    assert [route.phone for route in found[0].routes] == ["999"]


def test_the_day_of_some_routes_is_the_earliest_and_only_numbers_can_be_rung(library: Library) -> None:
    one, two = [route for route in library.help_routes if route.phone][:2]
    page = next(route for route in library.help_routes if not route.phone)
    rung = Rung(on=date(2026, 12, 1), by="Ms Ash")
    routes = [
        one.model_copy(update={"looked_up": date(2026, 11, 30), "rung": rung}),
        two.model_copy(update={"looked_up": date(2026, 11, 29), "rung": Rung()}),
        page.model_copy(update={"looked_up": date(2026, 11, 28)}),
    ]
    assert looked_up_of(routes) == LookedUp(date(2026, 11, 28), numbers=2, rung=1, since=date(2026, 12, 1))


def test_a_worry_has_the_routes_for_it_that_families_are_shown(library: Library) -> None:
    found = {worry.id: worry for worry in help_by_worry_of(library.worries, library.help_routes)}
    assert [route.id for route in found["scams-and-spending"].routes] == [
        "emergency",
        "bank-159",
        "school",
        "childline",
        "police",
        "report-fraud",
    ]
    assert found["scams-and-spending"].target == "parents/worries/scams-and-spending.html"
    assert [route.id for route in found["hurting-themselves"].routes][:2] == ["emergency", "nhs-111"]
    assert found["danger"].target is None
    assert all("parents" in route.readers for worry in found.values() for route in worry.routes)
