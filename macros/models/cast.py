"""The cast: everyone in the stories who has a name, and how each is drawn, always the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.models.base import NAME, Colour, Finding, Form, Identity, Model, Number, Text
from macros.models.phase import PhaseId

Wearing = Annotated[
    str,
    StringConstraints(max_length=60),
    Form("[a-z]+(-[a-z]+)*", f"“{NAME}” must be small letters and hyphens, as in “round-glasses”."),
]
HUMAN = "human"  # the species of whoever is no animal


class Person(Model):
    """How a human is drawn."""

    build: Literal["toddler", "eight", "ten", "teen", "adult", "older"]
    """How old the body is."""
    skin: Literal["fair", "light", "tan", "brown", "dark"]
    """The tone of the skin."""
    hair: Identity
    """The drawing of the hair, or of what covers it."""
    sleeves: Literal["long", "short"] = "long"
    """Long ones or short ones."""
    legs: Literal["trousers", "shorts", "skirt"] = "trousers"
    """What is on the legs."""
    pattern: Literal["plain", "stripes", "star", "band", "dots", "open", "apron"] = "plain"
    """What is on the clothes."""
    collar: Literal["round", "hood", "shirt", "roll"] = "round"
    """What is around the neck."""


class Looks(Model):
    """How one of the cast is drawn."""

    species: Identity = HUMAN
    """The bird or animal that is drawn (the name of its file); nothing for a human."""
    person: Person | None = None
    """How a human is drawn."""
    colours: dict[Identity, Colour] = Field(default_factory=dict)
    """The colour of each area that differs from its kind's own."""
    wears: tuple[Wearing, ...] = ()
    """Clothes, hair and aids, from the lowest to the topmost."""
    size: Number = Field(default=1, ge=0.5, le=2)
    """How large beside a child, who is 1."""

    def rules(self) -> Iterator[Finding]:
        """Somebody is an animal or a human."""
        if (self.species == HUMAN) == (self.person is None):
            yield (), "Say what they are: either “species” for a bird or an animal, or “person” for a human."


class Character(Model):
    """One of the cast."""

    id: Identity
    """The short name by which scenes call them."""
    name: Text
    """Their name in the stories, as an alternative text gives it."""
    pronoun: Literal["he", "she", "they"]
    """He, she or they."""
    age: Text
    """How old, in a word or two."""
    world: PhaseId
    """The phase in whose stories they live."""
    family: Text
    """Who they belong with."""
    line: Text
    """Who they are, in one line."""
    looks: Looks
    """How they are drawn."""


class Cast(Model):
    """Everyone of the cast."""

    cast: tuple[Character, ...] = Field(min_length=1)
    """All who have a name in a story."""

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
