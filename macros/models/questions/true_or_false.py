"""True, false or not sure."""

from __future__ import annotations

from typing import Literal

from macros.models.base import Text
from macros.models.questions.common import Question


class TrueOrFalse(Question):
    """A statement that is true or false.

    Attributes:
        answer: whether it is true.
        if_true: what is said to a learner who chose "True".
        if_false: what is said to a learner who chose "False".
    """

    type: Literal["true-or-false"]
    answer: bool
    if_true: Text
    if_false: Text
