"""A pattern of the voice is a regular expression that can be read."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from macros.models.voice_pattern import VoicePattern

PATTERN = {"id": "whom", "where": "all", "find": r"\b[Ww]hom\b", "say": "who"}


def test_a_pattern_finds_what_it_names() -> None:
    pattern = VoicePattern.model_validate(PATTERN)
    assert pattern.find.search("Whom to tell")
    assert not pattern.find.search("Who to tell")


def test_an_expression_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ValidationError, match="must be a regular expression that Python can read: missing \\)"):
        VoicePattern.model_validate({**PATTERN, "find": "(who"})
