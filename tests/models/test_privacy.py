"""Each thing that is kept is told of once."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from macros.models.base import explain
from macros.models.privacy import Privacy

WORDS = {"title": "A title", "child": "For a child.", "parent": "For a family.", "officer": "For an officer."}
KEPT = {"place": "local storage", "name": "display", "button": "Remember", "forget": "Forget"}


def told(never: list[dict[str, Any]], kept: list[dict[str, Any]]) -> list[str]:
    try:
        Privacy.model_validate({"never": never, "kept": kept})
    except ValidationError as error:
        return [f"{'.'.join(map(str, loc))}: {said}" for loc, said, _ in explain(error, Privacy)]
    return []


def test_what_is_never_done_and_what_is_kept_is_read() -> None:
    assert told([{"id": "sent", **WORDS}], [{"id": "looks", **WORDS, **KEPT}]) == []


@pytest.mark.parametrize("which", [0, 1])
def test_two_with_one_id_are_told(which: int) -> None:
    never, kept = {"id": "looks", **WORDS}, {"id": "looks", **WORDS, **KEPT}
    assert (
        told([never, never][: 2 - which], [kept] if which else [{**kept, "id": "a"}])
        == [
            ["never.1.id: The id “looks” is taken. Give each its own."],
            ["kept.0.id: The id “looks” is taken. Give each its own."],
        ][which]
    )


def test_what_is_told_of_twice_is_told() -> None:
    kept = [{"id": "a", **WORDS, **KEPT}, {"id": "b", **WORDS, **KEPT}]
    assert told([{"id": "sent", **WORDS}], kept) == [
        "kept.1.name: “display” is kept in local storage twice. Tell of it once."
    ]
    kept[1] = {**kept[1], "place": "cache storage"}
    assert told([{"id": "sent", **WORDS}], kept) == []


def test_a_store_that_no_page_uses_is_refused() -> None:
    kept = [{"id": "a", **WORDS, **KEPT, "place": "cookies"}]
    assert len(told([{"id": "sent", **WORDS}], kept)) == 1
