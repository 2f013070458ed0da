"""A story to choose a way through, as other services are told of it."""

from __future__ import annotations

from macros.exports.questions.told import Told

TOLD = Told(left_out="it is a story")
