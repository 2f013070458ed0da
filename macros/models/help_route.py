"""A place to turn to for help."""

from __future__ import annotations

from datetime import date

from macros.models.base import Address, Email, Identity, Model, Phone, Reader, Text


class HelpRoute(Model):
    """One way to get help.

    Attributes:
        id: its name in this project.
        order: its place in the list; small numbers come first.
        name: what it is called.
        readers: whose pages show it.
        who: whom it is for and what it does, in a sentence.
        phone: the number to call.
        email: the address to write to.
        web: the page to open.
        note: what else to know.
        checked: the day on which these facts were last checked.
    """

    id: Identity
    order: int
    name: Text
    readers: tuple[Reader, ...]
    who: Text
    phone: Phone | None = None
    email: Email | None = None
    web: Address | None = None
    note: Text | None = None
    checked: date


class HelpRoutes(Model):
    """The national routes, for every school."""

    routes: tuple[HelpRoute, ...]
