"""Composes a scene into one SVG file that stands alone: colours written out, no script, nothing from elsewhere."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from macros.models.cast import Character
from macros.models.drawn_scene import Bubble, DrawnScene, Figure, Screen, Staging, Thing
from macros.scenes.joints import Point
from macros.scenes.limbs import between, limbs
from macros.scenes.parts import Drawing, Part, Parts
from macros.scenes.people import TALKING, TALKS, Held, person, skin_colours
from macros.scenes.places import TOUCHING, crown, mouth, nearest_to, seated, touch, worn
from macros.scenes.poses import FAR_SHOULDER, HAND, LEGS, NEAR_SHOULDER, NECK, WING, Pose, pose_of

WIDTH, HEIGHT = 480, 320
INK = "#4a3226"
ROUND = 'stroke-linecap="round" stroke-linejoin="round"'
STROKE = 2.4  # of the outline of a figure of any size, in the scene's units
FLOOR = 292.0  # where feet stand without a “y”
WIDE_IN_BUBBLE = 60  # units that a thing has in a bubble of size 1
IN_BUBBLE = "60 26"  # how wide a thing is by itself, and how high its middle is, where its drawing does not say
HELD = (("tablet", "held-tablet"),)  # a thing that looks otherwise in the hands
IN_A_WING = ((8.0, 12.0), (24.0, 24.0))  # how far before and below the tip of a wing, and where it is given
IN_A_HAND = 0.78  # how large a thing is in one hand, where nothing else is said
VARIABLE = re.compile(r"var\(--([\w-]+), *(#[0-9a-f]{3,6})\)")
NUMBER = re.compile(r"(?<=\.\d\d)\d+")

# The sky and hills at each time of day, and the veil over the whole scene: its colour and how much of it.
SKIES: tuple[tuple[str, str, str], ...] = (
    ("evening", "sky", "#f6b98a"),
    ("evening", "hill", "#7d9a63"),
    ("evening", "sun", "#f08a4a"),
    ("night", "sky", "#2f4268"),
    ("night", "hill", "#3f5a54"),
    ("night", "sun", "#f2ead0"),
)
VEILS: tuple[tuple[str, str, float], ...] = (("evening", "#f08a4a", 0.1), ("night", "#1c2550", 0.36))
# In the dark the picture is dimmed as a whole: every colour keeps its place beside the others.
DARK = "@media (prefers-color-scheme:dark){.dim{opacity:1;mix-blend-mode:multiply}}"
DIM = "#bcb2b6"
# A tummy that turns over, and a body that trembles.
WOBBLE = (
    '<path d="M10-21a4 4 0 1 0-5 4a9 9 0 1 0 1-15a14 14 0 0 1 16 9" stroke="#8a5b38"/>'
    '<path d="M-46-90q-5 5 0 10t0 10M48-104q5 5 0 10t0 10M-54-84q-4 4 0 8M56-98q4 4 0 8"/>'
)
SHADOW = '<ellipse cx="2" cy="1" rx="36" ry="5" fill="#3a2418" stroke="none" opacity=".22"/>'
GLOW = (
    '<radialGradient id="glow"><stop offset="0" stop-color="#ffe08a" stop-opacity=".8"/>'
    '<stop offset="1" stop-color="#ffe08a" stop-opacity="0"/></radialGradient>'
)


@dataclass(frozen=True, eq=False)  # one is known by itself: it is too large to be compared
class Studio:
    """All that a scene is composed from.

    Attributes:
        parts: what has been drawn.
        cast: each of the cast by id.
        symbols: the text (SVG) of each symbol by name.
    """

    parts: Parts
    cast: Mapping[str, Character]
    symbols: Mapping[str, str]


def compose(scene: DrawnScene, studio: Studio) -> str:
    """Compose one scene.

    Args:
        scene: what is in it; every name in it is known.
        studio: the drawn parts, the cast and the symbols.

    Returns:
        The text of an SVG file.
    """
    inside = "".join(_staged(scene, scene.screen, scene.light, studio))
    glow = GLOW if "url(#glow)" in inside else ""
    defs = glow + "".join(f'<clipPath id="{name}">{shape}</clipPath>' for name, shape in _clips(inside, studio))
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f"<style>{DARK}</style>"
        f'<defs>{defs}<clipPath id="page"><rect width="{WIDTH}" height="{HEIGHT}"/></clipPath></defs>'
        f'<g clip-path="url(#page)">{inside}'
        f'<rect class="dim" width="{WIDTH}" height="{HEIGHT}" fill="{DIM}" opacity="0"/></g></svg>\n'
    )
    return NUMBER.sub("", text)


def _clips(inside: str, studio: Studio) -> Iterator[tuple[str, str]]:
    for species, drawing in studio.parts.species.items():
        for name in ("body", "head"):
            if f"url(#{species}-{name})" in inside:
                yield f"{species}-{name}", _paths(drawing[name].markup)


def _paths(markup: str) -> str:
    return "".join(f"<path d={shape}/>" for shape in re.findall(r'<path d=("[^"]*")', markup))


def _staged(staging: Staging, screen: Screen | None, light: str, studio: Studio) -> Iterator[str]:
    sky = {name: colour for when, name, colour in SKIES if when == light}
    yield _resolved(studio.parts.backgrounds[staging.background], sky)
    staging = _settled(staging, studio)
    behind = [thing.behind or _under(thing, staging, studio) for thing in staging.things]
    for thing, all_of_it in zip(staging.things, behind, strict=True):
        yield _thing(thing, ("back", "front", "over") if all_of_it else ("back",), screen, studio)
    everyone = [_anyone(figure, staging, screen, studio) for figure in sorted(staging.figures, key=_depth)]
    yield from (drawn for drawn, _ in everyone)
    yield from (arm for _, arm in everyone)
    for thing, all_of_it in zip(staging.things, behind, strict=True):
        if not all_of_it:
            yield _thing(thing, ("front", "over"), screen, studio)
    for when, colour, much in VEILS:
        if when == light:
            yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colour}" opacity="{much}"/>'
    for thing in staging.things:
        yield _thing(thing, ("light",), screen, studio)
    for bubble in staging.bubbles:
        yield _bubble(bubble, _aim(bubble, staging, studio), studio)


def _settled(staging: Staging, studio: Studio) -> Staging:
    """Give the same place, with whoever sits on a thing as high as its seat."""
    figures = tuple(seated(figure, staging.things, studio.cast[figure.who], studio.parts) for figure in staging.figures)
    return staging.model_copy(update={"figures": figures})


def _under(thing: Thing, staging: Staging, studio: Studio) -> bool:
    """Whether somebody sits on something that has no back: all of it is behind them."""
    sat_on = thing.what in {figure.sits for figure in staging.figures}
    return sat_on and "back" not in studio.parts.things.get(thing.what, {})


def _aim(bubble: Bubble, staging: Staging, studio: Studio) -> Point:
    """Give where the tail of a bubble ends."""
    place = mouth if bubble.kind == "speech" else crown
    for figure in staging.figures:
        if figure.who == bubble.speaker:
            x, y = place(figure, facing_of(figure, staging.figures), studio.cast[figure.who], studio.parts)
            return round(x, 1), round(y, 1)
    return bubble.to or 0, bubble.to_y or 0


def _anyone(figure: Figure, staging: Staging, screen: Screen | None, studio: Studio) -> tuple[str, str]:
    """Give the drawing of somebody, and the arm that is before everybody, if they hug."""
    character = studio.cast[figure.who]
    facing = facing_of(figure, staging.figures)
    other = nearest_to(figure, staging.figures) if figure.pose in TOUCHING else None
    reached: tuple[Point, ...] = ()
    if other:
        reached = touch(figure, facing, other, (character, studio.cast[other.who]), studio.parts)
    if not character.looks.person:
        return _figure(figure, facing, reached, screen, studio)
    held = partial(_in_hand, screen=screen, studio=studio)
    drawn, over = person(figure, facing, character, studio.parts.people, held, reached)
    colours = skin_colours(character.looks) | dict(character.looks.colours)
    # a colour without its own is that of another
    return _resolved(_resolved(drawn, colours), colours), _resolved(_resolved(over, colours), colours)


def _in_hand(name: str, screen: Screen | None, studio: Studio) -> Held:
    drawing = studio.parts.things[dict(HELD).get(name, name)]
    inside = "".join(_layers(drawing, ("back", "front", "over"), screen, studio))
    return Held(inside, both=any("both" in part.notes for part in drawing.values()))


def _depth(figure: Figure) -> tuple[bool, float]:
    """Whoever reaches out to another is drawn after them, so that the wing is seen."""
    return (figure.pose in TOUCHING, figure.y or FLOOR)


def facing_of(figure: Figure, figures: Sequence[Figure]) -> str:
    """Give the way a figure looks: as it is told, or else at the nearest of the others.

    Args:
        figure: the figure.
        figures: all who are there.
    """
    if figure.facing:
        return figure.facing
    near = nearest_to(figure, figures)
    goal = near.at if near else WIDTH / 2
    return "right" if goal >= figure.at else "left"


def _figure(
    figure: Figure, facing: str, reached: tuple[Point, ...], screen: Screen | None, studio: Studio
) -> tuple[str, str]:
    looks = studio.cast[figure.who].looks
    wears = worn(figure, studio.cast[figure.who], studio.parts)
    pose = pose_of(figure, wears)
    size = looks.size * figure.size
    stroke = STROKE / size
    if "wing" in studio.parts.species[looks.species]:
        drawn, near = _bird(figure, facing, _reaching(pose, reached), wears, screen, studio)
    else:
        drawn, near = _animal(figure, facing, pose, wears, reached, screen, studio)
    turn = "-1 1" if facing == "left" else "1 1"
    around = (
        f'<g transform="translate({figure.at:g} {figure.y or FLOOR:g}) scale({size:g}) scale({turn})" fill="none" '
        f'stroke="{INK}" stroke-width="{stroke:.2f}" {ROUND}>'
    )
    shadow = "" if pose.legs == "none" else SHADOW
    near = f'<g transform="translate(0 {pose.down:g}) rotate({pose.lean:g})">{near}</g>'
    hugs = figure.pose == "hugging"
    over = _resolved(f"{around}{near}</g>", looks.colours) if hugs else ""
    arm = "" if hugs else near
    wheel = "".join(_worn(wears, "wheel", looks.species))
    return _resolved(f"{around}{shadow}{drawn}{arm}{wheel}</g>", looks.colours), over


def _reaching(pose: Pose, reached: tuple[Point, ...]) -> Pose:
    """Give the pose of a bird whose wings reach somebody else."""
    if not reached:
        return pose
    far, far_reach = _wing_to(FAR_SHOULDER, reached[-1])
    if len(reached) == 1:
        return replace(pose, far=far, far_reach=far_reach)
    near, reach = _wing_to(NEAR_SHOULDER, reached[0])
    return replace(pose, near=near, far=far, reach=reach)


def _wing_to(shoulder: Point, goal: Point) -> tuple[float, float]:
    """Give the angle and the length of a wing from its shoulder to a place."""
    x, y = goal[0] - shoulder[0], goal[1] - shoulder[1]
    return math.degrees(math.atan2(-x, y)), math.hypot(x, y) / WING


def _bird(
    figure: Figure, facing: str, pose: Pose, wears: Sequence[Part], screen: Screen | None, studio: Studio
) -> tuple[str, str]:
    """Give a bird, and the wings that are before it."""
    looks = studio.cast[figure.who].looks
    bird = studio.parts.species[looks.species]
    size = looks.size * figure.size
    away = figure.facing == "away"
    far = _wing(bird, FAR_SHOULDER, pose.far, pose.far_reach)
    near = _wing(bird, NEAR_SHOULDER, pose.near, pose.reach)
    body = [
        "" if pose.over_face else far,
        "" if figure.pose == "lying" else bird["tail"].markup,
        f'<g stroke="{INK}" stroke-width="{STROKE / size * 2:.2f}">{bird["body"].markup}'
        f"{_head(bird['head'].markup, pose.nod)}</g>"
        f'<g stroke="none">{bird["body"].markup}</g>',
        "" if away else f'<g clip-path="url(#{looks.species}-body)">{bird["over-body"].markup}</g>',
        *_worn(wears, "body", looks.species),
        WOBBLE if figure.face == "wobbly" and not away else "",
        _the_head(figure, bird, wears, pose.nod, studio),
        *_worn(wears, "neck", looks.species),
        _held(figure, facing, pose, screen, studio),
    ]
    legs = f'<path d="{LEGS[pose.legs]}" stroke="#9a5a34" stroke-width="{3.4 / size:.2f}"/>' if LEGS[pose.legs] else ""
    return (
        f"{'' if pose.legs == 'sitting' else legs}"
        f'<g transform="translate(0 {pose.down:g}) rotate({pose.lean:g})">{"".join(body)}</g>'
        f"{legs if pose.legs == 'sitting' else ''}"
    ), far + near if pose.over_face else near


def _animal(
    figure: Figure,
    facing: str,
    pose: Pose,
    wears: Sequence[Part],
    reached: tuple[Point, ...],
    screen: Screen | None,
    studio: Studio,
) -> tuple[str, str]:
    """Give an animal, and its nearer arm."""
    looks = studio.cast[figure.who].looks
    animal = studio.parts.species[looks.species]
    stroke = STROKE / looks.size / figure.size
    away = figure.facing == "away"
    clip = f'<g clip-path="url(#{looks.species}-body)">'
    both = _in_both(figure, studio)
    drawn = limbs(figure.pose, pose.legs, animal["limbs"], looks.colours, stroke, both=both, touch=reached)
    head = _the_head(figure, animal, wears, pose.nod, studio)
    body = [
        drawn.far,
        "" if figure.pose == "lying" or away else animal["tail"].markup,
        "" if drawn.over else drawn.legs,
        animal["body"].markup,
        f"{clip}{(animal['back'] if away else animal['over-body']).markup}</g>",
        *_worn(wears, "body", looks.species),
        WOBBLE if figure.face == "wobbly" and not away else "",
        animal["tail"].markup if away else "",
        drawn.legs if drawn.over else "",
        *_worn(wears, "collar", looks.species),
        head,
        *_worn(wears, "neck", looks.species),
        _held(figure, facing, pose, screen, studio),
    ]
    return (
        f"{''.join(_worn(wears, 'seat', looks.species))}"
        f'<g transform="translate(0 {pose.down:g}) rotate({pose.lean:g})">{"".join(body)}</g>'
    ), drawn.near


def _worn(wears: Sequence[Part], where: str, species: str) -> Iterator[str]:
    """Give what is worn at a place; clothes without a shape of their own are cut by the body that wears them."""
    for part in wears:
        if part.notes["on"] == where:
            inside = "inside" in part.notes
            yield f'<g clip-path="url(#{species}-body)">{part.markup}</g>' if inside else part.markup


def _head(markup: str, nod: float) -> str:
    return f'<g transform="translate({NECK[0]:g} {NECK[1]:g}) rotate({nod:g})">{markup}</g>'


def _the_head(figure: Figure, drawing: Drawing, wears: Sequence[Part], nod: float, studio: Studio) -> str:
    species = studio.cast[figure.who].looks.species
    face = studio.parts.faces[figure.face]
    beak = face.notes["beak"]
    beak = TALKING.get(beak, beak) if figure.pose in TALKS else beak
    away = figure.facing == "away"
    on_head = [part for part in wears if part.notes["on"] == "head"]
    behind = "".join(part.markup for part in on_head if "behind" in part.notes)
    before = "".join(part.markup for part in on_head if "behind" not in part.notes and not away)
    over = f'<g clip-path="url(#{species}-head)">{drawing["over-head"].markup}</g>'
    if "mouth" in drawing:
        x, y = drawing["mouth"].notes["at"].split()
        mouth = f'<g transform="translate({x} {y})">{studio.parts.mouths[beak].markup}</g>'
        shape = drawing["nape" if away else "head"].markup
        front = "" if away else f"{over}{drawing['features'].markup}{mouth}{face.markup}"
        return _head(f"{behind}{drawing['ears'].markup}{shape}{front}{before}", nod)
    crest = drawing["crest"].markup if not on_head else ""
    front = "" if away else drawing[f"beak-{beak}"].markup + face.markup
    plain = f'<g stroke="none">{drawing["head"].markup}</g>'
    return _head(f"{behind}{crest}{plain}{'' if away else over}{front}{before}", nod)


def _wing(bird: Drawing, shoulder: tuple[float, float], angle: float, long: float) -> str:
    moved = f"translate({shoulder[0]:g} {shoulder[1]:g}) rotate({angle:g})"
    return f'<g transform="{moved}{f" scale(1 {long:g})" if long != 1 else ""}">{bird["wing"].markup}</g>'


def hand(pose: Pose) -> tuple[float, float]:
    """Give the place of the nearer hand, in the figure's own measures."""
    turn = math.radians(pose.near)
    x, y = HAND[0], HAND[1] * pose.reach
    return (
        NEAR_SHOULDER[0] + x * math.cos(turn) - y * math.sin(turn),
        NEAR_SHOULDER[1] + x * math.sin(turn) + y * math.cos(turn),
    )


def _held(figure: Figure, facing: str, pose: Pose, screen: Screen | None, studio: Studio) -> str:
    if figure.holds is None:
        return ""
    name = dict(HELD).get(figure.holds, figure.holds)
    drawing = studio.parts.things[name]
    inside = "".join(_layers(drawing, ("back", "front", "over"), screen, studio))
    if "wing" in studio.parts.species[studio.cast[figure.who].looks.species]:
        x, y = hand(pose)
        ahead, below = IN_A_WING[figure.pose == "giving"]
        return f'<g transform="translate({x + ahead:.1f} {y + below:.1f}) skewY(-5) scale(.78)">{inside}</g>'
    both = _in_both(figure, studio)
    x, y = between(figure.pose, both=both)
    if both:
        # what is drawn on it is never the wrong way round
        turned = " scale(-1 1)" if facing == "left" else ""
        return f'<g transform="translate({x:g} {y:g}) skewY(-5) scale({_wide(drawing)}){turned}">{inside}</g>'
    return f'<g transform="translate({x + 1:g} {y + 10:g}) scale({IN_A_HAND})">{inside}</g>'


def _in_both(figure: Figure, studio: Studio) -> bool:
    """Whether a figure holds something that takes two hands."""
    if figure.holds is None:
        return False
    name = dict(HELD).get(figure.holds, figure.holds)
    return _wide(studio.parts.things[name]) != ""


def _wide(drawing: Drawing) -> str:
    """Give how large something is in two hands; nothing where one is enough."""
    return next((part.notes["both"] for part in drawing.values() if "both" in part.notes), "")


def _thing(thing: Thing, layers: tuple[str, ...], screen: Screen | None, studio: Studio) -> str:
    if thing.what not in studio.parts.things:
        return "" if "front" not in layers else _symbol(thing.what, thing.at, thing.y or FLOOR, 64 * thing.size, studio)
    inside = "".join(_layers(studio.parts.things[thing.what], layers, screen, studio))
    if not inside:
        return ""
    turn = " scale(-1 1)" if thing.facing == "left" else ""
    return (
        f'<g transform="translate({thing.at:g} {FLOOR if thing.y is None else thing.y:g}) scale({thing.size:g}){turn}" '
        f'fill="none" stroke="{INK}" stroke-width="{STROKE / thing.size:.2f}" {ROUND}>'
        f"{inside}</g>"
    )


def _layers(drawing: Drawing, layers: tuple[str, ...], screen: Screen | None, studio: Studio) -> Iterator[str]:
    for layer in layers:
        if layer not in drawing:
            continue
        part = drawing[layer]
        yield part.markup
        if screen and "screen" in part.notes:
            x, y, width, height = part.notes["screen"].split()
            shown = "".join(_staged(screen, None, "day", studio))
            yield (
                f'<svg x="{x}" y="{y}" width="{width}" height="{height}" viewBox="0 0 {WIDTH} {HEIGHT}" '
                f'preserveAspectRatio="xMidYMid slice">{shown}</svg>'
            )


def _bubble(bubble: Bubble, aim: Point, studio: Studio) -> str:
    x, y = bubble.at, bubble.y
    wide, high = (46 * bubble.size, 38 * bubble.size) if bubble.shows else (20 + 8 * len(bubble.words or ""), 28)
    style = f'fill="#fffdf6" stroke="{INK}" stroke-width="{STROKE}" stroke-linejoin="round"'
    shape = f'<ellipse cx="{x:g}" cy="{y:g}" rx="{wide}" ry="{high}" {style}/>'
    away = math.dist((x, y), aim) or 1
    along, across = (aim[0] - x) / away, (aim[1] - y) / away
    if bubble.kind == "thought":
        steps = ((0.62, 8), (0.8, 5), (0.94, 3))
        tail = "".join(
            f'<circle cx="{x + (aim[0] - x) * far:.1f}" cy="{y + (aim[1] - y) * far:.1f}" r="{r}" {style}/>'
            for far, r in steps
        )
        return f"{tail}{shape}{_in_bubble(bubble, studio)}"
    base = min(wide, high) * 0.55
    tail = (
        f"M{x - across * 11 + along * base:.1f} {y + along * 11 + across * base:.1f}L{aim[0]:g} {aim[1]:g}"
        f"L{x + across * 11 + along * base:.1f} {y - along * 11 + across * base:.1f}z"
    )
    cover = f'<ellipse cx="{x:g}" cy="{y:g}" rx="{wide - 1.2}" ry="{high - 1.2}" fill="#fffdf6"/>'
    return f'{shape}<path d="{tail}" {style}/>{cover}{_in_bubble(bubble, studio)}'


def _in_bubble(bubble: Bubble, studio: Studio) -> str:
    if bubble.words:
        return (
            f'<text x="{bubble.at:g}" y="{bubble.y + 8:g}" text-anchor="middle" '
            f'font-family="Andika,Verdana,sans-serif" font-size="24" font-weight="bold" fill="{INK}">'
            f"{html.escape(bubble.words, quote=False)}</text>"
        )
    name = str(bubble.shows)
    if name in studio.parts.things:
        front = studio.parts.things[name].get("front")
        said = front.notes.get("bubble", IN_BUBBLE) if front else IN_BUBBLE
        wide, middle = (float(one) for one in said.split())
        size = bubble.size * WIDE_IN_BUBBLE / wide
        thing = Thing.model_construct(what=name, at=bubble.at, y=bubble.y + middle * size, size=size)
        return _thing(thing, ("back", "front"), None, studio)
    return _symbol(name, bubble.at, bubble.y + 26 * bubble.size, 52 * bubble.size, studio)


def _symbol(name: str, x: float, y: float, wide: float, studio: Studio) -> str:
    """Give a symbol with its foot in the middle at a place."""
    svg = studio.symbols[name].strip()
    inside = svg[svg.index(">") + 1 : svg.rindex("</svg>")].replace("currentColor", INK)
    inside = _resolved(re.sub(r">\s+<", "><", inside.strip()), {})
    place = f'x="{x - wide / 2:g}" y="{y - wide:g}" width="{wide:g}" height="{wide:g}"'
    return f'<svg {place} viewBox="0 0 96 96">{inside}</svg>'


def _resolved(markup: str, colours: Mapping[str, str]) -> str:
    return VARIABLE.sub(lambda name: colours.get(name[1], name[2]), markup)
