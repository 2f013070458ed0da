"""The cast: everyone in the stories who has a name, and how each is drawn, always the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.models.base import Colour, Finding, Identity, Model, Text
from macros.models.phase import PhaseId

Wearing = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=60)]
HUMAN = "human"  # the species of whoever is no animal


class Person(Model):
    """How a human is drawn.

    Attributes:
        build: how old the body is.
        skin: the tone of the skin.
        hair: the drawing of the hair, or of what covers it.
        sleeves: long ones or short ones.
        legs: what is on the legs.
        pattern: what is on the clothes.
        collar: what is around the neck.
    """

    build: Literal["toddler", "eight", "ten", "teen", "adult", "older"]
    skin: Literal["fair", "light", "tan", "brown", "dark"]
    hair: Identity
    sleeves: Literal["long", "short"] = "long"
    legs: Literal["trousers", "shorts", "skirt"] = "trousers"
    pattern: Literal["plain", "stripes", "star", "band", "dots", "open", "apron"] = "plain"
    collar: Literal["round", "hood", "shirt", "roll"] = "round"


class Looks(Model):
    """How one of the cast is drawn.

    Attributes:
        species: the bird or animal that is drawn (the name of its file); nothing for a human.
        person: how a human is drawn.
        colours: the colour of each area that differs from its kind's own.
        wears: clothes, hair and aids, from the lowest to the topmost.
        size: how large beside a child, who is 1.
    """

    species: Identity = HUMAN
    person: Person | None = None
    colours: dict[Identity, Colour] = Field(default_factory=dict)
    wears: tuple[Wearing, ...] = ()
    size: float = Field(default=1, ge=0.5, le=2)

    def rules(self) -> Iterator[Finding]:
        """Somebody is an animal or a human."""
        if (self.species == HUMAN) == (self.person is None):
            yield (), "Say what they are: either “species” for a bird or an animal, or “person” for a human."


class Character(Model):
    """One of the cast.

    Attributes:
        id: the short name by which scenes call them.
        name: their name in the stories, as an alternative text gives it.
        pronoun: he, she or they.
        age: how old, in a word or two.
        world: the phase in whose stories they live.
        family: who they belong with.
        line: who they are, in one line.
        looks: how they are drawn.
    """

    id: Identity
    name: Text
    pronoun: Literal["he", "she", "they"]
    age: Text
    world: PhaseId
    family: Text
    line: Text
    looks: Looks


class Cast(Model):
    """Everyone of the cast."""

    cast: tuple[Character, ...] = Field(min_length=1)

    def rules(self) -> Iterator[Finding]:
        """Each of the cast has an id of their own, and in their world a name of their own."""
        for field in ("id", "name"):
            seen: set[tuple[str, str]] = set()
            for number, character in enumerate(self.cast):
                value = getattr(character, field)
                world = character.world if field == "name" else ""  # there is a Dad in more than one world
                if (world, value) in seen:
                    yield ("cast", number, field), f"Two of the cast have the {field} “{value}”. Give each their own."
                seen.add((world, value))

    def by_id(self) -> dict[str, Character]:
        """Give each of the cast by their id."""
        return {character.id: character for character in self.cast}
