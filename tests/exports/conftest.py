"""What the tests of the exports share: a quiz with a question of every type, and the same with hostile words."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from macros.checks.quiz_quality import texts_of
from macros.models.questions.fill_the_gap import GAP
from macros.models.quiz import Quiz
from macros.source import read_yaml
from tests.exports.hostile import HOSTILE


@pytest.fixture(scope="session")
def data(root: Path) -> dict[str, Any]:
    """The examples as they are written: a question of every type, each with its type as its id."""
    read: dict[str, Any] = read_yaml(root, "docs/_data/examples.yml").data
    return read


@pytest.fixture(scope="session")
def examples(data: dict[str, Any]) -> Quiz:
    return Quiz.model_validate(data)


@pytest.fixture(scope="session")
def only(data: dict[str, Any]) -> Callable[..., Quiz]:
    """Make a quiz of the example of one type, with some of its values changed."""

    def quiz(kind: str, **values: object) -> Quiz:
        question = next(each for each in data["questions"] if each["id"] == kind)
        return Quiz.model_validate({**data, "questions": [{**copy.deepcopy(question), **values}]})

    return quiz


@pytest.fixture(scope="session")
def filled(data: dict[str, Any], examples: Quiz) -> Callable[[str], Quiz]:
    """Make a quiz that has a text in every place for words."""

    return lambda text: _filled(data, examples, [text])


@pytest.fixture(scope="session")
def strange(data: dict[str, Any], examples: Quiz) -> Quiz:
    """A quiz whose words are all the hostile ones, one after the other."""
    return _filled(data, examples, HOSTILE)


def _filled(data: dict[str, Any], examples: Quiz, texts: Sequence[str]) -> Quiz:
    made = copy.deepcopy(data)
    for number, loc in enumerate([("title",), *(loc for loc, _ in texts_of(examples))]):
        here: Any = made
        for step in loc[:-1]:
            here = here[step]
        gap = f" {GAP}" if "sentences" in loc and loc[-1] == "text" else ""
        here[loc[-1]] = f"{texts[number % len(texts)]}{gap} n{number}n"
    return Quiz.model_validate(made)
