"""Composes a scene into one SVG file that stands alone: colours written out, no script, nothing from elsewhere."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from xml.sax.saxutils import escape

from macros.models.cast import Character
from macros.models.drawn_scene import Bubble, DrawnScene, Figure, Screen, Staging, Thing
from macros.scenes.limbs import between, limbs
from macros.scenes.parts import Drawing, Part, Parts
from macros.scenes.people import Held, person, skin_colours
from macros.scenes.poses import FAR_SHOULDER, HAND, LEGS, NEAR_SHOULDER, NECK, POSES, Pose

WIDTH, HEIGHT = 480, 320
INK = "#4a3226"
ROUND = 'stroke-linecap="round" stroke-linejoin="round"'
STROKE = 2.4  # of the outline of a figure of any size, in the scene's units
FLOOR = 292.0  # where feet stand without a “y”
WIDE_IN_BUBBLE = 60  # units that a thing has in a bubble of size 1
IN_BUBBLE = "60 26"  # how wide a thing is by itself, and how high its middle is, where its drawing does not say
HELD = (("tablet", "held-tablet"),)  # a thing that looks otherwise in the hands
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


@dataclass(frozen=True)
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


def scene_path(phase: str, lesson: str, scene: str) -> str:
    """Give the place of a scene's file, from the site's root.

    Args:
        phase: the phase of its lesson.
        lesson: the lesson's id.
        scene: its own id.
    """
    return f"lessons/{phase}/{lesson}/scene-{scene}.svg"


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
    for thing in staging.things:
        yield _thing(thing, ("back", "front", "over") if thing.behind else ("back",), screen, studio)
    for figure in sorted(staging.figures, key=_depth):
        yield _anyone(figure, _facing(figure, staging.figures), screen, studio)
    for thing in staging.things:
        if not thing.behind:
            yield _thing(thing, ("front", "over"), screen, studio)
    for when, colour, much in VEILS:
        if when == light:
            yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colour}" opacity="{much}"/>'
    for thing in staging.things:
        yield _thing(thing, ("light",), screen, studio)
    for bubble in staging.bubbles:
        yield _bubble(bubble, studio)


def _anyone(figure: Figure, facing: str, screen: Screen | None, studio: Studio) -> str:
    character = studio.cast[figure.who]
    if not character.looks.person:
        return _figure(figure, facing, screen, studio)
    drawn = person(figure, facing, character, studio.parts.people, partial(_in_hand, screen=screen, studio=studio))
    colours = skin_colours(character.looks) | dict(character.looks.colours)
    return _resolved(_resolved(drawn, colours), colours)  # a colour without its own is that of another


def _in_hand(name: str, screen: Screen | None, studio: Studio) -> Held:
    drawing = studio.parts.things[dict(HELD).get(name, name)]
    inside = "".join(_layers(drawing, ("back", "front", "over"), screen, studio))
    return Held(inside, both=any("both" in part.notes for part in drawing.values()))


def _depth(figure: Figure) -> tuple[bool, float]:
    """Whoever reaches out to another is drawn after them, so that the wing is seen."""
    return (figure.pose in ("hugging", "hand-on-shoulder"), figure.y or FLOOR)


def _facing(figure: Figure, others: Sequence[Figure]) -> str:
    """Give the way a figure looks: as it is told, or else at the nearest of the others."""
    if figure.facing:
        return figure.facing
    near = sorted((abs(other.at - figure.at), other.at) for other in others if other is not figure)
    goal = near[0][1] if near else WIDTH / 2
    return "right" if goal >= figure.at else "left"


def _figure(figure: Figure, facing: str, screen: Screen | None, studio: Studio) -> str:
    looks = studio.cast[figure.who].looks
    wears = [studio.parts.wears[name] for name in (*looks.wears, *figure.wears)]
    pose = _pose(figure)
    for part in wears:
        if "legs" in part.notes and figure.pose != "lying":
            pose = replace(pose, legs=part.notes["legs"], down=float(part.notes["down"]))
    size = looks.size * figure.size
    stroke = STROKE / size
    draw = _bird if "wing" in studio.parts.species[looks.species] else _animal
    turn = "-1 1" if facing == "left" else "1 1"
    drawn = (
        f'<g transform="translate({figure.at:g} {figure.y or FLOOR:g}) scale({size:g}) scale({turn})" fill="none" '
        f'stroke="{INK}" stroke-width="{stroke:.2f}" {ROUND}>'
        f"{'' if pose.legs == 'none' else SHADOW}{draw(figure, facing, pose, wears, screen, studio)}</g>"
    )
    return _resolved(drawn, looks.colours)


def _bird(figure: Figure, facing: str, pose: Pose, wears: Sequence[Part], screen: Screen | None, studio: Studio) -> str:
    looks = studio.cast[figure.who].looks
    bird = studio.parts.species[looks.species]
    size = looks.size * figure.size
    nod = _nod(figure, pose)
    away = figure.facing == "away"
    body = [
        _wing(bird, FAR_SHOULDER, pose.far, 0.96),
        "" if figure.pose == "lying" else bird["tail"].markup,
        f'<g stroke="{INK}" stroke-width="{STROKE / size * 2:.2f}">{bird["body"].markup}'
        f"{_head(bird['head'].markup, nod)}</g>"
        f'<g stroke="none">{bird["body"].markup}</g>',
        "" if away else f'<g clip-path="url(#{looks.species}-body)">{bird["over-body"].markup}</g>',
        *_worn(wears, "body", looks.species),
        WOBBLE if figure.face == "wobbly" and not away else "",
        _the_head(figure, bird, wears, nod, studio),
        *_worn(wears, "neck", looks.species),
        _held(figure, facing, pose, screen, studio),
        _wing(bird, NEAR_SHOULDER, pose.near, pose.reach),
    ]
    legs = f'<path d="{LEGS[pose.legs]}" stroke="#9a5a34" stroke-width="{3.4 / size:.2f}"/>' if LEGS[pose.legs] else ""
    return (
        f"{'' if pose.legs == 'sitting' else legs}"
        f'<g transform="translate(0 {pose.down:g}) rotate({pose.lean:g})">{"".join(body)}</g>'
        f"{legs if pose.legs == 'sitting' else ''}"
    )


def _animal(
    figure: Figure, facing: str, pose: Pose, wears: Sequence[Part], screen: Screen | None, studio: Studio
) -> str:
    looks = studio.cast[figure.who].looks
    animal = studio.parts.species[looks.species]
    stroke = STROKE / looks.size / figure.size
    away = figure.facing == "away"
    clip = f'<g clip-path="url(#{looks.species}-body)">'
    drawn = limbs(figure.pose, pose.legs, animal["limbs"], looks.colours, stroke, both=_in_both(figure, studio))
    head = _the_head(figure, animal, wears, _nod(figure, pose), studio)
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
        drawn.near,
    ]
    return (
        f"{''.join(_worn(wears, 'seat', looks.species))}"
        f'<g transform="translate(0 {pose.down:g}) rotate({pose.lean:g})">{"".join(body)}</g>'
        f"{''.join(_worn(wears, 'wheel', looks.species))}"
    )


def _worn(wears: Sequence[Part], where: str, species: str) -> Iterator[str]:
    """Give what is worn at a place; clothes without a shape of their own are cut by the body that wears them."""
    for part in wears:
        if part.notes["on"] == where:
            inside = "inside" in part.notes
            yield f'<g clip-path="url(#{species}-body)">{part.markup}</g>' if inside else part.markup


def _nod(figure: Figure, pose: Pose) -> float:
    return pose.nod + {"up": -12, "down": 12, "level": 0}[figure.looks]


def _pose(figure: Figure) -> Pose:
    """Give the pose; whoever sits and holds something has both wings at it."""
    pose = POSES[figure.pose]
    pose = replace(pose, down=10, legs="sitting") if figure.sits else pose
    holding = POSES["holding"]
    return replace(pose, near=holding.near, far=holding.far) if figure.holds and figure.pose == "sitting" else pose


def _head(markup: str, nod: float) -> str:
    return f'<g transform="translate({NECK[0]:g} {NECK[1]:g}) rotate({nod:g})">{markup}</g>'


def _the_head(figure: Figure, drawing: Drawing, wears: Sequence[Part], nod: float, studio: Studio) -> str:
    species = studio.cast[figure.who].looks.species
    face = studio.parts.faces[figure.face]
    away = figure.facing == "away"
    on_head = [part for part in wears if part.notes["on"] == "head"]
    behind = "".join(part.markup for part in on_head if "behind" in part.notes)
    before = "".join(part.markup for part in on_head if "behind" not in part.notes and not away)
    over = f'<g clip-path="url(#{species}-head)">{drawing["over-head"].markup}</g>'
    if "mouth" in drawing:
        x, y = drawing["mouth"].notes["at"].split()
        mouth = f'<g transform="translate({x} {y})">{studio.parts.mouths[face.notes["beak"]].markup}</g>'
        shape = drawing["nape" if away else "head"].markup
        front = "" if away else f"{over}{drawing['features'].markup}{mouth}{face.markup}"
        return _head(f"{behind}{drawing['ears'].markup}{shape}{front}{before}", nod)
    crest = drawing["crest"].markup if not on_head else ""
    front = "" if away else drawing[f"beak-{face.notes['beak']}"].markup + face.markup
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
        return f'<g transform="translate({x + 8:.1f} {y + 12:.1f}) skewY(-5) scale(.78)">{inside}</g>'
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


def _bubble(bubble: Bubble, studio: Studio) -> str:
    x, y = bubble.at, bubble.y
    wide, high = (46 * bubble.size, 38 * bubble.size) if bubble.shows else (20 + 8 * len(bubble.words or ""), 28)
    style = f'fill="#fffdf6" stroke="{INK}" stroke-width="{STROKE}" stroke-linejoin="round"'
    shape = f'<ellipse cx="{x:g}" cy="{y:g}" rx="{wide}" ry="{high}" {style}/>'
    away = math.hypot(bubble.to - x, bubble.to_y - y) or 1
    along, across = (bubble.to - x) / away, (bubble.to_y - y) / away
    if bubble.kind == "thought":
        steps = ((0.62, 8), (0.8, 5), (0.94, 3))
        tail = "".join(
            f'<circle cx="{x + (bubble.to - x) * far:.1f}" cy="{y + (bubble.to_y - y) * far:.1f}" r="{r}" {style}/>'
            for far, r in steps
        )
        return f"{tail}{shape}{_in_bubble(bubble, studio)}"
    base = min(wide, high) * 0.55
    tail = (
        f"M{x - across * 11 + along * base:.1f} {y + along * 11 + across * base:.1f}L{bubble.to:g} {bubble.to_y:g}"
        f"L{x + across * 11 + along * base:.1f} {y - along * 11 + across * base:.1f}z"
    )
    cover = f'<ellipse cx="{x:g}" cy="{y:g}" rx="{wide - 1.2}" ry="{high - 1.2}" fill="#fffdf6"/>'
    return f'{shape}<path d="{tail}" {style}/>{cover}{_in_bubble(bubble, studio)}'


def _in_bubble(bubble: Bubble, studio: Studio) -> str:
    if bubble.words:
        return (
            f'<text x="{bubble.at:g}" y="{bubble.y + 8:g}" text-anchor="middle" '
            f'font-family="Andika,Verdana,sans-serif" font-size="24" font-weight="bold" fill="{INK}">'
            f"{escape(bubble.words)}</text>"
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
