"""The pictures of a story: for each, where it is, who is there and what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.models.base import NAME, Finding, Identity, Model, Number, Text, YesNo, refusal, repeats

LONGEST_ALT = 250  # characters: a screen reader says it in one breath or two
MOST_WORDS = 3  # in a bubble; a reader of four looks at the picture
NEAREST = 30  # units between two figures at the same height: closer, one would hide the other
NUMBER = re.compile(r"-?\d+(\.\d+)?")
ON_THE_PLACE, ON_THE_FLOOR = "yes", "floor"  # what somebody sits on that is no thing of the scene
LEFT, CENTRE, RIGHT = 120.0, 240.0, 360.0

Pose = Literal[
    "standing", "sitting", "lying", "walking", "pointing", "holding", "hugging", "hand-on-shoulder", "hiding", "waving",
    "phoning", "cheering", "reaching", "thinking", "folded", "holding-tummy", "listening", "telling", "whispering",
    "covering-ears", "pushing-away", "giving", "leaning-in",
]  # fmt: skip
Face = Literal[
    "calm", "happy", "laughing", "curious", "worried", "wobbly", "sad", "cross", "surprised", "proud"
]  # fmt: skip
Light = Literal["day", "evening", "night"]


def _place(value: object) -> object:
    """Give the place that a word names.

    Raises:
        PydanticCustomError: it names none, and is no number.
    """
    named = {"left": LEFT, "centre": CENTRE, "right": RIGHT}
    if isinstance(value, str) and value not in named and not NUMBER.fullmatch(value):
        raise refusal(f"“{NAME}” must be “left”, “centre”, “right” or a number of up to 480.")
    return named.get(value, value) if isinstance(value, str) else value


Across = Annotated[float, BeforeValidator(_place), Field(ge=-60, le=540)]
Down = Annotated[Number, Field(ge=0, le=700)]  # the feet of whoever is seen to the waist are below the picture
Size = Annotated[Number, Field(ge=0.3, le=4)]


class Figure(Model):
    """One of the cast in a scene."""

    who: Identity
    """The id of one of the cast."""
    pose: Pose = "standing"
    """What they do."""
    face: Face = "calm"
    """How they feel."""
    at: Across = CENTRE
    """Where they are: "left", "centre", "right", or how far from the left of 480."""
    y: Down | None = None
    """How far down the feet are, of 320; without it, where the floor is."""
    facing: Literal["left", "right", "away"] | None = None
    """Which way they look: "left", "right", or "away" from us; without it, at the one next to them."""
    looks: Literal["up", "down", "level"] = "level"
    """Whether the head is tipped: "up", "down" or "level"."""
    sits: Identity | None = None
    """What they sit on while they do it: a thing of the scene, "floor", or "yes" for a seat of the place."""
    holds: Identity | None = None
    """A thing in the hands."""
    wears: tuple[Identity, ...] = ()
    """What they wear in this scene besides what they always wear."""
    size: Size = 1
    """How large they are drawn, beside their own size."""


class Thing(Model):
    """A thing in a scene."""

    what: Identity
    """The name of its drawing, or of a symbol."""
    at: Across = CENTRE
    """Where it is, as for a figure."""
    y: Down | None = None
    """How far down it stands, of 320; without it, where the floor is."""
    size: Size = 1
    """How large it is drawn."""
    facing: Literal["left", "right"] = "right"
    """Which way it looks: "left" turns it round."""
    behind: YesNo = False
    """Whether all of it is behind the figures."""


class Bubble(Model):
    """What somebody says or thinks: a picture, or a word or two."""

    kind: Literal["speech", "thought"] = "speech"
    """Whether it is said or thought."""
    shows: Identity | None = None
    """The thing or symbol in it."""
    words: Text | None = None
    """At most three words, where no picture says it."""
    size: Size = 1
    """How large it is drawn."""
    at: Across
    """Where its middle is."""
    y: Down
    """How far down its middle is."""
    speaker: Identity | None = Field(default=None, alias="from")
    """Which of the figures says or thinks it; its tail ends at their mouth."""
    to: Across | None = None
    """Where its tail points, if no figure says it: how far from the left."""
    to_y: Down | None = None
    """Where its tail points: how far down."""

    def rules(self) -> Iterator[Finding]:
        """A bubble has a picture or at most three words, and a tail that has one aim."""
        if (self.shows is None) == (self.words is None):
            yield (), "A bubble has either “shows” or “words”. Keep one of them."
        if self.words and len(self.words.split()) > MOST_WORDS:
            yield ("words",), f"A bubble has at most {MOST_WORDS} words. Draw it with “shows”, or say it in the lesson."
        if self.speaker and not (self.to is None and self.to_y is None):
            yield (), "A bubble with “from” finds the mouth by itself. Take “to” and “to_y” out."
        if not self.speaker and (self.to is None or self.to_y is None):
            yield (
                (),
                "Nobody says this. Write “from” with one of the figures, or “to” and “to_y” for a thing that speaks.",
            )


class Staging(Model):
    """A place with those who are in it: a scene, or what a screen in it shows."""

    background: Identity
    """The name of the place."""
    figures: tuple[Figure, ...] = ()
    """Who is there."""
    things: tuple[Thing, ...] = ()
    """What is there."""
    bubbles: tuple[Bubble, ...] = ()
    """What they say and think."""

    def rules(self) -> Iterator[Finding]:
        """Nobody stands in somebody else's place, sits on nothing, or speaks from elsewhere."""
        there = {figure.who for figure in self.figures}
        for number, bubble in enumerate(self.bubbles):
            if bubble.speaker and bubble.speaker not in there:
                yield (
                    ("bubbles", number, "from"),
                    f"“{bubble.speaker}” isn't in this picture. Add them to “figures”, or write who says it.",
                )
        for number, figure in enumerate(self.figures):
            yield from self._seat(number, figure)
            for other in self.figures[:number]:
                level = (figure.y or 0) == (other.y or 0)
                if level and abs(figure.at - other.at) < NEAREST:
                    yield (
                        ("figures", number),
                        f"“{figure.who}” and “{other.who}” are in one place. "
                        f"Move one at least {NEAREST} along with “at”.",
                    )
                if figure.who == other.who:
                    yield ("figures", number, "who"), f"“{figure.who}” is here twice. Keep one."

    def _seat(self, number: int, figure: Figure) -> Iterator[Finding]:
        if figure.sits in (None, ON_THE_PLACE, ON_THE_FLOOR):
            return
        if figure.sits not in {thing.what for thing in self.things}:
            yield (
                ("figures", number, "sits"),
                f"There is no “{figure.sits}” here to sit on. Add it to “things”, or write “{ON_THE_FLOOR}”.",
            )
        elif figure.y is not None:
            yield (
                ("figures", number, "y"),
                f"“{figure.who}” is as high as the “{figure.sits}” that they sit on. Take “y” out.",
            )


class Screen(Staging):
    """What the screens of a scene show."""


class DrawnScene(Staging):
    """One picture of a story."""

    id: Identity
    """The name by which the lesson shows it."""
    alt: Annotated[Text, Field(max_length=LONGEST_ALT)]
    """What is drawn, for those who cannot see it; it names nobody who is not there."""
    light: Light = "day"
    """The time of day."""
    screen: Screen | None = None
    """What the screens in it show."""


class DrawnScenes(Model):
    """The pictures of one lesson, in the order of the story."""

    scenes: tuple[DrawnScene, ...] = Field(min_length=1)
    """The pictures, in the order of the story."""

    def rules(self) -> Iterator[Finding]:
        """Each scene has an id of its own."""
        for number in repeats(scene.id for scene in self.scenes):
            sentence = f"Two scenes have the id “{self.scenes[number].id}”. Give each its own."
            yield ("scenes", number, "id"), sentence
