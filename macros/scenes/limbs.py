"""Arms and legs that bend, with paws: those of every kind of the cast that has no wings."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from macros.scenes.parts import Part

Point = tuple[float, float]

INK = "#4a3226"
SHOULDERS: tuple[Point, Point] = ((-21.0, -53.0), (29.0, -53.0))  # the nearer and the farther
HIPS: tuple[Point, Point] = ((-11.0, -15.0), (15.0, -15.0))
THICK_ARM, THICK_LEG = 14.0, 16.0
FOOT = (11.0, 6.2)  # half of a foot's length and height
BETWEEN = (26.0, -10.0)  # the lower edge of what is held in both hands, in the middle
GIVEN = (54.0, -20.0)  # the same, where it is held out to somebody
TURN_OF_FOOT: Mapping[str, float] = MappingProxyType({"sitting": -78, "seated": -6})
ELBOW_HANGS = 13.0  # how far below the shoulder or the hand, where an arm reaches somebody else
BARE = "coat"  # the colour of an arm without a sleeve


@dataclass(frozen=True)
class Reach:
    """Where the arms are in one pose, in the figure's own measures: feet at 0, the neck at -80.

    Attributes:
        near: the elbow and the hand of the nearer arm.
        far: the elbow and the hand of the farther arm.
        over_face: whether the farther arm too is before the face.
        points: whether the farther hand points with one finger.
    """

    near: tuple[Point, Point] = ((-37, -40), (-29, -23))
    far: tuple[Point, Point] = ((44, -42), (38, -24))
    over_face: bool = False
    points: bool = False


REACHES: Mapping[str, Reach] = MappingProxyType(
    {
        "standing": Reach(),
        "sitting": Reach(near=((-38, -38), (-10, -24)), far=((46, -40), (40, -22))),
        "lying": Reach(near=((-34, -40), (-14, -30)), far=((44, -42), (38, -26))),
        "walking": Reach(near=((-38, -44), (-42, -27)), far=((46, -44), (53, -36))),
        "pointing": Reach(far=((50, -56), (68, -62)), points=True),
        "holding": Reach(near=((-38, -26), (-4, -28)), far=((48, -44), (54, -32))),
        "hugging": Reach(near=((-22, -34), (34, -44)), far=((56, -60), (56, -40))),
        "hand-on-shoulder": Reach(near=((-34, -26), (-4, -26)), far=((44, -40), (34, -25))),
        "hiding": Reach(near=((-44, -64), (2, -80)), far=((54, -64), (28, -82)), over_face=True),
        "waving": Reach(near=((-52, -56), (-46, -92))),
        "phoning": Reach(near=((-54, -48), (-31, -80))),
        "cheering": Reach(near=((-52, -60), (-46, -96)), far=((60, -60), (54, -96))),
        "reaching": Reach(near=((-20, -30), (44, -52)), far=((54, -52), (72, -56))),
        "thinking": Reach(near=((-34, -34), (14, -64)), far=((46, -38), (22, -26))),
        "folded": Reach(near=((-34, -32), (22, -36)), far=((46, -36), (2, -30))),
        "holding-tummy": Reach(near=((-38, -26), (6, -25)), far=((46, -28), (24, -20))),
        "listening": Reach(near=((-50, -42), (-25, -74)), far=((45, -40), (40, -22))),
        "telling": Reach(near=((-36, -28), (4, -32)), far=((50, -42), (66, -56))),
        "whispering": Reach(near=((-22, -32), (33, -56)), far=((44, -40), (36, -24))),
        "covering-ears": Reach(near=((-56, -58), (-28, -86)), far=((58, -76), (36, -106))),
        "pushing-away": Reach(near=((-6, -34), (42, -50)), far=((54, -50), (80, -58))),
        "giving": Reach(near=((-18, -26), (34, -32)), far=((56, -42), (74, -40))),
        "leaning-in": Reach(near=((-40, -42), (-30, -19)), far=((44, -38), (32, -20))),
    }
)
# The knee and the foot of the nearer leg, and of the farther.
STEPS: Mapping[str, tuple[tuple[Point, Point], tuple[Point, Point]]] = MappingProxyType(
    {
        "standing": (((-10, -9), (-10, -6)), ((16, -9), (16, -6))),
        "walking": (((-15, -10), (-23, -8)), ((22, -10), (25, -6))),
        "sitting": (((12, -10), (30, -6)), ((26, -8), (44, -9))),
        "seated": (((40, -20), (36, 6)), ((52, -22), (48, 2))),
    }
)


@dataclass(frozen=True)
class Limbs:
    """The limbs of one figure, drawn.

    Attributes:
        far: what is behind the body.
        near: what is before it.
        legs: the legs.
        over: whether the legs are before the body.
    """

    far: str
    near: str
    legs: str
    over: bool


def limbs(
    pose: str,
    legs: str,
    kind: Part,
    colours: Mapping[str, str],
    stroke: float,
    *,
    both: bool,
    touch: Sequence[Point] = (),
) -> Limbs:
    """Draw the limbs of a figure.

    Args:
        pose: the name of the pose.
        legs: how the legs are drawn.
        kind: what the drawing says of its limbs: their colours and the size of a paw.
        colours: the figure's own colours.
        stroke: how thick its outline is.
        both: whether both hands hold something.
        touch: where the hands touch somebody else: the farther one, which is the shorter way; or both in a hug, the
            nearer one first.
    """
    reach = REACHES["holding" if both and pose != "giving" else pose]
    if touch:
        reach = replace(reach, far=_to(SHOULDERS[1], touch[-1]))
    if len(touch) > 1:
        reach = replace(reach, near=_to(SHOULDERS[0], touch[0]))
    bare = colours.get(BARE, kind.notes["arm"])
    sleeve = colours.get("sleeve")
    paw = colours.get("paw", kind.notes["paw"])
    size = float(kind.notes["size"])
    arms = partial(_arm, colour=sleeve or bare, paw=paw, stroke=stroke, size=size, sleeve=bool(sleeve))
    near = arms(SHOULDERS[0], *reach.near, points=False)
    far = arms(SHOULDERS[1], *reach.far, points=reach.points)
    shoes = colours.get("shoes", kind.notes["foot"])
    trousers = colours.get("trousers", bare)
    drawn = ""
    if legs in STEPS:
        turn = TURN_OF_FOOT.get(legs, 0)
        drawn = "".join(
            _leg(hip, *step, trousers, shoes, stroke, turn)
            for hip, step in reversed(tuple(zip(_hips(legs), STEPS[legs], strict=True)))
        )
    behind, before = ("", far + near) if reach.over_face else (far, near)
    return Limbs(behind, before, drawn, legs in ("sitting", "seated"))


def between(pose: str, *, both: bool) -> Point:
    """Give the place of what is held: between both hands, or in the nearer one.

    Args:
        pose: the name of the pose.
        both: whether both hands hold it.
    """
    if both:
        return GIVEN if pose == "giving" else BETWEEN
    return REACHES[pose].near[1]


def _to(shoulder: Point, hand: Point) -> tuple[Point, Point]:
    """Give the elbow and the hand of an arm that reaches somebody else."""
    return ((shoulder[0] + hand[0]) / 2, max(shoulder[1], hand[1]) + ELBOW_HANGS), hand


def _hips(legs: str) -> tuple[Point, Point]:
    return ((-4, -8), (12, -8)) if legs in ("sitting", "seated") else HIPS


def _curve(start: Point, elbow: Point, end: Point) -> str:
    return f"M{start[0]:g} {start[1]:g}Q{elbow[0]:g} {elbow[1]:g} {end[0]:g} {end[1]:g}"


def _tube(path: str, thick: float, colour: str) -> str:
    return f'<path d="{path}" stroke="{colour}" stroke-width="{thick:.2f}"/>'


def _arm(
    shoulder: Point,
    elbow: Point,
    hand: Point,
    *,
    colour: str,
    paw: str,
    stroke: float,
    size: float,
    sleeve: bool,
    points: bool,
) -> str:
    path = _curve(shoulder, elbow, hand)
    way = math.atan2(hand[1] - elbow[1], hand[0] - elbow[0])
    ahead = 6.0 if sleeve else 2.5
    x, y = hand[0] + ahead * math.cos(way), hand[1] + ahead * math.sin(way)
    turn = f'<g transform="translate({x:.1f} {y:.1f}) rotate({math.degrees(way):.0f})">'
    finger = '<path d="M4-2L14-3" stroke-width="{:.2f}" stroke="{}"/>'
    shape = f'<ellipse rx="{size:g}" ry="{size - 0.6:g}"/>'
    around = finger.format(5 + 2 * stroke, INK) if points else ""
    outline = f'{turn}{around}<g stroke-width="{stroke * 2:.2f}">{shape}</g></g>'
    lines = f'<path d="M{size - 4:g}-2.500h3M{size - 4:g} 2h3" stroke-width="{stroke * 0.7:.2f}"/>'
    fill = f'{turn}<g fill="{paw}" stroke="none">{shape}</g>{finger.format(5, paw) if points else lines}</g>'
    tube = (_tube(path, THICK_ARM + 2 * stroke, INK), _tube(path, THICK_ARM, colour))
    if sleeve:
        return f"{outline}{fill}{tube[0]}{tube[1]}"
    return f"{tube[0]}{outline}{tube[1]}{fill}"


def _leg(hip: Point, knee: Point, foot: Point, colour: str, shoe: str, stroke: float, turn: float) -> str:
    path = _curve(hip, knee, foot)
    ahead = (0.0, 0.0) if turn < -45 else (4.0, 0.0)
    shape = (
        f'<g transform="translate({foot[0] + ahead[0]:g} {foot[1] + ahead[1]:g}) rotate({turn:g})">'
        f'<ellipse rx="{FOOT[0]:g}" ry="{FOOT[1]:g}" fill="{shoe}"/></g>'
    )
    tube = _tube(path, THICK_LEG + 2 * stroke, INK) + _tube(path, THICK_LEG, colour)
    return tube + shape
