"""The page that explains quizzes shows an example of each type, the same as the one that can be tried."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from macros.content.library import Library
from macros.models.base import Model
from macros.models.questions import AnyQuestion
from macros.site.author_macros import macros
from tests.project.test_documented import FENCE, SPOKEN

PAGE = "docs/about/writing-quizzes.md"
DATA = "docs/_data/examples.yml"
MODELS = get_args(get_args(AnyQuestion)[0])
TYPES = [get_args(model.model_fields["type"].annotation)[0] for model in MODELS]
QUESTION = re.compile(r"^  - id: (?P<id>.+)\n(?:(?:    .*)?\n)*", re.MULTILINE)


def written(text: str) -> dict[str, str]:
    """Give each question of a quiz's YAML as it is written."""
    return {match["id"]: match[0].rstrip() for match in QUESTION.finditer(text)}


def parts_of(model: type[Model]) -> set[type[Model]]:
    """Give the models in a model, at any depth."""
    found: set[type[Model]] = set()
    for field in model.model_fields.values():
        for inner in get_args(field.annotation):
            if isinstance(inner, type) and issubclass(inner, Model):
                found |= {inner} | parts_of(inner)
    return found


@pytest.fixture(scope="session")
def page(root: Path) -> str:
    return (root / PAGE).read_text(encoding="utf-8")


def test_there_is_an_example_of_each_type_under_its_name(library: Library) -> None:
    assert [(question.id, question.type) for question in library.examples.questions] == [(t, t) for t in TYPES]


@pytest.mark.parametrize("kind", TYPES)
def test_the_example_on_the_page_is_the_one_that_is_tried(root: Path, page: str, kind: str) -> None:
    data = written((root / DATA).read_text(encoding="utf-8"))
    shown = [block for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if kind in written(block)]
    assert shown, f"{PAGE} does not show the question “{kind}” of {DATA}."
    for block in shown:
        assert written(block)[kind] == data[kind], f"“{kind}” differs in {PAGE} and {DATA}. Make them the same."
    after = page.split(shown[-1], 1)[1]
    tried = re.search(r"\{\{ quiz_example\(\"([\w-]+)\"\) \}\}", after)
    assert tried is not None, f"{PAGE} does not let “{kind}” be tried."
    assert tried[1] == kind, f"{PAGE}: under the YAML of “{kind}” stands the example “{tried[1]}”."


def test_every_field_of_every_type_is_named_where_its_type_is_explained(page: str) -> None:
    shared = {"id", "type", "text", "hint", "topics", "picture"}
    common = page.split("## What every question has")[1].split("\n## ", maxsplit=1)[0]
    assert not [name for name in shared if f"`{name}`" not in common]
    for kind, model in zip(TYPES, MODELS, strict=True):
        (section,) = [part for part in page.split("\n## ") if f'quiz_example("{kind}")' in part]
        spoken = set(SPOKEN.findall(FENCE.sub("", section)))
        inner = {name for part in parts_of(model) for name in part.model_fields}
        missing = sorted((set(model.model_fields) - shared | inner) - spoken)
        assert not missing, f"{PAGE}: the part on “{kind}” does not name {', '.join(missing)}."


def test_an_example_that_is_tried_is_a_quiz_with_that_question_alone(library: Library) -> None:
    made = {macro.__name__: macro for macro in macros(library, lambda: "about/writing-quizzes.html")}
    for question in library.examples.questions:
        html = str(made["quiz_example"](question.id))
        assert html.count('data-module="quiz"') == 1
        assert f'id="example-{question.id}-title"' in html
        assert "1 of 1" in html
        others = [other.id for other in library.examples.questions if other is not question]
        assert not [other for other in others if f'"example-{other}-title"' in html]
