"""Put in order: no two steps are alike."""

from __future__ import annotations

import pytest

from macros.models.questions import PutInOrder
from tests.models.telling import told

QUESTION = """id: one
type: put-in-order
text: In which order?
hint: Look.
steps:
  - {text: Pause, feedback: First., not_yet: Look.}
  - {text: Tell, feedback: Next., not_yet: Look.}
  - {text: Sort it together, feedback: Last., not_yet: Look.}
"""


def test_a_right_question_is_read() -> None:
    assert told(PutInOrder, QUESTION) == []


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            "text: Tell",
            "text: pause.",
            ["7:12: “pause.” says the same as number 1 above. Make them differ, or keep one."],
        ),
        ("  - {text: Tell, feedback: Next., not_yet: Look.}\n", "", ["6:3: “steps” needs at least 3 and has 2."]),
        (
            ", not_yet: Look.}\n  - {text: Tell",
            "}\n  - {text: Tell",
            ["6:5: “not_yet” is missing here. Add a line “not_yet: …”."],
        ),
    ],
)
def test_a_mistake_has_its_sentence_and_place(old: str, new: str, lines: list[str]) -> None:
    assert old in QUESTION
    assert told(PutInOrder, QUESTION.replace(old, new, 1)) == lines
