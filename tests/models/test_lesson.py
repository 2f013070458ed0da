"""A lesson's own rules: its steps add up, and it has a part for each reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from macros.models.base import explain
from macros.models.lesson import Lesson
from macros.source import read_lesson

LESSON = """---
title: Keep it
outcome: I can keep it.
summary: Keeping it.
symbol: key
minutes: 6
year: 3
strand: privacy
teaches: [{id: OSA-4, step: Do, question: one}]
success_criteria: [I can, I do]
have_ready: [Paper]
in_class: [one]
no_device: Talk.
misconceptions:
  - {thought: A, reply: B}
  - {thought: C, reply: D}
support: [Less]
stretch: [More]
adaptations: [{need: Sight, change: Large},
  {need: Hearing, change: Face}]
dsl: Tell.
safeguarding: Mind.
assessment: {secure: A, developing: B, misconception: C}
five_minutes: [Read, Ask, Say]
social_story:
  - {text: I tell, picture: tell}
  - {text: I tell, picture: tell}
  - {text: I tell, picture: tell}
  - {text: I tell, picture: tell}
  - {text: I tell, picture: tell}
---

## Think (2 minutes)

!!! teacher "Say"
    Hello.

!!! word "private" key
    Only for you.

## Do (3 minutes)

!!! worksheet "Draw"
    Draw it.

!!! home
    Ask.

## Quiz (1 minute)

{{ quiz("keep-it") }}
"""


def told(folder: Path, text: str) -> list[str]:
    (folder / "lesson.md").write_text(text, encoding="utf-8")
    document = read_lesson(folder, "lesson.md")
    try:
        Lesson.model_validate(document.data)
    except ValidationError as error:
        found = [document.problem(sentence, way, key=key) for way, sentence, key in explain(error, Lesson)]
        return [str(problem).removeprefix("lesson.md:") for problem in found]
    return []


def test_a_whole_lesson_is_read(tmp_path: Path) -> None:
    assert told(tmp_path, LESSON) == []
    lesson = Lesson.model_validate(read_lesson(tmp_path, "lesson.md").data)
    assert [step.minutes for step in lesson.steps] == [2, 3, 1]
    assert [(word.title, word.picture, word.text) for word in lesson.words] == [("private", "key", "Only for you.")]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("minutes: 6", "minutes: 7", "6:10: The steps add up to 6 minutes and “minutes” says 7. Make them agree."),
        ("## Do (", "## Think (", "41:4: Two steps are called “Think”. Give each its own name."),
        (
            "question: one}]",
            "question: one}, {id: OSA-4, step: Think, part: yes}]",
            "9:54: “OSA-4” is claimed twice. Keep one claim, whole or in part.",
        ),
        ("step: Do", "step: Doo", "9:29: This lesson has no step “Doo”. Did you mean “Do”?"),
        ("step: Do, ", "", "9:11: “step” is missing here. Add a line “step: …”."),
        ("[{id: OSA-4, step: Do, question: one}]", "[]", "9:10: “teaches” needs at least 1 and has 0."),
        ("year: 3", "year: 7", "7:7: “7” is not known as “year”. There is “1”, “2”, “3”, “4”, “5”, “6”, “R”."),
        (
            "dsl: Tell.",
            f"dsl: {'word ' * 41}",
            "21:6: This note is 41 words long, and two lines of the plan hold 40. Keep what comes first; the rest is "
            "said under “safeguarding”.",
        ),
        ("I can keep", "To keep", "3:10: The outcome must begin “I can”, so that a learner can say it."),
        (
            '{{ quiz("keep-it") }}',
            "Words.",
            '32:1: The lesson has no “quiz” part. Add a line {{ quiz("…") }} where the quiz belongs.',
        ),
        (
            '!!! teacher "Say"',
            '!!! word "one"',
            '32:1: The lesson has no “teacher” part. Add “!!! teacher "Say"” with what the teacher says.',
        ),
        (
            "!!! home",
            '!!! word "one"',
            "32:1: The lesson has no “home” part. Add “!!! home” with a few lines for the grown-up at home.",
        ),
        (
            "!!! worksheet",
            "!!! word",
            '32:1: The lesson has no “worksheet” part. Add “!!! worksheet "…"” with something to do on paper.',
        ),
        ('!!! word "private" key', "!!! word", '38:1: A word block must name its word: !!! word "password".'),
        (
            '!!! teacher "Say"',
            '!!! teacher "Say" key',
            "35:1: Only a new word has a symbol. Take out “key” after the title.",
        ),
        (
            "(3 minutes)",
            "",
            "41:4: This heading does not say how long the step takes. Write it at the end, in round brackets: "
            "“(5 minutes)”.",
        ),
        ("(3 minutes)", "(300 minutes)", "41:8: “minutes” must be at most 60."),
        (
            "support: [Less]",
            "suport: [Less]",
            "17:1: “suport” is not a name that is known here. Did you mean “support”?",
        ),
        ("[one]", "[one, two, three, four]", "12:11: “in_class” may have at most 3 and has 4."),
        ("[I can, I do]", "[A, B, C, D]", "10:19: “success_criteria” may have at most 3 and has 4."),
        ("  - {thought: C, reply: D}\n", "", "15:3: “misconceptions” needs at least 2 and has 1."),
    ],
)
def test_a_mistake_has_its_sentence_and_place(tmp_path: Path, old: str, new: str, line: str) -> None:
    assert old in LESSON
    assert line in told(tmp_path, LESSON.replace(old, new, 1))
