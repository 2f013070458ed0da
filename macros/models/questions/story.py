"""A story, scene by scene, in which the learner chooses what happens next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.base import Finding, Identity, Model, Text, YesNo
from macros.models.questions.common import Question, alike_texts
from macros.problems import did_you_mean


class WayOn(Model):
    """A choice at the end of a scene."""

    text: Text
    """What the friend in the story could do."""
    to: Identity
    """The id of the scene that follows."""


class Scene(Model):
    """One scene."""

    id: Identity
    """Its name within the story."""
    text: Text
    """What happens, and what came of the choice that led here."""
    picture: Identity | None = None
    """The name of a symbol shown with it."""
    helper: YesNo = False
    """Whether somebody who can help is in this scene."""
    ending: YesNo = False
    """Whether the story ends here; every ending is a safe one."""
    choices: tuple[WayOn, ...] = Field(default=(), max_length=4)
    """The ways on; an ending has none."""


class Story(Question):
    """Scenes joined by choices; the first scene is the beginning."""

    type: Literal["story"]
    scenes: tuple[Scene, ...] = Field(min_length=3, max_length=15)
    """The scenes; the first is the beginning."""

    def rules(self) -> Iterator[Finding]:
        """No dead end, no loop without a way out, no scene that cannot be reached, a helper within reach."""
        ids = [scene.id for scene in self.scenes]
        for number, scene in enumerate(self.scenes):
            loc = ("scenes", number)
            if scene.id in ids[:number]:
                yield (*loc, "id"), f"Two scenes have the id “{scene.id}”. Give each its own."
            for place, choice in enumerate(scene.choices):
                if choice.to not in ids:
                    yield (
                        (*loc, "choices", place, "to"),
                        f"There is no scene “{choice.to}”.{did_you_mean(choice.to, ids)}",
                    )
            yield from (
                ((*loc, *further), sentence)
                for further, sentence in alike_texts([choice.text for choice in scene.choices], "choices")
            )
            if scene.ending and scene.choices:
                yield (*loc, "choices"), f"The scene “{scene.id}” is an ending, so it has no choices. Take them out."
            if not scene.ending and len(scene.choices) < 2:
                yield loc, f"The scene “{scene.id}” is a dead end. Give it two choices, or “ending: yes”."
        yield from self._unreachable()
        yield from self._without(
            "ending",
            "No scene is an ending. Add “ending: yes” to the last one.",
            "From the scene “{}” no ending can be reached. Give it a way out.",
        )
        yield from self._without(
            "helper",
            "Nobody in the story can help. Add “helper: yes” to the scene of somebody who can.",
            "From the scene “{}” nobody who can help can be reached. Give it a way there.",
        )

    def _unreachable(self) -> Iterator[Finding]:
        reached = self.reach(self.scenes[0].id)
        for number, scene in enumerate(self.scenes):
            if scene.id not in reached:
                yield ("scenes", number), f"No choice leads to the scene “{scene.id}”. Lead there, or take it out."

    def _without(self, quality: Literal["ending", "helper"], none: str, sentence: str) -> Iterator[Finding]:
        good = {scene.id for scene in self.scenes if getattr(scene, quality)}
        if not good:
            yield ("scenes",), none
            return
        for number, scene in enumerate(self.scenes):
            if not scene.ending and not self.reach(scene.id) & good:
                yield ("scenes", number), sentence.format(scene.id)

    def reach(self, start: str) -> set[str]:
        """Give the ids of all scenes that can be reached from one, itself among them."""
        choices = {scene.id: [choice.to for choice in scene.choices] for scene in self.scenes}
        reached: set[str] = set()
        waiting = [start]
        while waiting:
            scene = waiting.pop()
            if scene not in reached:
                reached.add(scene)
                waiting.extend(choices.get(scene, []))
        return reached
