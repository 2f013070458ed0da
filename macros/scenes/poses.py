"""How the body stands in each pose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from macros.models.drawn_scene import Figure
from macros.scenes.parts import Part


@dataclass(frozen=True)
class Pose:
    """The angles of one pose; degrees turn a hanging wing backwards, and with a minus forwards.

    Attributes:
        near: the wing that is nearer to us.
        far: the other wing.
        lean: how far the whole body leans forwards.
        down: how far the body is lowered.
        nod: how far the head is bent forwards.
        legs: how the legs are drawn.
        reach: how long the near wing is drawn.
        far_reach: how long the far wing is drawn.
        over_face: whether the farther wing too is before the face.
    """

    near: float = 10
    far: float = -22
    lean: float = 0
    down: float = 0
    nod: float = 0
    legs: str = "standing"
    reach: float = 1
    far_reach: float = 0.96
    over_face: bool = False


POSES: Mapping[str, Pose] = MappingProxyType(
    {
        "standing": Pose(),
        "sitting": Pose(near=-18, far=-34, down=10, legs="sitting"),
        "lying": Pose(near=-10, far=-20, lean=-76, legs="none"),
        "walking": Pose(near=30, far=-44, lean=6, legs="walking"),
        "pointing": Pose(near=14, far=-98, lean=3),
        "holding": Pose(near=-58, far=-52, nod=4),
        "hugging": Pose(near=-82, far=-70, lean=7, nod=6, reach=1.3),
        "hand-on-shoulder": Pose(far=-78, lean=5, nod=10),
        "hiding": Pose(near=-140, far=172, down=10, nod=16, legs="sitting", reach=1.05, far_reach=0.9, over_face=True),
        "waving": Pose(near=150, far=-24),
        "phoning": Pose(near=132, far=-24, nod=2),
        "cheering": Pose(near=146, far=-142, nod=-4),
        "reaching": Pose(near=-88, far=-96, lean=5, reach=1.1),
        "thinking": Pose(near=-100, far=-30, nod=4),
        "folded": Pose(near=-62, far=-4, nod=-2),
        "holding-tummy": Pose(near=-66, far=-34, lean=5, nod=8),
        "listening": Pose(near=176, far=-18, lean=5, nod=6, reach=0.72),
        "telling": Pose(near=-34, far=-104, lean=4, nod=-3),
        "whispering": Pose(near=-108, far=-24, lean=9, nod=4, reach=1.24),
        "covering-ears": Pose(near=168, far=-166, lean=-3, nod=8),
        "pushing-away": Pose(near=-92, far=-100, lean=-9, nod=6, reach=1.3),
        "giving": Pose(near=-74, far=-80, lean=5, nod=2, reach=1.12),
        "leaning-in": Pose(near=26, far=-14, lean=13, nod=8),
    }
)
LEGS: Mapping[str, str] = MappingProxyType(
    {
        "standing": "M-9-12V-3M-17 0L-9-3L-2 0M-9-3V0M13-12V-3M5 0L13-3L21 0M13-3V0",
        "sitting": "M2-8Q16-12 26-5M26-5L24-14M26-5L33-11M26-5L34-3M-10-5Q6-7 17 0M17 0L16-9M17 0L24-6M17 0L25 3",
        "walking": "M-10-12L-18-3M-26-2L-18-3L-13 1M14-12L22-4M16 0L22-4L31-1M22-4L25 1",
        "seated": "",
        "none": "",
    }
)
NEAR_SHOULDER = (-14.0, -52.0)
FAR_SHOULDER = (27.0, -52.0)
NECK = (4.0, -80.0)
HAND = (1.0, 38.0)
WING = 45.0  # how long a wing is, from its shoulder to its tip
SEAT = 2.0  # how far below its feet the body of whoever sits ends
NODS: Mapping[str, float] = MappingProxyType({"up": -12, "down": 12, "level": 0})
CHIN_UP = -7  # of whoever is proud, in degrees


def pose_of(figure: Figure, wears: Sequence[Part]) -> Pose:
    """Give how a bird or an animal holds its body.

    Args:
        figure: what it does.
        wears: what it wears; a wheelchair has legs of its own.
    """
    pose = POSES[figure.pose]
    if figure.sits:
        pose = replace(pose, down=10, legs="sitting")
    holding = POSES["holding"]
    if figure.holds and figure.pose == "sitting":
        pose = replace(pose, near=holding.near, far=holding.far)
    for part in wears:
        if "legs" in part.notes and figure.pose != "lying":
            pose = replace(pose, legs=part.notes["legs"], down=float(part.notes["down"]))
    proud = CHIN_UP if figure.face == "proud" else 0
    return replace(pose, nod=pose.nod + NODS[figure.looks] + proud)
