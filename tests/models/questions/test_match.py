"""Match: nothing on either side is there twice."""

from __future__ import annotations

import pytest

from macros.models.questions import Match
from tests.models.telling import told

QUESTION = """id: one
type: match
text: What belongs together?
hint: Look.
pairs:
  - {text: Key, match: Door, feedback: It fits., not_yet: Look.}
  - {text: Pen, match: Paper, feedback: It writes., not_yet: Look.}
"""


def test_a_right_question_is_read() -> None:
    assert told(Match, QUESTION) == []


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("text: Pen", "text: key", ["7:12: “key” says the same as number 1 above. Make them differ, or keep one."]),
        (
            "match: Paper",
            "match: Door",
            ["7:24: “Door” says the same as number 1 above. Make them differ, or keep one."],
        ),
        (
            "  - {text: Pen, match: Paper, feedback: It writes., not_yet: Look.}\n",
            "",
            ["6:3: “pairs” needs at least 2 and has 1."],
        ),
    ],
)
def test_a_mistake_has_its_sentence_and_place(old: str, new: str, lines: list[str]) -> None:
    assert old in QUESTION
    assert told(Match, QUESTION.replace(old, new, 1)) == lines
