"""A pattern of English that nobody says aloud: where to look, and what to say instead."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.models.base import NAME, Identity, Model, Text, refusal


def _compiled(value: object) -> object:
    """Read a regular expression.

    Raises:
        PydanticCustomError: it cannot be read.
    """
    try:
        return re.compile(value) if isinstance(value, str) else value
    except re.error as error:
        raise refusal(f"“{NAME}” must be a regular expression that Python can read: {error}.") from None


class VoicePattern(Model):
    """One pattern."""

    id: Identity
    """Its name."""
    where: Literal["all", "children", "adults"]
    """Whose words are looked at: everyone's, children's or adults'."""
    share: Text | None = None
    """The share of places at which it is too much, where one place alone is fair."""
    find: Annotated[re.Pattern[str], BeforeValidator(_compiled)]
    """A regular expression, as Python reads it."""
    say: Text
    """What to say instead."""


class VoicePatterns(Model):
    """All patterns, in the order in which they are told."""

    patterns: tuple[VoicePattern, ...] = Field(min_length=1)
    """The patterns, in the order in which they are told."""
