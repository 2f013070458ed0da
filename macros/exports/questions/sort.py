"""Things to sort into groups, as other services are told of it."""

from __future__ import annotations

from macros.exports.questions.told import Told

TOLD = Told(asks="Where does “{}” go?", part="thing to sort")
