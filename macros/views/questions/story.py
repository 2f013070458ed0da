"""A story to choose a way through, as learners see it."""

from __future__ import annotations

from dataclasses import replace

from macros.models.questions import Story
from macros.views.questions.common import ShownQuestion, shown
from macros.views.stories import ShownScene, story_map


def show(question: Story) -> ShownQuestion:
    """Turn the question into parts, options with keys, and reasons."""
    numbers = {scene.id: number for number, scene in enumerate(question.scenes, start=1)}
    scenes = tuple(
        ShownScene(
            numbers[scene.id],
            scene.text,
            scene.picture,
            scene.ending,
            tuple((choice.text, numbers[choice.to]) for choice in scene.choices),
        )
        for scene in question.scenes
    )
    whole = shown(question, "link", "story", "Read a scene. Choose. Go to the number.", [], [])
    return replace(whole, scenes=scenes, map=story_map(scenes))
