"""Choose many: some choices are correct, and each of those says what was missed."""

from __future__ import annotations

import pytest

from macros.models.questions import ChooseMany
from tests.models.telling import told

QUESTION = """id: one
type: choose-many
text: Which?
hint: Look.
choices:
  - {text: A, feedback: Because.}
  - {text: B, correct: yes, feedback: It is., missed: Look again.}
  - {text: C, feedback: Because.}
"""


def test_a_right_question_is_read() -> None:
    assert told(ChooseMany, QUESTION) == []


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            ", correct: yes, feedback: It is., missed: Look again.",
            ", feedback: It is.",
            ["6:3: No choice is correct. Add “correct: yes” to each good one."],
        ),
        (
            ", missed: Look again.",
            "",
            ["7:5: “missed” is missing here: say what a learner missed who did not choose this good answer."],
        ),
        (
            "C, feedback: Because.",
            "C, feedback: Because., missed: D",
            ["8:43: “missed” is only for a choice that is correct. Take it out."],
        ),
        ("text: C", "text: a", ["8:12: “a” says the same as number 1 above. Make them differ, or keep one."]),
        ("  - {text: C, feedback: Because.}\n", "", ["6:3: “choices” needs at least 3 and has 2."]),
    ],
)
def test_a_mistake_has_its_sentence_and_place(old: str, new: str, lines: list[str]) -> None:
    assert old in QUESTION
    assert told(ChooseMany, QUESTION.replace(old, new, 1)) == lines


def test_a_question_in_which_all_is_correct_has_nothing_to_choose() -> None:
    good = QUESTION.replace("Because.", "It is., correct: yes, missed: Look.")
    assert told(ChooseMany, good) == [
        "6:3: Every choice is correct, so there is nothing to choose. Add one that is not."
    ]
