"""A story is scenes with numbers."""

from __future__ import annotations

from tests.views.questions.showing import PLAIN, shown


def test_a_story_is_numbered_scene_by_scene() -> None:
    question = shown("story")
    scenes = PLAIN["story"]["scenes"]
    numbers = {scene["id"]: number for number, scene in enumerate(scenes, start=1)}
    assert [scene.number for scene in question.scenes] == list(numbers.values())
    for scene, written in zip(question.scenes, scenes, strict=True):
        assert [number for _, number in scene.choices] == [numbers[way["to"]] for way in written.get("choices", [])]
