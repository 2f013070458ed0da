"""A label is plain English, and belongs to a field that there is."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

import macros.models
from macros.editor.labels import LABELS, label_of
from macros.models.base import Model

MODELS = {
    made.__name__: made
    for file in Path(macros.models.__path__[0]).glob("*.py")
    for made in vars(importlib.import_module(f"macros.models.{file.stem}")).values()
    if isinstance(made, type) and issubclass(made, Model)
}


@pytest.mark.parametrize(("model", "name"), LABELS)
def test_a_label_is_of_a_field_that_there_is(model: str, name: str) -> None:
    assert name in {field.alias or one for one, field in MODELS[model].model_fields.items()}


def test_a_name_without_a_label_is_put_in_words() -> None:
    assert label_of("School", "chair_of_governors") == "Chair of governors"
    assert label_of("Policy", "dsl") == "DSL"
