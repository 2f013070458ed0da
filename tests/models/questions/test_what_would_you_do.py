"""What would you do: something is safest, and something is not."""

from __future__ import annotations

import pytest

from macros.models.questions import WhatWouldYouDo
from tests.models.telling import told

QUESTION = """id: one
type: what-would-you-do
text: What would you do?
hint: Look.
choices:
  - {text: Tell, grade: safest, feedback: It helps.}
  - {text: Wait, grade: risky, feedback: It may go on.}
"""


def test_a_right_question_is_read() -> None:
    assert told(WhatWouldYouDo, QUESTION) == []


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("grade: safest", "grade: okay", ["6:3: No choice is the safest. Give one of them “grade: safest”."]),
        (
            "grade: risky",
            "grade: safest",
            ["6:3: Every choice is the safest, so there is nothing to think about. Add another."],
        ),
        ("grade: risky", "grade: rusky", ["7:25: “rusky” is not known as “grade”. Did you mean “risky”?"]),
        ("text: Wait", "text: tell", ["7:12: “tell” says the same as number 1 above. Make them differ, or keep one."]),
    ],
)
def test_a_mistake_has_its_sentence_and_place(old: str, new: str, lines: list[str]) -> None:
    assert old in QUESTION
    assert told(WhatWouldYouDo, QUESTION.replace(old, new, 1)) == lines
