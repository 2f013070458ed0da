"""Colours can be told apart by those who see little: the site's own, and those of a school."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from macros.design.contrast import (
    RULES,
    Rule,
    apply_brand_colours,
    broken_rules,
    colour_report,
    contrast,
    contrast_errors,
    dark_form,
    luminance,
    nearest_passing,
    schemes_of,
)
from macros.models.colours import SiteColours

FILE = Path(__file__).parents[2] / "docs/_data/colours.yml"
# Read by another reader than the site's own.
WRITTEN: dict[str, dict[str, str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
COLOURS = SiteColours.model_validate(WRITTEN)
OWN = schemes_of(COLOURS)
PHASES = ("early_years", "years_1_2", "years_3_4", "years_5_6")
# A school's choices: pale and deep, bright and grey, of every hue.
CHOICES = ("#7a1f3d", "#004b87", "#0b5d1e", "#5b2a86", "#444444", "#000000", "#5a3d00")
PALE = ("#ffffff", "#ffd6e8", "#fff0b8", "#d5f0d8", "#cccccc", "#00ffff", "#ffff00")


def saturation(colour: str) -> float:
    """Give how strong a colour is, in the model of hue, lightness and saturation."""
    darkest, _, lightest = sorted(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return (lightest - darkest) / (1 - abs(lightest + darkest - 1))


def figure(sentence: str) -> float:
    return float(re.findall(r"a contrast of (\d+\.\d\d) to 1", sentence)[0])


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#1f5f74", "#1f5f74", 1.0),
        ("#777777", "#ffffff", 4.478),  # the well-known grey that falls just short
        ("#767676", "#ffffff", 4.542),
        ("#ff0000", "#ffffff", 3.998),
        ("#00f", "#ffffff", 8.592),
    ],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)


def test_luminance_runs_from_black_to_white() -> None:
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)
    assert luminance("#ff0000") < luminance("#00ff00")


@pytest.mark.parametrize("name", OWN._fields)
def test_the_sites_own_colours_obey_every_rule(name: str) -> None:
    broken = [
        f"{rule.over} on {rule.under}: {ratio:.2f}, and {rule.least:g} is needed"
        for rule, ratio in broken_rules(getattr(OWN, name))
    ]
    assert not broken, f"In the {name} colours of colours.yml:\n" + "\n".join(broken)


def test_every_rule_is_about_colours_that_there_are_and_asks_enough() -> None:
    assert {rule.least for rule in RULES} == {4.5, 3.0}
    assert ("ink", "paper", 4.5) in RULES
    assert ("accent-ink", "accent", 4.5) in RULES
    assert {rule.under for rule in RULES if rule.over == "link"} >= {"paper", "soft"}
    assert {rule.under for rule in RULES if rule.over == "ink"} >= {phase.replace("_", "-") for phase in PHASES}
    assert {rule.over for rule in RULES if rule.least == 3.0} >= {"line", "focus"}


def test_the_schemes_are_as_they_are_written() -> None:
    assert OWN.light["accent"] == WRITTEN["light"]["accent"]
    assert OWN.dark["accent"] == WRITTEN["dark"]["accent"]
    assert OWN.calm["accent"] == WRITTEN["calm"]["accent"]
    assert "accent-ink" not in WRITTEN["calm"]
    assert OWN.calm["accent-ink"] == OWN.light["accent-ink"]  # what calm colours do not set is as in light ones
    assert not [name for scheme in OWN for name in scheme if name.startswith("picture-")]


@pytest.mark.parametrize(
    ("scheme", "name", "colour", "rule"),
    [
        ("light", "paper", "#555555", ("ink", "paper")),
        ("light", "early-years", "#4d4223", ("ink", "early-years")),
        ("light", "accent-ink", "#4f8fa4", ("accent-ink", "accent")),
        ("dark", "link", "#14506a", ("link", "soft")),
        ("dark", "line", "#2a3642", ("line", "paper")),
        ("calm", "focus", "#c9d6d0", ("focus", "soft")),
        ("calm", "accent", "#dbe6e0", ("accent", "soft")),
    ],
)
def test_a_colour_that_cannot_be_told_apart_is_found(
    scheme: str, name: str, colour: str, rule: tuple[str, str]
) -> None:
    broken = broken_rules({**getattr(OWN, scheme), name: colour})
    assert rule in [found[:2] for found, _ in broken]
    assert broken[0][1] / broken[0][0].least == min(ratio / found.least for found, ratio in broken)


def test_a_school_colour_that_fails_is_told_with_its_figure_and_a_better_one() -> None:
    assert list(contrast_errors({"accent": "#f0c000", "early_years": "#ffd6e8", "years_3_4": "#7a1f3d"}, OWN)) == [
        (
            "accent",
            "Words on “accent” (#f0c000) have a contrast of 1.71 to 1, and 4.5 to 1 is needed. "
            'The nearest colour of the same hue that passes is "#907300".',
        ),
        (
            "years_3_4",
            "Words on “years_3_4” (#7a1f3d) have a contrast of 1.34 to 1, and 4.5 to 1 is needed. "
            'The nearest colour of the same hue that passes is "#dc7597".',
        ),
    ]


def test_a_dark_accent_is_held_to_the_dark_rules() -> None:
    assert list(contrast_errors({"accent_dark": OWN.dark["accent"], "accent": OWN.light["accent"]}, OWN)) == []
    (said,) = contrast_errors({"accent_dark": OWN.light["accent"]}, OWN)
    assert said[0] == "accent_dark"
    assert figure(said[1]) == 2.33


def test_lines_that_cannot_be_seen_are_told_where_words_can_be_read() -> None:
    schemes = OWN._replace(light={**OWN.light, "accent-ink": "#000000", "paper": "#dddddd"})
    (said,) = contrast_errors({"accent": "#bbbbbb"}, schemes)
    assert said[1].startswith("Lines of “accent” (#bbbbbb) on the page have a contrast of 1.")
    assert " and 3 to 1 is needed." in said[1]


def test_a_figure_is_never_rounded_up_to_what_is_needed() -> None:
    (said,) = contrast_errors({"accent": "#777777"}, OWN)
    assert figure(said[1]) == 4.47


@pytest.mark.parametrize("field", ["accent", "accent_dark", *PHASES])
@pytest.mark.parametrize("colour", ["#f0c000", "#ff0000", "#00ff00", "#0000ff", "#808080", "#123456", "#fedcba"])
def test_the_colour_that_is_offered_passes(field: str, colour: str) -> None:
    for _, said in contrast_errors({field: colour}, OWN):
        offered = re.findall(r'"(#[0-9a-f]{6})"\.$', said)
        assert list(contrast_errors({field: offered[0]}, OWN)) == []


def test_no_colour_between_the_given_and_the_offered_one_passes() -> None:
    # Greys can be counted: each step between the two is one.
    offered = nearest_passing("#909090", "accent", OWN.light)
    assert offered is not None
    first = int(offered[1:3], 16)
    assert first < 0x90
    for step in range(first + 1, 0x90):
        assert broken_rules({**OWN.light, "accent": f"#{step:02x}{step:02x}{step:02x}"}, "accent")


def test_a_colour_that_passes_is_offered_as_it_is() -> None:
    assert nearest_passing("#7a1f3d", "accent", OWN.light) == "#7a1f3d"


def test_where_no_colour_of_the_hue_passes_none_is_offered() -> None:
    schemes = OWN._replace(light={**OWN.light, "accent-ink": "#777777", "soft": "#000000"})
    (said,) = contrast_errors({"accent": "#ffffff"}, schemes)
    assert said[1].endswith(" Choose another.")


@pytest.mark.parametrize("colour", CHOICES)
def test_an_accent_that_passes_gives_pages_that_pass(colour: str) -> None:
    assert list(contrast_errors({"accent": colour}, OWN)) == []
    for scheme in schemes_of(apply_brand_colours(COLOURS, {"accent": colour})):
        assert broken_rules(scheme) == []


@pytest.mark.parametrize("field", PHASES)
@pytest.mark.parametrize("colour", PALE)
def test_a_phase_colour_that_passes_gives_pages_that_pass(field: str, colour: str) -> None:
    assert list(contrast_errors({field: colour}, OWN)) == []
    for scheme in schemes_of(apply_brand_colours(COLOURS, {field: colour})):
        assert broken_rules(scheme) == []


def test_a_dark_form_has_the_hue_of_the_light_one_and_the_depth_of_the_sites_own() -> None:
    pink = dark_form("#ffd6e8", "early-years", OWN)
    red, green, blue = (int(pink[place : place + 2], 16) for place in (1, 3, 5))
    assert red > blue > green
    assert luminance(pink) == pytest.approx(luminance(OWN.dark["early-years"]), abs=0.03)
    assert saturation(pink) <= saturation(OWN.dark["early-years"]) + 0.02
    assert re.fullmatch(r"#(..)\1\1", dark_form("#cccccc", "early-years", OWN))


def test_without_school_colours_the_sites_own_stay_as_they_are() -> None:
    assert apply_brand_colours(COLOURS, {}) == COLOURS


def test_school_colours_are_put_among_light_and_dark_ones_and_nowhere_else() -> None:
    worn = apply_brand_colours(COLOURS, {"accent": "#7a1f3d", "accent_dark": "#f2b6c8", "years_5_6": "#fff0b8"})
    assert worn.light == {**WRITTEN["light"], "accent": "#7a1f3d", "years-5-6": "#fff0b8"}
    made = dark_form("#fff0b8", "years-5-6", OWN)
    assert worn.dark == {**WRITTEN["dark"], "accent": "#f2b6c8", "years-5-6": made}
    assert (worn.calm, worn.paper) == (COLOURS.calm, COLOURS.paper)
    assert worn.paper_without_colour == COLOURS.paper_without_colour


def test_a_dark_accent_alone_leaves_light_pages_as_they_are() -> None:
    worn = apply_brand_colours(COLOURS, {"accent_dark": "#f2b6c8"})
    assert worn.light == COLOURS.light
    assert worn.dark["accent"] == "#f2b6c8"


def test_the_order_of_the_given_colours_does_not_matter() -> None:
    one = apply_brand_colours(COLOURS, {"accent": "#7a1f3d", "accent_dark": "#f2b6c8"})
    assert one == apply_brand_colours(COLOURS, {"accent_dark": "#f2b6c8", "accent": "#7a1f3d"})


@pytest.mark.parametrize("name", ["ink", "accent-ink", "years-5-6"])
def test_a_colour_that_is_needed_and_not_there_is_told(name: str) -> None:
    light = {other: colour for other, colour in COLOURS.light.items() if other != name}
    with pytest.raises(ValueError, match=rf"^The colour “{name}” is missing here\. "):
        schemes_of(COLOURS.model_copy(update={"light": light}))


def test_a_colour_is_described_by_its_values_and_its_contrast() -> None:
    found = {colour.name: colour for colour in colour_report(OWN)}
    assert list(found) == list(OWN.light)
    assert found["ink"].values == (OWN.light["ink"], OWN.dark["ink"], OWN.calm["ink"])
    assert [pair.under for pair in found["link"].pairs] == ["paper", "soft"]
    assert found["link"].pairs[0].figures[1] == contrast(OWN.dark["link"], OWN.dark["paper"])
    assert sum(len(colour.pairs) for colour in found.values()) == len(RULES)


@pytest.mark.parametrize(("least", "broken"), [(21, False), (21.1, True)])
def test_a_contrast_that_is_just_enough_breaks_no_rule(
    monkeypatch: pytest.MonkeyPatch, least: float, broken: bool
) -> None:
    monkeypatch.setattr("macros.design.contrast.RULES", (Rule("ink", "paper", least),))
    assert bool(broken_rules({"ink": "#000000", "paper": "#ffffff"})) == broken  # 21 to 1, by WCAG's own formula
