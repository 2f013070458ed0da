"""A place to turn to for help, and the worries for which there is one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.models.base import Address, Email, Finding, Identity, Model, Phone, Reader, Text

EVERY = "every"  # stands for all worries


class HelpRoute(Model):
    """One way to get help.

    Attributes:
        id: its name in this project.
        order: its place in the list; small numbers come first.
        name: what it is called.
        readers: whose pages show it.
        worries: the ids of the worries for which it is shown, or "every"; without any it is in the whole list alone.
        who: whom it is for and what it does, in a sentence.
        phone: the number to call.
        out_of_hours_phone: the number for evenings, nights and weekends, where that is another one.
        email: the address to write to.
        web: the page to open.
        note: what else to know.
        checked: the day on which these facts were last checked.
    """

    id: Identity
    order: int
    name: Text
    readers: tuple[Reader, ...]
    worries: tuple[Identity, ...] = ()
    who: Text
    phone: Phone | None = None
    out_of_hours_phone: Phone | None = None
    email: Email | None = None
    web: Address | None = None
    note: Text | None = None
    checked: date

    def rules(self) -> Iterator[Finding]:
        """A number for other hours needs one for the usual hours."""
        if self.out_of_hours_phone and not self.phone:
            yield ("out_of_hours_phone",), "There is no other number. Write this one as “phone”."

    def helps_with(self, worry: str) -> bool:
        """Say whether a reader with a worry is shown it."""
        return worry in self.worries or EVERY in self.worries


class Worry(Model):
    """What a family is worried about.

    Attributes:
        id: its name in this project; the routes name it.
        name: how a family would say it.
        page: the page that says what to do, below docs/; left out where there is none.
    """

    id: Identity
    name: Text
    page: Text | None = None


class HelpRoutes(Model):
    """The national routes, for every school, and the worries by which they are found."""

    worries: tuple[Worry, ...] = ()
    routes: tuple[HelpRoute, ...]

    def rules(self) -> Iterator[Finding]:
        """No two worries have one id, nor the word that stands for all of them."""
        seen = {EVERY}
        for number, worry in enumerate(self.worries):
            if worry.id in seen:
                yield ("worries", number, "id"), f"The id “{worry.id}” is taken. Give each worry its own."
            seen.add(worry.id)
