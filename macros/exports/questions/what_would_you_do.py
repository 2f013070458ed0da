"""What a learner could do, as other services are told of it."""

from __future__ import annotations

from macros.exports.questions.told import Told

TOLD = Told()
