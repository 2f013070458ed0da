"""The colours of the site: what can be read on what, and how a school's own colours are put in.

Contrast is that of WCAG 2.2 (W3C, Web Content Accessibility Guidelines: “contrast ratio”, “relative luminance”).
"""

from __future__ import annotations

import colorsys
import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from macros.models.colours import SiteColours

WORDS = 4.5  # WCAG 2.2, 1.4.3 Contrast (Minimum), level AA
LINES = 3.0  # WCAG 2.2, 1.4.11 Non-text Contrast, level AA
STEPS = 510  # of lightness from black to white: half of what eight bits can tell apart, so that none is passed over

PICTURE = "picture-"  # how the names of the colours of pictures begin

Scheme = Mapping[str, str]


class Rule(NamedTuple):
    """What stands on what, and the contrast that it needs."""

    over: str
    under: str
    least: float


class Schemes(NamedTuple):
    """The three sets of colours, each by name; “dark” is both the device's choice and the reader's."""

    light: Scheme
    dark: Scheme
    calm: Scheme


class Pair(NamedTuple):
    """What a colour stands on: its contrast there in light, dark and calm colours, and what is needed."""

    under: str
    figures: tuple[float, ...]
    least: float


class ColourReport(NamedTuple):
    """A colour as it is in light, dark and calm colours, and how well it is seen."""

    name: str
    values: tuple[str, ...]
    pairs: tuple[Pair, ...]


RULES = (
    *(Rule("ink", under, WORDS) for under in ("paper", "soft", "early-years", "years-1-2", "years-3-4", "years-5-6")),
    *(Rule("link", under, WORDS) for under in ("paper", "soft")),
    Rule("accent-ink", "accent", WORDS),
    *(Rule(over, under, LINES) for over in ("line", "focus", "accent") for under in ("paper", "soft")),
)


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, from 1 (the same) to 21 (black and white).

    Args:
        one: a colour, as #rgb or #rrggbb.
        other: another; which is which makes no difference.
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour, from 0 (black) to 1 (white).

    Args:
        colour: as #rgb or #rrggbb.
    """
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def schemes_of(colours: SiteColours) -> Schemes:
    """Give the colours of pages by scheme, without those of pictures.

    Args:
        colours: of the site.

    Raises:
        ValueError: a colour is missing that the rules need; the text is a sentence.
    """
    light = _of_pages(colours.light)
    missing = sorted({name for rule in RULES for name in rule[:2]} - light.keys())
    if missing:
        raise ValueError(f"The colour “{missing[0]}” is missing here. Put this file back as it was.")
    return Schemes(light, {**light, **_of_pages(colours.dark)}, {**light, **_of_pages(colours.calm)})


def colour_report(schemes: Schemes) -> Iterator[ColourReport]:
    """Describe every colour of the light scheme, with the contrast of all that the rules ask of it."""
    for name in schemes.light:
        pairs = tuple(
            Pair(rule.under, tuple(contrast(scheme[name], scheme[rule.under]) for scheme in schemes), rule.least)
            for rule in RULES
            if rule.over == name
        )
        yield ColourReport(name, tuple(scheme[name] for scheme in schemes), pairs)


def broken_rules(scheme: Scheme, name: str = "") -> list[tuple[Rule, float]]:
    """Give the rules that a scheme breaks, each with its contrast, the worst first.

    Args:
        scheme: the colours.
        name: only rules about this colour; "" for all.
    """
    figures = (
        (rule, contrast(scheme[rule.over], scheme[rule.under])) for rule in RULES if not name or name in rule[:2]
    )
    return sorted(((rule, figure) for rule, figure in figures if figure < rule.least), key=_shortfall)


def contrast_errors(given: Mapping[str, str], schemes: Schemes) -> Iterator[tuple[str, str]]:
    """Find the colours of a school that break a rule.

    Args:
        given: the school's colours, by their names in school.yml.
        schemes: the site's own.

    Yields:
        The name, and a sentence that says the figure, what is needed, and the nearest colour that passes.
    """
    for field, colour in given.items():
        name, scheme = _place(field, schemes)
        broken = broken_rules({**scheme, name: colour}, name)
        if not broken:
            continue
        rule, figure = broken[0]
        what = f"Words on “{field}” ({colour})" if rule.least == WORDS else f"Lines of “{field}” ({colour}) on the page"
        better = nearest_passing(colour, name, scheme)
        yield (
            field,
            f"{what} have a contrast of {math.floor(figure * 100) / 100:.2f} to 1, and {rule.least:g} to 1 is needed."
            + (f' The nearest colour of the same hue that passes is "{better}".' if better else " Choose another."),
        )


def nearest_passing(colour: str, name: str, scheme: Scheme) -> str | None:
    """Give the colour itself, or the one of the same hue nearest to it in lightness that breaks no rule.

    Args:
        colour: where to begin.
        name: which colour of the scheme it is to be.
        scheme: the colours round it.

    Returns:
        The colour, or None where no lightness of this hue passes.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    away = sorted((number / STEPS for number in range(STEPS + 1)), key=lambda other: abs(other - lightness))
    tried = (colour, *(_colour(colorsys.hls_to_rgb(hue, other, saturation)) for other in away))
    return next((found for found in tried if not broken_rules({**scheme, name: found}, name)), None)


def dark_form(colour: str, name: str, schemes: Schemes) -> str:
    """Make the dark form of a light colour: its own hue, as dark and as strong as the site's own dark colour.

    Args:
        colour: the light colour, as #rrggbb.
        name: which colour of the scheme it is.
        schemes: the site's own.

    Returns:
        A colour that breaks no rule on dark pages; the site's own where none of this hue does.
    """
    hue, _, saturation = colorsys.rgb_to_hls(*_parts(colour))
    _, lightness, strongest = colorsys.rgb_to_hls(*_parts(schemes.dark[name]))
    made = _colour(colorsys.hls_to_rgb(hue, lightness, min(saturation, strongest)))
    return nearest_passing(made, name, schemes.dark) or schemes.dark[name]


def apply_brand_colours(colours: SiteColours, given: Mapping[str, str]) -> SiteColours:
    """Put a school's colours in the place of the site's own; calm colours and those on paper stay as they are.

    Args:
        colours: the site's own.
        given: the school's colours, by their names in school.yml.

    Raises:
        ValueError: as for `schemes_of`.
    """
    schemes = schemes_of(colours)
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for field, colour in given.items():
        name, scheme = _place(field, schemes)
        if scheme is schemes.light:
            light[name] = colour
            dark.setdefault(name, dark_form(colour, name, schemes))
        else:
            dark[name] = colour
    return colours.model_copy(update={"light": {**colours.light, **light}, "dark": {**colours.dark, **dark}})


def _of_pages(colours: Scheme) -> dict[str, str]:
    return {name: colour for name, colour in colours.items() if not name.startswith(PICTURE)}


def _place(field: str, schemes: Schemes) -> tuple[str, Scheme]:
    name = field.removesuffix("_dark").replace("_", "-")
    return name, schemes.dark if field.endswith("_dark") else schemes.light


def _shortfall(broken: tuple[Rule, float]) -> float:
    rule, figure = broken
    return figure / rule.least


def _parts(colour: str) -> tuple[float, float, float]:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _colour(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
