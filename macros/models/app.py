"""An app, game or chatbot that children ask for, as parents look it up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.base import Day, Finding, Identity, Model, Text, Whole, YesNo, normalised


class App(Model):
    """One service."""

    id: Identity
    """Its name in this project."""
    name: Text
    """What it is called."""
    also: tuple[Text, ...] = Field(min_length=1)
    """Other words that a parent may search for."""
    kind: Literal["video", "social", "messages", "game", "chatbot", "device"]
    """What sort of thing it is."""
    age: Text
    """The least age, in plain words."""
    from_age: Whole = Field(ge=0, le=18)
    """The age by which the table is sorted, in years; 0 where none is set."""
    under_16: Literal["named", "not included", "not known", "features", "not social media"]
    """Its place in the Government's plans for under-16s."""
    what: Text
    """What it is, in a sentence."""
    risks: tuple[Text, ...] = Field(min_length=2, max_length=4)
    """What can go badly for a child of 4 to 11."""
    control: Text
    """The one control to set first."""
    sure: Literal["read", "reported", "weak"]
    """Read in the company's own terms, reported by others, or weak; of what is weak, the page says so."""
    checked: Day
    """The day on which these facts were last looked up."""
    note: Text | None = None
    """What else to know."""
    fact: Identity | None = None
    """A fact that changes and bears on it, by its id in facts.yml; it is shown with its own day."""
    asked_most: YesNo = False
    """Whether it is one of those that families ask for most, which stand before the rest."""

    def rules(self) -> Iterator[Finding]:
        """The age to sort by stands in the words, and no search word is there twice."""
        if self.from_age and str(self.from_age) not in re.findall(r"\d+", self.age):
            yield ("from_age",), f"“age” does not say {self.from_age}. Make the two agree, or write 0 for no set age."
        seen = {normalised(self.name)}
        for number, word in enumerate(self.also):
            if normalised(word) in seen:
                yield ("also", number), f"“{word}” is here already, or is the name itself. Keep one of them."
            seen.add(normalised(word))


MOST_ASKED = 10  # as many as a reader looks through before a way to look one up is quicker


class Apps(Model):
    """All services of the table."""

    apps: tuple[App, ...] = Field(min_length=1)
    """The services; the table sorts them by name."""

    def rules(self) -> Iterator[Finding]:
        """No two services have one id or one name, and few stand before the rest."""
        ids: set[str] = set()
        names: set[str] = set()
        for number, app in enumerate(self.apps):
            if app.id in ids:
                yield ("apps", number, "id"), f"Two apps have the id “{app.id}”. Give each its own."
            if normalised(app.name) in names:
                yield ("apps", number, "name"), f"Two apps are called “{app.name}”. Keep one of them."
            ids.add(app.id)
            names.add(normalised(app.name))
        most = [number for number, app in enumerate(self.apps) if app.asked_most]
        if len(most) > MOST_ASKED:
            sentence = f"{len(most)} apps have “asked_most”, and {MOST_ASKED} is the most. Take it from this one."
            yield ("apps", most[MOST_ASKED], "asked_most"), sentence
