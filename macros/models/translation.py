"""Help for families in another language, of which somebody who speaks it is to say that it is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from macros.models.base import NAME, Day, Finding, Form, Model, Text

FOLDER = "docs/_data/translations"
ENGLISH = "en"  # the words of which the others are translations
# The languages of English schools that are written from right to left: Arabic, Persian, Hebrew, Pashto, Sindhi, Sorani
# Kurdish, Urdu and Yiddish.
FROM_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "sd", "ckb", "ur", "yi"})
# Where a line has the number of a help route, or its address for email.
PLACE = re.compile(r"\{(?P<id>[a-z0-9-]+)(?P<email> email)?\}")
FIGURES = re.compile(r"\d{3,}")  # of any script

Language = Annotated[
    str, Form("[a-z]{2,3}", f"“{NAME}” is the two or three small letters that stand for a language, as in “pl”.")
]


def places_of(line: str) -> list[str]:
    """Give what a line names in braces, in order of the letters: the same in every language."""
    return sorted(place[0] for place in PLACE.finditer(line))


class Translation(Model):
    """The help page in short, in one language."""

    language: Language
    """The letters that stand for it (BCP 47), as in the name of its file."""
    name: Text
    """What those who speak it call it."""
    in_english: Text
    """What it is called in English."""
    checked_by: Text | None = None
    """Who speaks it and has read these words beside the English; empty until somebody has."""
    checked_on: Day | None = None
    """The day on which they did."""
    title: Text
    """The title of the page."""
    intro: Text
    """The words before the list."""
    lines: tuple[Text, ...] = Field(min_length=1)
    """What to do, a line each; a number stands there as the id of its help route in braces."""
    say: Text
    """The words before what can be said in English."""
    more: Text
    """The words of the link to all numbers, in English."""
    not_checked: Text
    """That no speaker has checked it yet."""

    def rules(self) -> Iterator[Finding]:
        """A check has a person and a day, and no number is typed."""
        if (self.checked_by is None) != (self.checked_on is None):
            missing = "checked_by" if self.checked_by is None else "checked_on"
            yield (missing,), "Say both who checked it and when: “checked_by” and “checked_on”. Or leave both empty."
        for number, line in enumerate(self.lines):
            if typed := FIGURES.search(PLACE.sub("", line)):
                yield (
                    ("lines", number),
                    f"“{typed[0]}” is typed here. Write the id of its help route in braces, as in {{police}}.",
                )

    @property
    def is_checked(self) -> bool:
        """Whether somebody who speaks it has read it."""
        return self.checked_by is not None

    @property
    def direction(self) -> str:
        """Which way it is written, as HTML says it."""
        return "rtl" if self.language in FROM_RIGHT_TO_LEFT else "ltr"
