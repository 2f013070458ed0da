"""Writes the colours of the site as a style sheet, of names that every other style sheet uses."""

from __future__ import annotations

from collections.abc import Mapping

from macros.design.contrast import PICTURE
from macros.models.colours import SiteColours


def colour_sheet(colours: SiteColours) -> str:
    """Write the style sheet of the colours: light and dark as the device asks, or as the reader has chosen; and paper.

    The dark ones stand in it twice, for no browser before 2024 can say either of the two in one rule.

    Args:
        colours: by name.
    """
    dark = _values(colours.dark)
    return "".join(
        (
            _rule(":root", "color-scheme: light dark", *_values(colours.light)),
            "@media screen and (prefers-color-scheme: dark) {\n",
            _rule(":root:not([data-colours])", *dark),
            "}\n@media screen {\n",
            _rule(':root[data-colours="light"]', "color-scheme: light"),
            _rule(':root[data-colours="dark"]', "color-scheme: dark", *dark),
            _rule(':root[data-colours="calm"]', "color-scheme: light", *_values(colours.calm)),
            "}\n@media print {\n",
            # Twice the name: stronger than what the reader has chosen for the screen.
            _rule(":root:root", *_values(colours.paper)),
            _rule(":root:root:not(.colour)", *_values(colours.paper_without_colour)),
            "}\n",
        )
    )


def _values(colours: Mapping[str, str]) -> list[str]:
    return [f"{_property(name)}: {_short(colour)}" for name, colour in colours.items()]


def _property(name: str) -> str:
    """Give the custom property of a colour."""
    return f"--{name}" if name.startswith(PICTURE) else f"--school-{name}"


def _short(colour: str) -> str:
    """Write a colour with three digits where six say no more: each page has them all."""
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    return f"#{red[0]}{green[0]}{blue[0]}" if all(len({*pair}) == 1 for pair in (red, green, blue)) else colour


def _rule(selector: str, *declarations: str) -> str:
    return f"{selector} {{\n" + "".join(f"  {declaration};\n" for declaration in declarations) + "}\n"
