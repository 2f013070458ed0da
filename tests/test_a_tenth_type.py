"""A new type of question is a module of one name in each room, and one line; all else takes it as it takes the nine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, get_args

import pytest
from pydantic import Field

from macros.checks.quiz_quality import check_teaching
from macros.checks.references import KnownIds, check_quiz
from macros.content.library import Library
from macros.design.rendering import component, components
from macros.exports.questions import TOLD
from macros.exports.questions.told import Told
from macros.exports.registry import export_all
from macros.models.base import Text
from macros.models.questions import AnyQuestion, ChooseOne
from macros.models.questions.common import Choice, Question
from macros.models.quiz import Quiz
from macros.source import parse_yaml
from macros.views.questions import SHOW
from macros.views.questions.common import Reason, ShownOption, ShownPart, ShownQuestion, shown
from macros.views.quizzes import shown_questions
from tests.models.telling import told

TYPES = [get_args(model.model_fields["type"].annotation)[0] for model in get_args(get_args(AnyQuestion)[0])]


class Guess(Question):
    """A toy: a riddle, with one good guess."""

    type: Literal["guess"]
    riddle: Text
    guesses: tuple[Choice, ...] = Field(min_length=2, max_length=3)


class ToyQuiz(Quiz):
    """A quiz that may have the toy."""

    questions: tuple[Annotated[ChooseOne | Guess, Field(discriminator="type")], ...] = Field(  # type: ignore[assignment]
        min_length=1
    )


TEXT = """\
title: Riddles
can_do: You can guess.
at_home: Ask a riddle.
questions:
  - id: bark
    type: guess
    text: What am I?
    riddle: I bark.
    hint: I have four legs.
    guesses:
      - {text: A dog, picture: zzz, correct: yes, feedback: Dogs bark.}
      - {text: A cat, feedback: It's stupid to say so.}
"""


def show(question: Guess) -> ShownQuestion:
    options = tuple(
        ShownOption(guess.text, "yes" if guess.correct else "no", number)
        for number, guess in enumerate(question.guesses)
    )
    reasons = [Reason(guess.text, "a good choice" if guess.correct else "not yet", guess.feedback)
               for guess in question.guesses]  # fmt: skip
    return shown(question, "radio", "tick", "Tick your guess.", [ShownPart(options, question.riddle)], reasons)


@pytest.fixture
def quiz(monkeypatch: pytest.MonkeyPatch) -> Iterator[Quiz]:
    monkeypatch.setattr("macros.views.quizzes.SHOW", {**SHOW, "guess": show})
    yield ToyQuiz.model_validate(parse_yaml(TEXT, "a.yml").data)


def test_it_is_read_and_its_mistakes_are_told() -> None:
    assert told(ToyQuiz, TEXT.replace("    riddle: I bark.\n", "")) == [
        "5:5: “riddle” is missing here. Add a line “riddle: …”."
    ]
    assert told(ToyQuiz, TEXT.replace("guesses:", "gueses:")) == [
        "5:5: “guesses” is missing here. Add a line “guesses: …”.",
        "10:5: “gueses” is not a name that is known here. Did you mean “guesses”?",
    ]


def test_it_is_shown_on_screen_on_paper_and_on_the_answer_sheet(quiz: Quiz, library: Library) -> None:
    environment = components(library.pictures, library.help_numbers)
    environment.globals["link"] = str
    names = {"id": "a", "quiz": quiz, "questions": shown_questions(quiz), "adults": False, "promise": None}
    more = {"friend": None, "ears": False, "cards": False, "lessons": None, "after": None, "begins": False}
    for name in ("quiz", "quiz-paper", "quiz-answers"):
        page = str(component(environment, name, **names, **more))
        assert "What am I?" in page
        assert "A dog" in page


def test_it_is_checked(quiz: Quiz) -> None:
    document = parse_yaml(TEXT, "a.yml")
    problems = [*check_quiz(document, quiz, KnownIds(None, None, None, None, ["dog"]))]
    assert [str(problem) for problem in problems] == ["a.yml:11:32: There is no symbol “zzz”. There is “dog”."]
    taught = [problem for problem in check_teaching(quiz, "years-3-4", document, has_strand=True) if problem.line == 12]
    assert taught
    assert "stupid" in taught[0].sentence


def test_it_goes_nowhere_until_somebody_says_how_and_that_is_listed(quiz: Quiz) -> None:
    for taken in export_all("a", quiz):
        assert taken.export.questions == 0, taken.form.name
        assert any("no other service has questions of its type" in note for note in taken.export.notes), taken.form.name


def test_it_goes_along_once_somebody_says_how(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.exports.questions.TOLD", {**TOLD, "guess": Told()})
    for taken in export_all("a", quiz):
        assert taken.export.questions == 1, (taken.form.name, taken.export.notes)


@pytest.mark.parametrize("kind", TYPES)
def test_each_type_has_one_name_in_every_room(root: Path, kind: str) -> None:
    module = kind.replace("-", "_")
    for path in (
        f"macros/models/questions/{module}.py",
        f"macros/views/questions/{module}.py",
        f"macros/exports/questions/{module}.py",
        f"macros/templates/questions/{kind}.yml",
        f"tests/models/questions/test_{module}.py",
    ):
        assert (root / path).is_file(), path


def test_no_room_has_a_type_of_its_own() -> None:
    assert set(SHOW) == set(TOLD) == set(TYPES)


def test_no_other_module_of_views_asks_for_the_type(root: Path) -> None:
    names = re.compile("|".join(rf'"{kind}"' for kind in TYPES if "-" in kind))
    asking = [path for path in (root / "macros/views").glob("*.py") if names.search(path.read_text(encoding="utf-8"))]
    assert [path.name for path in asking] == []
