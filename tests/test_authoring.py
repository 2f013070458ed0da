"""The macros that an author may use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from markupsafe import escape

from macros.authoring import define_env, macros
from macros.library import Library


@pytest.fixture
def call(library: Library) -> Callable[..., str]:
    made = {macro.__name__: macro for macro in macros(library, lambda: "parents/index.html")}
    return lambda name, *arguments, **named: str(made[name](*arguments, **named))


def test_every_macro_is_given_to_the_host(library: Library) -> None:
    given: list[str] = []
    env: Any = SimpleNamespace(
        conf={"library": library},
        page=SimpleNamespace(url="index.html"),
        macro=lambda macro: given.append(macro.__name__),
    )
    define_env(env)
    assert given == [macro.__name__ for macro in macros(library, lambda: "index.html")]


def test_every_macro_says_what_it_shows(library: Library) -> None:
    for macro in macros(library, lambda: ""):
        assert macro.__doc__, macro.__name__


def test_a_quiz_on_paper_holds_no_answer(call: Callable[..., str], library: Library) -> None:
    for identity, entry in library.lessons.items():
        html = call("quiz_paper", identity)
        assert "data-key" not in html
        for question in entry.quiz.questions:
            for thing in getattr(question, "choices", ()) or getattr(question, "items", ()):
                assert thing.feedback[:40] not in html
            assert question.hint not in html


def test_a_link_is_relative_to_the_page_that_is_made(call: Callable[..., str]) -> None:
    assert 'href="../policy/index.html#safe-passwords"' in call("clause", "safe-passwords")


def test_a_clause_has_the_very_words_of_the_policy(call: Callable[..., str]) -> None:
    assert "to use safe passwords." in call("clause", "safe-passwords")


def test_help_for_learners_shows_nothing_that_is_for_adults(call: Callable[..., str]) -> None:
    html = call("help_routes", "learners")
    assert "0800 1111" in html
    assert "999" in html
    for adult in ("NSPCC", "CEOP", "Report Fraud", "Kent"):
        assert adult not in html


def test_help_for_staff_alone_is_on_no_other_page(call: Callable[..., str], library: Library) -> None:
    alone = [route for route in library.help_routes if route.readers == ("staff",)]
    assert alone
    for route in alone:
        assert escape(route.name) in call("help_routes", "staff")
        assert escape(route.name) not in call("help_routes", "parents") + call("help_routes", "learners")


def test_a_fact_that_is_not_known_says_whom_to_ask(call: Callable[..., str], library: Library) -> None:
    assert library.school.office.phone is None
    assert call("fact", "office.phone") == "ask the school office"


def test_a_fact_is_shown_as_words_and_never_as_a_tag(library: Library) -> None:
    office = library.school.office.model_copy(update={"email": '<b onclick="x">a@b</b>'})
    school = library.school.model_copy(update={"office": office})
    hostile = Library(**{**vars(library), "school": school})
    fact = next(macro for macro in macros(hostile, lambda: "index.html") if macro.__name__ == "fact")
    assert "<b" not in str(fact("office.email"))


def test_a_decoration_has_no_words_and_a_picture_has_its_own(call: Callable[..., str]) -> None:
    assert 'aria-hidden="true"' in call("decoration", "symbols/key")
    assert 'aria-label="A key"' in call("picture", "symbols/key", alt="A key")


def test_cards_are_in_teaching_order_and_lead_to_the_lessons(call: Callable[..., str]) -> None:
    assert 'href="../lessons/years-3-4/three-word-locks/index.html"' in call("lesson_cards", "years-3-4")


@pytest.fixture
def recalling(library: Library) -> Callable[..., str]:
    """The macros, with a lesson that asks two questions of another again."""
    entry = library.lessons["settings-scams-and-permissions"]
    quiz = entry.quiz.model_copy(update={"recall": ("three-word-locks/three-steps", "keep-it-locked/who-may-know")})
    changed = replace(library, lessons={**library.lessons, entry.id: replace(entry, quiz=quiz)})
    made = {macro.__name__: macro for macro in macros(changed, lambda: "index.html")}
    return lambda name: str(made[name](entry.id))


@pytest.mark.parametrize("name", ["quiz", "quiz_paper", "quiz_answers"])
def test_what_is_asked_again_comes_first_and_says_from_where(
    recalling: Callable[..., str], library: Library, name: str
) -> None:
    html = recalling(name)
    signs = [
        "From before: Three-word locks",
        "Put the three steps in order.",
        "From before: Keep it locked",
        "Who else may know it?",
        library.lessons["settings-scams-and-permissions"].quiz.questions[0].text[:40],
    ]
    places = [html.index(sign) for sign in signs]
    first, second, third, fourth, own = places
    assert max(first, second) < min(third, fourth) < max(third, fourth) < own
    assert html.count("From before") == 2


def test_what_is_asked_again_has_an_id_that_nothing_else_has(recalling: Callable[..., str], library: Library) -> None:
    html = recalling("quiz")
    assert 'id="settings-scams-and-permissions-three-word-locks-three-steps-title"' in html
    count = len(library.lessons["settings-scams-and-permissions"].quiz.questions) + 2
    assert f">1 of {count}<" in html
    assert f">{count} of {count}<" in html


def test_a_lessons_quiz_leads_to_the_promise_of_its_phase_and_has_no_score(
    call: Callable[..., str], library: Library
) -> None:
    for identity, entry in library.lessons.items():
        html = call("quiz", identity)
        assert f'href="../learners/{entry.phase}-promise.html"' in html
        assert "Childline: 0800 1111" in html
        assert "data-score" not in html


def test_a_quiz_for_adults_may_show_a_score_and_leads_to_help_for_adults(
    call: Callable[..., str], library: Library
) -> None:
    for identity, quiz in library.adults.items():
        html = call("quiz", identity)
        assert ("data-score" in html) is quiz.score
        assert 'href="../help/index.html"' in html
        for childs in ("Childline", "promise", "Class board", "Next person"):
            assert childs not in html
