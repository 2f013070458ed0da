"""What a phase has besides its lessons: each page says what it must, and nothing is left out."""

from __future__ import annotations

from macros.content.library import Library
from macros.models.phase import HalfTerm
from macros.views.phases import (
    check_page,
    check_paper,
    key_words,
    poster_page,
    promise_page,
    words_page,
    year_page,
)
from tests.views.rendering import html_of


def test_key_words_come_once_and_as_they_are_first_taught(library: Library) -> None:
    lessons = [entry.lesson for entry in library.of_phase("years-3-4")]
    words = key_words([*lessons, *lessons])
    names = [(word.title or "").casefold() for word in words]
    assert len(names) == len(set(names)) > 2
    assert words[0] == lessons[0].words[0]


def test_the_year_names_every_lesson_in_its_half_term(library: Library) -> None:
    for phase in library.phases:
        lessons = {entry.id: entry.lesson for entry in library.of_phase(phase.id)}
        page = html_of(year_page(phase, lessons, library.frameworks))
        places = [page.index(f">{half.title}</h3>") for half in phase.year]
        assert places == sorted(places)
        for half, place in zip(phase.year, places, strict=True):
            for identity in half.lessons:
                assert page.index(f">{lessons[identity].title}</a></strong>") > place
        for lesson in lessons.values():
            assert lesson.outcome in page


def test_a_lesson_of_no_half_term_is_for_any_time(own_library: Library) -> None:
    phase = own_library.phase("years-3-4").model_copy(update={"year": (HalfTerm(title="Autumn"),)})
    lessons = {entry.id: entry.lesson for entry in own_library.of_phase(phase.id)}
    page = html_of(year_page(phase, lessons, own_library.frameworks))
    assert page.index(">At any time</h3>") < page.index(">Three-word locks</a></strong>")
    assert "No new lesson." in page


def test_a_year_without_a_check_offers_none(own_library: Library) -> None:
    phase = own_library.phase("years-3-4").model_copy(update={"check": ()})
    lessons = {entry.id: entry.lesson for entry in own_library.of_phase(phase.id)}
    assert "knowledge_check" not in html_of(year_page(phase, lessons, own_library.frameworks))
    with_one = phase.model_copy(update={"check": ("three-word-locks/strongest",)})
    assert "knowledge_check_answers(years-3-4)" in html_of(year_page(with_one, lessons, own_library.frameworks))


def test_no_page_for_learners_calls_for_answers(library: Library) -> None:
    for phase in library.phases:
        for make in (words_page, poster_page, promise_page, check_page, check_paper):
            assert "answers" not in html_of(make(phase))
            assert make(phase).meta["for"] == "Learners"


def test_each_page_shows_what_it_is_for(library: Library) -> None:
    phase = library.phase("years-3-4")
    shown = {words_page: "key_words", poster_page: "poster", promise_page: "promise", check_page: "knowledge_check",
             check_paper: "knowledge_check_paper"}  # fmt: skip
    for make, macro in shown.items():
        assert f"{macro}(years-3-4)" in html_of(make(phase))


def test_a_promise_never_says_that_a_child_must_or_will_be_in_trouble(library: Library) -> None:
    for phase in library.phases:
        said = " ".join(phase.promise).lower()
        assert "pause" in said
        assert "tell" in said
        assert "sort it together" in said
        for word in ("must", "always", "never tell", "trouble", "i promise"):
            assert word not in said, f"docs/_data/phases.yml: the promise of {phase.title} says “{word}”."
