"""What a lesson tells other programs; `tests/views/test_open_data.py` judges the files."""

from __future__ import annotations

from macros.models.open_lesson import Open, OpenAges, OpenLesson, OpenLessons, OpenPages, OpenStatement


def test_every_name_is_explained_in_the_schema() -> None:
    models: tuple[type[Open], ...] = (OpenAges, OpenLesson, OpenLessons, OpenPages, OpenStatement)
    assert [
        f"{model.__name__}.{name}"
        for model in models
        for name, field in model.model_fields.items()
        if not field.description
    ] == []
