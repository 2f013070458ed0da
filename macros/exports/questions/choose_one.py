"""One answer to choose, as other services are told of it."""

from __future__ import annotations

from macros.exports.questions.told import Told

TOLD = Told()
