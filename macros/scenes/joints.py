"""Arms and legs with joints: where an elbow is, and the outline of a limb that grows thinner."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]

ROUND_FROM = 0.6  # of the way to the elbow: from here the limb bends
SAMPLES = 28  # points of the middle line
KEPT = 6  # points of one side of an outline


def elbow(start: Point, end: Point, first: float, second: float, bend: int) -> tuple[Point, Point]:
    """Find the joint between two bones, and the end that they can reach.

    Args:
        start: where the first bone begins.
        end: where the second is to end.
        first: the length of the first bone.
        second: the length of the second.
        bend: 1 for a joint to the left of the way down, -1 for one to the right.

    Returns:
        The joint, and the end; nearer than asked if the bones are too short.
    """
    way = math.atan2(end[1] - start[1], end[0] - start[0])
    far = min(max(math.dist(start, end), abs(first - second) + 0.5), first + second - 0.5)
    inside = math.acos((first**2 + far**2 - second**2) / (2 * first * far))
    joint = (start[0] + first * math.cos(way + bend * inside), start[1] + first * math.sin(way + bend * inside))
    return joint, (start[0] + far * math.cos(way), start[1] + far * math.sin(way))


def middle_line(start: Point, joint: Point, end: Point) -> list[Point]:
    """Give points along a limb, evenly, rounded at its joint.

    Args:
        start: the shoulder or hip.
        joint: the elbow or knee.
        end: the hand or foot.
    """
    before, after = _between(start, joint, ROUND_FROM), _between(joint, end, 1 - ROUND_FROM)
    bent = [
        ((1 - t) ** 2 * before[0] + 2 * t * (1 - t) * joint[0] + t**2 * after[0],
         (1 - t) ** 2 * before[1] + 2 * t * (1 - t) * joint[1] + t**2 * after[1])
        for t in (n / 10 for n in range(11))
    ]  # fmt: skip
    rough = [start, *bent, end]
    steps = [math.dist(one, other) for one, other in pairwise(rough)]
    line = []
    for number in range(SAMPLES + 1):
        left = sum(steps) * number / SAMPLES
        place = 0
        while place < len(steps) - 1 and left > steps[place]:
            left -= steps[place]
            place += 1
        line.append(_between(rough[place], rough[place + 1], left / (steps[place] or 1)))
    return line


def sides(
    line: Sequence[Point], thick: tuple[float, float, float], until: float = 1
) -> tuple[list[Point], list[Point]]:
    """Give the two sides of a limb.

    Args:
        line: its middle line.
        thick: half of its thickness at its beginning, its middle and its end.
        until: how much of it is wanted.
    """
    left, right = [], []
    for number in range(KEPT + 1):
        far = until * number / KEPT
        place = min(round(far * SAMPLES), SAMPLES)
        here, ahead, back = line[place], line[min(place + 1, SAMPLES)], line[max(place - 1, 0)]
        way = math.atan2(ahead[1] - back[1], ahead[0] - back[0])
        half = (
            thick[0] + (thick[1] - thick[0]) * far * 2
            if far < 0.5
            else thick[1] + (thick[2] - thick[1]) * (far * 2 - 1)
        )
        left.append((here[0] + half * math.sin(way), here[1] - half * math.cos(way)))
        right.append((here[0] - half * math.sin(way), here[1] + half * math.cos(way)))
    return left, right


def smooth(points: Sequence[Point], start: str = "M") -> str:
    """Give a soft line through points.

    Args:
        points: two or more, in order; it runs through the first and the last, and near the others.
        start: the command of the path that leads to the first: “M” to begin there, “L” to go on.

    Returns:
        The commands of an SVG path.
    """
    text = f"{start}{points[0][0]:.1f} {points[0][1]:.1f}"
    for one, other in pairwise(points[1:-1]):
        half = _between(one, other, 0.5)
        text += f"Q{one[0]:.1f} {one[1]:.1f} {half[0]:.1f} {half[1]:.1f}"
    last, end = points[-2], points[-1]
    return f"{text}Q{last[0]:.1f} {last[1]:.1f} {end[0]:.1f} {end[1]:.1f}"


def _between(one: Point, other: Point, far: float) -> Point:
    return (one[0] + (other[0] - one[0]) * far, one[1] + (other[1] - one[1]) * far)
