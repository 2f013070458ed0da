"""The promise of a phase has a page of its own."""

from __future__ import annotations

from macros.content.library import Library
from macros.models.phase import HalfTerm, Phase
from macros.views.promises import promise_page

PHASE = Phase(
    id="years-3-4",
    title='Years "3" and 4',
    ages="7 to 9",
    friend="kit",
    promise=("A", "B", "C"),
    year=(HalfTerm(title="Autumn"),),
)


def test_the_page_shows_the_promise_and_says_what_it_is() -> None:
    page = promise_page(PHASE)
    assert '{{ promise("years-3-4") }}' in page.split("\n")
    for line in ('title: "My promise: Years \\"3\\" and 4"', 'template: "learner.html"', 'phase: "years-3-4"'):
        assert line in page.split("\n")


def test_a_promise_never_says_that_a_child_must_or_will_be_in_trouble(library: Library) -> None:
    for phase in library.phases:
        said = " ".join(phase.promise).lower()
        assert "pause" in said
        assert "tell" in said
        assert "sort it together" in said
        for word in ("must", "always", "never tell", "trouble", "i promise"):
            assert word not in said, f"docs/_data/phases.yml: the promise of {phase.title} says “{word}”."
