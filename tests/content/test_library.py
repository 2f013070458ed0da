"""The library answers for a phase, and for questions by their names; nothing in it can be changed."""

from __future__ import annotations

from macros.content.library import PHASES, Library

LESSON = "lessons/years-3-4/three-word-locks/lesson.md"


def test_there_is_a_lesson_for_every_phase(library: Library) -> None:
    assert [entry.phase for entry in library.lessons.values()] == sorted(
        (entry.phase for entry in library.lessons.values()), key=PHASES.index
    )
    for phase in PHASES:
        assert library.of_phase(phase), f"There is no lesson for {phase}."


def test_lessons_of_a_phase_come_in_the_order_of_the_year(library: Library) -> None:
    for phase in library.phases:
        assert [entry.id for entry in library.of_phase(phase.id)][: len(phase.order)] == list(phase.order)


def test_a_library_cannot_be_changed(library: Library) -> None:
    for mapping in (library.lessons, library.checklists, library.pictures, library.counts):
        assert not hasattr(mapping, "__setitem__")


def test_what_is_asked_again_has_the_earlier_title_and_an_id_of_its_own(library: Library) -> None:
    entry = library.lessons["three-word-locks"]
    found = library.questions(("three-word-locks/settings", "three-word-locks/strongest"))
    assert [(title, question.id) for title, question in found] == [
        (entry.lesson.title, "three-word-locks-settings"),
        (entry.lesson.title, "three-word-locks-strongest"),
    ]
    assert found[1][1].text == entry.quiz.questions[0].text
    assert library.questions(()) == ()
