"""The bodies of people at each age, and their limbs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from macros.scenes.joints import Point, sides, smooth

Thickness = tuple[float, float, float]  # half of it, at the beginning, the middle and the end of a limb

SKIN = "var(--skin, #eebf98)"
TOP = "var(--top, #5f9aa0)"
SLEEVE = "var(--sleeve, var(--top, #5f9aa0))"
BOTTOM = "var(--bottom, #4f6a8a)"


@dataclass(frozen=True)
class Build:
    """How large the parts of a body are at one age, in the units of a scene.

    Attributes:
        head: how large the head is, beside its drawing.
        shape: "young" or "grown": the drawing of the head and of the nose.
        face: how large the face is on the head.
        torso: from the hips to the shoulders.
        shoulders: half of the width of the shoulders.
        waist: half of the width of the waist.
        hips: half of the width of the hips.
        arm: the upper arm; the lower one is as long.
        leg: the thigh; the shin is as long.
        arm_thick: half of the thickness of an arm at its shoulder, elbow and wrist.
        leg_thick: half of the thickness of a leg at its hip, knee and ankle.
        extremity: how large hands and feet are, beside their drawing.
    """

    head: float
    shape: str
    face: float
    torso: float
    shoulders: float
    waist: float
    hips: float
    arm: float
    leg: float
    arm_thick: Thickness
    leg_thick: Thickness
    extremity: float


BUILDS: Mapping[str, Build] = MappingProxyType(
    {
        "toddler": Build(0.86, "young", 1, 32, 15, 16.5, 16.5, 15, 16, (6.2, 5.4, 4.6), (8.4, 7.4, 6.6), 0.78),
        "eight": Build(1, "young", 1, 43, 18, 16.5, 17, 22, 29, (6.6, 5.4, 4.4), (8.8, 7.2, 6), 0.95),
        "ten": Build(0.96, "young", 0.94, 51, 20.5, 18, 18, 26, 36, (7, 5.6, 4.6), (9.4, 7.6, 6.2), 1),
        "teen": Build(0.98, "grown", 0.9, 60, 24, 20, 20, 31, 44, (7.8, 6.4, 5), (10.6, 8.6, 6.8), 1.1),
        "adult": Build(1.05, "grown", 0.88, 66, 28, 25, 24, 34, 47, (8.8, 7.2, 5.8), (12.4, 9.8, 7.8), 1.2),
        "older": Build(1.05, "grown", 0.88, 63, 26.5, 28, 26, 33, 44, (8.8, 7.2, 5.8), (12, 9.6, 7.8), 1.2),
    }
)


def bare(line: Sequence[Point], thick: Thickness, colour: str) -> str:
    """Draw a limb whose ends are open: its beginning is in the body, and a hand or shoe ends it.

    Args:
        line: its middle line.
        thick: half of its thickness at its beginning, its middle and its end.
        colour: its colour.
    """
    left, right = sides(line, thick)
    outer, inner = _outer_first(left, right)
    return (
        f'{_cap(line[0], thick[0], colour)}<path d="{smooth(left)}{smooth(right[::-1], "L")}z" fill="{colour}" '
        f'stroke="none"/><path d="{smooth(_round_shoulder(outer, line[0]))}{smooth(inner[2:])}"/>'
    )


def cuffed(line: Sequence[Point], thick: Thickness, until: float, colour: str) -> str:
    """Draw a sleeve or a leg of trousers, which ends in a hem.

    Args:
        line: the middle line of the limb.
        thick: half of its thickness at its beginning, its middle and its end.
        until: how much of the limb it covers.
        colour: its colour.
    """
    outer, inner = _outer_first(*sides(line, thick, until))
    outline = smooth(_round_shoulder(outer, line[0])) + smooth(inner[:1:-1], "L")
    filled = smooth(outer) + smooth(inner[::-1], "L")
    return f'{_cap(line[0], thick[0], colour)}<path d="{filled}z" fill="{colour}" stroke="none"/><path d="{outline}"/>'


def _outer_first(left: list[Point], right: list[Point]) -> tuple[list[Point], list[Point]]:
    """Give the side that is away from the body, whose line goes on into the shoulder, before the other."""
    (left_x, left_y), (right_x, right_y) = left[0], right[0]
    return (left, right) if left_x + left_y / 2 < right_x + right_y / 2 else (right, left)


def _round_shoulder(outer: list[Point], start: Point) -> list[Point]:
    """Give the outer side with the quarter of a circle before it."""
    x, y = outer[0][0] - start[0], outer[0][1] - start[1]
    along = math.dist(outer[0], outer[1]) or 1
    half = math.hypot(x, y)
    back_x, back_y = ((outer[0][n] - outer[1][n]) / along * half for n in (0, 1))
    corner = (start[0] + (x + back_x) * 0.71, start[1] + (y + back_y) * 0.71)
    return [(start[0] + back_x, start[1] + back_y), corner, *outer]


def _cap(place: Point, radius: float, colour: str) -> str:
    return f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="{radius:.1f}" fill="{colour}" stroke="none"/>'


def pelvis(build: Build, hip: float, legs: str, *, seated: bool) -> str:
    """Draw what joins the legs.

    Args:
        build: the body.
        hip: how high the hips are.
        legs: what is on the legs.
        seated: whether somebody sits.
    """
    if legs == "skirt":
        return ""
    wide, deep = build.hips, build.leg_thick[0]
    if seated:
        return (
            f'<path d="M{-wide:.1f} {hip - 4:.1f}L{wide:.1f} {hip - 4:.1f}L{wide:.1f} {hip + 2:.1f}'
            f'Q0 {hip + 3:.1f}{-wide:.1f} {hip + 2:.1f}z" fill="{BOTTOM}" stroke="none"/>'
        )
    return (
        f'<path d="M{-wide + 0.5:.1f} {hip - 6:.1f}H{wide - 0.5:.1f}L{wide - 0.6:.1f} {hip + 3:.1f}'
        f"Q{wide * 0.4:.1f} {hip + deep + 2:.1f} 1 {hip + deep + 3:.1f}"
        f'Q{-wide * 0.4:.1f} {hip + deep + 2:.1f}{-wide + 0.6:.1f} {hip + 3:.1f}z" fill="{BOTTOM}" stroke="none"/>'
        f'<path d="M1 {hip + deep + 4:.1f}V{hip + deep - 3:.1f}"/>'
    )
