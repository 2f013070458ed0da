"""How people stand, sit and use their hands in each pose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from macros.scenes.joints import Point


@dataclass(frozen=True)
class Arm:
    """Where a wrist is, seen from its shoulder, in lengths of the arm.

    Attributes:
        x: forwards.
        y: down.
        bend: 1 for an elbow behind or below, -1 for one before or above.
        hand: the drawing of the hand; none is drawn without it.
        turn: how far the hand is turned against the arm.
        flip: whether the thumb is on the other side.
        head: whether "x" and "y" are seen from the neck, in the measures of a head, and "turn" is the hand's own.
        over: whether the hand is before the head and before its own sleeve.
    """

    x: float
    y: float
    bend: int = 1
    hand: str = "loose"
    turn: float = 0
    flip: bool = False
    head: bool = False
    over: bool = False


@dataclass(frozen=True)
class Stance:
    """How a person stands in one pose.

    Attributes:
        near: the arm that is nearer to us.
        far: the other.
        legs: the name of how the legs are.
        lean: how far the trunk leans forwards, in degrees.
        nod: how far the head is bent forwards, in degrees.
    """

    near: Arm = Arm(-0.12, 0.97)
    far: Arm = Arm(0.14, 0.97)
    legs: str = "standing"
    lean: float = 0
    nod: float = 0

    def with_legs(self, legs: str) -> Stance:
        """Give the same arms and head on other legs.

        Args:
            legs: the name of how the legs are.
        """
        return replace(self, legs=legs)


@dataclass(frozen=True)
class Legs:
    """Where the ankles are, seen from the hips, in lengths of the leg.

    Attributes:
        near: the ankle of the nearer leg.
        far: that of the other.
        thigh: how long a thigh looks.
        high: how high above the ground the lower foot is.
        over: whether the legs are before the trunk.
    """

    near: Point
    far: Point
    thigh: float = 1
    high: float = 0
    over: bool = False


STANCES: Mapping[str, Stance] = MappingProxyType(
    {
        "standing": Stance(),
        "sitting": Stance(near=Arm(0.34, 0.74), far=Arm(0.3, 0.78), legs="sitting"),
        "lying": Stance(near=Arm(0.3, 0.86), far=Arm(0.2, 0.9)),
        "walking": Stance(near=Arm(-0.36, 0.88), far=Arm(0.46, 0.8), legs="walking", lean=4),
        "pointing": Stance(far=Arm(0.97, -0.1, hand="point"), lean=2),
        "holding": Stance(near=Arm(0.42, 0.56, hand="grip"), far=Arm(0.3, 0.7)),
        "hugging": Stance(near=Arm(0.86, 0.16, hand="flat"), far=Arm(0.8, 0.3, hand="flat"), lean=6, nod=6),
        "hand-on-shoulder": Stance(near=Arm(0.78, 0.46, hand="flat", turn=-10), lean=5, nod=8),
        "hiding": Stance(
            near=Arm(-1, -8, hand="flat", turn=-76, head=True, over=True),
            far=Arm(19, -7, -1, hand="flat", turn=-104, flip=True, head=True, over=True),
            nod=12,
        ),
        "waving": Stance(near=Arm(-0.5, -0.62, -1, hand="open", flip=True)),
        "phoning": Stance(near=Arm(-17, -3, -1, hand="grip", turn=-78, head=True, over=True)),
        "cheering": Stance(near=Arm(-0.5, -0.78, -1, hand="open", flip=True), far=Arm(0.5, -0.78, hand="open"), nod=-4),
        "reaching": Stance(near=Arm(0.92, 0.2, hand="open"), far=Arm(0.9, 0.12, hand="open"), lean=5),
        "thinking": Stance(
            near=Arm(9, 13, hand="fist", turn=-62, head=True, over=True), far=Arm(-0.1, 0.56, hand="flat"), nod=3
        ),
        "folded": Stance(near=Arm(0.56, 0.36, hand=""), far=Arm(-0.42, 0.4, -1, hand="flat", over=True), nod=-2),
        "holding-tummy": Stance(near=Arm(0.36, 0.56, hand="flat"), far=Arm(0, 0.62, hand="flat"), nod=6, lean=4),
        "listening": Stance(near=Arm(-23, -4, hand="flat", turn=-68, head=True, over=True), lean=5, nod=5),
        "telling": Stance(near=Arm(0.2, 0.8), far=Arm(0.84, 0.28, hand="open"), lean=3),
        "whispering": Stance(near=Arm(21, 5, hand="flat", turn=-76, head=True, over=True), lean=7, nod=4),
        "covering-ears": Stance(
            near=Arm(-17, -2, -1, hand="flat", turn=-84, head=True, over=True),
            far=Arm(29, -2, hand="flat", turn=-98, flip=True, head=True, over=True),
            nod=6,
        ),
        "pushing-away": Stance(
            near=Arm(0.92, 0.06, hand="open", turn=-30), far=Arm(0.92, -0.02, hand="open", turn=-30), lean=-8, nod=5
        ),
        "giving": Stance(near=Arm(0.8, 0.36, hand="flat"), far=Arm(0.8, 0.3, hand="flat"), lean=4),
        "leaning-in": Stance(near=Arm(-0.16, 0.94), far=Arm(0.3, 0.9), lean=9, nod=10),
    }
)
IN_BOTH_HANDS = (Arm(0, 0, hand=""), Arm(0, 0, -1, hand=""))
LEGS: Mapping[str, Legs] = MappingProxyType(
    {
        "standing": Legs((-0.03, 1), (0.06, 1)),
        "walking": Legs((0.36, 0.94), (-0.3, 0.95)),
        "sitting": Legs((0.36, 0.64), (0.48, 0.6), thigh=0.66, over=True),
        "floor": Legs((0.6, 0.06), (0.74, 0.03), over=True),
        "seated": Legs((0.52, 0.58), (0.58, 0.54), thigh=0.9, high=0.09, over=True),
    }
)
