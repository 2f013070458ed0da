"""True or false: there is an answer, and a reason for each."""

from __future__ import annotations

import pytest

from macros.models.questions import TrueOrFalse
from tests.models.telling import told

QUESTION = """id: one
type: true-or-false
text: A key opens a door.
hint: Look.
answer: yes
if_true: It does.
if_false: Look at the door.
"""


def test_a_right_question_is_read() -> None:
    assert told(TrueOrFalse, QUESTION) == []


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("answer: yes", "answer: perhaps", ["5:9: “answer” must be “yes” or “no”."]),
        ("if_false: Look at the door.\n", "", ["1:1: “if_false” is missing here. Add a line “if_false: …”."]),
        ("answer: yes\n", "", ["1:1: “answer” is missing here. Add a line “answer: …”."]),
    ],
)
def test_a_mistake_has_its_sentence_and_place(old: str, new: str, lines: list[str]) -> None:
    assert old in QUESTION
    assert told(TrueOrFalse, QUESTION.replace(old, new, 1)) == lines
