"""Where a figure's mouth and back are, in the units of the scene, and how high it sits."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.models.cast import Character
from macros.models.drawn_scene import Figure, Thing
from macros.scenes.joints import Point
from macros.scenes.parts import Part, Parts
from macros.scenes.people import FLOOR, LIPS, TOP_OF_HEAD, Frame, frame, in_head, shoulders
from macros.scenes.poses import FAR_SHOULDER, NEAR_SHOULDER, NECK, SEAT, pose_of

# Where the hands of a hug are on the back of an animal or a bird, and where a hand is on its shoulder: seen from its
# feet, and with x away from whoever touches it.
ROUND_A_BACK: tuple[Point, ...] = ((8, -46), (6, -30))
ON_A_SHOULDER: Point = (-22, -50)
# The same on a person, in halves of the shoulders and in lengths of the trunk, seen from its top.
ROUND_A_TRUNK: tuple[Point, ...] = ((0.5, 0.35), (0.3, 0.7))
ON_A_PERSON: Point = (-0.8, 0.22)
CROWN: Point = (6, -36)  # the top of the head of an animal or a bird, seen from where it turns
TOUCHING = ("hugging", "hand-on-shoulder")
LONGEST = 60.0  # of a wing or an arm that is put on a shoulder, in the figure's own measures
LONGEST_HUG = 74.0  # of one that goes round a back, past its own body
PAST_THE_BODY = 46.0  # where the hand of the farther arm comes out from behind its own body
SLACK = 8.0  # how far a hand of a person may end before what it is to touch


@dataclass(frozen=True)
class Body:
    """How the body of a figure stands in its scene.

    Attributes:
        at: how far from the left its feet are.
        y: how far down they are.
        size: how large it is drawn.
        turn: -1 if it looks to the left, and 1 if not.
        lean: how far it leans forwards, in degrees.
        hip: how high it bends.
        down: how far it is lowered.
        lies: how far all of it is turned, in degrees.
    """

    at: float
    y: float
    size: float
    turn: int
    lean: float
    hip: float = 0
    down: float = 0
    lies: float = 0

    def out(self, point: Point) -> Point:
        """Give a place of the body in the units of the scene.

        Args:
            point: the place in the body's own measures.
        """
        x, y = turned((point[0], point[1] - self.hip), self.lean)
        x, y = turned((x, y + self.hip + self.down), self.lies)
        return self.at + x * self.size * self.turn, self.y + y * self.size

    def into(self, point: Point) -> Point:
        """Give a place of the scene in the body's own measures.

        Args:
            point: the place in the units of the scene.
        """
        x, y = (point[0] - self.at) / self.size * self.turn, (point[1] - self.y) / self.size
        x, y = turned((x, y), -self.lies)
        x, y = turned((x, y - self.hip - self.down), -self.lean)
        return x, y + self.hip


def turned(point: Point, by: float) -> Point:
    """Turn a point round the origin.

    Args:
        point: the point.
        by: how far, in degrees; forwards for whoever looks to the right.
    """
    angle = math.radians(by)
    return (
        point[0] * math.cos(angle) - point[1] * math.sin(angle),
        point[0] * math.sin(angle) + point[1] * math.cos(angle),
    )


def body(figure: Figure, facing: str, character: Character, parts: Parts) -> Body:
    """Give how a figure's body stands.

    Args:
        figure: what it does, and where.
        facing: which way it looks.
        character: who it is.
        parts: what has been drawn.
    """
    size = character.looks.size * figure.size
    turn = -1 if facing == "left" else 1
    y = FLOOR if figure.y is None else figure.y
    if character.looks.person:
        whole = frame(figure, character, parts.people)
        lies = -84 if figure.pose == "lying" else 0
        return Body(figure.at, y, size, turn, whole.stance.lean, hip=whole.hip, lies=lies)
    pose = pose_of(figure, worn(figure, character, parts))
    return Body(figure.at, y, size, turn, pose.lean, down=pose.down)


def crown(figure: Figure, facing: str, character: Character, parts: Parts) -> Point:
    """Give the top of a figure's head, where what it thinks begins.

    Args:
        figure: what it does, and where.
        facing: which way it looks.
        character: who it is.
        parts: what has been drawn.
    """
    place = body(figure, facing, character, parts)
    if character.looks.person:
        return place.out(in_head(frame(figure, character, parts.people), TOP_OF_HEAD))
    return place.out(_in_head(figure, character, parts, CROWN))


def mouth(figure: Figure, facing: str, character: Character, parts: Parts) -> Point:
    """Give the place before the mouth of a figure, where the tail of what it says ends.

    Args:
        figure: what it does, and where.
        facing: which way it looks.
        character: who it is.
        parts: what has been drawn.
    """
    place = body(figure, facing, character, parts)
    if character.looks.person:
        return place.out(in_head(frame(figure, character, parts.people), LIPS))
    kind = parts.species[character.looks.species]
    x, y = kind["mouth" if "mouth" in kind else "beak-closed"].notes["tip"].split()
    return place.out(_in_head(figure, character, parts, (float(x), float(y))))


def _in_head(figure: Figure, character: Character, parts: Parts, point: Point) -> Point:
    """Give a place in the drawing of an animal's head in its body's own measures."""
    x, y = turned(point, pose_of(figure, worn(figure, character, parts)).nod)
    return NECK[0] + x, NECK[1] + y


def touch(
    figure: Figure, facing: str, other: Figure, cast: tuple[Character, Character], parts: Parts
) -> tuple[Point, ...]:
    """Give where the hands of a figure touch another, in the figure's own measures: the nearer one, or both.

    Args:
        figure: whoever hugs, or puts a hand on a shoulder.
        facing: which way they look.
        other: whom they touch.
        cast: who the two are.
        parts: what has been drawn.
    """
    if figure.pose == "hugging":
        wanted = ROUND_A_TRUNK if cast[1].looks.person else ROUND_A_BACK
    else:
        wanted = (ON_A_PERSON if cast[1].looks.person else ON_A_SHOULDER,)
    hands = _hands(figure, facing, other, cast, parts, wanted)
    if cast[0].looks.person:
        return hands
    if figure.pose == "hugging":
        return tuple(_no_further(NEAR_SHOULDER, hand, LONGEST_HUG) for hand in hands)
    (x, y), *_ = hands
    return (_no_further(FAR_SHOULDER, (max(x, PAST_THE_BODY), y), LONGEST),)


def reaches(figure: Figure, facing: str, other: Figure, cast: tuple[Character, Character], parts: Parts) -> bool:
    """Whether an arm or a wing is long enough to touch somebody.

    Args:
        figure: whoever hugs, or puts a hand on a shoulder.
        facing: which way they look.
        other: whom they touch.
        cast: who the two are.
        parts: what has been drawn.
    """
    at_least = ON_A_PERSON if cast[1].looks.person else ON_A_SHOULDER
    if figure.pose == "hugging":
        at_least = (-0.2, at_least[1]) if cast[1].looks.person else (-6, at_least[1])
    (hand,) = _hands(figure, facing, other, cast, parts, (at_least,))
    if cast[0].looks.person:
        bones = frame(figure, cast[0], parts.people)
        return min(math.dist(hand, one) for one in shoulders(bones)) <= bones.build.arm * 2 + SLACK
    if figure.pose == "hugging":
        return math.dist(hand, NEAR_SHOULDER) <= LONGEST_HUG
    return math.dist(hand, FAR_SHOULDER) <= LONGEST


def _hands(
    figure: Figure,
    facing: str,
    other: Figure,
    cast: tuple[Character, Character],
    parts: Parts,
    wanted: Sequence[Point],
) -> tuple[Point, ...]:
    """Give places on the body of another in the figure's own measures."""
    away = 1 if other.at >= figure.at else -1
    size = cast[1].looks.size * other.size
    y = FLOOR if other.y is None else other.y
    if cast[1].looks.person:
        there = frame(other, cast[1], parts.people)
        points = [(x * there.build.shoulders, there.top + down * there.build.torso) for x, down in wanted]
    else:
        down = pose_of(other, worn(other, cast[1], parts)).down
        points = [(x, high + down) for x, high in wanted]
    own = body(figure, facing, cast[0], parts)
    return tuple(own.into((other.at + x * away * size, y + high * size)) for x, high in points)


def _no_further(shoulder: Point, hand: Point, longest: float) -> Point:
    far = min(1, longest / math.dist(shoulder, hand))
    return shoulder[0] + (hand[0] - shoulder[0]) * far, shoulder[1] + (hand[1] - shoulder[1]) * far


def nearest_to(figure: Figure, figures: Iterable[Figure]) -> Figure | None:
    """Give whoever is next to a figure, if anybody is.

    Args:
        figure: the figure.
        figures: all who are there.
    """
    others = [other for other in figures if other.who != figure.who]
    return min(others, key=lambda other: abs(other.at - figure.at)) if others else None


def seat(figure: Figure, things: Iterable[Thing]) -> Thing | None:
    """Give the thing that a figure sits on; of several with one name, the nearest.

    Args:
        figure: the figure.
        things: the things of the scene.
    """
    named = [thing for thing in things if thing.what == figure.sits]
    return min(named, key=lambda thing: abs(thing.at - figure.at)) if named else None


def seat_of(drawing: Iterable[Part]) -> tuple[float, float] | None:
    """Give how high the seat of a thing is, and half of its width; nothing for what nobody can sit on.

    Args:
        drawing: the parts of the thing.
    """
    said = next((part.notes["seat"] for part in drawing if "seat" in part.notes), None)
    if said is None:
        return None
    high, half = said.split()
    return float(high), float(half)


def seated(figure: Figure, things: Sequence[Thing], character: Character, parts: Parts) -> Figure:
    """Give a figure as high as the thing that it sits on; any other as it is.

    Args:
        figure: the figure.
        things: the things of the scene.
        character: who it is.
        parts: what has been drawn.
    """
    thing = seat(figure, things)
    found = seat_of(parts.things.get(thing.what, {}).values()) if thing else None
    if thing is None or found is None:
        return figure
    high = (FLOOR if thing.y is None else thing.y) + found[0] * thing.size
    size = character.looks.size * figure.size
    low = _lowest(frame(figure, character, parts.people)) if character.looks.person else SEAT
    return figure.model_copy(update={"y": high - low * size})


def _lowest(sitter: Frame) -> float:
    """Give how far below its feet the thigh of whoever sits is; above them, it is negative."""
    return sitter.hip + sitter.build.leg_thick[0]


def worn(figure: Figure, character: Character, parts: Parts) -> list[Part]:
    """Give what a bird or an animal wears: always, and in this scene.

    Args:
        figure: what it does.
        character: who it is.
        parts: what has been drawn.
    """
    return [parts.wears[name] for name in (*character.looks.wears, *figure.wears)]
