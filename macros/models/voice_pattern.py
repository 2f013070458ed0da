"""A pattern of English that nobody says aloud: where to look, and what to say instead."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from macros.models.base import Identity, Model, Text


def _compiled(value: object) -> object:
    """Read a regular expression.

    Raises:
        PydanticCustomError: it cannot be read.
    """
    try:
        return re.compile(value) if isinstance(value, str) else value
    except re.error as error:
        raise PydanticCustomError("expression", "write a regular expression: {why}", {"why": str(error)}) from None


class VoicePattern(Model):
    """One pattern.

    Attributes:
        id: its name.
        where: whose words are looked at: everyone's, children's or adults'.
        share: the share of places at which it is too much, where one place alone is fair.
        find: a regular expression, as Python reads it.
        say: what to say instead.
    """

    id: Identity
    where: Literal["all", "children", "adults"]
    share: Text | None = None
    find: Annotated[re.Pattern[str], BeforeValidator(_compiled)]
    say: Text


class VoicePatterns(Model):
    """All patterns, in the order in which they are told."""

    patterns: tuple[VoicePattern, ...] = Field(min_length=1)
