"""Draws people: a body with joints, hands that hold, hair, clothes and a face, as old as they are."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.models.cast import Character, Looks, Person
from macros.models.drawn_scene import ON_THE_FLOOR, Figure
from macros.scenes.bodies import BOTTOM, BUILDS, SKIN, SLEEVE, Build, Thickness, bare, cuffed, pelvis
from macros.scenes.clothes import skirt, torso
from macros.scenes.joints import Point, elbow, middle_line
from macros.scenes.parts import Drawing, Part
from macros.scenes.stances import IN_BOTH_HANDS, LEGS, STANCES, Arm, Stance

INK = "#4a3226"
STROKE = 2.4  # of the outline of a figure of any size, in the scene's units
FLOOR = 292.0
ROUND = 'stroke-linecap="round" stroke-linejoin="round"'
DARKEST_INK = "#24140c"  # of eyes and mouths on dark skin, where the usual ink is hard to see
NECK_ON_TRUNK = (2.5, -1.0)  # where the head turns, seen from the top of the trunk
NECK_IN_HEAD = (1.0, 25.0)  # where the neck is in the drawing of a head
NODS: Mapping[str, float] = MappingProxyType({"up": -10, "down": 12, "level": 0})
CHIN_UP = -6  # of whoever is proud, in degrees
LIPS = (27.0, 18.0)  # before the mouth, in the drawing of a head
TOP_OF_HEAD = (8.0, -36.0)
TALKS = ("telling", "whispering")  # the poses in which a mouth is open
# The mouth of a face while it talks; any other is open as it is.
TALKING: Mapping[str, str] = MappingProxyType(
    {"closed": "open", "small": "open", "down": "open", "wavy": "open", "smile": "wide", "grin": "wide"}
)
HELD = 0.66  # how large what is held is, beside its drawing
SKEW = -6.0  # how far what takes two hands is turned away from us
EDGE = 43  # half of the width of what takes two hands, in its drawing
IN_HAND = 7.0  # from the wrist to the middle of a closed hand, in its drawing

# The skin, the lines on it, and its blush.
SKINS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "fair": ("#f7d7bd", "#b5795a", "#ee8f80"),
        "light": ("#eebf98", "#a5683f", "#e2806c"),
        "tan": ("#d49c6c", "#8a5632", "#cc6a50"),
        "brown": ("#a97248", "#6b3f24", "#b9543c"),
        "dark": ("#80502f", "#4a2a18", "#a3462f"),
    }
)


@dataclass(frozen=True)
class Held:
    """A thing in somebody's hands.

    Attributes:
        markup: its drawing.
        both: whether it takes two hands.
    """

    markup: str
    both: bool


@dataclass(frozen=True)
class Frame:
    """The bones of somebody in one pose.

    Attributes:
        build: how large the parts of the body are.
        stance: how they stand.
        hip: how high the hips are.
        top: how high the top of the trunk is.
        nod: how far the head is bent forwards, in degrees.
    """

    build: Build
    stance: Stance
    hip: float
    top: float
    nod: float


@dataclass(frozen=True)
class _Sitter:
    """Somebody who is being drawn.

    Attributes:
        figure: what they do.
        person: what they look like.
        frame: the bones.
        stroke: how thick the outline is, in their own measures.
        away: whether they are seen from behind.
        mirrored: whether they look to the left, and so are drawn the other way round.
        people: the drawn parts of people.
        wears: what they wear besides their clothes.
        touch: where the hands touch somebody else.
    """

    figure: Figure
    person: Person
    frame: Frame
    stroke: float
    away: bool
    mirrored: bool
    people: Mapping[str, Drawing]
    wears: tuple[Part, ...]
    touch: tuple[Point, ...]

    @property
    def build(self) -> Build:
        return self.frame.build

    @property
    def stance(self) -> Stance:
        return self.frame.stance

    def worn(self, where: str) -> str:
        return "".join(part.markup for part in self.wears if part.notes["on"] == where)


def skin_colours(looks: Looks) -> dict[str, str]:
    """Give the colours that come with a tone of skin and with hair.

    Args:
        looks: how somebody is drawn.
    """
    skin, line, blush = SKINS[looks.person.skin] if looks.person else ("", "", "")
    hair = looks.colours.get("hair", INK)
    ink = DARKEST_INK if looks.person and looks.person.skin in ("brown", "dark") else INK
    return {"skin": skin, "ink": ink, "line": line, "blush": blush, "brow": hair, "beard": hair}


def frame(figure: Figure, character: Character, people: Mapping[str, Drawing]) -> Frame:
    """Give the bones of somebody.

    Args:
        figure: what they do.
        character: who they are.
        people: the drawn parts of people.

    Raises:
        ValueError: the character is no human.
    """
    looks = character.looks
    if looks.person is None:
        raise ValueError(character.id)
    build = BUILDS[looks.person.build]
    stance = _stance(figure, tuple(people["wears"][name] for name in (*looks.wears, *figure.wears)))
    legs = LEGS[stance.legs]
    low = max(legs.near[1], legs.far[1]) * build.leg * 2
    hip = -legs.high * build.leg * 2 - low - 6.5 * build.extremity
    proud = CHIN_UP if figure.face == "proud" else 0
    return Frame(build, stance, hip, hip - build.torso, stance.nod + NODS[figure.looks] + proud)


def in_head(bones: Frame, point: Point) -> Point:
    """Give a place in the drawing of a head in the body's own measures, before it leans.

    Args:
        bones: those of the body.
        point: the place.
    """
    nod, head = math.radians(bones.nod), bones.build.head
    x, y = (point[0] - NECK_IN_HEAD[0]) * head, (point[1] - NECK_IN_HEAD[1]) * head
    return (
        NECK_ON_TRUNK[0] + x * math.cos(nod) - y * math.sin(nod),
        bones.top + NECK_ON_TRUNK[1] + x * math.sin(nod) + y * math.cos(nod),
    )


def person(
    figure: Figure,
    facing: str,
    character: Character,
    people: Mapping[str, Drawing],
    held: Callable[[str], Held],
    touch: tuple[Point, ...] = (),
) -> tuple[str, str]:
    """Draw somebody.

    Args:
        figure: what they do, and where.
        facing: which way they look: "left", "right" or "away".
        character: who they are.
        people: the drawn parts of people.
        held: gives the drawing of a thing by its name.
        touch: where the hands touch somebody else, in the figure's own measures.

    Returns:
        The drawing, and the arm that is before everybody, if they hug.

    Raises:
        ValueError: the character is no human.
    """
    looks = character.looks
    if looks.person is None:
        raise ValueError(character.id)
    size = looks.size * figure.size
    wears = tuple(people["wears"][name] for name in (*looks.wears, *figure.wears))
    sitter = _Sitter(
        figure, looks.person, frame(figure, character, people), STROKE / size, facing == "away",
        facing == "left", people, wears, touch,
    )  # fmt: skip
    turn = " scale(-1 1)" if sitter.mirrored else ""
    lying = " rotate(-84)" if figure.pose == "lying" else ""
    around = (
        f'<g transform="translate({figure.at:g} {figure.y or FLOOR:g}) scale({size:g}){turn}{lying}" fill="none" '
        f'stroke="{INK}" stroke-width="{sitter.stroke:.2f}" {ROUND}>'
    )
    whole, over = _whole(sitter, held)
    return f"{around}{whole}</g>", f"{around}{over}</g>" if over else ""


def _stance(figure: Figure, wears: tuple[Part, ...]) -> Stance:
    stance = STANCES[figure.pose]
    seated = any(part.notes["on"] == "seat" for part in wears)
    if seated:
        return stance.with_legs("seated")
    if figure.sits == ON_THE_FLOOR:
        return stance.with_legs("floor")
    return stance.with_legs("sitting") if figure.sits else stance


def _whole(sitter: _Sitter, held: Callable[[str], Held]) -> tuple[str, str]:
    build, legs, hip = sitter.build, LEGS[sitter.stance.legs], sitter.frame.hip
    shadow = f'<ellipse cx="3" rx="{build.hips + 14:g}" ry="5" fill="#3a2418" stroke="none" opacity=".2"/>'
    near, far = (
        _leg(sitter, (x, hip), place, legs.thigh)
        for x, place in ((-build.hips * 0.46, legs.near), (build.hips * 0.46, legs.far))
    )
    below = f"{far}{near}{pelvis(build, hip, sitter.person.legs, seated=legs.over)}"
    cover = skirt(build, hip, sitter.stroke, seated=legs.over) if sitter.person.legs == "skirt" else ""
    behind, trunk, before = _upper(sitter, hip, held)
    lean = f'<g transform="rotate({sitter.stance.lean:g} 0 {hip:.1f})">' if sitter.stance.lean else "<g>"
    middle = f"{lean}{trunk}</g>{below}{cover}" if legs.over else f"{below}{lean}{trunk}</g>{cover}"
    hugs = sitter.figure.pose == "hugging"
    return (
        f"{'' if sitter.figure.pose == 'lying' else shadow}{sitter.worn('seat')}"
        f"{lean}{behind}</g>{middle}{sitter.worn('wheel')}{'' if hugs else f'{lean}{before}</g>'}"
    ), f"{lean}{before}</g>" if hugs else ""


def _leg(sitter: _Sitter, hip: Point, to: Point, thigh: float) -> str:
    build = sitter.build
    goal = (hip[0] + to[0] * build.leg * 2, hip[1] + to[1] * build.leg * 2)
    joint, ankle = elbow(hip, goal, build.leg * thigh, build.leg, -1)
    line = middle_line(hip, joint, ankle)
    shoe = _placed(sitter, "shoe", ankle, 0)
    if sitter.person.legs == "trousers":
        return shoe + cuffed(line, build.leg_thick, 1, BOTTOM)
    leg = shoe + bare(line, build.leg_thick, f"var(--tights, {SKIN})")
    if sitter.person.legs == "skirt":
        return leg
    return leg + cuffed(line, _wider(build.leg_thick, 2.2), 0.5, BOTTOM)


def _placed(sitter: _Sitter, name: str, place: Point, turn: float, flip: tuple[int, int] = (1, 1)) -> str:
    size = sitter.build.extremity
    return (
        f'<g transform="translate({place[0]:.1f} {place[1]:.1f}) rotate({turn:.0f}) '
        f'scale({flip[0] * size:g} {flip[1] * size:g})" stroke-width="{sitter.stroke / size:.2f}">'
        f"{sitter.people['hands'][name].markup}</g>"
    )


def _upper(sitter: _Sitter, hip: float, held: Callable[[str], Held]) -> tuple[str, str, str]:
    """Give what is behind the trunk, the trunk with the head, and what is before it."""
    build, stance, figure = sitter.build, sitter.stance, sitter.figure
    top = hip - build.torso
    back, head = _head(sitter, top)
    trunk = f"{_neck(top)}{torso(build, hip, sitter.stroke, sitter.person, figure.who, away=sitter.away)}{head}"
    thing = held(figure.holds) if figure.holds and not sitter.away else None
    if thing and thing.both:
        behind, before = _with_both_hands(sitter, top, thing)
        return back + behind, trunk, before
    goals = (*sitter.touch, None, None)
    near, far = (
        _arm(sitter, shoulder, arm, top, goal)
        for shoulder, arm, goal in zip(shoulders(sitter.frame), (stance.near, stance.far), goals, strict=False)
    )
    shown = ""
    if thing:
        along, way = IN_HAND * build.extremity, math.radians(near.way)
        shown = _held(sitter, thing, (near.wrist[0] + along * math.cos(way), near.wrist[1] + along * math.sin(way)))
    if stance.far.over:
        return back, trunk, f"{far.limb}{far.hand}{near.limb}{near.hand}"
    before = f"{near.limb}{shown}{near.hand}" if stance.near.over else f"{shown}{near.hand}{near.limb}"
    return f"{far.hand}{far.limb}{back}", trunk, before


def shoulders(bones: Frame) -> tuple[Point, Point]:
    """Give where the nearer arm and the other begin, in the body's own measures.

    Args:
        bones: those of the body.
    """
    build, top = bones.build, bones.top
    return (-build.shoulders + build.arm_thick[0] + 1.6, top + 9.5), (build.shoulders - build.arm_thick[0], top + 10)


def _with_both_hands(sitter: _Sitter, top: float, thing: Held) -> tuple[str, str]:
    """Give what is behind the trunk and before it of whoever holds a thing up to be seen: fingers on its edges."""
    build = sitter.build
    far_out = 0.6 if sitter.figure.pose == "giving" else 0.3
    x, y = build.shoulders + build.arm * far_out, top + build.torso * 0.84
    half = EDGE * HELD * build.extremity
    left_shoulder, right_shoulder = shoulders(sitter.frame)
    near = _arm(sitter, left_shoulder, IN_BOTH_HANDS[0], top, (x - half - 3, y - 6))
    far = _arm(sitter, right_shoulder, IN_BOTH_HANDS[1], top, (x + half - 2, y - 14))
    shown = _held(sitter, thing, (x, y), SKEW, mirrored=sitter.mirrored)
    left = _placed(sitter, "fingers", (x - half, y - 13), 0, (-1, 1))
    right = _placed(sitter, "fingers", (x + half, y - 19), 0)
    return far.limb, f"{near.limb}{shown}{left}{right}"


@dataclass(frozen=True)
class _Limb:
    hand: str
    limb: str
    wrist: Point
    way: float


def _arm(sitter: _Sitter, shoulder: Point, arm: Arm, top: float, goal: Point | None = None) -> _Limb:
    build = sitter.build
    if arm.head:
        goal = (NECK_ON_TRUNK[0] + arm.x * build.head, top + NECK_ON_TRUNK[1] + arm.y * build.head)
    goal = goal or (shoulder[0] + arm.x * build.arm * 2, shoulder[1] + arm.y * build.arm * 2)
    joint, wrist = elbow(shoulder, goal, build.arm, build.arm, arm.bend)
    line = middle_line(shoulder, joint, wrist)
    way = math.degrees(math.atan2(wrist[1] - line[-5][1], wrist[0] - line[-5][0]))
    turn = arm.turn if arm.head else way + arm.turn
    hand = _placed(sitter, arm.hand, wrist, turn, (1, -1 if arm.flip else 1)) if arm.hand else ""
    if sitter.person.sleeves == "long":
        return _Limb(hand, cuffed(line, _wider(build.arm_thick, 0.9), 1, SLEEVE), wrist, turn)
    sleeve = cuffed(line, _wider(build.arm_thick, 1.5), 0.42, SLEEVE)
    return _Limb(hand, bare(line, build.arm_thick, SKIN) + sleeve, wrist, turn)


def _wider(thick: Thickness, by: float) -> Thickness:
    """Give the thickness of a limb in its clothes."""
    return thick[0] + by, thick[1] + by, thick[2] + by


def _held(sitter: _Sitter, thing: Held, place: Point, skew: float = 0, *, mirrored: bool = False) -> str:
    size = HELD * sitter.build.extremity
    # what is drawn on it is never the wrong way round
    turned = " scale(-1 1)" if mirrored else ""
    return (
        f'<g transform="translate({place[0]:.1f} {place[1]:.1f}) skewY({skew:g}) scale({size:.2f}){turned}" '
        f'stroke-width="{sitter.stroke / size:.2f}">{thing.markup}</g>'
    )


def _neck(top: float) -> str:
    return (
        f'<path d="M-6 {top + 3:.1f}L-5 {top - 10:.1f}H9L10 {top + 3:.1f}Q2 {top + 8:.1f}-6 {top + 3:.1f}z" '
        f'fill="{SKIN}"/><path d="M-5 {top - 6:.1f}H9.5L10 {top:.1f}Q2 {top + 5:.1f}-5.5 {top:.1f}z" fill="#2b1c15" '
        f'opacity=".2" stroke="none"/>'
    )


def _head(sitter: _Sitter, top: float) -> tuple[str, str]:
    """Give what is behind the trunk, such as long hair, and the head itself."""
    build, people, person = sitter.build, sitter.people, sitter.person
    nod = sitter.frame.nod
    move = (
        f'<g transform="translate({NECK_ON_TRUNK[0]:g} {top + NECK_ON_TRUNK[1]:.1f}) rotate({nod:g}) '
        f"scale({build.head:g}) "
        f'translate({-NECK_IN_HEAD[0]:g} {-NECK_IN_HEAD[1]:g})" stroke-width="{sitter.stroke / build.head:.2f}">'
    )
    hair, heads = people["hair"], people["heads"]
    behind = hair[f"{person.hair}-behind"].markup if f"{person.hair}-behind" in hair else ""
    skull = heads[build.shape].markup
    if sitter.away:
        cover = hair[f"{person.hair}-away" if f"{person.hair}-away" in hair else "away"].markup
        return "", f"{move}{skull}{cover}{behind}</g>"
    x, y = 10.5 * (1 - build.face), 7 * (1 - build.face)
    looks = people["faces"][sitter.figure.face]
    mouth = looks.notes["mouth"]
    mouth = TALKING.get(mouth, mouth) if sitter.figure.pose in TALKS else mouth
    face = (
        f'<g transform="translate({x:.2f} {y:.2f}) scale({build.face:g})">{heads["blush"].markup}{sitter.worn("face")}'
        f"{looks.markup}{people['mouths'][mouth].markup}{heads[f'nose-{build.shape}'].markup}</g>"
    )
    front = f"{skull}{heads['ear'].markup}{face}{hair[person.hair].markup}{sitter.worn('head')}"
    return f"{move}{behind}</g>" if behind else "", f"{move}{front}</g>"
