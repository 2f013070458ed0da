"""Clothes fit every body, are cut by it, and show from behind what is behind."""

from __future__ import annotations

from typing import get_args
from xml.dom import minidom

import pytest

from macros.models.cast import Person
from macros.scenes.bodies import BUILDS
from macros.scenes.clothes import COLLARS, PATTERNS, skirt, torso

TEN = {"build": "ten", "skin": "tan", "hair": "bob"}


def worn(build: str = "ten", *, away: bool = False, **changed: str) -> str:
    return torso(BUILDS[build], -80, 2.4, Person.model_validate(TEN | changed), "bo", away=away)


def test_every_pattern_and_collar_that_may_be_written_is_drawn() -> None:
    fields = Person.model_fields
    assert set(get_args(fields["pattern"].annotation)) == set(PATTERNS)
    assert set(get_args(fields["collar"].annotation)) == set(COLLARS)


@pytest.mark.parametrize("build", sorted(BUILDS))
@pytest.mark.parametrize("pattern", sorted(PATTERNS))
def test_every_pattern_fits_every_body_and_is_cut_by_it(build: str, pattern: str) -> None:
    text = worn(build, pattern=pattern)
    minidom.parseString(f"<g>{text}</g>")
    assert text.count('id="t-bo"') == text.count("url(#t-bo)") == 1


def test_no_two_patterns_or_collars_look_the_same() -> None:
    assert len({worn(pattern=pattern) for pattern in PATTERNS}) == len(PATTERNS)
    assert len({worn(collar=collar) for collar in COLLARS}) == len(COLLARS)


def test_a_star_is_on_the_front_and_stripes_go_round() -> None:
    for pattern, there in (("star", False), ("stripes", True)):
        behind = worn(pattern=pattern, away=True) != worn(pattern="plain", away=True)
        assert behind is there


def test_a_skirt_reaches_less_far_down_when_its_wearer_sits() -> None:
    standing, sitting = (skirt(BUILDS["eight"], -64, 2.4, seated=seated) for seated in (False, True))
    assert "var(--bottom" in standing
    assert standing != sitting
