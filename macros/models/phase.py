"""The four ages that the site teaches."""

from __future__ import annotations

from typing import Literal

from macros.models.base import Model, Text

PhaseId = Literal["early-years", "years-1-2", "years-3-4", "years-5-6"]


class Phase(Model):
    """One age group; its id is the name of its folders.

    Attributes:
        id: the folder's name.
        title: its name for everyone.
        ages: the ages in it, in words.
        friend: the animal friend who goes with it (the name of its pictures).
    """

    id: PhaseId
    title: Text
    ages: Text
    friend: Text


class Phases(Model):
    """All phases in order of age."""

    phases: tuple[Phase, ...]
