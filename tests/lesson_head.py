"""The front matter of a small lesson, for tests that are about what stands under it: one step is “A story”."""

from __future__ import annotations

import re

STORY = """[{text: A, picture: a}, {text: B, picture: b}, {text: C, picture: c}, {text: D, picture: d},
  {text: E, picture: e}]"""


def lesson_head(minutes: object = 15, in_class: str = "one", story: str = STORY) -> str:
    """Write it, with all that a lesson must have.

    Args:
        minutes: of the whole lesson.
        in_class: the ids of the questions for class, with commas.
        story: the lines of the social story, as YAML.
    """
    return f"""---
title: Locks
outcome: I can lock it.
summary: For the card.
symbol: key
minutes: {minutes}
year: 3
strand: privacy
teaches: [{{id: A, step: A story}}]
success_criteria: [One, Two]
have_ready: [Paper]
in_class: [{in_class}]
no_device: Use paper.
misconceptions: [{{thought: A, reply: B}}, {{thought: C, reply: D}}]
support: [Help]
stretch: [More]
adaptations: [{{need: A, change: B}}, {{need: C, change: D}}]
dsl: Tell.
safeguarding: Mind it.
assessment: {{secure: A, developing: B, misconception: C}}
five_minutes: [Read, Ask, Say]
social_story: {story}
---
"""


def with_questions(text: str, *questions: str) -> str:
    """Give a lesson another quiz: its front matter then names these questions for class, and no claim names one.

    Args:
        text: the lesson.
        questions: their ids.
    """
    text = re.sub(r"in_class: \[.*\]", f"in_class: [{', '.join(questions)}]", text)
    return re.sub(r", question: [\w-]+", "", text)
