"""A story: no dead end, a way out of every loop, a helper within reach."""

from __future__ import annotations

import pytest

from macros.models.questions import Story
from tests.models.telling import told

QUESTION = """id: one
type: story
text: What happens?
hint: Look.
scenes:
  - id: start
    text: A message comes.
    choices:
      - {text: Tell Gran, to: gran}
      - {text: Wait, to: wait}
  - id: wait
    text: It is still there.
    choices:
      - {text: Tell Gran, to: gran}
      - {text: Look again, to: start}
  - id: gran
    text: Gran helps.
    helper: yes
    choices:
      - {text: Sort it together, to: end}
      - {text: Say it again, to: end}
  - id: end
    text: All is well.
    ending: yes
"""


def test_a_right_question_is_read() -> None:
    assert told(Story, QUESTION) == []


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            "to: wait",
            "to: wiat",
            [
                "10:26: There is no scene “wiat”. Did you mean “wait”?",
                "11:5: No choice leads to the scene “wait”. Lead there, or take it out.",
            ],
        ),
        ("to: wait", "to: gran", ["11:5: No choice leads to the scene “wait”. Lead there, or take it out."]),
        (
            "text: Wait",
            "text: tell gran",
            ["10:16: “tell gran” says the same as number 1 above. Make them differ, or keep one."],
        ),
        (
            "    ending: yes\n",
            "",
            [
                "6:3: No scene is an ending. Add “ending: yes” to the last one.",
                "22:5: From the scene “end” nobody who can help can be reached. Give it a way there.",
                "22:5: The scene “end” is a dead end. Give it two choices, or “ending: yes”.",
            ],
        ),
        (
            "    helper: yes\n",
            "",
            ["6:3: Nobody in the story can help. Add “helper: yes” to the scene of somebody who can."],
        ),
        (
            "id: wait",
            "id: start",
            [
                "10:26: There is no scene “wait”. There is “end”, “gran”, “start”.",
                "11:9: Two scenes have the id “start”. Give each its own.",
            ],
        ),
        (
            "      - {text: Look again, to: start}\n",
            "",
            ["11:5: The scene “wait” is a dead end. Give it two choices, or “ending: yes”."],
        ),
        (
            "    ending: yes\n",
            "    ending: yes\n    choices:\n      - {text: A, to: start}\n      - {text: B, to: wait}\n",
            ["26:7: The scene “end” is an ending, so it has no choices. Take them out."],
        ),
    ],
)
def test_a_mistake_has_its_sentence_and_place(old: str, new: str, lines: list[str]) -> None:
    assert old in QUESTION
    assert told(Story, QUESTION.replace(old, new, 1)) == lines
