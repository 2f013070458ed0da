"""Fill the gap: one gap to a sentence, and no word in the bank twice."""

from __future__ import annotations

import pytest

from macros.models.questions import FillTheGap
from tests.models.telling import told

QUESTION = """id: one
type: fill-the-gap
text: Which word?
hint: Look.
sentences:
  - {text: A ___ opens a door., answer: key, feedback: It does., not_yet: Look.}
  - {text: A ___ writes., answer: pen, feedback: It does., not_yet: Look.}
spare_words: [lamp]
"""


def test_a_right_question_is_read() -> None:
    assert told(FillTheGap, QUESTION) == []


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            "A ___ writes",
            "A pen writes",
            ["7:12: A sentence needs one gap, written as three underscores, and this one has 0."],
        ),
        (
            "A ___ writes",
            "___ and ___ write",
            ["7:12: A sentence needs one gap, written as three underscores, and this one has 2."],
        ),
        ("answer: pen", "answer: key", ["7:35: “key” says the same as number 1 above. Make them differ, or keep one."]),
        ("[lamp]", "[lamp, Key]", ["8:21: “Key” fills a gap, so it is not spare. Take it out here."]),
    ],
)
def test_a_mistake_has_its_sentence_and_place(old: str, new: str, lines: list[str]) -> None:
    assert old in QUESTION
    assert told(FillTheGap, QUESTION.replace(old, new, 1)) == lines
