"""Bodies grow: older people are taller and their heads smaller, and limbs are drawn with open or closed ends."""

from __future__ import annotations

import re
from typing import get_args

from macros.models.cast import Person
from macros.scenes.bodies import BUILDS, bare, cuffed, pelvis
from macros.scenes.joints import middle_line

ARM = middle_line((0, 0), (-3, 20), (0, 40))
GROWING = ["toddler", "eight", "ten", "teen", "adult"]


def test_there_is_a_body_of_every_age_that_may_be_written() -> None:
    assert set(get_args(Person.model_fields["build"].annotation)) == set(BUILDS) == {*GROWING, "older"}


def test_older_people_are_taller_and_their_heads_are_smaller_beside_them() -> None:
    tall = {name: build.leg * 2 + build.torso for name, build in BUILDS.items()}
    assert [tall[name] for name in GROWING] == sorted(tall[name] for name in GROWING)
    heads = [BUILDS[name].head / tall[name] for name in GROWING]
    assert heads == sorted(heads, reverse=True)
    assert tall["teen"] < tall["older"] < tall["adult"]


def test_limbs_grow_thinner_towards_their_end() -> None:
    for build in BUILDS.values():
        for thick in (build.arm_thick, build.leg_thick):
            assert list(thick) == sorted(thick, reverse=True)


def test_the_line_of_a_hem_goes_across_and_that_of_a_wrist_does_not() -> None:
    closed, opened = (re.findall(r' d="([^"]*)"', draw) for draw in (
        cuffed(ARM, (6, 5, 4), 1, "#123456"), bare(ARM, (6, 5, 4), "#123456")
    ))  # fmt: skip
    assert closed[-1].count("M") == 1
    assert opened[-1].count("M") == 2


def test_legs_in_trousers_are_joined_and_those_under_a_skirt_are_covered() -> None:
    assert "var(--bottom" in pelvis(BUILDS["ten"], -80, "trousers", seated=False)
    assert "var(--bottom" in pelvis(BUILDS["ten"], -50, "shorts", seated=True)
    assert pelvis(BUILDS["ten"], -80, "skirt", seated=False) == ""
