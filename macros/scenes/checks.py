"""Checks what the cast and the scenes name: species, clothes, things, places, and who is there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from macros.models.cast import Cast, Character
from macros.models.drawn_scene import DrawnScene, DrawnScenes, Staging
from macros.problems import Problem, did_you_mean
from macros.scenes.composer import Studio, facing_of
from macros.scenes.parts import Parts
from macros.scenes.places import TOUCHING, mouth, nearest_to, reaches, seat, seat_of, seated
from macros.source import Document, Step

Loc = tuple[Step, ...]
BEHIND = 24  # units by which the middle of a bubble may be behind the mouth that it belongs to


def check_cast(document: Document, cast: Cast, parts: Parts) -> Iterator[Problem]:
    """Find a species or clothes that nobody has drawn.

    Args:
        document: the file of the cast.
        cast: the cast.
        parts: what has been drawn.
    """
    for number, character in enumerate(cast.cast):
        loc: Loc = ("cast", number, "looks")
        if person := character.looks.person:
            yield from _unknown(document, person.hair, (*loc, "person", "hair"), _hair(parts), "hair")
        else:
            yield from _unknown(document, character.looks.species, (*loc, "species"), parts.species, "species")
        for place, name in enumerate(character.looks.wears):
            yield from _unknown(document, name, (*loc, "wears", place), _wardrobe(character, parts), "clothing")


def _hair(parts: Parts) -> list[str]:
    return [name for name in parts.people["hair"] if not name.endswith(("-behind", "away"))]


def _wardrobe(character: Character, parts: Parts) -> Collection[str]:
    """Give what somebody could wear: animals and people are not of one shape."""
    return parts.people["wears"] if character.looks.person else parts.wears


def check_scenes(document: Document, scenes: DrawnScenes, studio: Studio, phase: str) -> Iterator[Problem]:
    """Find what a lesson's scenes name that is not there, and an alternative text that names who is not in the picture.

    Args:
        document: the file of the scenes.
        scenes: the scenes.
        studio: what has been drawn, and the cast.
        phase: the phase of the lesson.
    """
    at_home = {identity for identity, character in studio.cast.items() if character.world == phase}
    for number, scene in enumerate(scenes.scenes):
        loc: Loc = ("scenes", number)
        yield from _staging(document, scene, loc, studio, at_home)
        if scene.screen:
            yield from _staging(document, scene.screen, (*loc, "screen"), studio, at_home)
            if not _shows_a_screen(scene, studio.parts):
                sentence = "No tablet or phone is in this scene, so “screen” is seen nowhere. Add one, or take it out."
                yield document.problem(sentence, (*loc, "screen"), key=True)
        shown = {figure.who for figure in (*scene.figures, *(scene.screen.figures if scene.screen else ()))}
        if not shown <= set(studio.cast):
            continue  # who is missing may be the one whose name was mistyped, and that has been told
        for name in absent(scene, {identity: studio.cast[identity] for identity in at_home | shown}):
            sentence = (
                f"The alternative text names “{name}”, who is not in the picture. Draw them, or take the name out."
            )
            yield document.problem(sentence, (*loc, "alt"))


def absent(scene: DrawnScene, cast: Mapping[str, Character]) -> list[str]:
    """Name those of the cast whom an alternative text names and who are not drawn.

    Args:
        scene: the scene.
        cast: each of the cast by id.
    """
    shown = {figure.who for figure in (*scene.figures, *(scene.screen.figures if scene.screen else ()))}
    drawn = [character.name for identity, character in cast.items() if identity in shown]
    # “Pip's teacher” names the teacher and not Pip: the names of those who are there go first, the longest first.
    text = scene.alt
    for name in sorted(drawn, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", "", text)
    missing = (character.name for identity, character in cast.items() if identity not in shown)
    return [name for name in missing if re.search(rf"\b{re.escape(name)}\b", text)]


def _staging(
    document: Document, staging: Staging, loc: Loc, studio: Studio, at_home: Collection[str]
) -> Iterator[Problem]:
    parts = studio.parts
    pictures = (*parts.things, *studio.symbols)
    yield from _unknown(document, staging.background, (*loc, "background"), parts.backgrounds, "background")
    for number, figure in enumerate(staging.figures):
        here = (*loc, "figures", number)
        if figure.who in studio.cast and figure.who not in at_home:
            world = studio.cast[figure.who].world
            sentence = f"“{figure.who}” lives in the stories of {world}. Take somebody of this age."
            yield document.problem(sentence, (*here, "who"))
        else:
            yield from _unknown(document, figure.who, (*here, "who"), at_home, "figure")
        wardrobe = _wardrobe(studio.cast[figure.who], parts) if figure.who in studio.cast else {*figure.wears}
        for place, name in enumerate(figure.wears):
            yield from _unknown(document, name, (*here, "wears", place), wardrobe, "clothing")
        if figure.holds:
            yield from _unknown(document, figure.holds, (*here, "holds"), parts.things, "thing")
    if {figure.who for figure in staging.figures} <= set(studio.cast):
        yield from _seats(document, staging, loc, studio)
        yield from _hands(document, staging, loc, studio)
        yield from _tails(document, staging, loc, studio)
    for number, thing in enumerate(staging.things):
        yield from _unknown(document, thing.what, (*loc, "things", number, "what"), pictures, "thing or symbol")
    for number, bubble in enumerate(staging.bubbles):
        if bubble.shows:
            yield from _unknown(document, bubble.shows, (*loc, "bubbles", number, "shows"), pictures, "thing or symbol")


def _seats(document: Document, staging: Staging, loc: Loc, studio: Studio) -> Iterator[Problem]:
    """Find what nobody can sit on, and whoever sits beside their seat."""
    things = studio.parts.things
    for number, figure in enumerate(staging.figures):
        thing = seat(figure, staging.things)
        if thing is None:
            continue
        here = (*loc, "figures", number)
        found = seat_of(things.get(thing.what, {}).values())
        if found is None:
            seats = [name for name, drawing in things.items() if seat_of(drawing.values())]
            sentence = f"“{figure.who}” can't sit on “{thing.what}”. What has a seat: {', '.join(seats)}."
            yield document.problem(sentence, (*here, "sits"))
        elif abs(figure.at - thing.at) > found[1] * thing.size:
            sentence = f"“{figure.who}” sits beside the “{thing.what}”, not on it. Move them to {thing.at:g}."
            yield document.problem(sentence, here)


def _hands(document: Document, staging: Staging, loc: Loc, studio: Studio) -> Iterator[Problem]:
    """Find whoever hugs somebody, or puts a hand on them, and doesn't reach them."""
    parts, cast = studio.parts, studio.cast
    figures = [seated(figure, staging.things, cast[figure.who], parts) for figure in staging.figures]
    for number, figure in enumerate(figures):
        if figure.pose not in TOUCHING:
            continue
        here = (*loc, "figures", number)
        other = nearest_to(figure, figures)
        if other is None:
            sentence = f"“{figure.who}” is alone: nobody is there for “{figure.pose}”. Take another pose."
            yield document.problem(sentence, (*here, "pose"))
            continue
        both = cast[figure.who], cast[other.who]
        if not reaches(figure, facing_of(figure, figures), other, both, parts):
            sentence = f"“{figure.who}” doesn't reach “{other.who}” with “{figure.pose}”. Bring them closer together."
            yield document.problem(sentence, here)


def _tails(document: Document, staging: Staging, loc: Loc, studio: Studio) -> Iterator[Problem]:
    """Find a bubble without a mouth, and one whose tail goes through the face of whoever speaks."""
    figures = {figure.who: figure for figure in staging.figures}
    for number, bubble in enumerate(staging.bubbles):
        figure = figures.get(bubble.speaker or "")
        if figure is None or bubble.kind == "thought":
            continue
        here = (*loc, "bubbles", number)
        if figure.facing == "away":
            sentence = f"“{bubble.speaker}” is seen from behind, without a mouth. Turn them round, or use “to”."
            yield document.problem(sentence, (*here, "from"))
            continue
        figure = seated(figure, staging.things, studio.cast[figure.who], studio.parts)
        facing = facing_of(figure, staging.figures)
        x = mouth(figure, facing, studio.cast[figure.who], studio.parts)[0]
        if figure.pose != "lying" and (bubble.at < x - BEHIND if facing != "left" else bubble.at > x + BEHIND):
            side = "more" if facing != "left" else "less"
            sentence = f"The tail goes through the face of “{bubble.speaker}”. Let its “at” be {x:.0f} or {side}."
            yield document.problem(sentence, (*here, "at"))


def _shows_a_screen(scene: DrawnScene, parts: Parts) -> bool:
    named = {thing.what for thing in scene.things} | {figure.holds for figure in scene.figures if figure.holds}
    return any("screen" in part.notes for name in named for part in parts.things.get(name, {}).values())


def _unknown(document: Document, name: str, loc: Loc, known: Collection[str], what: str) -> Iterator[Problem]:
    if name not in known:
        yield document.problem(f"There is no {what} “{name}”.{did_you_mean(name, known)}", loc)
