"""What a page shows can be compared: what has not changed is not made again."""

from __future__ import annotations

from macros.content.library import Library
from macros.views.lessons import learner_page


def test_two_views_of_one_lesson_are_equal_and_of_two_are_not(library: Library) -> None:
    phase = library.phase("years-3-4")
    one, other = library.of_phase("years-3-4")[:2]
    assert learner_page(one.id, one.lesson, one.quiz, phase) == learner_page(one.id, one.lesson, one.quiz, phase)
    assert learner_page(one.id, one.lesson, one.quiz, phase) != learner_page(other.id, other.lesson, other.quiz, phase)
