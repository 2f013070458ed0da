"""True, false or not sure."""

from __future__ import annotations

from typing import Literal

from macros.models.base import Text, YesNo
from macros.models.questions.common import Question


class TrueOrFalse(Question):
    """A statement that is true or false."""

    type: Literal["true-or-false"]
    answer: YesNo
    """Whether it is true."""
    if_true: Text
    """What is said to a learner who chose "True"."""
    if_false: Text
    """What is said to a learner who chose "False"."""
