"""Reads YAML into a model as the library does, and gives what is said of its mistakes."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from macros.models.base import Model, explain
from macros.source import parse_yaml

M = TypeVar("M", bound=Model)


def made(model: type[M], text: str) -> M:
    """Make a model from YAML."""
    return model.model_validate(parse_yaml(text, "a.yml").data)


def told(model: type[Model], text: str) -> list[str]:
    """Give each mistake as `line:column: sentence`."""
    document = parse_yaml(text, "a.yml")
    try:
        model.model_validate(document.data)
    except ValidationError as error:
        found = [document.problem(sentence, loc, key=key) for loc, sentence, key in explain(error, model)]
        return [str(problem).removeprefix("a.yml:") for problem in sorted(found)]
    return []
