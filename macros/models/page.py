"""The front matter of a page that was written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.base import Day, Finding, Model, Text, YesNo

For = Literal["Everyone", "Learners", "Parents and carers", "Parents, carers and staff", "Teachers and staff"]
YesOrNo = Literal["yes", "no"]
SHEETS = "print.html"  # the layout of what is printed as one sheet
SAY_WHEN = ("help.html", SHEETS)  # the layouts that say when the facts were looked up


class Search(Model):
    """How the search of the site treats a page."""

    exclude: YesNo = False
    """Whether it passes the page over."""


class FrontMatter(Model):
    """What stands above the words of a page."""

    title: Text
    """Its name, in menus and search results."""
    description: Text
    """What is on it, in a sentence for search results."""
    readers: For = Field(alias="for")
    """Whom it is for."""
    template: Text | None = None
    """Its layout, a file of macros/theme; without it, that of adults' pages."""
    phase: Text | None = None
    """The age that it is for."""
    sheet: Literal["leaflet", "words"] | None = None
    """What kind of sheet it is, where it is printed as one."""
    paper: YesNo = False
    """Whether it shows the styles of paper, as one page on the looks does."""
    large_print: YesOrNo = "no"
    """Whether there is a version in large print."""
    leave: YesOrNo = "no"
    """Whether it shows the way to leave the site quickly."""
    checked: Day | None = None
    """The day on which its facts were last looked up."""
    search: Search = Search()
    """How the search treats it."""
    also: tuple[Text, ...] = ()
    """Other words by which somebody may search for it."""

    def rules(self) -> Iterator[Finding]:
        """A sheet has its layout, and a layout what it shows."""
        if self.sheet and self.template != SHEETS:
            yield ("sheet",), f"A sheet needs the layout for it. Add “template: {SHEETS}”, or take this line out."
        if self.template == SHEETS and not self.sheet:
            yield ("template",), "A page to print says what it is. Add “sheet: leaflet” or “sheet: words”."
        if self.template in SAY_WHEN and self.checked is None:
            sentence = "This layout says when the facts were looked up. Add a line such as “checked: 2026-11-22”."
            yield ("template",), sentence
