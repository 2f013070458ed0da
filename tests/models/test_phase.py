"""The four phases, by the names of their folders."""

from __future__ import annotations

from macros.models.phase import Phases
from tests.models.telling import made, told

PHASE = """phases:
  - id: years-1-2
    title: A
    ages: 5 to 7
    friend: tam
    promise: [I pause., I tell., We sort it together.]
    year:
      - {title: Autumn, lessons: [a, b]}
      - {title: Spring, lessons: [c]}
"""


def test_a_phase_is_read() -> None:
    assert made(Phases, PHASE).phases[0].order == ("a", "b", "c")


def test_an_unknown_phase_is_told() -> None:
    assert told(Phases, PHASE.replace("years-1-2", "year-1-2")) == [
        "2:9: “year-1-2” is not known as “id”. Did you mean “years-1-2”?"
    ]


def test_a_promise_has_three_or_four_lines() -> None:
    assert told(Phases, PHASE.replace("I pause., ", "")) == ["6:14: “promise” needs at least 3 and has 2."]


def test_lessons_stand_in_their_half_terms_and_the_rest_at_the_end() -> None:
    phase = made(Phases, PHASE).phases[0]
    assert phase.by_half_term(["a", "x", "c"]) == (("Autumn", ("a",)), ("Spring", ("c",)), (None, ("x",)))
    assert phase.by_half_term(["b"]) == (("Autumn", ("b",)), ("Spring", ()))
