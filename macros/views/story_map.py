"""The map of a story for the teacher: which scene leads to which."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.views.quizzes import ShownScene

ACROSS = 90  # units from one step of the story to the next
DOWN = 60  # units from one scene to the one below it
ROUND = 20  # units: the size of a scene


def story_map(scenes: Sequence[ShownScene]) -> Markup:
    """Draw a story as SVG: a circle for each scene, a double one for an ending, a line for each choice.

    A scene stands as many steps from the left as the fewest choices that lead to it.
    """
    steps = _steps(scenes)
    rows: dict[int, int] = {}
    places: dict[int, tuple[int, int]] = {}
    for scene in scenes:
        step = steps[scene.number]
        rows[step] = rows.get(step, 0) + 1
        places[scene.number] = (ROUND * 2 + step * ACROSS, ROUND * 2 + (rows[step] - 1) * DOWN)
    width = max(x for x, _ in places.values()) + ROUND * 2
    height = max(y for _, y in places.values()) + ROUND * 2
    ways = [(scene.number, number) for scene in scenes for _, number in scene.choices]
    words = "; ".join(f"{start} leads to {end}" for start, end in ways)
    drawn = [_line(places[start], places[end]) for start, end in ways]
    for scene in scenes:
        x, y = places[scene.number]
        drawn.append(f'<circle cx="{x}" cy="{y}" r="{ROUND}" fill="var(--school-paper, #fff)"/>')
        if scene.ending:
            drawn.append(f'<circle cx="{x}" cy="{y}" r="{ROUND - 4}" fill="none"/>')
        drawn.append(
            f'<text x="{x}" y="{y + 6}" text-anchor="middle" stroke="none" fill="currentColor">{scene.number}</text>'
        )
    return Markup(
        f'<svg class="story-map" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="Map of the story: {words}" fill="none" stroke="currentColor" stroke-width="2">'
        f"{''.join(drawn)}</svg>"
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


def _line(start: tuple[int, int], end: tuple[int, int]) -> str:
    """Draw a way on, with a dot at the scene that it leads to."""
    (x1, y1), (x2, y2) = start, end
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1)
    x3, y3 = x2 - (x2 - x1) / length * ROUND, y2 - (y2 - y1) / length * ROUND
    bend = "" if x2 > x1 else f" Q {(x1 + x2) / 2:.0f} {max(y1, y2) + DOWN:.0f}"
    path = f"M {x1} {y1}{bend or ' L'} {x3:.0f} {y3:.0f}"
    return f'<path d="{path}"/><circle cx="{x3:.0f}" cy="{y3:.0f}" r="4" fill="currentColor"/>'
