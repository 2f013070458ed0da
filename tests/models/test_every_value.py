"""Whatever an author writes for any field of any model is answered in our own words, never in the library's."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from macros import models
from macros.models.base import Model, explain

# What YAML can give (tests/source/test_yaml_text.py): words, lists, names with values, and nothing at all.
HOSTILE: tuple[Any, ...] = (
    None, "", " ", "§", "x" * 3000, "a\nb", "Not An Id", "-", "#12", "0800 HELP", "a@b", "http://a", "https://a b", "(",
    "1e400", "nan", "9" * 5000, "-1", "1.5", "2026-13-45", "2026-01-01T10:00", "maybe", "{0}", "{name}", [], {}, ["§"],
    [None], [[]], [{}], [""], {"a": "§"}, {"A B": "a"}, {"": None}, {"a": {"b": "c"}}, ["x" * 3000] * 70,
)  # fmt: skip
# Words of pydantic, and of a pattern.
THEIRS = re.compile(
    r"is not right|\b(?:Input|String|Value|valid|pattern|regex|finite|instance|parse\w*|dict\w*|tuple|str|int|float)\b"
    r"|function-|constrained|\[key\]|\\[sdw]|\(\?|\[\^|\*\$|\^"
)
AS_PYTHON = re.compile(r"“(?:\[|\{['}])")  # a list or a dictionary, as Python writes it
# A regular expression is what a pattern of the voice is; the sentence names what Python finds wrong in it.
EXPRESSIONS = {("VoicePattern", "find")}


def every_model() -> Iterator[type[Model]]:
    for found in pkgutil.walk_packages(models.__path__, f"{models.__name__}."):
        for value in vars(importlib.import_module(found.name)).values():
            if isinstance(value, type) and issubclass(value, Model) and value.__module__ == found.name:
                yield value


FIELDS = [(model, name) for model in every_model() for name in model.model_fields]


def said_of(model: type[Model], name: str, value: Any) -> list[str]:
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        return [sentence for loc, sentence, _ in explain(error, model) if loc[:1] == (name,)]
    return []


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_a_wrong_value_is_told_in_our_own_words(model: type[Model], field: str) -> None:
    name = model.model_fields[field].alias or field
    said = {(str(value)[:40], sentence) for value in HOSTILE for sentence in said_of(model, name, value)}
    assert said, "every field refuses something"
    for value, sentence in said:
        quoted = re.sub(r"“[^”]*”", "“”", sentence)
        if (model.__name__, field) not in EXPRESSIONS:
            assert not THEIRS.search(quoted), f"{value!r}: {sentence}"
        assert not AS_PYTHON.search(sentence), sentence
        assert quoted.endswith((".", "?")), sentence


def test_a_sentence_of_the_library_would_be_found() -> None:
    assert THEIRS.search("“a” is not right: String should match pattern '^[a-z]+$'.")
