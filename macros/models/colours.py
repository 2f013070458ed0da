"""The colours of the site: each has a name, and a value on light, dark and calm pages and on paper."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.models.base import Colour, Finding, Identity, Model
from macros.problems import did_you_mean

Named = dict[Identity, Colour]


class SiteColours(Model):
    """The colours of the site. Those of pictures have names that begin with “picture-”."""

    light: Named = Field(min_length=1)
    """On light pages: every colour that there is."""
    dark: Named
    """On dark pages; what is not here is as on light ones."""
    calm: Named
    """Where the reader has chosen calm colours; what is not here is as on light pages."""
    paper: Named
    """On paper; what is not here is as on light pages."""
    paper_without_colour: Named
    """On paper too, but for a sheet that is in colour, as a poster is."""

    def rules(self) -> Iterator[Finding]:
        """Every colour has a value on light pages, on which all else rests."""
        for field in type(self).model_fields:
            for name in getattr(self, field):
                if name not in self.light:
                    yield (
                        (field, name),
                        f"There is no colour “{name}” on light pages.{did_you_mean(name, self.light)}"
                        " Mend the name, or put it under “light” too.",
                    )
