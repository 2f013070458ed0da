"""Choose one: exactly one choice is correct."""

from __future__ import annotations

import pytest

from macros.models.questions import ChooseOne
from tests.models.telling import told

QUESTION = """id: one
type: choose-one
text: Which?
hint: Look.
choices:
  - {text: A, feedback: Because.}
  - {text: B, correct: yes, feedback: It is.}
"""


def test_a_right_question_is_read() -> None:
    assert told(ChooseOne, QUESTION) == []


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("correct: yes, ", "", ["6:3: No choice is correct. Add “correct: yes” to the best one."]),
        (
            "{text: A, ",
            "{text: A, correct: yes, ",
            ["7:24: A second choice is correct here. Keep one, or make the question “type: choose-many”."],
        ),
        ("text: B", "text: a.", ["7:12: “a.” says the same as number 1 above. Make them differ, or keep one."]),
        ("  - {text: A, feedback: Because.}\n", "", ["6:3: “choices” needs at least 2 and has 1."]),
        ("hint: Look.\n", "", ["1:1: “hint” is missing here. Add a line “hint: …”."]),
        (
            "feedback: It is.",
            "feedback: ",
            ["7:39: “feedback” is empty. Write something after the colon, or take the line out if it is not needed."],
        ),
    ],
)
def test_a_mistake_has_its_sentence_and_place(old: str, new: str, lines: list[str]) -> None:
    assert old in QUESTION
    assert told(ChooseOne, QUESTION.replace(old, new, 1)) == lines


def test_five_choices_are_too_many() -> None:
    more = "".join(f"  - {{text: C{n}, feedback: D.}}\n" for n in range(3))
    assert told(ChooseOne, QUESTION + more) == ["6:3: “choices” may have at most 4 and has 5."]
