"""A story as its readers see it: numbered scenes, and a map for the teacher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ACROSS = 90  # units from one step of the story to the next
DOWN = 60  # units from one scene to the one below it
RADIUS = 20  # units: the size of a scene


@dataclass(frozen=True)
class ShownScene:
    """A scene of a story.

    Attributes:
        number: its number, by which paper names it.
        text: what happens.
        picture: a symbol's name.
        ending: whether the story ends here.
        choices: the words of each way on, and the number of the scene that it leads to.
    """

    number: int
    text: str
    picture: str | None
    ending: bool
    choices: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Spot:
    """A scene on the map: its number, its middle in units, and whether the story ends there."""

    number: int
    x: int
    y: int
    ending: bool


@dataclass(frozen=True)
class Loc:
    """A choice on the map: the path of its line (SVG), and where it arrives, in units."""

    path: str
    x: int
    y: int


@dataclass(frozen=True)
class StoryMap:
    """Which scene leads to which.

    Attributes:
        width: units.
        height: units.
        words: every way in words, for those who cannot see the map.
        spots: the scenes.
        ways: the choices.
        radius: the size of a scene, in units.
    """

    width: int
    height: int
    words: str
    spots: tuple[Spot, ...]
    ways: tuple[Loc, ...]
    radius: int = RADIUS


def story_map(scenes: Sequence[ShownScene]) -> StoryMap:
    """Lay a story out: a scene stands as many steps from the left as the fewest choices that lead to it."""
    steps = _steps(scenes)
    rows: dict[int, int] = {}
    spots: dict[int, Spot] = {}
    for scene in scenes:
        step = steps[scene.number]
        rows[step] = rows.get(step, 0) + 1
        x, y = RADIUS * 2 + step * ACROSS, RADIUS * 2 + (rows[step] - 1) * DOWN
        spots[scene.number] = Spot(scene.number, x, y, scene.ending)
    ways = [(scene.number, number) for scene in scenes for _, number in scene.choices]
    return StoryMap(
        width=max(spot.x for spot in spots.values()) + RADIUS * 2,
        height=max(spot.y for spot in spots.values()) + RADIUS * 2 + DOWN // 2,
        words="; ".join(f"{start} leads to {end}" for start, end in ways),
        spots=tuple(spots.values()),
        ways=tuple(_way(spots[start], spots[end]) for start, end in ways),
    )


def _steps(scenes: Sequence[ShownScene]) -> dict[int, int]:
    ways = {scene.number: [number for _, number in scene.choices] for scene in scenes}
    steps = {scenes[0].number: 0}
    waiting = [scenes[0].number]
    while waiting:
        scene = waiting.pop(0)
        for number in ways[scene]:
            if number not in steps:
                steps[number] = steps[scene] + 1
                waiting.append(number)
    return steps


def _way(start: Spot, end: Spot) -> Loc:
    """Draw a way on: straight to the right, and in a bend below where it leads back or down."""
    length = max(((end.x - start.x) ** 2 + (end.y - start.y) ** 2) ** 0.5, 1)
    x = round(end.x - (end.x - start.x) / length * RADIUS)
    y = round(end.y - (end.y - start.y) / length * RADIUS)
    bend = "L" if end.x > start.x else f"Q {(start.x + end.x) // 2} {max(start.y, end.y) + DOWN}"
    return Loc(f"M {start.x} {start.y} {bend} {x} {y}", x, y)
