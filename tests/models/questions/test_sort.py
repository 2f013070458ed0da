"""Sort: every thing has a group, and every group a thing."""

from __future__ import annotations

import pytest

from macros.models.questions import Sort
from tests.models.telling import told

QUESTION = """id: one
type: sort
text: Which?
hint: Look.
groups:
  - {id: fine, text: Fine}
  - {id: private, text: Private}
items:
  - {text: A, group: fine, feedback: Yes it is., not_yet: Look.}
  - {text: B, group: private, feedback: Yes it is., not_yet: Look.}
"""


def test_a_right_question_is_read() -> None:
    assert told(Sort, QUESTION) == []


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            "group: private",
            "group: privat",
            [
                "7:5: Nothing belongs to the group “private”. Add an item, or take it out.",
                "10:22: There is no group “privat”. Did you mean “private”?",
            ],
        ),
        (
            "id: private",
            "id: fine",
            [
                "7:10: Two groups have the id “fine”. Give each its own.",
                "10:22: There is no group “private”. There is “fine”.",
            ],
        ),
        (
            "text: Private",
            "text: fine",
            ["7:25: “fine” says the same as number 1 above. Make them differ, or keep one."],
        ),
        ("text: B", "text: A.", ["10:12: “A.” says the same as number 1 above. Make them differ, or keep one."]),
        (
            ", not_yet: Look.}\n  - {text: B",
            "}\n  - {text: B",
            ["9:5: “not_yet” is missing here. Add a line “not_yet: …”."],
        ),
    ],
)
def test_a_mistake_has_its_sentence_and_place(old: str, new: str, lines: list[str]) -> None:
    assert old in QUESTION
    assert told(Sort, QUESTION.replace(old, new, 1)) == lines
