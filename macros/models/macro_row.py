"""The row of a macro: what a page may call, and what stands in its brackets."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.models.base import NAME, Form, Model, Text, YesNo

MacroName = Annotated[
    str,
    StringConstraints(max_length=40),
    Form("[a-z]+(_[a-z]+)*", f"“{NAME}” must be small letters with “_” between words, as in “app_table”."),
]


class MacroRow(Model):
    """One macro, in the folder of its component."""

    name: MacroName
    """What a page calls."""
    takes: Text | None = None
    """What the id in its brackets names, in words; left out where nothing stands there."""
    inside: YesNo = False
    """Whether it stands inside a sentence, and not alone on its line."""
    places: YesNo = False
    """Whether a link can lead to a place that it puts into the page."""


class MacroRows(Model):
    """The macros of one component."""

    macros: tuple[MacroRow, ...] = Field(min_length=1)
    """Each of them."""
