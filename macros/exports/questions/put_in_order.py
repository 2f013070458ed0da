"""Steps to put in order, as other services are told of it."""

from __future__ import annotations

from macros.exports.questions.told import Told

TOLD = Told(asks="When does “{}” come?", part="step", numbered=True)
